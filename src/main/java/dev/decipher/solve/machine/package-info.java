/**
 * The attack on the Enigma.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.machine;
