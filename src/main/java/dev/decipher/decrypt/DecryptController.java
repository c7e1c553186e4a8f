package dev.decipher.decrypt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decrypting over HTTP.
 */
@RestController
@Tag(name = "Decrypting", description = "Decrypt with a trained model")
class DecryptController {

	private static final MediaType UTF8_TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final Decrypter decrypter;

	private final DecryptProperties limits;

	DecryptController(Decrypter decrypter, DecryptProperties limits) {
		this.decrypter = decrypter;
		this.limits = limits;
	}

	record DecryptRequest(
			@NotNull @Schema(description = "The ciphertext", example = "ERPDRF",
					requiredMode = Schema.RequiredMode.REQUIRED) String text,
			@Nullable @Schema(description = "The model; the default one unless named", example = "seed") String model,
			@Nullable @Schema(description = "One of its versions; the active one unless named",
					example = "1") Integer version,
			@Nullable @Range(min = 0, max = 255, message = "must be between {min} and {max}") @Schema(
					description = "How many more symbols to show for each position; with 1 or more each position "
							+ "is shown by itself",
					example = "3") Integer alternatives) {
	}

	record BatchRequest(
			@NotNull @Schema(description = "The ciphertexts",
					requiredMode = Schema.RequiredMode.REQUIRED) List<@NotNull String> texts,
			@Nullable @Schema(description = "The model; the default one unless named", example = "seed") String model,
			@Nullable @Schema(description = "One of its versions; the active one unless named",
					example = "1") Integer version) {
	}

	record BatchResponse(@Schema(example = "seed") String model, @Schema(example = "1") int version,
			List<BatchResult> results) {
	}

	record BatchResult(@Schema(example = "SECRET") String text,
			@Schema(description = "Mean probability of the chosen symbols; null where the network saw none",
					example = "0.999") @Nullable Float confidence) {
	}

	@PostMapping(path = "/decrypt", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Decrypt a text",
			description = "Sent as JSON, a text comes back as JSON with how sure the network is. Sent as `text/plain`, "
					+ "it comes back as `text/plain`: `model` and `version` are then query parameters, the body is one "
					+ "message, and line breaks pass through.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE,
					examples = { @ExampleObject(name = "a text alone", value = "{\"text\": \"ERPDRF\"}"),
							@ExampleObject(name = "with everything", value = """
									{"text": "ERPDRF", "model": "seed", "version": 1, "alternatives": 3}""") })))
	@ApiResponse(responseCode = "200", description = "The plaintext", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	Decryption decrypt(@Valid @RequestBody DecryptRequest request) {
		return InvalidInput.under("/text",
				() -> this.decrypter.decrypt(request.text(), new Decrypter.Options(request.model(), request.version(),
						(request.alternatives() != null) ? request.alternatives() : 0, false)));
	}

	@PostMapping(path = "/decrypt", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(summary = "Decrypt a text",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
					content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
							examples = @ExampleObject(name = "a text by itself", value = "FUVEMVEMNMERPDRF"))))
	@ApiResponse(responseCode = "200", description = "The plaintext",
			content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
					examples = @ExampleObject("THIS-IS-A-SECRET")))
	ResponseEntity<String> decryptText(@RequestBody(required = false) byte @Nullable [] body,
			@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@Parameter(description = "The model, for `text/plain`; the default one unless named",
					example = "seed") @RequestParam(required = false) String model,
			@Parameter(description = "One of its versions, for `text/plain`; the active one unless named",
					example = "1") @RequestParam(required = false) Integer version) {
		String text = (body != null) ? text(body, type.getCharset()) : "";
		Decryption decryption = this.decrypter.decrypt(text, new Decrypter.Options(model, version, 0, true));
		return ResponseEntity.ok().contentType(UTF8_TEXT).body(decryption.text());
	}

	private String text(byte[] body, @Nullable Charset charset) {
		Charset named = (charset != null) ? charset : StandardCharsets.UTF_8;
		if (body.length > 4L * this.limits.maxSymbols()) { // no charset has more bytes
															// for a character
			throw Problem
				.tooLarge("%,d bytes are more than %,d symbols".formatted(body.length, this.limits.maxSymbols()));
		}
		try {
			return named.newDecoder().decode(ByteBuffer.wrap(body)).toString(); // refuses
																				// what is
																				// malformed
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at("", "must be text in " + named.name());
		}
	}

	@PostMapping(path = "/decrypt/batch", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Decrypt many texts",
			description = "Texts of like length share a pass through the network, which makes many short ones cheap. "
					+ "The results stand in the order of the texts.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
							{"texts": ["ERPDRF", "FUVEMVEMNMERPDRF", "FUVEMVEMN-AFURDMERPDRF"], "model": "seed"}"""))))
	@ApiResponse(responseCode = "200", description = "The plaintexts", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	BatchResponse decryptBatch(@Valid @RequestBody BatchRequest request) {
		Decrypter.Batch batch = InvalidInput.under("/texts", () -> this.decrypter.decrypt(request.texts(),
				new Decrypter.Options(request.model(), request.version(), 0, false)));
		return new BatchResponse(batch.model(), batch.version(),
				batch.results().stream().map((result) -> new BatchResult(result.text(), result.confidence())).toList());
	}

}
