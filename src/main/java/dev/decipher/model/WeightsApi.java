package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The description of {@link WeightsController}. */
@Tag(name = "Models")
interface WeightsApi {

	/** The answers to a download, but for that where there is nothing. */
	@ApiResponse(responseCode = "200", description = "The file", headers = {
			@Header(name = HttpHeaders.ETAG, description = "The file's SHA-256", schema = @Schema(type = "string")),
			@Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "A name for the file",
					schema = @Schema(type = "string")) },
			content = @Content(schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "206", description = "The bytes that the Range header asks for", content = {
			@Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary")),
			@Content(mediaType = "multipart/byteranges", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "304", description = "The file is the one that the client has", content = @Content)
	@ApiResponse(responseCode = "412", description = "The file is another than the If-Match header asks for")
	@ApiResponse(responseCode = "416", description = "The file has no such range of bytes")
	@ApiResponse(responseCode = "503", description = ModelApi.NOT_READY)
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface FileAnswers {

	}

	@Operation(operationId = "exportWeights", summary = "Download a version's weights",
			description = "A safetensors file with PyTorch's names, such as `embedding.weight`, `lstm.weight_ih_l0` and "
					+ "`linear.bias`; loaded into `torch.nn.Embedding`, `LSTM` and `Linear` these give the same "
					+ "probabilities. Its metadata names the network and the alphabets. The ETag is the file's SHA-256.")
	@FileAnswers
	@ApiResponse(responseCode = "404", description = ModelApi.NO_VERSION)
	ResponseEntity<Resource> download(@Parameter(description = "The model's name", example = "seed") String name,
			@Parameter(description = "The version's number", example = "1") int version, HttpServletRequest request);

	@Operation(operationId = "exportActiveWeights", summary = "Download weights by a model's name or an alias",
			description = "The same file, of the model's active version, or as `name@alias` of the alias's. The file's "
					+ "name tells which version it is of.")
	@FileAnswers
	@ApiResponse(responseCode = "404", description = ModelApi.NO_MODEL)
	ResponseEntity<Resource> downloadActive(
			@Parameter(description = ModelApi.NAME_OR_ALIAS, example = "seed") String name, HttpServletRequest request);

	@Operation(operationId = "importWeights", summary = "Import weights as a new version",
			description = "Takes a safetensors file as it is downloaded here, or one made elsewhere with tensors under "
					+ "the same names (F32, F64, F16 or BF16). Without metadata the network is told by the tensors' "
					+ "shapes, and the alphabets are `latin26` or `latin27` where there are so many symbols, or those "
					+ "named in the query. The new version answers from then on, as that of a finished job does; "
					+ "the model is made if there is none. What training would have told of a version, such as its "
					+ "accuracy, is left out.",
			requestBody = @RequestBody(required = true,
					content = @Content(schema = @Schema(type = "string", format = "binary"))))
	@ApiResponse(responseCode = "201", description = "The new version",
			headers = @Header(name = HttpHeaders.LOCATION, description = "The version's address",
					schema = @Schema(type = "string")),
			useReturnTypeSchema = true, content = @Content(examples = @ExampleObject("@imported-version.json")))
	@ApiResponse(responseCode = "409", description = "The model is a language")
	@ApiResponse(responseCode = "429", description = "Other imports fill the memory")
	ResponseEntity<ModelVersion> upload(
			@Parameter(description = "The model that gets the version; a new one is made",
					example = "imported") @Pattern(regexp = ModelRegistry.NAME,
							message = "must be 1 to 64 lower-case letters, digits, dots, underscores and hyphens, a "
									+ "letter or digit first") String name,
			@Parameter(
					description = "The plaintext's alphabet, if the file names none: a well-known name, or JSON such "
							+ "as `{\"symbols\": \"0123456789\"}`",
					example = "latin27") String alphabet,
			@Parameter(description = "The ciphertext's alphabet, likewise, if it is another",
					example = "latin27") String ciphertext,
			@Parameter(
					description = "Whether the version becomes the active one; a model's first does in any case. "
							+ "False keeps what is active, and is what needs no admin",
					example = "true") @Nullable Boolean activate,
			InputStream body) throws IOException;

}
