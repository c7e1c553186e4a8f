package dev.decipher.job;

/** The purpose of a job. For each kind there is one {@link JobWork}. */
public enum JobKind {

	/** Trains a version of a model. */
	TRAIN,

	/** Solves a ciphertext without its key. */
	SOLVE,

	/** Trains a version once more, to see whether the same comes of it. */
	REPRODUCE;

	/**
	 * The kind that jobs of this kind wait in line with: two that train at once would
	 * take each other's memory and time.
	 */
	public JobKind lane() {
		return (this == REPRODUCE) ? TRAIN : this;
	}

}
