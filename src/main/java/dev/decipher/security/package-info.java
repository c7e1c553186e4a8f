/**
 * Who may do what: keys and tokens, roles, known hosts, foreign pages, and how often
 * somebody may ask.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "security",
		allowedDependencies = { "job", "problem", "storage", "system" })
package dev.decipher.security;
