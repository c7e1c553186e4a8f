package dev.decipher.decrypt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
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

	/**
	 * What some editors put in front of a file: a sign of its encoding, not of its text.
	 */
	private static final String BYTE_ORDER_MARK = "\ufeff";

	private final Decrypter decrypter;

	private final DecryptProperties limits;

	private final TextStream stream;

	DecryptController(Decrypter decrypter, DecryptProperties limits, TextStream stream) {
		this.decrypter = decrypter;
		this.stream = stream;
		this.limits = limits;
	}

	@Schema(description = "A text to decrypt")
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

	@Schema(description = "Texts to decrypt")
	record BatchRequest(
			@NotNull @Schema(description = "The ciphertexts",
					requiredMode = Schema.RequiredMode.REQUIRED) List<@NotNull String> texts,
			@Nullable @Schema(description = "The model; the default one unless named", example = "seed") String model,
			@Nullable @Schema(description = "One of its versions; the active one unless named",
					example = "1") Integer version) {
	}

	@Schema(description = "Decrypted texts")
	record BatchResponse(@Schema(description = "Which model decrypted them", example = "seed") String model,
			@Schema(description = "Which of its versions", example = "1") int version,
			@Schema(description = "In the order of the texts") List<BatchResult> results) {
	}

	@Schema(description = "One of the decrypted texts")
	record BatchResult(@Schema(description = "The plaintext", example = "SECRET") String text,
			@Schema(description = "Mean probability of the chosen symbols; null where the network saw none", types = {
					"number", "null" }, requiredMode = Schema.RequiredMode.REQUIRED,
					example = "0.999") @Nullable Float confidence){
	}

	/*
	 * The description tells of both forms here, since an API's description has one
	 * operation for a path and a method: what it would make of two handlers is a muddle.
	 */
	@PostMapping(path = "/decrypt", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "decrypt", summary = "Decrypt a text",
			description = "Sent as JSON, a text comes back as JSON with how sure the network is. Sent as `text/plain`, "
					+ "it comes back as `text/plain`: the body is then one message, line breaks in it pass through, and "
					+ "`model` and `version` are taken from the query, which JSON leaves unused. "
					+ "What comes back has the media type of what was sent, so that is the one to accept. "
					+ "What a model's ciphertexts are made of its version tells: where these are tokens, white space "
					+ "parts them; where `layout` has a key, that stands in front, `KEY:CIPHERTEXT`, and what comes back "
					+ "leaves it out.",
			parameters = {
					@Parameter(name = "model", in = ParameterIn.QUERY,
							description = "For `text/plain` only: the model; the default one unless named",
							schema = @Schema(type = "string"), example = "seed"),
					@Parameter(name = "version", in = ParameterIn.QUERY,
							description = "For `text/plain` only: one of its versions; the active one unless named",
							schema = @Schema(type = "integer", format = "int32"), example = "1") },
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DecryptRequest.class),
							examples = { @ExampleObject(name = "a text alone", value = "{\"text\": \"ERPDRF\"}"),
									@ExampleObject(name = "with everything", value = """
											{"text": "ERPDRF", "model": "seed", "version": 1, "alternatives": 3}""") }),
					@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
							examples = @ExampleObject(name = "a text by itself", value = "FUVEMVEMNMERPDRF")) }))
	@ApiResponse(responseCode = "200", description = "The plaintext", content = {
			@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Decryption.class),
					examples = { @ExampleObject(name = "a text alone", value = """
							{"text": "SECRET", "model": "seed", "version": 1, "confidence": 0.999}"""),
							@ExampleObject(name = "with alternatives", value = """
									{
									  "text": "SE",
									  "model": "seed",
									  "version": 1,
									  "confidence": 0.999,
									  "symbols": [
									    {"ciphertext": "E", "plaintext": "S", "confidence": 0.9990,
									     "alternatives": [{"plaintext": "R", "confidence": 0.0004}]},
									    {"ciphertext": "R", "plaintext": "E", "confidence": 0.9991,
									     "alternatives": [{"plaintext": "D", "confidence": 0.0003}]}
									  ]
									}""") }),
			@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
					examples = @ExampleObject(name = "a text by itself", value = "THIS-IS-A-SECRET")) })
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	Decryption decrypt(@Valid @RequestBody DecryptRequest request) {
		return InvalidInput.under("/text",
				() -> this.decrypter.decrypt(request.text(), new Decrypter.Options(request.model(), request.version(),
						(request.alternatives() != null) ? request.alternatives() : 0, false)));
	}

	@PostMapping(path = "/decrypt", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(hidden = true)
	ResponseEntity<String> decryptText(@RequestBody(required = false) byte @Nullable [] body,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable MediaType type,
			@RequestParam(required = false) String model, @RequestParam(required = false) Integer version)
			throws HttpMediaTypeNotSupportedException {
		if (type == null) { // Spring lets a request without a body pass that names no
							// type
			throw new HttpMediaTypeNotSupportedException((MediaType) null,
					List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN));
		}
		String text = (body != null) ? text(body, type.getCharset()) : "";
		Decryption decryption = this.decrypter.decrypt(text, new Decrypter.Options(model, version, 0, true));
		return ResponseEntity.ok().contentType(UTF8_TEXT).body(decryption.text());
	}

	private String text(byte[] body, @Nullable Charset charset) {
		Charset named = (charset != null) ? charset : StandardCharsets.UTF_8;
		// no Unicode charset has more bytes for a character
		if (body.length > 4L * this.limits.maxSymbols()) {
			throw Problem
				.tooLarge("%,d bytes are more than %,d symbols".formatted(body.length, this.limits.maxSymbols()));
		}
		try {
			// refuses what is malformed
			String text = named.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw InvalidInput.at("", "must be text in " + named.name());
		}
	}

	@PostMapping(path = "/decrypt/batch", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "decryptBatch", summary = "Decrypt many texts",
			description = "Texts share passes through the network, which makes many short ones cheap. "
					+ "The results stand in the order of the texts. Sent as `application/x-ndjson`, a text a line, they "
					+ "come back a line each while others are still being sent, without any limit to their number: "
					+ "`model` and `version` are then taken from the query, which JSON leaves unused. The line of a "
					+ "text that can't be decrypted tells why; blank lines are left out.",
			parameters = {
					@Parameter(name = "model", in = ParameterIn.QUERY,
							description = "For `application/x-ndjson` only: the model; the default one unless named",
							schema = @Schema(type = "string"), example = "seed"),
					@Parameter(name = "version", in = ParameterIn.QUERY,
							description = "For `application/x-ndjson` only: one of its versions; the active one unless "
									+ "named",
							schema = @Schema(type = "integer", format = "int32"), example = "1") },
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = { @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = BatchRequest.class),
					examples = @ExampleObject("""
							{"texts": ["ERPDRF", "FUVEMVEMNMERPDRF", "FUVEMVEMN-AFURDMERPDRF"], "model": "seed"}""")),
					@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
							schema = @Schema(implementation = TextStream.TextLine.class), examples = @ExampleObject("""
									{"text": "ERPDRF"}""")) }))
	@ApiResponse(responseCode = "200", description = "The plaintexts, in the order of the texts",
			content = { @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
					schema = @Schema(implementation = TextStream.ResultLine.class), examples = @ExampleObject("""
							{"text": "SECRET", "confidence": 0.999}""")),
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = BatchResponse.class), examples = @ExampleObject("""
									{
									  "model": "seed",
									  "version": 1,
									  "results": [
									    {"text": "SECRET", "confidence": 0.999},
									    {"text": "THIS-IS-A-SECRET", "confidence": 0.998},
									    {"text": "THIS-IS-ANOTHER-SECRET", "confidence": 0.998}
									  ]
									}""")) })
	@ApiResponse(responseCode = "404", description = "There is no such model or version")
	@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
	@ApiResponse(responseCode = "503", description = "The default model is still being trained")
	BatchResponse decryptBatch(@Valid @RequestBody BatchRequest request) {
		Decrypter.Batch batch = InvalidInput.under("/texts", () -> this.decrypter.decrypt(request.texts(),
				new Decrypter.Options(request.model(), request.version(), 0, false)));
		return new BatchResponse(batch.model(), batch.version(),
				batch.results().stream().map((result) -> new BatchResult(result.text(), result.confidence())).toList());
	}

	@PostMapping(path = "/decrypt/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE,
			produces = MediaType.APPLICATION_NDJSON_VALUE)
	@Operation(hidden = true)
	void decryptStream(@RequestParam(required = false) String model, @RequestParam(required = false) Integer version,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.decrypter.decryptInPieces(new Decrypter.Options(model, version, 0, false), (decrypt) -> {
			response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
			this.stream.transfer(request.getInputStream(), response.getOutputStream(), decrypt);
		});
	}

}
