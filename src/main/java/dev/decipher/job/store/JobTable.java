package dev.decipher.job.store;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.job.Job;
import dev.decipher.job.JobData;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobPage;
import dev.decipher.job.JobState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of jobs: how they get there and how they are found. {@link JobTransitions}
 * changes them.
 */
@Component
public record JobTable(JdbcClient jdbc, JobTransaction transaction, JobAttachments attachments, JobLeases leases,
		IdempotencyKeys keys) {

	private static final String SELECT = "select id, kind, model, state, " + ProgressColumns.NAMES
			+ ", created_at, started_at, finished_at, version, error, request, result from job ";

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Stores a queued job with its data, unless too many wait already. Large data takes
	 * its time, in which other jobs may come; only the last look at the queue, and the
	 * commit with it, is for one after the other, or two could both find the last free
	 * place.
	 * @param key that makes the job, or null for one that may be made again
	 * @throws UncheckedIOException if the data can't be had
	 */
	public Insertion insert(Job job, @Nullable JobData data, int maxQueued, IdempotencyKeys.@Nullable Use key) {
		AtomicReference<Insertion> outcome = new AtomicReference<>(Insertion.NO_ROOM);
		if (count(JobState.QUEUED) < maxQueued) {
			this.transaction.change(() -> {
				insert(job, false);
				if (data != null) {
					this.attachments.addData(job.id(), data);
				}
				lockQueue();
				if (key != null && !this.keys.add(key, job.id(), job.createdAt())) {
					outcome.set(Insertion.REPEATED);
				}
				// this one is among those counted
				else if (count(JobState.QUEUED) <= maxQueued) {
					outcome.set(Insertion.DONE);
				}
				return outcome.get() == Insertion.DONE;
			});
		}
		return Objects.requireNonNull(outcome.get());
	}

	/** Whether a job was stored. */
	public enum Insertion {

		/** It was. */
		DONE,

		/** Too many wait. */
		NO_ROOM,

		/** The key has made another. */
		REPEATED

	}

	/**
	 * Stores a queued job of the service's own, however many wait, unless one for its
	 * model waits or runs or it is not needed.
	 * @param needed asked when no other replica can store a job
	 */
	public boolean insertOwn(Job job, BooleanSupplier needed) {
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
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(job.id(), job.kind().name())
			.param(job.model())
			.params(job.state().name(), JSON.writeValueAsString(job.request()), utc(job.createdAt()), own,
					UUID.randomUUID().toString())
			.update();
		this.leases.add(job.id());
	}

	public boolean isOwn(String id) {
		return this.jdbc.sql("select own from job where id = ?").param(id).query(Boolean.class).single();
	}

	public Optional<Job> find(String id) {
		if (id.indexOf('\0') >= 0) {
			return Optional.empty(); // PostgreSQL takes no NUL in a text
		}
		return this.jdbc.sql(SELECT + "where id = ?").param(id).query(this::job).optional();
	}

	public List<Job> find(Collection<String> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + "where id in (:ids)").param("ids", ids).query(this::job).list();
	}

	public List<Job> active() {
		return this.jdbc.sql(SELECT + "where state in ('QUEUED', 'RUNNING')").query(this::job).list();
	}

	public JobPage page(@Nullable JobState state, @Nullable String model, int page, int size) {
		if (model != null && model.indexOf('\0') >= 0) {
			return new JobPage(List.of(), page, size, 0); // as above
		}
		Map<String, Object> values = new HashMap<>();
		if (state != null) {
			values.put("state", state.name());
		}
		if (model != null) {
			values.put("model", model);
		}
		long total = this.jdbc.sql(total(state, model != null)).params(values).query(Long.class).single();
		List<Job> items = this.jdbc.sql(newestFirst(state != null, model != null))
			.params(values)
			.param("offset", (long) page * size)
			.param("size", size)
			.query(this::job)
			.list();
		return new JobPage(items, page, size, total);
	}

	/** Reads no more rows than those up to the page's end. */
	static String newestFirst(boolean byState, boolean byModel) {
		List<String> columns = new ArrayList<>();
		if (byModel) {
			columns.add("model");
		}
		if (byState) {
			columns.add("state");
		}
		String where = columns.stream()
			.map((column) -> column + " = :" + column)
			.collect(Collectors.joining(" and ", columns.isEmpty() ? "" : "where ", ""));
		// H2 takes an index for the order only if its first columns are named there too
		String order = columns.stream().map((column) -> column + " desc, ").collect(Collectors.joining());
		return SELECT + where + " order by " + order + "seq desc offset :offset rows fetch next :size rows only";
	}

	/** Counts the few jobs that have not ended, and knows how many have. */
	static String total(@Nullable JobState state, boolean byModel) {
		String model = byModel ? " and model = :model" : "";
		if (state != null && !state.hasEnded()) {
			return "select count(*) from job where state = :state" + model;
		}
		String ended = "(select coalesce(sum(total), 0) from ended_jobs where "
				+ ((state != null) ? "state = :state" : "1 = 1") + model + ")";
		return "select " + ((state != null) ? ended : ended + " + " + active(model));
	}

	/**
	 * How many jobs wait or run; by two counts, as H2 takes no index for a list of states
	 * of a model.
	 */
	private static String active(String condition) {
		return Stream.of("QUEUED", "RUNNING")
			.map((state) -> "(select count(*) from job where state = '" + state + "'" + condition + ")")
			.collect(Collectors.joining(" + "));
	}

	/** How many jobs wait in each lane. */
	public Map<JobKind, Integer> queued() {
		Map<JobKind, Integer> queued = new EnumMap<>(JobKind.class);
		List<String> kinds = new ArrayList<>();
		for (JobKind kind : JobKind.values()) {
			queued.put(kind.lane(), 0);
			kinds.add(kind.name());
		}
		// a newer version may know more kinds
		this.jdbc.sql("select kind, count(*) from job where state = 'QUEUED' and kind in (:kinds) group by kind")
			.param("kinds", kinds)
			.query((row) -> {
				queued.merge(JobKind.valueOf(row.getString(1)).lane(), row.getInt(2), Integer::sum);
			});
		return queued;
	}

	int count(JobState state) {
		return this.jdbc.sql("select count(*) from job where state = ?")
			.param(state.name())
			.query(Integer.class)
			.single();
	}

	public boolean isBusy(String model) {
		return this.jdbc.sql("select " + active(" and model = :model"))
			.param("model", model)
			.query(Integer.class)
			.single() > 0;
	}

	/** The database's clock. */
	public Instant now() {
		return this.jdbc.sql("select current_timestamp")
			.query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
	}

	private Job job(ResultSet row, int n) throws SQLException {
		return new Job(row.getString("id"), JobKind.valueOf(row.getString("kind")), row.getString("model"),
				JobState.valueOf(row.getString("state")), ProgressColumns.read(row),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "started_at"),
				instant(row, "finished_at"), row.getObject("version", Integer.class), row.getString("error"),
				JSON.readTree(row.getString("request")),
				(row.getString("result") != null) ? JSON.readTree(row.getString("result")) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static OffsetDateTime utc(Instant time) {
		return time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
	}

}
