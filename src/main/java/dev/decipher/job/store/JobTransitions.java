package dev.decipher.job.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.decipher.job.Job;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobState;
import dev.decipher.job.JobWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How jobs change state in the database. Every change of a job's state names the state
 * that it starts from, so that one of two that race finds nothing to change. A job has a
 * claim of its own for each time it goes into the queue; whoever works on it names that
 * claim, so that a worker that was given up for dead can't write into the second attempt.
 * Each change returns whether the job was as its caller took it for; if not, nothing was
 * stored.
 */
@Component
public record JobTransitions(JdbcClient jdbc, JobTransaction transaction, JobAttachments attachments,
		JobLeases leases) {

	/**
	 * Forgets what a job had reached since its checkpoint, except the share that is done,
	 * which never goes back.
	 */
	private static final String BACK_TO_THE_CHECKPOINT = "state = 'QUEUED', claim = :newClaim, started_at = null, "
			+ ProgressColumns.BACK_TO_THE_CHECKPOINT + " ";

	private static final String HELD = "where id = :id and state = 'RUNNING' and claim = :claim";

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The job that a claim is for, unless it has got another since. */
	public Optional<String> job(String claim) {
		return this.jdbc.sql("select id from job where claim = :claim and state in ('QUEUED', 'RUNNING')")
			.param("claim", claim)
			.query(String.class)
			.optional();
	}

	/** Takes a job out of the queue, unless somebody else was faster. */
	public boolean take(String id, String claim, Instant now) {
		return this.transaction.change(() -> this.jdbc.sql("""
				update job set state = 'RUNNING', started_at = :now
				where id = :id and state = 'QUEUED' and claim = :claim""")
			.param("now", JobTable.utc(now))
			.param("id", id)
			.param("claim", claim)
			.update() == 1);
	}

	/** Whether a job is still the one's who took it with a claim. */
	public boolean holds(String id, String claim) {
		return this.jdbc.sql("select count(*) from job " + HELD)
			.param("id", id)
			.param("claim", claim)
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Stores a checkpoint in place of the one before. Its chunks come first: while they
	 * are written, the job's row and the older checkpoint are free for a cancellation.
	 */
	public boolean checkpoint(String id, String claim, int point, byte[] state) {
		return this.transaction.change(() -> {
			this.attachments.addCheckpoint(id, point, state);
			boolean held = this.jdbc.sql("update job set attempts = 0 " + HELD)
				.param("id", id)
				.param("claim", claim)
				.update() == 1;
			if (held) {
				this.attachments.deleteOtherCheckpoints(id, point);
			}
			return held;
		});
	}

	/** Adds a point to the history. */
	public boolean addPoint(Job latest, String claim, int number, Object point) {
		return this.transaction.change(() -> {
			boolean held = update("", latest.id(), latest.progress(), claim).update() == 1;
			if (held) {
				this.attachments.addPoint(latest.id(), number, point);
			}
			return held;
		});
	}

	/** Stores how far the work has come. */
	public boolean progress(Job latest, String claim) {
		return this.transaction.change(() -> update("", latest.id(), latest.progress(), claim).update() == 1);
	}

	/** Replaces a running job's request. */
	public boolean request(Job latest, String claim) {
		return this.transaction.change(() -> update("request = :request, ", latest.id(), latest.progress(), claim)
			.param("request", JSON.writeValueAsString(latest.request()))
			.update() == 1);
	}

	/**
	 * Stores what the work made and, together with it, that it has succeeded. The result
	 * comes first: while it is written, the job's row is free for a cancellation.
	 */
	public boolean succeed(Job latest, String claim, JobWork.Outcome outcome, Instant now) {
		return this.transaction.change(() -> {
			Integer version = (outcome.commit() != null) ? outcome.commit().getAsInt() : null;
			return update("""
					state = 'SUCCEEDED', finished_at = :now, version = :version, result = :result, """, latest.id(),
					latest.progress().ended(1, outcome.figures()), claim)
				.param("now", JobTable.utc(now))
				.param("version", version)
				.param("result", (outcome.result() != null) ? JSON.writeValueAsString(outcome.result()) : null)
				.update() == 1 && deleteWork(latest.id());
		});
	}

	public boolean fail(Job latest, String claim, String error, Instant now) {
		return this.transaction.change(() -> update("state = 'FAILED', finished_at = :now, error = :error, ",
				latest.id(), ended(latest), claim)
			.param("now", JobTable.utc(now))
			.param("error", error.replace('\0', ' ')) // PostgreSQL takes no NUL in a text
			.update() == 1 && deleteWork(latest.id()));
	}

	/** Cancels a job with what its work had reached. */
	public boolean cancelRunning(Job latest, String claim, Instant now) {
		return this.transaction
			.change(() -> update("state = 'CANCELLED', finished_at = :now, ", latest.id(), ended(latest), claim)
				.param("now", JobTable.utc(now))
				.update() == 1 && deleteWork(latest.id()));
	}

	/** Cancels a job that nobody here works on. */
	public boolean cancel(String id, JobState from, Instant now) {
		return this.transaction.change(() -> {
			boolean cancelled = this.jdbc.sql("""
					update job set state = 'CANCELLED', finished_at = :now, eta_seconds = null
					where id = :id and state = :from""")
				.param("now", JobTable.utc(now))
				.param("id", id)
				.param("from", from.name())
				.update() == 1 && deleteWork(id);
			if (cancelled && from == JobState.QUEUED) {
				this.leases.remove(id);
			}
			return cancelled;
		});
	}

	/** Puts a running job back, to be done again from its checkpoint. */
	public boolean requeue(Job latest, String claim) {
		return this.transaction
			.change(() -> this.jdbc.sql("update job set progress = :progress, " + BACK_TO_THE_CHECKPOINT + HELD)
				.param("progress", latest.progress().done())
				.param("newClaim", UUID.randomUUID().toString())
				.param("id", latest.id())
				.param("claim", claim)
				.update() == 1 && goesBack(latest.id()));
	}

	/**
	 * Takes in a job whose process died: it goes back into the queue or, having seen too
	 * many processes die, fails.
	 */
	public boolean recover(String id, String claim, int maxAttempts, String error, Instant now) {
		return this.transaction.change(() -> {
			int failed = this.jdbc.sql("""
					update job set state = 'FAILED', attempts = attempts + 1, finished_at = :now,
					eta_seconds = null, error = :error
					""" + HELD + " and attempts + 1 >= :max")
				.param("now", JobTable.utc(now))
				.param("error", error)
				.param("id", id)
				.param("claim", claim)
				.param("max", maxAttempts)
				.update();
			if (failed == 1) {
				return deleteWork(id);
			}
			// a job that was about to be taken has seen nothing yet
			return this.jdbc
				.sql("update job set attempts = attempts + case when state = 'RUNNING' then 1 else 0 end, "
						+ BACK_TO_THE_CHECKPOINT + """
								where id = :id and state in ('QUEUED', 'RUNNING') and claim = :claim""")
				.param("newClaim", UUID.randomUUID().toString())
				.param("id", id)
				.param("claim", claim)
				.update() == 1 && goesBack(id);
		});
	}

	/** A job in the database that waits or runs. */
	public record Active(String id, String claim, JobState state) {
	}

	/** The jobs that wait or run, in their order. */
	public List<Active> active() {
		return this.jdbc.sql("select id, claim, state from job where state in ('QUEUED', 'RUNNING') order by seq")
			.query((row, n) -> new Active(row.getString("id"), row.getString("claim"),
					JobState.valueOf(row.getString("state"))))
			.list();
	}

	/**
	 * An update of a running job's row to what its work has reached.
	 * @param assignments what else changes, each with a comma and a space behind it
	 */
	private JdbcClient.StatementSpec update(String assignments, String id, JobProgress progress, String claim) {
		return ProgressColumns
			.set(this.jdbc.sql("update job set " + assignments + ProgressColumns.ASSIGNMENTS + " " + HELD), progress)
			.param("id", id)
			.param("claim", claim);
	}

	private static JobProgress ended(Job latest) {
		return latest.progress().ended(latest.progress().done(), Map.of());
	}

	private boolean goesBack(String id) {
		this.attachments.deleteHistoryPastCheckpoint(id);
		this.leases.add(id);
		return true;
	}

	private boolean deleteWork(String id) {
		this.attachments.deleteWork(id);
		return true;
	}

}
