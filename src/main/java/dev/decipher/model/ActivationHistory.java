package dev.decipher.model;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.decipher.security.Access;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every activation of a version, written in the transaction that activates it.
 */
@Component
record ActivationHistory(JdbcClient jdbc, Access access, Clock clock) {

	/**
	 * Adds an activation by whoever sent the request that this thread answers, if it
	 * answers one.
	 */
	void add(String model, int version, ActivationCause cause, @Nullable String job) {
		String by = this.access.name();
		this.jdbc
			.sql("insert into model_activation (model, version, activated_at, cause, done_by, job_id)"
					+ " values (?, ?, ?, ?, ?, ?)")
			.params(model, version, this.clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
					cause.name())
			.param((by != null) ? by.replace('\0', ' ') : null) // PostgreSQL takes none
			.param(job)
			.update();
	}

	/** A page of a model's activations, newest first. */
	List<ActivationRecord> page(String model, int page, int size) {
		return this.jdbc.sql("""
				select version, activated_at, cause, done_by, job_id from model_activation where model = ?
				order by model desc, seq desc offset ? rows fetch next ? rows only""")
			.params(model, (long) page * size, size)
			.query((row, n) -> new ActivationRecord(row.getInt("version"),
					row.getObject("activated_at", OffsetDateTime.class).toInstant(),
					ActivationCause.valueOf(row.getString("cause")), row.getString("done_by"), row.getString("job_id")))
			.list();
	}

	/** Forgets a model. */
	void delete(String model) {
		this.jdbc.sql("delete from model_activation where model = ?").param(model).update();
	}

}
