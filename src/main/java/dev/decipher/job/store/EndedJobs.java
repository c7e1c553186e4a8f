package dev.decipher.job.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes jobs that have ended, with their histories, and counts them no longer. */
@Component
public record EndedJobs(JdbcClient jdbc, JobTransaction transaction) {

	/** Reads no more rows than it returns, in H2 only where these aren't locked. */
	static final String OLDEST = "select id from job where finished_at < :before order by finished_at "
			+ "fetch first :count rows only";

	private static final String LOCKED = "select id, state, coalesce(model, '') as model from job "
			+ "where id in (:ids) and state not in ('QUEUED', 'RUNNING') for update skip locked";

	/** After any end. */
	private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

	private record Zero(String state, String model) {
	}

	private record Ended(String id, String state, String model) {
	}

	/**
	 * Deletes a job, if it has ended.
	 * @return whether it was there
	 */
	public boolean delete(String id) {
		return this.transaction.change(() -> delete(this.jdbc.sql("""
				select id, state, coalesce(model, '') as model from job
				where id = ? and state not in ('QUEUED', 'RUNNING') for update""")
			.param(id)
			.query(Ended.class)
			.list()) == 1);
	}

	/**
	 * Deletes the jobs that ended first, unless another replica does that just now.
	 * @param keep how many jobs that have ended may stay
	 * @param before only jobs that ended before that go, unless too many stay
	 * @param count how many to delete at most
	 * @return how many were deleted
	 */
	public int deleteOldest(long keep, Instant before, int count) {
		AtomicInteger deleted = new AtomicInteger();
		this.transaction.change(() -> {
			if (this.jdbc.sql("select name from housekeeping where name = 'ended jobs' for update skip locked")
				.query(String.class)
				.optional()
				.isEmpty()) {
				return false;
			}
			long tooMany = Math.max(0, total() - keep);
			List<Ended> oldest = oldest((tooMany > 0) ? JobTable.utc(LAST) : JobTable.utc(before),
					(int) ((tooMany > 0) ? Math.min(tooMany, count) : count));
			deleted.set(delete(oldest));
			return true;
		});
		return deleted.get();
	}

	/**
	 * Deletes the rows that count no jobs, or each model that there ever was would keep
	 * some.
	 */
	public void deleteZeros() {
		// one at a time: whoever waits for a job that ends should hold no other row
		this.jdbc.sql("select state, model from ended_jobs where total = 0")
			.query(Zero.class)
			.list()
			.forEach((zero) -> this.jdbc.sql("delete from ended_jobs where state = ? and model = ? and total = 0")
				.params(zero.state(), zero.model())
				.update());
	}

	private long total() {
		return this.jdbc.sql("select coalesce(sum(total), 0) from ended_jobs").query(Long.class).single();
	}

	/** A job that somebody deletes just now is passed over. */
	private List<Ended> oldest(OffsetDateTime before, int count) {
		List<String> ids = this.jdbc.sql(OLDEST)
			.param("before", before)
			.param("count", count)
			.query(String.class)
			.list();
		return ids.isEmpty() ? List.of() : this.jdbc.sql(LOCKED).param("ids", ids).query(Ended.class).list();
	}

	private int delete(List<Ended> jobs) {
		for (Ended job : jobs) {
			this.jdbc.sql("delete from job where id = ?").param(job.id()).update();
		}
		// last, and in one order, as those that end wait for these rows
		jobs.stream()
			.sorted(Comparator.comparing(Ended::state).thenComparing(Ended::model))
			.forEach((job) -> this.jdbc.sql("update ended_jobs set total = total - 1 where state = ? and model = ?")
				.params(job.state(), job.model())
				.update());
		return jobs.size();
	}

}
