/**
 * The type of cipher, inferred from the statistics of a ciphertext.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.identify;
