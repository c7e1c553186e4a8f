/**
 * Database work that several features share: bytes as rows, checksums, and polling for
 * what other replicas have changed.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "storage", allowedDependencies = {})
package dev.decipher.storage;
