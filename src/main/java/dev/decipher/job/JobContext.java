package dev.decipher.job;

/**
 * The outside as the work on a job sees it.
 */
public interface JobContext {

	/**
	 * Whether the work shall stop, since the job was cancelled or the service goes down.
	 * Cheap: to be asked between any two steps.
	 * @return true to stop, and from then on always
	 */
	boolean isCancelled();

	/**
	 * What was handed in beside the request.
	 * @return the bytes, none if there were none
	 */
	byte[] data();

	/**
	 * Tells how far the work has come, for those who watch. Never blocks on them; cheap
	 * enough to be called a few times a second.
	 * @param progress how far it has come
	 */
	void progress(JobProgress progress);

	/**
	 * Tells that an epoch is over, and stores it.
	 * @param point what was reached, for the job's history; at most one for each epoch
	 * @param progress how far the work has come
	 */
	void epoch(HistoryPoint point, JobProgress progress);

}
