package dev.decipher.solve;

import java.util.Set;

import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;

/**
 * An attack to make on a text.
 *
 * @param types those of its types to look for
 * @param ciphertext the text as it reads it
 * @param probability how likely the text is of one of these types
 */
record Stage(Attack attack, Set<String> types, Cryptogram cryptogram, Ciphertext ciphertext, double probability) {
}
