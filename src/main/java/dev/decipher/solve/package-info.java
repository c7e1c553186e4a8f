/**
 * Ciphertexts solved with no key and no pairs.
 */
@org.springframework.modulith.ApplicationModule(displayName = "solve",
		allowedDependencies = { "alphabet", "cipher", "language", "job", "problem" })
package dev.decipher.solve;
