/**
 * The sources a network learns from: a cipher that enciphers random messages,
 * known-plaintext pairs, or a corpus of a language. Each checks its part of a request and
 * opens as {@link dev.decipher.training.data.TrainingData}. Uses no other room of
 * training.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.training.data;
