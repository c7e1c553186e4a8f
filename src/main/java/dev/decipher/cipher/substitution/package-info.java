/**
 * Ciphers that replace each symbol by itself, always alike: simple and homophonic
 * substitution.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface
package dev.decipher.cipher.substitution;
