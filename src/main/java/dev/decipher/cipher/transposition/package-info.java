/**
 * Ciphers that move symbols to other places.
 */
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.transposition;
