package dev.decipher.job;

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
	 * @param kind what the job is for
	 * @param model the model that it works on, null where the kind has none
	 * @param request what is asked for, as the job's owner will see it
	 * @param data what the work needs beside the request, of any size, or null
	 * @return the job as it waits
	 * @throws dev.decipher.problem.Problem 429 when too many jobs wait
	 * @throws java.io.UncheckedIOException if the data can't be had
	 */
	Job submit(JobKind kind, @Nullable String model, JsonNode request, @Nullable JobData data);

	/**
	 * Hands in a job that the service itself can't do without, unless a job for its model
	 * waits or runs: for it there is always room, it is the next to run, and it can't be
	 * cancelled. If several replicas do this at the same time, one job is handed in.
	 * @param kind what the job is for
	 * @param model the model that it works on
	 * @param request what is asked for
	 * @param needed asked while no job can be handed in and none for the model is under
	 * way
	 * @return whether there is a new job
	 */
	boolean submitOwn(JobKind kind, String model, JsonNode request, BooleanSupplier needed);

	/**
	 * Ends a job that waits or runs. When this returns, the job is cancelled for good,
	 * although its last step may still be under way.
	 * @param id the job's id
	 * @return the cancelled job
	 * @throws dev.decipher.problem.Problem 404 when there is no such job, 409 when it has
	 * ended
	 */
	Job cancel(String id);

	/**
	 * The job as it stands now.
	 * @param id the job's id
	 * @return the job
	 * @throws dev.decipher.problem.Problem 404 when there is no such job
	 */
	Job get(String id);

	/**
	 * How many jobs of a kind wait.
	 * @param kind the kind
	 * @return the number, over all replicas
	 */
	int queued(JobKind kind);

	/**
	 * Whether a job for a model waits or runs.
	 * @param model the model's name
	 * @return true if there is at least one
	 */
	boolean isBusy(String model);

}
