package dev.decipher.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What became of a ciphertext.
 *
 * @param types the types of cipher that it may be, the likeliest first
 * @param form what was taken off the text before it was solved, such as {@code base64}
 * @param candidates ways to read it, best first; none if none explains the text
 * @param keysTried how many keys were tried
 * @param seconds how long it took
 */
public record Solution(List<TypeProbability> types, List<String> form, List<Candidate> candidates, long keysTried,
		double seconds) {

	/**
	 * A way to read a text.
	 *
	 * @param text the plaintext
	 * @param language what it is written in
	 * @param cipher the cipher with its key, as a request to decrypt takes it
	 * @param confidence the probability that at most 5 % of the letters are wrong
	 */
	public record Candidate(String text, @Nullable String language, Cipher cipher, double confidence) {
	}

}
