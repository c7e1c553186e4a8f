package dev.decipher.job;

import java.util.Map;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The work on one kind of job: a bean for each kind. It is called on the thread of its
 * kind, one job at a time.
 */
public interface JobWork {

	/** The kind of job that this does. */
	JobKind kind();

	/**
	 * Does the work. It asks {@link JobContext#isCancelled()} between its steps and comes
	 * back soon once that is true, by throwing a
	 * {@link java.util.concurrent.CancellationException} or with whatever it has, which
	 * is thrown away.
	 * @throws JobFailure to say to the job's owner why it failed
	 * @throws Exception for anything else that goes wrong; the owner only reads that it
	 * was unexpected
	 */
	Outcome run(Job job, JobContext context) throws Exception;

	/**
	 * The outcome of the work: a version of a model, or a result to show.
	 *
	 * @param figures further figures of the job's progress
	 * @param commit stores a version and returns its number; called inside the very
	 * transaction that marks the job as succeeded, and rolled back if the job was
	 * cancelled meanwhile. Null where there is no version
	 * @param result what the job shows as its result, or null
	 */
	record Outcome(Map<String, Object> figures, @Nullable IntSupplier commit, @Nullable JsonNode result) {

		/** A version of a model. */
		public Outcome(Map<String, Object> figures, IntSupplier commit) {
			this(figures, commit, null);
		}

		/** A result to show. */
		public Outcome(JsonNode result) {
			this(Map.of(), null, result);
		}

	}

}
