/**
 * The attack on the Enigma.
 */
package dev.decipher.solve.machine;
