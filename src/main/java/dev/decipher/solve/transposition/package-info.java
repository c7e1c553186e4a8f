/**
 * Attacks on transpositions.
 */
package dev.decipher.solve.transposition;
