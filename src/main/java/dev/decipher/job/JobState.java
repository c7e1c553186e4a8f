package dev.decipher.job;

/**
 * Where a job stands. It goes from {@code QUEUED} to {@code RUNNING} to one of the three
 * ends; only a job whose process went away goes back to {@code QUEUED}.
 */
public enum JobState {

	/** Waits for its turn. */
	QUEUED,

	/** Is being worked on. */
	RUNNING,

	/** Ended with what it was for. */
	SUCCEEDED,

	/** Ended with an error. */
	FAILED,

	/** Ended by somebody who no longer wanted it. */
	CANCELLED;

	/** Whether this is an end, which no job leaves again. */
	public boolean hasEnded() {
		return this == SUCCEEDED || this == FAILED || this == CANCELLED;
	}

}
