package dev.decipher.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Texts to decrypt, with a model or by a cipher's rule.
 *
 * @param texts the ciphertexts, at most 10,000
 * @param model the model, or {@code name@alias}; the default one if null
 * @param version one of the model's versions; the active one if null
 * @param cipher in place of a model: the cipher with its key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRequest(List<String> texts, @Nullable String model, @Nullable Integer version,
		@Nullable Cipher cipher) {

	public static BatchRequest with(String model, List<String> texts) {
		return new BatchRequest(texts, model, null, null);
	}

	public static BatchRequest with(Cipher cipher, List<String> texts) {
		return new BatchRequest(texts, null, null, cipher);
	}

}
