/**
 * Attacks on ciphers with a period.
 */
package dev.decipher.solve.polyalphabetic;
