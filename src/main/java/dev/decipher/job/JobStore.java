package dev.decipher.job;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs in the database: how they get there and how they are found. {@link JobClaims}
 * changes them.
 */
record JobStore(JdbcClient jdbc, JobTransaction transaction, JobFiles files, JobLeases leases) {

	private static final String SELECT = """
			select id, kind, model, state, progress, epoch, step, training_loss, validation_loss, accuracy,
			exact_messages, target_reached, symbols_per_second, eta_seconds, created_at, started_at, finished_at,
			version, error, request, result from job
			""";

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Stores a queued job with its data, unless too many wait already. Large data takes
	 * its time, in which other jobs may come; only the last look at the queue, and the
	 * commit with it, is for one after the other, or two could both find the last free
	 * place.
	 * @return whether there was room
	 * @throws UncheckedIOException if the data can't be had
	 */
	boolean insert(Job job, @Nullable JobData data, int maxQueued) {
		return count(JobState.QUEUED) < maxQueued && this.transaction.change(() -> {
			insert(job, false);
			if (data != null) {
				this.files.addData(job.id(), data);
			}
			lockQueue();
			// this one is among those counted
			return count(JobState.QUEUED) <= maxQueued;
		});
	}

	/**
	 * Stores a queued job of the service's own, however many wait, unless one for its
	 * model waits or runs or it is not needed.
	 * @param needed asked when no other replica can store a job
	 */
	boolean insertOwn(Job job, BooleanSupplier needed) {
		return this.transaction.change(() -> {
			lockQueue();
			if (isBusy(Objects.requireNonNull(job.model())) || !needed.getAsBoolean()) {
				return false;
			}
			insert(job, true);
			return true;
		});
	}

	/** Until the transaction is over, no other replica stores a job. */
	private void lockQueue() {
		this.jdbc.sql("select id from job_queue for update").query(Integer.class).single();
	}

	private void insert(Job job, boolean own) {
		this.jdbc.sql("""
				insert into job (id, kind, model, state, request, created_at, own, claim)
				values (:id, :kind, :model, :state, :request, :createdAt, :own, :claim)""")
			.param("id", job.id())
			.param("kind", job.kind().name())
			.param("model", job.model())
			.param("state", job.state().name())
			.param("request", JSON.writeValueAsString(job.request()))
			.param("createdAt", utc(job.createdAt()))
			.param("own", own)
			.param("claim", UUID.randomUUID().toString())
			.update();
		this.leases.add(job.id());
	}

	boolean isOwn(String id) {
		return this.jdbc.sql("select own from job where id = :id").param("id", id).query(Boolean.class).single();
	}

	Optional<Job> find(String id) {
		if (id.indexOf('\0') >= 0) {
			return Optional.empty(); // PostgreSQL takes no NUL in a text
		}
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::job).optional();
	}

	List<Job> find(Collection<String> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + "where id in (:ids)").param("ids", ids).query(this::job).list();
	}

	JobPage page(@Nullable JobState state, @Nullable String model, int page, int size) {
		if (model != null && model.indexOf('\0') >= 0) {
			return new JobPage(List.of(), page, size, 0); // as above
		}
		List<String> conditions = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		if (state != null) {
			conditions.add("state = ?");
			values.add(state.name());
		}
		if (model != null) {
			conditions.add("model = ?");
			values.add(model);
		}
		String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
		long total = this.jdbc.sql("select count(*) from job " + where).params(values).query(Long.class).single();
		List<Job> items = this.jdbc.sql(SELECT + where + " order by seq desc offset ? rows fetch next ? rows only")
			.params(values)
			.param((long) page * size)
			.param(size)
			.query(this::job)
			.list();
		return new JobPage(items, page, size, total);
	}

	int count(JobKind kind, JobState state) {
		return this.jdbc.sql("select count(*) from job where state = :state and kind = :kind")
			.param("state", state.name())
			.param("kind", kind.name())
			.query(Integer.class)
			.single();
	}

	int count(JobState state) {
		return this.jdbc.sql("select count(*) from job where state = :state")
			.param("state", state.name())
			.query(Integer.class)
			.single();
	}

	boolean isBusy(String model) {
		return this.jdbc.sql("select count(*) from job where model = :model and state in ('QUEUED', 'RUNNING')")
			.param("model", model)
			.query(Integer.class)
			.single() > 0;
	}

	/** The database's clock. */
	Instant now() {
		return this.jdbc.sql("select current_timestamp")
			.query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
	}

	private Job job(ResultSet row, int n) throws SQLException {
		return new Job(row.getString("id"), JobKind.valueOf(row.getString("kind")), row.getString("model"),
				JobState.valueOf(row.getString("state")), progress(row),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "started_at"),
				instant(row, "finished_at"), row.getObject("version", Integer.class), row.getString("error"),
				JSON.readTree(row.getString("request")),
				(row.getString("result") != null) ? JSON.readTree(row.getString("result")) : null);
	}

	private static JobProgress progress(ResultSet row) throws SQLException {
		return new JobProgress(row.getDouble("progress"), row.getObject("epoch", Integer.class),
				row.getObject("step", Long.class), row.getObject("training_loss", Double.class),
				row.getObject("validation_loss", Double.class), row.getObject("accuracy", Double.class),
				row.getObject("exact_messages", Double.class), row.getObject("target_reached", Boolean.class),
				row.getObject("symbols_per_second", Double.class), row.getObject("eta_seconds", Double.class));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static OffsetDateTime utc(Instant time) {
		return time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
	}

}
