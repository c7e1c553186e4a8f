/**
 * Ciphers that replace each symbol by a key symbol of its position.
 */
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.polyalphabetic;
