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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The description of {@link ModelController}. */
@Tag(name = "Models", description = "What training has made: models and their versions")
interface ModelApi {

	String NO_MODEL = "There is no such model";

	String NO_VERSION = "There is no such model or version";

	String NAME_OR_ALIAS = "The model's name, or `name@alias`";

	String NOT_READY = "The default model is still being trained";

	@Schema(description = "Which version shall answer")
	record Activation(@NotNull @Schema(description = "One of the model's versions", example = "1") Integer version) {
	}

	@Schema(description = "Which version shall have an alias")
	record AliasedVersion(
			@NotNull @Schema(description = "One of the model's versions", example = "1") Integer version) {
	}

	@Operation(operationId = "listModels", summary = "List the models",
			description = "Every model by name, with all about its active version.")
	@ApiResponse(responseCode = "200", description = "The models, by name", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("[\"@model.json\"]")))
	List<Model> list(@Parameter(description = "Only models of which some version has this tag",
			example = "reviewed") @Nullable String tag);

	@Operation(operationId = "getModel", summary = "Show a model",
			description = "Its versions and aliases, and of the active version: alphabet, network, the request that "
					+ "trained it, accuracies, what made it, size and checksum of its weights. As `name@alias` all "
					+ "that is said of the alias's version instead.")
	@ApiResponse(responseCode = "200", description = "The model", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@model.json")))
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model show(@Parameter(description = NAME_OR_ALIAS, example = "seed") String name);

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
	Model activate(@Parameter(description = "The model's name", example = "seed") String name,
			@Valid Activation activation);

	@Operation(operationId = "getModelHistory", summary = "See who activated which version when",
			description = "Every time that a version became the active one, newest first, page by page. It stays when "
					+ "the version is deleted, and goes with the model.")
	@ApiResponse(responseCode = "200", description = "The activations, newest first", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("""
					[{"version": 1, "activatedAt": "2026-03-02T08:15:00.031Z", "cause": "REQUEST", "by": "operator"},
					{"version": 2, "activatedAt": "2026-03-01T10:02:40.518Z", "cause": "JOB",
					"job": "5d4f6f0e-92f5-4a55-8f43-6f0a5f0f2a1c"},
					{"version": 1, "activatedAt": "2026-03-01T09:31:12.398Z", "cause": "FIRST",
					"job": "3f0c1a52-7d8e-4b6a-9a57-0d7c2f4be913"}]""")))
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	List<ActivationRecord> history(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "Which page, counted from 0", example = "0") @Min(0) int page,
			@Parameter(description = "How many on a page", example = "20") @Min(1) @Max(100) int size);

	@Operation(operationId = "describeModelVersion", summary = "Describe a version",
			description = "Gives a version a description and tags, for people: nothing is done by them. A field that is "
					+ "left out stays as it is, and null takes it away.",
			requestBody = @RequestBody(required = true, content = @Content(examples = @ExampleObject("""
					{"description": "trained for the spring letters", "tags": ["reviewed"]}"""))))
	@ApiResponse(responseCode = "200", description = "The version as it is now", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@version.json")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	ModelVersion describe(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The version's number", example = "1") int version, @Valid VersionChanges changes);

	@Operation(operationId = "setModelAlias", summary = "Give a version an alias",
			description = "From then on `name@alias` is that version wherever a model is read. An alias that another "
					+ "version of the model has moves at once, and without a failed request.",
			requestBody = @RequestBody(required = true,
					content = @Content(examples = @ExampleObject("{\"version\": 1}"))))
	@ApiResponse(responseCode = "200", description = "The model with its aliases", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@model.json")))
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "503", description = NOT_READY)
	Model addAlias(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The alias", example = "best") @Pattern(regexp = ModelReference.ALIAS,
					message = "must be 1 to 32 lower-case letters, digits and hyphens, a letter first") String alias,
			@Valid AliasedVersion aliased);

	@Operation(operationId = "deleteModelAlias", summary = "Delete an alias", description = "The version stays.")
	@ApiResponse(responseCode = "204", description = "The alias is gone")
	@ApiResponse(responseCode = "404", description = "There is no such model or alias")
	@ApiResponse(responseCode = "503", description = NOT_READY)
	void deleteAlias(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The alias", example = "best") String alias);

	@Operation(operationId = "deleteModel", summary = "Delete a model",
			description = "All of its versions; their numbers are not given again. Refused for the default model, and "
					+ "while a job for the model is under way.")
	@ApiResponse(responseCode = "204", description = "The model is gone")
	@ApiResponse(responseCode = "404", description = NO_MODEL)
	@ApiResponse(responseCode = "409", description = "The model is the default one, or a job for it is under way")
	void delete(@Parameter(description = "The model's name", example = "caesar3") String name);

	@Operation(operationId = "deleteModelVersion", summary = "Delete a version",
			description = "One version with its weights. Refused for the active one and for one that has an alias.")
	@ApiResponse(responseCode = "204", description = "The version is gone")
	@ApiResponse(responseCode = "404", description = NO_VERSION)
	@ApiResponse(responseCode = "409", description = "The version is active, or has an alias")
	void deleteVersion(@Parameter(description = "The model's name", example = "caesar3") String name,
			@Parameter(description = "The version's number", example = "1") int version);

}
