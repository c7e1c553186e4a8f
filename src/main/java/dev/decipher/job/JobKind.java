package dev.decipher.job;

/** The purpose of a job. For each kind there is one {@link JobWork}. */
public enum JobKind {

	/** Trains a version of a model. */
	TRAIN,

	/** Solves a ciphertext without its key. */
	SOLVE

}
