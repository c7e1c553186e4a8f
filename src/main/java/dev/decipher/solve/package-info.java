/**
 * Ciphertexts solved with no key and no pairs.
 */
@org.springframework.modulith.ApplicationModule(displayName = "solve",
		allowedDependencies = { "alphabet", "cipher", "language", "network", "model", "job", "problem" })
package dev.decipher.solve;
