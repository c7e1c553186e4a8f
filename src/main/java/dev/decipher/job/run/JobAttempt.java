package dev.decipher.job.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import dev.decipher.job.Job;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One attempt at a job: has its work done, and stores how that ended.
 *
 * @param job the way to its row
 */
record JobAttempt(Job claimed, RunningJob job, BooleanSupplier stopping) {

	private static final Logger log = LoggerFactory.getLogger(JobAttempt.class);

	/** The name under which lines of the log have the job's id. */
	static final String LOG_KEY = "job";

	/** How long to wait before the end of a job is written once more. */
	private static final Duration UNTIL_RETRY = Duration.ofSeconds(2);

	/** The longest reason that is shown of an unexpected error, in characters. */
	private static final int MAX_REASON = 300;

	void run(JobWork work) {
		MDC.put(LOG_KEY, this.claimed.id());
		try {
			work(work);
		}
		finally {
			MDC.remove(LOG_KEY);
		}
	}

	private void work(JobWork work) {
		log.info("Job {} for model {} begins", this.claimed.id(), this.claimed.model());
		try {
			JobWork.Outcome outcome = outcome(work);
			if (this.job.wasToldToStop() && !this.job.isLost()) {
				stopped();
			}
			else if (this.job.succeed(outcome)) {
				log.info("Job {} has succeeded", this.claimed.id());
			}
			else {
				log.info("Job {} was cancelled; its result is thrown away", this.claimed.id());
			}
		}
		catch (Throwable ex) {
			failed(ex);
		}
	}

	private JobWork.Outcome outcome(JobWork work) throws Exception {
		try {
			JobWork.Outcome outcome = work.run(this.claimed, this.job);
			if (outcome == null) {
				throw new IllegalStateException("the work returned nothing");
			}
			return outcome;
		}
		finally {
			// an interrupt was for the work, not for what is written of its end
			Thread.interrupted();
		}
	}

	private void failed(Throwable ex) {
		Thread.interrupted(); // as above
		boolean expected = ex instanceof CancellationException || ex instanceof InterruptedException;
		boolean stopped = this.job.wasToldToStop() || this.stopping.getAsBoolean();
		if (this.job.isLost()) {
			if (expected) {
				log.info("Job {} was cancelled and has stopped", this.claimed.id());
			}
			else {
				log.warn("Job {} was cancelled and has stopped with an error", this.claimed.id(), ex);
			}
		}
		else if (stopped && !(ex instanceof JobFailure)) {
			if (!expected) {
				log.warn("Job {} has stopped with an error", this.claimed.id(), ex);
			}
			stopped();
		}
		else {
			String error;
			if (ex instanceof JobFailure && ex.getMessage() != null) {
				error = ex.getMessage();
				log.info("Job {} has failed: {}", this.claimed.id(), error);
			}
			else {
				error = "The job ended with an unexpected error: " + reason(ex);
				log.error("Job {} has failed unexpectedly", this.claimed.id(), ex);
			}
			persistently(() -> this.job.fail(error));
		}
	}

	private void stopped() {
		persistently(this.job::requeue);
		log.info("Job {} has stopped with the service and is queued again", this.claimed.id());
	}

	/**
	 * A job that ended and can't say so would be running for ever: nothing else is worth
	 * doing before it is written down.
	 */
	private void persistently(BooleanSupplier end) {
		while (true) {
			try {
				end.getAsBoolean();
				return;
			}
			catch (Throwable ex) {
				log.error("The end of a job could not be stored", ex);
				if (this.stopping.getAsBoolean()) {
					return;
				}
				LockSupport.parkNanos(UNTIL_RETRY.toNanos());
			}
		}
	}

	private static String reason(Throwable ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage().lines().findFirst().orElse("") : "";
		String reason = ex.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
		return (reason.length() <= MAX_REASON) ? reason : reason.substring(0, MAX_REASON) + "…";
	}

}
