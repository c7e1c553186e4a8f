/**
 * The running side: the queue that jobs are handed in to, and the worker that has them
 * done, one of a kind at a time on each replica.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.job.run;
