/**
 * Attacks on ciphers that replace some letters at a time.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.polygraphic;
