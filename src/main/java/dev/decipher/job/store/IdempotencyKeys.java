package dev.decipher.job.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests have made which jobs, for a day. */
@Component
public record IdempotencyKeys(JdbcClient jdbc) {

	private static final Duration LIFETIME = Duration.ofDays(1);

	/** How many are deleted in a statement. */
	private static final int BATCH = 1000;

	/**
	 * A key that may make a job, or has.
	 *
	 * @param id stands for the key and for its client
	 * @param request the checksum of the request that it came with
	 */
	public record Use(String id, String request) {
	}

	/**
	 * A job that a key has made.
	 *
	 * @param request the checksum of the request that it came with
	 * @param job the job's id
	 */
	public record Made(String request, String job) {
	}

	/** The job that a key has made, if it did within a day. */
	public Optional<Made> find(String id, Instant now) {
		return this.jdbc.sql("select request, job_id as job from idempotency_key where id = ? and expires_at > ?")
			.params(id, JobTable.utc(now))
			.query(Made.class)
			.optional();
	}

	/**
	 * Stores that a key makes a job, in the caller's transaction. The queue is locked, so
	 * that nobody else does the same.
	 * @return whether it had made none
	 */
	boolean add(Use key, String job, Instant now) {
		if (find(key.id(), now).isPresent()) {
			return false;
		}
		this.jdbc.sql("delete from idempotency_key where id = ?").param(key.id()).update();
		this.jdbc.sql("insert into idempotency_key (id, request, job_id, expires_at) values (?, ?, ?, ?)")
			.params(key.id(), key.request(), job, JobTable.utc(now.plus(LIFETIME)))
			.update();
		return true;
	}

	/** Deletes keys that are good for nothing any more. */
	public void deleteExpired(Instant now) {
		int deleted;
		do {
			deleted = this.jdbc.sql("""
					delete from idempotency_key where id in
					(select id from idempotency_key where expires_at <= ? fetch first %d rows only)""".formatted(BATCH))
				.param(JobTable.utc(now))
				.update();
		}
		while (deleted == BATCH);
	}

}
