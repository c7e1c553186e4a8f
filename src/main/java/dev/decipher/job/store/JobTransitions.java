package dev.decipher.job.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import dev.decipher.job.Job;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobState;
import dev.decipher.job.JobWork;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
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

	private static final String ACTIVE = "state in ('QUEUED', 'RUNNING')";

	private static final String HELD = " where id = ? and state = 'RUNNING' and claim = ?";

	/**
	 * Forgets what a job had reached since its checkpoint, except the share that is done,
	 * which never goes back.
	 */
	private static final String BACK_TO_THE_CHECKPOINT = "state = 'QUEUED', claim = ?, started_at = null, "
			+ ProgressColumns.BACK_TO_THE_CHECKPOINT;

	private static final JsonMapper JSON = JsonMapper.shared();

	/** The job that a claim is for, unless it has got another since. */
	public Optional<String> job(String claim) {
		return this.jdbc.sql("select id from job where claim = ? and " + ACTIVE)
			.param(claim)
			.query(String.class)
			.optional();
	}

	/** Takes a job out of the queue, unless somebody else was faster. */
	public boolean take(String id, String claim, Instant now) {
		return this.transaction.change(() -> this.jdbc.sql("""
				update job set state = 'RUNNING', started_at = ?
				where id = ? and state = 'QUEUED' and claim = ?""").params(JobTable.utc(now), id, claim).update() == 1);
	}

	/** Whether a job is still the one's who took it with a claim. */
	public boolean holds(String id, String claim) {
		return this.jdbc.sql("select count(*) from job" + HELD).params(id, claim).query(Integer.class).single() == 1;
	}

	/**
	 * Stores a checkpoint in place of the one before. While it is written, the job's row
	 * and the older checkpoint are free for a cancellation.
	 */
	public boolean checkpoint(String id, String claim, int point, byte[] state) {
		int number;
		try {
			number = this.attachments.addCheckpoint(id, state);
		}
		catch (DataIntegrityViolationException ex) {
			if (holds(id, claim)) {
				throw ex;
			}
			return false; // the job has ended, and was deleted
		}
		boolean held = this.transaction
			.change(() -> this.jdbc.sql("update job set attempts = 0, checkpoint = ?, checkpoint_epoch = ?" + HELD)
				.params(number, point, id, claim)
				.update() == 1);
		// whoever holds the job now may be writing one with a greater number
		this.attachments.deleteCheckpoints(id, held ? 0 : number, held ? number - 1 : number);
		return held;
	}

	/** Adds a point to the history. */
	public boolean addPoint(Job latest, String claim, int number, Object point) {
		return this.transaction.change(() -> {
			boolean held = update(latest, claim, latest.progress(), "");
			if (held) {
				this.attachments.addPoint(latest.id(), number, point);
			}
			return held;
		});
	}

	/** Stores how far the work has come. */
	public boolean progress(Job latest, String claim) {
		return this.transaction.change(() -> update(latest, claim, latest.progress(), ""));
	}

	/** Replaces a running job's request. */
	public boolean request(Job latest, String claim) {
		return this.transaction.change(() -> update(latest, claim, latest.progress(), "request = ?, ",
				JSON.writeValueAsString(latest.request())));
	}

	/**
	 * Stores what the work made and, together with it, that it has succeeded. The result
	 * comes first: while it is written, the job's row is free for a cancellation.
	 */
	public boolean succeed(Job latest, String claim, JobWork.Outcome outcome, Instant now) {
		return end(latest.id(), () -> {
			Integer version = (outcome.commit() != null) ? outcome.commit().getAsInt() : null;
			String result = (outcome.result() != null) ? JSON.writeValueAsString(outcome.result()) : null;
			return update(latest, claim, latest.progress().ended(1, outcome.figures()),
					"state = 'SUCCEEDED', finished_at = ?, version = ?, result = ?, ", JobTable.utc(now), version,
					result);
		});
	}

	public boolean fail(Job latest, String claim, String error, Instant now) {
		// PostgreSQL takes no NUL in a text
		return end(latest.id(), () -> update(latest, claim, ended(latest),
				"state = 'FAILED', finished_at = ?, error = ?, ", JobTable.utc(now), error.replace('\0', ' ')));
	}

	/** Cancels a job with what its work had reached. */
	public boolean cancelRunning(Job latest, String claim, Instant now) {
		return end(latest.id(), () -> update(latest, claim, ended(latest), "state = 'CANCELLED', finished_at = ?, ",
				JobTable.utc(now)));
	}

	/** Cancels a job that nobody here works on. */
	public boolean cancel(String id, JobState from, Instant now) {
		return end(id, () -> {
			boolean cancelled = this.jdbc.sql("""
					update job set state = 'CANCELLED', finished_at = ?, eta_seconds = null
					where id = ? and state = ?""").params(JobTable.utc(now), id, from.name()).update() == 1;
			if (cancelled && from == JobState.QUEUED) {
				this.leases.remove(id);
			}
			return cancelled;
		});
	}

	/** Puts a running job back, to be done again from its checkpoint. */
	public boolean requeue(Job latest, String claim) {
		return this.transaction
			.change(() -> this.jdbc.sql("update job set progress = ?, " + BACK_TO_THE_CHECKPOINT + HELD)
				.params(latest.progress().done(), UUID.randomUUID().toString(), latest.id(), claim)
				.update() == 1 && goesBack(latest.id()));
	}

	/**
	 * Takes in a job whose process died: it goes back into the queue or, having seen too
	 * many processes die, fails.
	 */
	public boolean recover(String id, String claim, int maxAttempts, String error, Instant now) {
		boolean failed = end(id, () -> this.jdbc
			.sql("update job set state = 'FAILED', attempts = attempts + 1, finished_at = ?, eta_seconds = null, "
					+ "error = ?" + HELD + " and attempts + 1 >= ?")
			.params(JobTable.utc(now), error, id, claim, maxAttempts)
			.update() == 1);
		// a job that was about to be taken has seen nothing yet
		return failed || this.transaction.change(() -> this.jdbc
			.sql("update job set attempts = attempts + case when state = 'RUNNING' then 1 else 0 end, "
					+ BACK_TO_THE_CHECKPOINT + " where id = ? and claim = ? and " + ACTIVE)
			.params(UUID.randomUUID().toString(), id, claim)
			.update() == 1 && goesBack(id));
	}

	/** A job in the database that waits or runs. */
	public record Active(String id, String claim, JobState state) {
	}

	/** The jobs that wait or run, in their order. */
	public List<Active> active() {
		return this.jdbc.sql("select id, claim, state from job where " + ACTIVE + " order by seq")
			.query((row, n) -> new Active(row.getString("id"), row.getString("claim"),
					JobState.valueOf(row.getString("state"))))
			.list();
	}

	/**
	 * Updates a running job's row.
	 * @param assignments what changes beside its progress, each with a comma and a space
	 * behind it
	 * @param values the values in these
	 */
	private boolean update(Job job, String claim, JobProgress progress, String assignments,
			@Nullable Object... values) {
		return this.jdbc.sql("update job set " + assignments + ProgressColumns.ASSIGNMENTS + HELD)
			.params(Arrays.asList(values))
			.params(ProgressColumns.values(progress))
			.params(job.id(), claim)
			.update() == 1;
	}

	private static JobProgress ended(Job latest) {
		return latest.progress().ended(latest.progress().done(), Map.of());
	}

	private boolean goesBack(String id) {
		this.attachments.deleteHistoryPastCheckpoint(id);
		this.leases.add(id);
		return true;
	}

	/**
	 * Ends a job, and counts it among those that have. What only its work needed is
	 * {@linkplain JobAttachments#deleteLeftovers() left over}: to delete it may take
	 * long.
	 * @param change returns whether the job is one to end
	 */
	private boolean end(String id, BooleanSupplier change) {
		return this.transaction.change(() -> change.getAsBoolean() && count(id));
	}

	/**
	 * The last step of a transaction, as others that end wait for the row. One that
	 * counts no jobs may be deleted between the two statements; the next is then this
	 * transaction's own.
	 */
	private boolean count(String id) {
		int counted;
		do {
			this.jdbc.sql("""
					insert into ended_jobs (state, model, total)
					select state, coalesce(model, ''), 0 from job where id = ? on conflict do nothing""")
				.param(id)
				.update();
			counted = this.jdbc.sql("""
					update ended_jobs set total = total + 1
					where (state, model) = (select state, coalesce(model, '') from job where id = ?)""")
				.param(id)
				.update();
		}
		while (counted == 0);
		return true;
	}

}
