package dev.decipher.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A text to decrypt, with a model or by a cipher's rule.
 *
 * @param text the ciphertext
 * @param model the model, or {@code name@alias}; the default one if null
 * @param version one of the model's versions; the active one if null
 * @param cipher in place of a model: the cipher with its key
 * @param alternatives how many more symbols to show for each position; none if null
 * @param language a language, or {@code auto}, to have the plaintext's plausibility told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecryptRequest(String text, @Nullable String model, @Nullable Integer version, @Nullable Cipher cipher,
		@Nullable Integer alternatives, @Nullable String language) {

	public static DecryptRequest with(String model, String text) {
		return new DecryptRequest(text, model, null, null, null, null);
	}

	public static DecryptRequest with(Cipher cipher, String text) {
		return new DecryptRequest(text, null, null, cipher, null, null);
	}

}
