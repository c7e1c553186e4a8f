package dev.decipher.model;

/** Names a version. */
public record VersionId(String model, int version) {

	@Override
	public String toString() {
		return this.model + " version " + this.version;
	}

}
