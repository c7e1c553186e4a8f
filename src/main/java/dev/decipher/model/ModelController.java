package dev.decipher.model;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
@Tag(name = "Models", description = "Trained models and their versions")
class ModelController {

	private final ModelRegistry registry;

	ModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	record Activation(@NotNull @Schema(description = "One of the model's versions", example = "1",
			requiredMode = Schema.RequiredMode.REQUIRED) Integer version) {
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "List the models", description = "Every model by name, with all about its active version.")
	List<Model> list() {
		return this.registry.models();
	}

	@GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Show a model",
			description = "Its versions, and of the active one: alphabet, network, the request that trained it, "
					+ "accuracies, size and checksum of its weights.")
	Model show(@Parameter(description = "The model's name", example = "seed") @PathVariable String name) {
		return this.registry.model(name);
	}

	@GetMapping(path = "/{name}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Show a version", description = "The same as for a model, of any of its versions.")
	ModelVersion version(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version) {
		return this.registry.find(name, version);
	}

	@PutMapping(path = "/{name}/active", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Activate a version",
			description = "Makes another version answer the requests that name none: at once, and without a failed "
					+ "request. A finished training job does the same with its own version.")
	@ApiResponse(responseCode = "200", description = "The model with its new active version",
			useReturnTypeSchema = true)
	Model activate(@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Valid @RequestBody Activation activation) {
		return this.registry.activate(name, activation.version());
	}

	@DeleteMapping(path = "/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a model",
			description = "All of its versions; their numbers are not given again. Refused for the default model, and "
					+ "while a job for the model is under way.")
	@ApiResponse(responseCode = "204", description = "The model is gone")
	@ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
	void delete(@Parameter(description = "The model's name", example = "caesar3") @PathVariable String name) {
		this.registry.delete(name);
	}

	@DeleteMapping(path = "/{name}/versions/{version}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a version", description = "Refused for the active one.")
	@ApiResponse(responseCode = "204", description = "The version is gone")
	@ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
	void deleteVersion(@Parameter(description = "The model's name", example = "caesar3") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version) {
		this.registry.delete(name, version);
	}

}
