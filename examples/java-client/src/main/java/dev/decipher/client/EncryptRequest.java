package dev.decipher.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A text to encipher.
 *
 * @param text the plaintext
 * @param cipher the cipher with its key
 * @param alphabet the plaintext's; the cipher's own if null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EncryptRequest(String text, Cipher cipher, @Nullable Alphabet alphabet) {

	public static EncryptRequest of(String text, Cipher cipher) {
		return new EncryptRequest(text, cipher, null);
	}

}
