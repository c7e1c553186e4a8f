/**
 * The registry of trained versions: stored with their weights, one of each model active,
 * loaded while they are used.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "model",
		allowedDependencies = { "alphabet", "network", "problem", "security", "storage" })
package dev.decipher.model;
