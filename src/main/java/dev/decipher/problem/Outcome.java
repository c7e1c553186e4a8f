package dev.decipher.problem;

/** The end of a request or a search, as metrics tell it. */
public enum Outcome {

	/** It was answered. */
	SUCCESS,

	/** It could not be used. */
	CLIENT_ERROR,

	/** The service failed. */
	SERVER_ERROR,

	/** Nobody waited for it any longer. */
	CANCELLED;

	/** The outcome of what ended with an exception. */
	public static Outcome of(RuntimeException ex) {
		return (ex instanceof InvalidInput || ex instanceof InvalidParameter
				|| ex instanceof Problem problem && problem.status().is4xxClientError()) ? CLIENT_ERROR : SERVER_ERROR;
	}

}
