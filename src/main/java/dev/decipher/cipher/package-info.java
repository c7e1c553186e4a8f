/**
 * The ciphers one can name: their parameters in JSON, their keys, what they do to
 * symbols; {@code /ciphers} and {@code /encrypt}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "cipher",
		allowedDependencies = { "alphabet", "command", "problem", "system" })
package dev.decipher.cipher;
