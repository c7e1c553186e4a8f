package dev.decipher.training;

import java.io.IOException;
import java.util.List;

import dev.decipher.job.Job;
import dev.decipher.training.data.DataRequest.Pair;
import dev.decipher.training.data.PairInput;
import dev.decipher.training.data.Upload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The description of {@link ReproduceController}. Its operation tells of both forms, as
 * that of {@link TrainApi} does.
 */
@Tag(name = "Models")
interface ReproduceApi {

	@Schema(description = "The pairs or the text that a version was trained on; neither for a cipher")
	record ReproduceRequest(
			@Nullable @Schema(description = "The pairs, in their order") List<@NotNull @Valid Pair> pairs,
			@Nullable @Schema(description = "The text", example = "Call me Ishmael. Some years ago") String corpus) {

		Upload upload() {
			return new Upload((this.pairs != null) ? PairInput.of(this.pairs) : null,
					(this.corpus != null) ? Upload.textOf(this.corpus) : null);
		}

	}

	@Schema(description = "The same in a file")
	record ReproduceUpload(
			@Schema(type = "string", format = "binary",
					description = "Pairs as in a form for `/train`; or else corpus") @Nullable String pairs,
			@Schema(type = "string", format = "binary",
					description = "Text in a language, in UTF-8, in place of pairs") @Nullable String corpus) {
	}

	@Operation(operationId = "reproduceModelVersion", summary = "Train a version again",
			description = "Starts a job that trains the version once more, by its `request` and seed and to its "
					+ "`lastStep`, and that makes no version. Its `result` says whether all weights are `equal`, bit "
					+ "for bit, or else the first `tensor` and `index` that differ, and which parts of the "
					+ "`provenance` do, such as `{\"threads\": {\"then\": 2, \"now\": 1}}`. The job has succeeded in "
					+ "either case.\n\n"
					+ "Pairs and corpora aren't kept, so they are sent again, as JSON or in a form: "
					+ "`curl -F pairs=@pairs.csv`. A version that was trained on a cipher needs no body.",
			requestBody = @RequestBody(required = false,
					content = { @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = ReproduceRequest.class),
							examples = @ExampleObject("@reproduce-pairs.json")),
							@Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
									schema = @Schema(implementation = ReproduceUpload.class),
									examples = @ExampleObject(name = "pairs as CSV",
											value = "@reproduce-upload.json")) }))
	@ApiResponse(responseCode = "202", description = "The job, which waits or runs",
			headers = @Header(name = "Location", description = "The job's address", schema = @Schema(type = "string")),
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("@reproduce-job.json")))
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "409",
			description = "The version was imported, or what it was trained on or from is missing or another, or it was "
					+ "deleted meanwhile")
	@ApiResponse(responseCode = "429", description = "Too many jobs wait already")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	ResponseEntity<Job> reproduce(@Parameter(description = "The model's name", example = "unknown") String name,
			@Parameter(description = "The version's number", example = "1") int version,
			@Nullable ReproduceRequest request) throws IOException;

}
