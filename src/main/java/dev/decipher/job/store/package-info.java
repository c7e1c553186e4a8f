/**
 * The jobs in the database: their rows and how these change state, what is kept beside a
 * row, and the leases by which replicas share them out.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.job.store;
