/**
 * Attacks on ciphers that take letters apart into digits or marks.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.fractionating;
