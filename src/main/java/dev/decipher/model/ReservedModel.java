package dev.decipher.model;

/**
 * A name that another package keeps for something of a kind, whether there is a model of
 * that name or not.
 *
 * @param kind the only kind that versions of it may be of
 */
public record ReservedModel(String name, ModelKind kind) {
}
