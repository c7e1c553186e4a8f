package dev.decipher.solve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.Languages;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ciphertext that everybody prints, and how it is to be read: see
 * public-ciphertexts.json.
 *
 * @param name how it is known
 * @param source who wrote it and who read it
 * @param request what {@code /solve} is told: the text, and hints if any
 * @param cipher the cipher with its key
 * @param plaintext what that deciphers the text to, with the mistakes of those who
 * enciphered and printed it
 */
public record PublicCiphertext(String name, String source, SolveRequest request, Cipher cipher, String plaintext) {

	private static final List<PublicCiphertext> ALL = read();

	/** All of them. */
	static List<PublicCiphertext> all() {
		return ALL;
	}

	/** The one of that name. */
	public static PublicCiphertext named(String name) {
		return ALL.stream().filter((one) -> one.name.equals(name)).findFirst().orElseThrow();
	}

	private static List<PublicCiphertext> read() {
		try (InputStream json = PublicCiphertext.class.getResourceAsStream("/public-ciphertexts.json")) {
			return JsonMapper.shared().readValue(json, new TypeReference<List<PublicCiphertext>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String text() {
		return this.request.text();
	}

	/** The letters of the text. */
	public String letters() {
		return letters(text());
	}

	/** The letters of the plaintext. */
	public String plaintextLetters() {
		return letters(this.plaintext);
	}

	private static String letters(String text) {
		return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
	}

	/** Whether more is known than what its symbols are. */
	boolean hasHints() {
		SolveRequest bare = bare(this.request.maxSeconds());
		return !this.request.equals(bare);
	}

	/** A request that tells nothing but what the symbols are. */
	SolveRequest bare(double seconds) {
		return new SolveRequest(text(), null, null, seconds, null, null, null, null, null, null,
				this.request.alphabet(), this.request.ciphertext(), this.request.characters(), null, null, null);
	}

	/** A request that tells type and language, too. */
	SolveRequest named(String type, String language, double seconds) {
		return new SolveRequest(text(), List.of(type), List.of(language), seconds, null, null, null, null, null, null,
				this.request.alphabet(), this.request.ciphertext(), this.request.characters(), null, null, null);
	}

	/** The languages that its plaintext may be written in, as the request names them. */
	static Tongues tongues(SolveRequest request) {
		List<String> names = request.language().equals(List.of(SolveRequest.AUTO)) ? Languages.builtIn()
				: request.language();
		return Tongues.builtIn(names, request.alphabet());
	}

	/** The text, as its cipher deciphers it. */
	String deciphered() {
		return TextCipher.of(this.cipher, this.request.alphabet(), this.request.characters()).decrypt(text(), false);
	}

	/**
	 * The share of letters that are wrong, 0 to 1; no matter whether the text is read
	 * forwards or backwards, for some were written backwards.
	 */
	double errors(String reading) {
		String found = letters(reading);
		String right = plaintextLetters();
		return Math.min(errors(found, right), errors(new StringBuilder(found).reverse().toString(), right));
	}

	private static double errors(String found, String right) {
		return (found.length() != right.length()) ? 1
				: IntStream.range(0, right.length()).filter((i) -> found.charAt(i) != right.charAt(i)).count()
						/ (double) right.length();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
