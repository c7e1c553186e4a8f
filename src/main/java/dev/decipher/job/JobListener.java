package dev.decipher.job;

/**
 * Hears of what becomes of the jobs on this replica.
 */
public interface JobListener {

	/**
	 * A job has moved on. Called on the worker's thread among others, so it must not wait
	 * for anything. An end is told once, after it was committed.
	 * @param job the job as it is now
	 */
	void changed(Job job);

	/**
	 * A job that this replica worked on is another replica's now.
	 * @param job the job as it is now
	 */
	default void left(Job job) {
	}

}
