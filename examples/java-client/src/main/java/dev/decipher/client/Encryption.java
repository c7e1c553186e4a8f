package dev.decipher.client;

import org.jspecify.annotations.Nullable;

/**
 * An enciphered text.
 *
 * @param text the ciphertext
 * @param cipher the cipher with the key that was drawn, if the key was left to chance
 */
public record Encryption(String text, @Nullable Cipher cipher) {
}
