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
	DAMAGE;

	/**
	 * The cause of a new version's activation.
	 * @param first whether its model has no active version
	 */
	static ActivationCause of(ModelVersion version, boolean first) {
		if (version.job() == null) {
			return first ? FIRST : IMPORT;
		}
		return !first ? JOB : version.model().equals(ModelRegistry.DEFAULT_MODEL) ? SEED : FIRST;
	}

}
