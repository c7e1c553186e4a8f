package dev.decipher.job;

/** Hears of what becomes of the jobs on this replica. */
public interface JobListener {

	/**
	 * A job has moved on. Called on the worker's thread among others, so it must not wait
	 * for anything. An end is told once, after it was committed.
	 */
	void changed(Job job);

	/** A job that this replica worked on is another replica's now. */
	default void left(Job job) {
	}

}
