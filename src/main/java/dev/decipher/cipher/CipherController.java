package dev.decipher.cipher;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.decipher.alphabet.Alphabet;
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
		int symbols = request.text().codePointCount(0, request.text().length());
		if (symbols > MAX_SYMBOLS) {
			throw Problem.tooLarge(
					"the text has " + symbols + " characters; at most " + MAX_SYMBOLS + " can be encrypted at once");
		}
		Alphabet alphabet = TextCipher.alphabetOf(request.cipher(), request.alphabet());
		Cipher cipher = InvalidInput.under("/cipher",
				() -> request.cipher().withKeyDrawn(alphabet, ThreadLocalRandom.current()));
		TextCipher textCipher = TextCipher.of(cipher, alphabet, request.characters());
		Integer groups = request.groups();
		if (groups != null) {
			textCipher.requireGroups();
		}
		String text = InvalidInput.under("/text", () -> (groups != null)
				? textCipher.encryptInGroups(request.text(), groups) : textCipher.encrypt(request.text()));
		return new EncryptResponse(text, cipher.equals(request.cipher()) ? null : cipher);
	}

}
