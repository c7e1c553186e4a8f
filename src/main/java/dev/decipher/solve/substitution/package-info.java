/**
 * Attacks on simple and homophonic substitution.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.substitution;
