/**
 * Attacks on simple and homophonic substitution.
 */
package dev.decipher.solve.substitution;
