/**
 * Attacks on ciphers that take letters apart.
 */
package dev.decipher.solve.fractionating;
