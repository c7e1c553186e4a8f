/**
 * Attacks on transpositions.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.transposition;
