/**
 * The network that learns to decrypt, as the figure shows it from the bottom up: an
 * {@link dev.decipher.network.EmbeddingBlock embedding}, one or more
 * {@link dev.decipher.network.LstmBlock LSTM} layers, a
 * {@link dev.decipher.network.LinearBlock linear} layer. Symbols are numbers here. The
 * only package that talks to DJL.
 * <p>
 * Letters in the comments on shapes: T positions of a message, N messages of a batch, C
 * ciphertext symbols, V plaintext symbols, E embedding, H hidden size, D directions (1 or
 * 2). Everything is time-major, (T, N, ·), which is how the native LSTM computes.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "network", allowedDependencies = {})
package dev.decipher.network;
