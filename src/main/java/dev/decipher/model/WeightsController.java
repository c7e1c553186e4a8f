package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Weights as files over HTTP.
 */
@RestController
@RequestMapping(path = "/models")
@Tag(name = "Models")
class WeightsController {

	private static final String IMPORTED = """
			{
			  "model": "imported",
			  "version": 1,
			  "createdAt": "2026-03-01T09:31:12.398Z",
			  "size": 5216,
			  "sha256": "6976f0e48b391e7a1e50c8fb6e36399d668f70c3d8dc97d289ab42dd85474b23",
			  "alphabet": "latin27",
			  "ciphertextAlphabet": "latin27",
			  "network": {"embedding": 5, "hidden": 10, "layers": 1, "bidirectional": false, "dropout": 0.0,
			              "headHidden": 0, "skip": false, "feedback": false, "attentionHeads": 0,
			              "attentionReach": 0, "headLayers": 0, "period": 0, "headProducts": false},
			  "parameters": 1112,
			  "kind": "cipher"
			}""";

	private final ModelRegistry registry;

	private final WeightsImport imports;

	WeightsController(ModelRegistry registry, WeightsImport imports) {
		this.registry = registry;
		this.imports = imports;
	}

	@GetMapping(path = "/{name}/versions/{version}/weights", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@Operation(operationId = "exportWeights", summary = "Download a version's weights",
			description = "A safetensors file with PyTorch's names, such as `embedding.weight`, `lstm.weight_ih_l0` and "
					+ "`linear.bias`; loaded into `torch.nn.Embedding`, `LSTM` and `Linear` these give the same "
					+ "probabilities. Its metadata names the network and the alphabets. The ETag is the file's SHA-256.")
	@ApiResponse(responseCode = "200", description = "The file", headers = {
			@Header(name = HttpHeaders.ETAG, description = "The file's SHA-256", schema = @Schema(type = "string")),
			@Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "A name for the file",
					schema = @Schema(type = "string")) },
			content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary")))
	@ApiResponse(responseCode = "304", description = "The file is the one that the client has", content = @Content)
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	ResponseEntity<Resource> download(
			@Parameter(description = "The model's name", example = "seed") @PathVariable String name,
			@Parameter(description = "The version's number", example = "1") @PathVariable int version,
			@Parameter(hidden = true) HttpMethod method) {
		ModelVersion found = this.registry.find(name, version);
		String file = name + "-" + version + ".safetensors";
		return ResponseEntity.ok()
			.eTag(found.sha256())
			.contentLength(found.size())
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
			// nothing is read to answer HEAD
			.body((method == HttpMethod.HEAD) ? null : new Weights(found));
	}

	@PutMapping(path = "/{name}/weights", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "importWeights", summary = "Import weights as a new version",
			description = "Takes a safetensors file as it is downloaded here, or one made elsewhere with tensors under "
					+ "the same names (F32, F64, F16 or BF16). Without metadata the network is told by the tensors' "
					+ "shapes, and the alphabets are `latin26` or `latin27` where there are so many symbols, or those "
					+ "named in the query. The new version answers from then on, as that of a finished job does; "
					+ "the model is made if there is none. What training would have told of a version, such as its "
					+ "accuracy, is left out.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
							schema = @Schema(type = "string", format = "binary"))))
	@ApiResponse(responseCode = "201", description = "The new version",
			headers = @Header(name = HttpHeaders.LOCATION, description = "The version's address",
					schema = @Schema(type = "string")),
			useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(IMPORTED)))
	@ApiResponse(responseCode = "429", description = "Other imports fill the memory")
	ResponseEntity<ModelVersion> upload(
			@Parameter(description = "The model that gets the version; a new one is made",
					example = "imported") @PathVariable @Pattern(regexp = ModelRegistry.NAME,
							message = "must be 1 to 64 lower-case letters, digits, dots, underscores and hyphens, a "
									+ "letter or digit first") String name,
			@Parameter(
					description = "The plaintext's alphabet, if the file names none: a well-known name, or JSON such "
							+ "as `{\"symbols\": \"0123456789\"}`",
					example = "latin27") @RequestParam(required = false) String alphabet,
			@Parameter(description = "The ciphertext's alphabet, likewise, if it is another",
					example = "latin27") @RequestParam(required = false) String ciphertext,
			@Parameter(hidden = true) InputStream body) throws IOException {
		ModelVersion version = this.imports.read(name, body, alphabet, ciphertext);
		return ResponseEntity.created(URI.create("/models/" + name + "/versions/" + version.version())).body(version);
	}

	/** A version's file in the database. */
	private final class Weights extends AbstractResource {

		private final ModelVersion version;

		Weights(ModelVersion version) {
			this.version = version;
		}

		@Override
		public InputStream getInputStream() {
			return WeightsController.this.registry.open(this.version);
		}

		@Override
		public long contentLength() {
			return this.version.size();
		}

		@Override
		public String getDescription() {
			return "weights of " + this.version.id();
		}

	}

}
