/**
 * Searches: attacks, annealing, the keys found, and when to stop.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.search;
