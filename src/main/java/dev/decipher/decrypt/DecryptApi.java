package dev.decipher.decrypt;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Plausibility;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * The description of {@link DecryptController}. Each operation tells of both its forms,
 * since an API's description has one operation for a path and a method: what it would
 * make of two handlers is a muddle.
 */
@Tag(name = "Decrypting", description = "Decrypt with a trained model")
@ApiResponse(responseCode = "404", description = "There is no such model or version")
@ApiResponse(responseCode = "409", description = "The model is a language, which decrypts nothing")
@ApiResponse(responseCode = "503", description = "The default model is still being trained")
interface DecryptApi {

	/** Describes the language. */
	String LANGUAGE = "Adds how plausible the plaintext is as text in this language, or in any that is built in for "
			+ "`auto`: a model with the wrong key is sure of what it says, and wrong";

	@Schema(description = "A text to decrypt")
	record DecryptRequest(@NotNull @Schema(description = "The ciphertext", example = "ERPDRF") String text,
			@Nullable @Schema(description = "The model, or `name@alias`; the default one unless named",
					example = "seed") String model,
			@Nullable @Schema(description = "One of its versions; the active one unless named",
					example = "1") Integer version,
			@Nullable @Schema(
					description = "In place of a model: the cipher with its key, to decipher by rule") Cipher cipher,
			@Nullable @Schema(
					description = "With a cipher: the plaintext's alphabet; the cipher's own unless named") Alphabet alphabet,
			@Nullable @Schema(description = "With a cipher: which of the text's characters are symbols",
					example = "letters") CharacterRule characters,
			@Nullable @Range(min = 0, max = 255, message = "must be between {min} and {max}") @Schema(
					description = "How many more symbols to show for each position; with 1 or more each position "
							+ "is shown by itself",
					example = "3") Integer alternatives,
			@Nullable @Schema(description = DecryptApi.LANGUAGE, example = "auto") String language) {
	}

	@Schema(description = "Texts to decrypt")
	record BatchRequest(@NotNull @Schema(description = "The ciphertexts") List<@NotNull String> texts,
			@Nullable @Schema(description = "The model, or `name@alias`; the default one unless named",
					example = "seed") String model,
			@Nullable @Schema(description = "One of its versions; the active one unless named",
					example = "1") Integer version,
			@Nullable @Schema(
					description = "In place of a model: the cipher with its key, to decipher by rule") Cipher cipher,
			@Nullable @Schema(
					description = "With a cipher: the plaintexts' alphabet; the cipher's own unless named") Alphabet alphabet,
			@Nullable @Schema(description = "With a cipher: which of the texts' characters are symbols",
					example = "letters") CharacterRule characters,
			@Nullable @Schema(description = DecryptApi.LANGUAGE, example = "auto") String language) {
	}

	@Schema(description = "Decrypted texts")
	record BatchResponse(
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Which model decrypted them",
					example = "seed") String model,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Which of its versions",
					example = "1") Integer version,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					description = "In place of model and version: the cipher whose rule deciphered them") Cipher cipher,
			@Schema(description = "In the order of the texts") List<BatchResult> results) {
	}

	@Schema(description = "One of the decrypted texts")
	record BatchResult(@Schema(description = "The plaintext", example = "SECRET") String text,
			@Schema(description = "Mean probability of the chosen symbols; null where the network saw none", types = {
					"number", "null" }, requiredMode = Schema.RequiredMode.REQUIRED,
					example = "0.999") @Nullable Float confidence,
			@JsonUnwrapped Plausibility.@Nullable Judgement judgement){
	}

	@Operation(operationId = "decrypt", summary = "Decrypt a text",
			description = "Sent as JSON, a text comes back as JSON with how sure the network is. Sent as `text/plain`, "
					+ "it comes back as `text/plain`: the body is then one message, line breaks in it pass through, and "
					+ "`model` and `version` are taken from the query, which JSON leaves unused. "
					+ "What comes back has the media type of what was sent, so that is the one to accept. "
					+ "What a model's ciphertexts are made of its version tells: where these are tokens, white space "
					+ "parts them; where `layout` has a key, that stands in front, `KEY:CIPHERTEXT`, and what comes back "
					+ "leaves it out. With a `cipher` and its key in place of a model, the text is deciphered by "
					+ "rule, and nothing is learned or guessed.",
			parameters = { @Parameter(name = "model", in = ParameterIn.QUERY,
					description = "For `text/plain` only: the model, or `name@alias`; the default one unless named",
					schema = @Schema(type = "string"), example = "seed"),
					@Parameter(name = "version", in = ParameterIn.QUERY,
							description = "For `text/plain` only: one of its versions; the active one unless named",
							schema = @Schema(type = "integer", format = "int32"), example = "1"),
					@Parameter(name = "cipher", in = ParameterIn.QUERY,
							description = "For `text/plain` only, in place of a model: the cipher with its key, as JSON",
							content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
									schema = @Schema(implementation = Cipher.class),
									examples = @ExampleObject("{\"type\": \"rot13\"}"))),
					@Parameter(name = "alphabet", in = ParameterIn.QUERY,
							description = "With `cipher`: the plaintext's alphabet, by name or as JSON",
							schema = @Schema(type = "string"), example = "latin26"),
					@Parameter(name = "characters", in = ParameterIn.QUERY,
							description = "With `cipher`: which characters are symbols, `letters` or `all`",
							schema = @Schema(type = "string", allowableValues = { "letters", "all" }),
							example = "letters") },
			requestBody = @RequestBody(required = true, content = {
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DecryptRequest.class),
							examples = { @ExampleObject(name = "a text alone", value = "{\"text\": \"ERPDRF\"}"),
									@ExampleObject(name = "by rule", value = """
											{"text": "LXFOPV", "cipher": {"type": "vigenere", "key": "LEMON"}}"""),
									@ExampleObject(name = "with everything", value = """
											{"text": "ERPDRF", "model": "seed", "version": 1, "alternatives": 3}""") }),
					@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
							examples = @ExampleObject(name = "a text by itself", value = "FUVEMVEMNMERPDRF")) }))
	@ApiResponse(responseCode = "200", description = "The plaintext", content = { @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Decryption.class),
			examples = { @ExampleObject(name = "a text alone", value = """
					{"text": "SECRET", "model": "seed", "version": 1, "confidence": 0.999}"""),
					@ExampleObject(name = "by rule", value = """
							{"text": "ATTACK", "cipher": {"type": "vigenere", "key": "LEMON"}, "confidence": null}"""),
					@ExampleObject(name = "with alternatives", value = "@decryption.json") }),
			@Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"),
					examples = @ExampleObject(name = "a text by itself", value = "THIS-IS-A-SECRET")) })
	Decryption decrypt(DecryptRequest request);

	@Operation(operationId = "decryptBatch", summary = "Decrypt many texts",
			description = "Texts share passes through the network, which makes many short ones cheap. "
					+ "The results stand in the order of the texts. Sent as `application/x-ndjson`, a text a line, they "
					+ "come back a line each while others are still being sent, without any limit to their number: "
					+ "`model` and `version` are then taken from the query, which JSON leaves unused. The line of a "
					+ "text that can't be decrypted tells why; blank lines are left out.",
			parameters = { @Parameter(name = "model", in = ParameterIn.QUERY,
					description = "For `application/x-ndjson` only: the model, or `name@alias`; the default one unless named",
					schema = @Schema(type = "string"), example = "seed"),
					@Parameter(name = "version", in = ParameterIn.QUERY,
							description = "For `application/x-ndjson` only: one of its versions; the active one unless "
									+ "named",
							schema = @Schema(type = "integer", format = "int32"), example = "1"),
					@Parameter(name = "cipher", in = ParameterIn.QUERY,
							description = "For `application/x-ndjson` only, in place of a model: the cipher with its key, as JSON",
							content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
									schema = @Schema(implementation = Cipher.class),
									examples = @ExampleObject("{\"type\": \"rot13\"}"))),
					@Parameter(name = "alphabet", in = ParameterIn.QUERY,
							description = "With `cipher`: the plaintext's alphabet, by name or as JSON",
							schema = @Schema(type = "string"), example = "latin26"),
					@Parameter(name = "characters", in = ParameterIn.QUERY,
							description = "With `cipher`: which characters are symbols, `letters` or `all`",
							schema = @Schema(type = "string", allowableValues = { "letters", "all" }),
							example = "letters") },
			requestBody = @RequestBody(required = true, content = { @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = BatchRequest.class),
					examples = @ExampleObject("""
							{"texts": ["ERPDRF", "FUVEMVEMNMERPDRF", "FUVEMVEMN-AFURDMERPDRF"], "model": "seed"}""")),
					@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
							schema = @Schema(implementation = TextStream.TextLine.class),
							examples = @ExampleObject("{\"text\": \"ERPDRF\"}")) }))
	@ApiResponse(responseCode = "200", description = "The plaintexts, in the order of the texts",
			content = {
					@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
							schema = @Schema(implementation = TextStream.ResultLine.class),
							examples = @ExampleObject("{\"text\": \"SECRET\", \"confidence\": 0.999}")),
					@Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = BatchResponse.class),
							examples = @ExampleObject("@decrypted-batch.json")) })
	BatchResponse decryptBatch(BatchRequest request);

}
