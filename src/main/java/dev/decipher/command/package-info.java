/**
 * What the commands of the jar share: texts from files, where an answer goes, the words
 * for what went wrong, exit codes. The command itself belongs to its feature's package.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "command", allowedDependencies = { "problem", "system" })
package dev.decipher.command;
