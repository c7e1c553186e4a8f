package dev.decipher.job;

/**
 * What a job is for. For each kind there is one {@link JobWork}.
 */
public enum JobKind {

	/** Trains a version of a model. */
	TRAIN,

	/** Solves a ciphertext without its key. */
	SOLVE

}
