/**
 * What a language's texts look like: letter n-grams for fast searches, and an LSTM that
 * judges what they find.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "language",
		allowedDependencies = { "alphabet", "network", "model", "problem", "storage" })
package dev.decipher.language;
