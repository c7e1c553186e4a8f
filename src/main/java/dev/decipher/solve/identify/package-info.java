/**
 * The type of cipher, inferred from the statistics of a ciphertext.
 */
package dev.decipher.solve.identify;
