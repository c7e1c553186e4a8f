package dev.decipher.client;

/** A ciphertext whose plaintext is known. */
public record Pair(String ciphertext, String plaintext) {
}
