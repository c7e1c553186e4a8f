/**
 * Ciphers that replace some symbols at a time.
 */
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.polygraphic;
