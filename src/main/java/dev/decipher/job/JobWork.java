package dev.decipher.job;

import java.util.function.IntSupplier;

/**
 * The work on one kind of job: a bean for each kind. It is called on the worker's thread,
 * one job at a time.
 */
public interface JobWork {

	/**
	 * The kind of job that this does.
	 * @return the kind
	 */
	JobKind kind();

	/**
	 * Does the work. It asks {@link JobContext#isCancelled()} between its steps and comes
	 * back soon once that is true, by throwing a
	 * {@link java.util.concurrent.CancellationException} or with whatever it has, which
	 * is thrown away.
	 * @param job the job as it was taken from the queue
	 * @param context what the work needs from, and tells to, the outside
	 * @return what came of it
	 * @throws JobFailure to say to the job's owner why it failed
	 * @throws Exception for anything else that goes wrong; the owner only reads that it
	 * was unexpected
	 */
	Outcome run(Job job, JobContext context) throws Exception;

	/**
	 * What came of the work.
	 *
	 * @param targetReached whether the work met its target
	 * @param commit stores the result and returns its version number; called inside the
	 * very transaction that marks the job as succeeded, and rolled back if the job was
	 * cancelled meanwhile
	 */
	record Outcome(boolean targetReached, IntSupplier commit) {
	}

}
