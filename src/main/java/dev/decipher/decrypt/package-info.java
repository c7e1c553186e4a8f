/**
 * Text in, text out: decrypting with a trained version.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "decrypt",
		allowedDependencies = { "alphabet", "cipher", "language", "metric", "network", "model", "problem", "security" })
package dev.decipher.decrypt;
