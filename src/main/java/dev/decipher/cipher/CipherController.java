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
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The ciphers over HTTP. */
@RestController
class CipherController implements CipherApi {

	/** The contract's limit for a message. */
	private static final int MAX_SYMBOLS = 1_000_000;

	@Override
	@GetMapping(path = "/ciphers", produces = MediaType.APPLICATION_JSON_VALUE)
	public List<CipherCatalogue.Entry> ciphers() {
		return CipherCatalogue.entries();
	}

	@Override
	@PostMapping(path = "/encrypt", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	public EncryptResponse encrypt(@Valid @RequestBody EncryptRequest request) {
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
