/**
 * Attacks on ciphers with a period.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.polyalphabetic;
