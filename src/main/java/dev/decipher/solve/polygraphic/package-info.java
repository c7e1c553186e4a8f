/**
 * Attacks on ciphers that replace some letters at a time.
 */
package dev.decipher.solve.polygraphic;
