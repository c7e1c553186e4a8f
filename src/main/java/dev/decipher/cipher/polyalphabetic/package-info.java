/**
 * Ciphers that replace each symbol by a key symbol of its position.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.polyalphabetic;
