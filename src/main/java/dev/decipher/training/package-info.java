/**
 * Training: what is asked for, the recipe that fills in the rest, the data, and the loop.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "training", allowedDependencies = { "alphabet", "cipher",
		"cipher :: *", "command", "language", "network", "metric", "model", "job", "problem", "storage", "system" })
package dev.decipher.training;
