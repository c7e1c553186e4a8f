/**
 * Looks for the cipher behind known-plaintext pairs: what settles a plaintext symbol, in
 * each family of ciphers by a test of its own. Where something explains pairs that it
 * wasn't found by, it makes as many messages to learn from as it takes. Of training's
 * other rooms it uses only {@code data}.
 */
@org.jspecify.annotations.NullMarked
package dev.decipher.training.structure;
