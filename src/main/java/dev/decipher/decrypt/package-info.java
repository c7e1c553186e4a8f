/**
 * Text in, text out: decrypting with a trained version.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "decrypt", allowedDependencies = { "alphabet", "cipher",
		"command", "language", "metric", "network", "model", "problem", "security", "system" })
package dev.decipher.decrypt;
