package dev.decipher.model;

/** The cause of a version's activation. */
enum ActivationCause {

	/** The service has trained its default model. */
	SEED,

	/** The model had no active version; its first one is that in any case. */
	FIRST,

	/** The end of a job. */
	JOB,

	/** An import of weights. */
	IMPORT,

	/** A request to switch or to roll back. */
	REQUEST,

	/** The active version was found damaged at a start. */
	DAMAGE

}
