package dev.decipher.cipher;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ciphers over HTTP.
 */
@RestController
@Tag(name = "Ciphers", description = "What the service knows by name, and can encrypt with")
class CipherController {

	/** The contract's limit for a message. */
	private static final int MAX_SYMBOLS = 1_000_000;

	@Schema(description = "A text and what to encrypt it with")
	record EncryptRequest(
			@NotNull @Schema(description = "The plaintext, at most 1,000,000 symbols", example = "SECRET") String text,
			@NotNull @Schema(description = "What to encrypt it with; every key given") Cipher cipher,
			@Nullable @Schema(description = "The text's alphabet; the cipher's own unless named") Alphabet alphabet) {
	}

	@Schema(description = "An encrypted text")
	record EncryptResponse(@Schema(description = "The ciphertext", example = "ERPDRF") String text) {
	}

	@GetMapping(path = "/ciphers", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listCiphers", summary = "List the ciphers",
			description = "Every type of cipher with its parameters, the alphabet it uses unless one is named, "
					+ "and an example to copy into a request.")
	@ApiResponse(responseCode = "200", description = "The types of cipher", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
					[
					  {
					    "type": "caesar",
					    "description": "Each symbol moves on in the alphabet by a number of places",
					    "parameters": [
					      {
					        "name": "shift",
					        "type": "integer",
					        "description": "Places to move on; any integer, modulo the alphabet's size",
					        "optional": false
					      }
					    ],
					    "alphabet": "latin26",
					    "example": { "type": "caesar", "shift": 13 }
					  }
					]""")))
	List<CipherCatalogue.Entry> ciphers() {
		return CipherCatalogue.entries();
	}

	@PostMapping(path = "/encrypt", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "encrypt", summary = "Encrypt a text",
			description = "Enciphers a text with a named cipher. Characters foreign to the alphabet become its "
					+ "foreign symbol; where it has none they pass through in their places, and so does letter case. "
					+ "What a cipher needs to be filled up with stands at the end. Where ciphertexts are tokens, as of "
					+ "nihilist and homophonic, there is a space between two of them: what passes through is a token "
					+ "by itself, and white space is left out.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject("""
							{
							  "text": "SECRET",
							  "cipher": { "type": "caesar", "shift": 13 },
							  "alphabet": "latin27"
							}"""))))
	@ApiResponse(responseCode = "200", description = "The ciphertext", useReturnTypeSchema = true,
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					examples = @ExampleObject("{ \"text\": \"ERPDRF\" }")))
	EncryptResponse encrypt(@Valid @RequestBody EncryptRequest request) {
		Cipher cipher = request.cipher();
		Alphabet alphabet = (request.alphabet() != null) ? request.alphabet() : cipher.defaultAlphabet();
		InvalidInput.under("/alphabet", () -> {
			cipher.requireAlphabet(alphabet);
			return alphabet;
		});
		int symbols = request.text().codePointCount(0, request.text().length());
		if (symbols > MAX_SYMBOLS) {
			throw Problem.tooLarge(
					"the text has " + symbols + " characters; at most " + MAX_SYMBOLS + " can be encrypted at once");
		}
		SymbolCipher symbolCipher = InvalidInput.under("/cipher", () -> cipher.over(alphabet));
		Message plaintext = InvalidInput.under("/text", () -> alphabet.read(request.text()));
		int[] prepared = symbolCipher.prepare(plaintext.symbols());
		if (prepared.length > symbolCipher.maxLength()) {
			throw InvalidInput.at("/text", "has " + prepared.length + " symbols; the cipher's text is long enough for "
					+ symbolCipher.maxLength());
		}
		int[] ciphertext = symbolCipher.encrypt(prepared);
		Symbols target = cipher.ciphertextSymbols(alphabet);
		String inPlace = plaintext.write(Arrays.copyOf(ciphertext, plaintext.length()), target);
		String between = (target instanceof Tokens) ? " " : "";
		Stream<String> fillers = Arrays.stream(ciphertext).skip(plaintext.length()).mapToObj(target::symbol);
		return new EncryptResponse(Stream.concat(inPlace.isEmpty() ? Stream.empty() : Stream.of(inPlace), fillers)
			.collect(Collectors.joining(between)));
	}

}
