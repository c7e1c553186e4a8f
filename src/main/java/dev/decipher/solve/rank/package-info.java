/**
 * Which of the readings found is the likeliest, and how likely it is to be right.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.solve.rank;
