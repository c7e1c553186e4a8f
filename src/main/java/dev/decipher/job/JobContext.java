package dev.decipher.job;

import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outside as the work on a job sees it. */
public interface JobContext {

	/**
	 * Whether the work is to stop, since the job was cancelled or the service goes down.
	 * Cheap: to be asked between any two steps.
	 * @return true to stop, and from then on always
	 */
	boolean isCancelled();

	/**
	 * The data that was handed in beside the request, read from the store as one goes on
	 * reading. When the job is the work's no longer, and its data may be gone, reading to
	 * the end throws a {@link java.util.concurrent.CancellationException}.
	 * @return the bytes, none if there were none; needs no closing
	 */
	InputStream data();

	/**
	 * Tells how far the work has come, for those who watch. Never blocks on them; cheap
	 * enough to be called a few times a second.
	 */
	void progress(JobProgress progress);

	/**
	 * Adds a point to the job's history, in place of one of the same number.
	 * @param number counted from 1
	 * @param point what was reached, written as JSON
	 */
	void point(int number, Object point, JobProgress progress);

	/**
	 * Stores what the work could go on from, should the process die or stop, in place of
	 * what was stored before. The job's history then keeps its points up to this one, and
	 * the times that the process died before no longer count against the job. Nothing is
	 * stored when the job is the work's no longer.
	 * @param point the number of the last point in the history, which was stored before
	 * @param state whatever the work needs, up to some hundred megabytes
	 */
	void checkpoint(int point, byte[] state);

	/**
	 * The job's last checkpoint, stored by this process or by one before. It goes when
	 * the job ends.
	 * @return the checkpoint, or null where the work begins at its beginning
	 */
	@Nullable Checkpoint lastCheckpoint();

	/**
	 * Stores what was chosen in the course of the work for what the request had left
	 * open.
	 */
	void request(JsonNode request);

}
