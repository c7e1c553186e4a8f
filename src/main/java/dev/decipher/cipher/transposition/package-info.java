/**
 * Ciphers that move symbols to other places.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.transposition;
