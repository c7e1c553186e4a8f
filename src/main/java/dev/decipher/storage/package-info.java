/**
 * What several features do with the database: bytes as rows, checksums, and looking again
 * and again for what other replicas have changed.
 */
@org.springframework.modulith.ApplicationModule(displayName = "storage", allowedDependencies = {})
package dev.decipher.storage;
