/**
 * {@code /jobs}: jobs over HTTP, and the event streams of those who watch one.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.job.web;
