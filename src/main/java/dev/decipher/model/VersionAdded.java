package dev.decipher.model;

/** Published when there is a new version, whether it answers for its model or not. */
record VersionAdded(VersionId id) {
}
