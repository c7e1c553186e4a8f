package dev.decipher.training;

import java.io.IOException;

import dev.decipher.job.IdempotencyKey;
import dev.decipher.job.Job;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The description of {@link TrainController}. Its operation tells of both forms, since an
 * API's description has one operation for a path and a method.
 */
@Tag(name = "Training", description = "Teach the service a cipher")
interface TrainApi {

	@Schema(description = "A request with its pairs in a file")
	record TrainUpload(
			@Schema(description = "What to learn, and how; its data without a cipher and without pairs, "
					+ "or left out") TrainRequest request,
			@Schema(type = "string", format = "binary",
					description = "CSV with commas, semicolons or tabs, and a header that names the columns ciphertext "
							+ "and plaintext or these two columns alone in this order, or NDJSON with these keys, "
							+ "whatever the file is called; in UTF-8, or in UTF-16 with its mark; or else corpus") @Nullable String pairs,
			@Schema(type = "string", format = "binary",
					description = "Text in a language, in UTF-8, in place of pairs") @Nullable String corpus) {
	}

	@Operation(operationId = "train", summary = "Train a model",
			description = "Starts a job that learns a cipher, from its name or from pairs of ciphertext and plaintext "
					+ "alone, and answers at once. Only `model` and `data` are needed: what is left out is chosen, and "
					+ "the job's `request` shows it. When the job has succeeded, its version is stored and active.\n\n"
					+ "Pairs may also come as a file of up to 1 GB, in a form of two parts, as "
					+ "`curl -F 'request={\"model\": \"unknown\"}' -F pairs=@pairs.csv` sends it: "
					+ "`request` is then the JSON without `data.pairs`, and `data` may be left out of it.\n\n"
					+ "A text in a language, as `data.corpus` or as a part `corpus` in place of `pairs`, makes a version "
					+ "of kind `language`, by which `/solve` solves: "
					+ "`curl -F 'request={\"model\": \"german\"}' -F corpus=@text.txt`. Its letters are those that occur "
					+ "(all of A to Z if most are of these), unless `data.alphabet` names them.",
			requestBody = @RequestBody(required = true, content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = TrainRequest.class),
							examples = { @ExampleObject(name = "a cipher by its name", value = """
									{"model": "caesar3", "data": {"cipher": {"type": "caesar", "shift": 3}}}"""),
									@ExampleObject(name = "pairs of an unknown cipher", value = "@train-pairs.json"),
									@ExampleObject(name = "a language from a text", value = "@train-language.json"),
									@ExampleObject(name = "everything chosen by hand", value = "@train-all.json") }),
					@Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
							schema = @Schema(implementation = TrainUpload.class),
							examples = @ExampleObject(name = "pairs as CSV", value = "@train-upload.json")) }))
	@ApiResponse(responseCode = "202", description = "The job, which waits or runs",
			headers = @Header(name = "Location", description = "The job's address", schema = @Schema(type = "string")),
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("@train-job.json")))
	@ApiResponse(responseCode = "404", description = "There is no version to go on from")
	@ApiResponse(responseCode = "409",
			description = "The model is a language, and this a cipher, or the reverse; or the job that the "
					+ "Idempotency-Key has made was deleted, or the version to go on from was meanwhile")
	@ApiResponse(responseCode = "422", description = "The Idempotency-Key came with another request before")
	@ApiResponse(responseCode = "429", description = "Too many jobs wait already")
	@ApiResponse(responseCode = "503", description = "The default model, to go on from, is still being trained")
	ResponseEntity<Job> train(TrainRequest request,
			@Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER,
					description = "Any text of the client's that it has not used before, such as a UUID: for a day the "
							+ "same request with the same key makes no second job, but is answered with the first one, "
							+ "and another request is refused. So a request whose answer was lost can be sent again",
					schema = @Schema(type = "string", pattern = IdempotencyKey.PATTERN),
					example = "8e03978e-40d5-43dd-bc93-6894a57f9324") @Nullable String key)
			throws IOException;

}
