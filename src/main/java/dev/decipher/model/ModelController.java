package dev.decipher.model;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The registry over HTTP.
 */
@RestController
@RequestMapping(path = "/models")
@Tag(name = "Models", description = "What training has made: models and their versions")
class ModelController {

	private final ModelRegistry registry;

	ModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	private static final String NO_MODEL = "There is no such model";

	private static final String NO_VERSION = "There is no such model or version";

	private static final String NOT_READY = "The default model is still being trained";

	private static final String VERSION = """
			  "model": "caesar3",
			  "version": 1,
			  "createdAt": "2026-03-01T09:31:12.398Z",
			  "job": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913",
			  "size": 5216,
			  "sha256": "6976f0e48b391e7a1e50c8fb6e36399d668f70c3d8dc97d289ab42dd85474b23",
			  "alphabet": "latin26",
			  "ciphertextAlphabet": "latin26",
			  "network": {"embedding": 5, "hidden": 10, "layers": 1, "bidirectional": false, "dropout": 0.0,
			              "headHidden": 0, "skip": false, "feedback": false, "attentionHeads": 0,
			              "attentionReach": 0, "headLayers": 0, "period": 0, "headProducts": false},
			  "parameters": 1112,
			  "request": {"model": "caesar3", "data": {"cipher": {"type": "caesar", "shift": 3}, "messageLength": 4}},
			  "epoch": 1,
			  "step": 400,
			  "accuracy": 0.9998,
			  "exactMessages": 0.9991,
			  "validationLoss": 0.0053,
			  "accuracyByPosition": [0.9995, 1.0, 1.0, 0.9997],
			  "accuracyByLength": [{"length": 4, "messages": 4096, "accuracy": 0.9998},
			                       {"length": 64, "messages": 256, "accuracy": 1.0}],
			  "kind": "cipher"
			}""";

	private static final String VERSION_EXAMPLE = "{" + VERSION;

	private static final String MODEL_EXAMPLE = """
			{"name": "caesar3", "default": false, "activeVersion": 1, "versions": [1, 2],
			""" + VERSION;

	private static final String LIST_EXAMPLE = "[" + MODEL_EXAMPLE + "]";

	@Schema(description = "Which version shall answer")
	record Activation(@NotNull @Schema(description = "One of the model's versions", example = "1",
			requiredMode = Schema.RequiredMode.REQUIRED) Integer version) {
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listModels", summary = "List the models",
			description = "Every model by name, with all about its active version.")
	@ApiResponse(responseCode = "200", description = "The models, by name", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(LIST_EXAMPLE)))
	List<Model> list() {
		return this.registry.models();
	}

	@GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getModel", summary = "Show a model",
			description = "Its versions, and of the active one: alphabet, network, the request that trained it, "
					+ "accuracies, size and checksum of its weights.")
	@ApiResponse(responseCode = "200", description = "The model", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(MODEL_EXAMPLE)))
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model show(@Parameter(description = "The model's name", example = "seed") @PathVariable String name) {
		return this.registry.model(name);
	}

	@GetMapping(path = "/{name}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getModelVersion", summary = "Show a version",
			description = "The same as for a model, of any of its versions.")
	@ApiResponse(responseCode = "200", description = "The version", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					examples = @ExampleObject(VERSION_EXAMPLE)))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	ModelVersion version(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version) {
		return this.registry.find(name, version);
	}

	@PutMapping(path = "/{name}/active", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "activateModelVersion", summary = "Activate a version",
			description = "Makes another version answer the requests that name none: at once, and without a failed "
					+ "request. A finished training job does the same with its own version.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							examples = @ExampleObject("{\"version\": 1}"))))
	@ApiResponse(responseCode = "200", description = "The model with its new active version",
			useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(MODEL_EXAMPLE)))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model activate(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Valid @RequestBody Activation activation) {
		return this.registry.activate(name, activation.version());
	}

	@DeleteMapping(path = "/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteModel", summary = "Delete a model",
			description = "All of its versions; their numbers are not given again. Refused for the default model, and "
					+ "while a job for the model is under way.")
	@ApiResponse(responseCode = "204", description = "The model is gone")
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "409", description = "The model is the default one, or a job for it is under way")
	void delete(@Parameter(description = "The model's name", example = "caesar3") @PathVariable String name) {
		this.registry.delete(name);
	}

	@DeleteMapping(path = "/{name}/versions/{version}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteModelVersion", summary = "Delete a version",
			description = "One version with its weights. Refused for the active one: activate another one first.")
	@ApiResponse(responseCode = "204", description = "The version is gone")
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "409", description = "The version is active")
	void deleteVersion(@Parameter(description = "The model's name", example = "caesar3") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version) {
		this.registry.delete(name, version);
	}

}
