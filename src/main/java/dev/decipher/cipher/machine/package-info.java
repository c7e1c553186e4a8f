/**
 * Ciphers of machines.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.machine;
