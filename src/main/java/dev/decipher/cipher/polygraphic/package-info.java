/**
 * Ciphers that replace some symbols at a time.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.polygraphic;
