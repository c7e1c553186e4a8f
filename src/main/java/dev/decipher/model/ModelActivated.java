package dev.decipher.model;

/**
 * Published when a new version answers for its model.
 *
 * @param id the version
 */
public record ModelActivated(VersionId id) {
}
