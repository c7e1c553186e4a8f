package dev.decipher.solve.search;

import dev.decipher.cipher.Cipher;

/**
 * A way to read a ciphertext.
 *
 * @param cipher the cipher with its key, which deciphers the text to this plaintext
 * @param plaintext indices of the language's letters (length); read-only
 * @param score the mean of ln p per letter by the language's n-grams, in nats: the higher
 * the likelier
 */
public record Candidate(Cipher cipher, int[] plaintext, double score) {
}
