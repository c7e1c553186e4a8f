package dev.decipher.client;

/** A type of cipher, {@code plaintext} or {@code random}, and how likely it is. */
public record TypeProbability(String type, double probability) {
}
