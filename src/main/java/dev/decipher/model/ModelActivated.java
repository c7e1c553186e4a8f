package dev.decipher.model;

/** Published when a new version answers for its model. */
public record ModelActivated(VersionId id) {
}
