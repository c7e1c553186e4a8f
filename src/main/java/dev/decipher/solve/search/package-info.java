/**
 * Searches: attacks, annealing, the keys found, and when to stop.
 */
package dev.decipher.solve.search;
