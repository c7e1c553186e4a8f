package dev.decipher.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Decrypted texts.
 *
 * @param model which model decrypted them; null if a cipher's rule did
 * @param version which of the model's versions
 * @param results in the order of the ciphertexts
 */
public record BatchDecryption(@Nullable String model, @Nullable Integer version, List<Result> results) {

	/** A plaintext, and the mean probability of its symbols. */
	public record Result(String text, @Nullable Double confidence) {
	}

}
