/**
 * Ciphertexts solved with no key and no pairs.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "solve", allowedDependencies = { "alphabet", "cipher",
		"cipher :: *", "command", "language", "job", "metric", "problem", "system" })
package dev.decipher.solve;
