package dev.decipher.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A decrypted text.
 *
 * @param text the plaintext
 * @param model which model decrypted it; null if a cipher's rule did
 * @param version which of the model's versions
 * @param confidence the mean probability of the chosen symbols; null if there were none
 * @param plausibility the probability that the plaintext is text in a language; null if
 * that was not asked for, or if there are too few letters
 * @param symbols each position, if alternatives were asked for
 */
public record Decryption(String text, @Nullable String model, @Nullable Integer version, @Nullable Double confidence,
		@Nullable Double plausibility, @Nullable List<Symbol> symbols) {

	/**
	 * A position of the message.
	 *
	 * @param ciphertext the symbol as it was given
	 * @param plaintext what it was decrypted to
	 * @param confidence the probability of that; null if the symbol passed through
	 * @param alternatives the next likeliest symbols, best first
	 */
	public record Symbol(String ciphertext, String plaintext, @Nullable Double confidence,
			List<Alternative> alternatives) {
	}

	/** Another symbol that a position may have been, and its probability. */
	public record Alternative(String plaintext, double confidence) {
	}

}
