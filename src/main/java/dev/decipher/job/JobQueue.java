package dev.decipher.job;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where jobs are handed in and taken back. Nothing here says which thread, process or
 * machine does the work.
 */
public interface JobQueue {

	/**
	 * Hands in a job. When this returns, the job is committed, in a transaction of its
	 * own, and survives the process. When it throws, nothing is left.
	 * @param request what is asked for, as the job's owner will see it
	 * @param data what the work needs beside the request, of any size, or null
	 * @throws dev.decipher.problem.Problem 429 when too many jobs wait, or the client has
	 * handed in as many as it may
	 * @throws java.io.UncheckedIOException if the data can't be had
	 */
	default Job submit(JobKind kind, @Nullable String model, JsonNode request, @Nullable JobData data) {
		return submit(kind, model, request, data, null);
	}

	/**
	 * Hands in a job, unless its key has made one already, which is returned then.
	 * @param key null for a request that makes a job each time
	 * @throws dev.decipher.problem.Problem as {@link #submitted} and the other
	 * {@code submit} do
	 */
	Job submit(JobKind kind, @Nullable String model, JsonNode request, @Nullable JobData data,
			@Nullable IdempotencyKey key);

	/**
	 * The job that the client's key has made within the last day, as it stands now.
	 * @throws dev.decipher.problem.Problem 422 if that was by another request, 409 if the
	 * job was deleted
	 */
	Optional<Job> submitted(IdempotencyKey key);

	/**
	 * Hands in a job that the service itself can't do without, unless a job for its model
	 * waits or runs: for it there is always room, it is the next to run, and it can't be
	 * cancelled. If several replicas do this at the same time, one job is handed in.
	 * @param needed asked while no job can be handed in and none for the model is under
	 * way
	 */
	boolean submitOwn(JobKind kind, String model, JsonNode request, BooleanSupplier needed);

	/**
	 * Ends a job that waits or runs. When this returns, the job is cancelled for good,
	 * although its last step may still be under way.
	 * @throws dev.decipher.problem.Problem 404 when there is no such job, 409 when it has
	 * ended
	 */
	Job cancel(String id);

	/**
	 * The job as it stands now.
	 * @throws dev.decipher.problem.Problem 404 when there is no such job
	 */
	Job get(String id);

	/**
	 * How many jobs wait in a lane, over all replicas, as was seen a moment ago; null
	 * while the database doesn't tell. Waits for nothing.
	 */
	@Nullable Integer queued(JobKind lane);

	/** The jobs that wait or run. */
	List<Job> active();

	/** Whether a job for a model waits or runs. */
	boolean isBusy(String model);

}
