/**
 * Ciphers of machines.
 */
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.machine;
