package dev.decipher.model;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;

/** The description of {@link ModelController}. */
@Tag(name = "Models", description = "What training has made: models and their versions")
interface ModelApi {

	String NO_MODEL = "There is no such model";

	String NO_VERSION = "There is no such model or version";

	String NOT_READY = "The default model is still being trained";

	@Schema(description = "Which version shall answer")
	record Activation(@NotNull @Schema(description = "One of the model's versions", example = "1") Integer version) {
	}

	@Operation(operationId = "listModels", summary = "List the models",
			description = "Every model by name, with all about its active version.")
	@ApiResponse(responseCode = "200", description = "The models, by name", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("[\"@model.json\"]")))
	List<Model> list();

	@Operation(operationId = "getModel", summary = "Show a model",
			description = "Its versions, and of the active one: alphabet, network, the request that trained it, "
					+ "accuracies, size and checksum of its weights.")
	@ApiResponse(responseCode = "200", description = "The model", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@model.json")))
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model show(@Parameter(description = "The model's name", example = "seed") String name);

	@Operation(operationId = "getModelVersion", summary = "Show a version",
			description = "The same as for a model, of any of its versions.")
	@ApiResponse(responseCode = "200", description = "The version", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@version.json")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	ModelVersion version(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The version's number", example = "1") int version);

	@Operation(operationId = "activateModelVersion", summary = "Activate a version",
			description = "Makes another version answer the requests that name none: at once, and without a failed "
					+ "request. A finished training job does the same with its own version.",
			requestBody = @RequestBody(required = true,
					content = @Content(examples = @ExampleObject("{\"version\": 1}"))))
	@ApiResponse(responseCode = "200", description = "The model with its new active version",
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("@model.json")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model activate(@Parameter(description = "The model's name", example = "seed") String name, Activation activation);

	@Operation(operationId = "deleteModel", summary = "Delete a model",
			description = "All of its versions; their numbers are not given again. Refused for the default model, and "
					+ "while a job for the model is under way.")
	@ApiResponse(responseCode = "204", description = "The model is gone")
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "409", description = "The model is the default one, or a job for it is under way")
	void delete(@Parameter(description = "The model's name", example = "caesar3") String name);

	@Operation(operationId = "deleteModelVersion", summary = "Delete a version",
			description = "One version with its weights. Refused for the active one: activate another one first.")
	@ApiResponse(responseCode = "204", description = "The version is gone")
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "409", description = "The version is active")
	void deleteVersion(@Parameter(description = "The model's name", example = "caesar3") String name,
			@Parameter(description = "The version's number", example = "1") int version);

}
