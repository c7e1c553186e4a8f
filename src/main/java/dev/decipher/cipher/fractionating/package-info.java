/**
 * Ciphers that take symbols apart into coordinates and mix these.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.fractionating;
