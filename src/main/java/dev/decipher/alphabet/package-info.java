/**
 * Symbols and indices: what an alphabet is, how a text is read with one and written
 * again, and which alphabets known-plaintext pairs speak of.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "alphabet", allowedDependencies = "problem")
package dev.decipher.alphabet;
