package dev.decipher.model;

/**
 * Names a version.
 *
 * @param model the model's name
 * @param version 1, 2, 3 …
 */
public record VersionId(String model, int version) {

	@Override
	public String toString() {
		return this.model + " version " + this.version;
	}

}
