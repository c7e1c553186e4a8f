package dev.decipher.cipher;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** The description of {@link CipherController}. */
@Tag(name = "Ciphers", description = "What the service knows by name, and can encrypt with")
interface CipherApi {

	@Schema(description = "A text and what to encrypt it with")
	record EncryptRequest(
			@NotNull @Schema(description = "The plaintext, at most 1,000,000 symbols", example = "SECRET") String text,
			@NotNull @Schema(description = "What to encrypt it with; a key may be left to chance, "
					+ "`{\"random\": {}}`") Cipher cipher,
			@Nullable @Schema(description = "The text's alphabet; the cipher's own unless named") Alphabet alphabet,
			@Nullable @Schema(description = "Which of the text's characters are symbols",
					example = "letters") CharacterRule characters,
			@Nullable @Range(min = 1, max = 100, message = "must be between {min} and {max}") @Schema(
					description = "Write the ciphertext in groups of so many characters, without the text's own white "
							+ "space",
					example = "5") Integer groups) {
	}

	@Schema(description = "An encrypted text")
	record EncryptResponse(@Schema(description = "The ciphertext", example = "ERPDRF") String text,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					description = "The cipher with the keys drawn, where they were left to chance") Cipher cipher) {
	}

	@Operation(operationId = "listCiphers", summary = "List the ciphers",
			description = "Every type of cipher with its parameters, the alphabet it uses unless one is named, "
					+ "and an example to copy into a request.")
	@ApiResponse(responseCode = "200", description = "The types of cipher", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("@ciphers.json")))
	List<CipherCatalogue.Entry> ciphers();

	@Operation(operationId = "encrypt", summary = "Encrypt a text",
			description = "Enciphers a text with a named cipher. Characters foreign to the alphabet become its "
					+ "foreign symbol; where it has none they pass through in their places, and so does letter case. "
					+ "What a cipher needs to be filled up with stands at the end. Where ciphertexts are tokens, as of "
					+ "nihilist and homophonic, there is a space between two of them: what passes through is a token "
					+ "by itself, and white space is left out. Where each symbol becomes the same number of "
					+ "characters, or not as many symbols come out as go in, only symbols are written. With "
					+ "`\"characters\": \"all\"` a transposition moves every character as it is, and other ciphers "
					+ "need an alphabet that has each.",
			requestBody = @RequestBody(required = true, content = @Content(examples = @ExampleObject("""
					{"text": "SECRET", "cipher": {"type": "caesar", "shift": 13}, "alphabet": "latin27"}"""))))
	@ApiResponse(responseCode = "200", description = "The ciphertext", useReturnTypeSchema = true,
			content = @Content(examples = @ExampleObject("{\"text\": \"ERPDRF\"}")))
	EncryptResponse encrypt(EncryptRequest request);

}
