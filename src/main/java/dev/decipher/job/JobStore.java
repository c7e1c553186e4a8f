package dev.decipher.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs in the database. Every change of a job's state names the state that it starts
 * from, so that of two that race one finds nothing to change; and whoever works on a job
 * also names the claim it was taken with, so that a worker that was given up for dead
 * can't write into the second attempt.
 * <p>
 * Beside each job that waits or runs there is a row of db-scheduler's, its lease: which
 * replica works on the job, and when that was last heard of. It is made, given back and
 * removed together with the change of the job's state.
 */
class JobStore {

	private static final String SELECT = """
			select id, kind, model, state, progress, epoch, step, training_loss, validation_loss, accuracy,
			exact_messages, target_reached, symbols_per_second, eta_seconds, created_at, started_at, finished_at,
			version, error, request, result from job
			""";

	private static final String CHECKPOINT = "(select max(epoch) from job_checkpoint where job_id = :id)";

	/**
	 * What a job had reached since its checkpoint is gone, but its progress never goes
	 * back.
	 */
	private static final String BACK_TO_THE_CHECKPOINT = """
			state = 'QUEUED', claim = null, started_at = null, epoch = %s, step = null, training_loss = null,
			validation_loss = null, accuracy = null, exact_messages = null, symbols_per_second = null,
			eta_seconds = null
			""".formatted(CHECKPOINT);

	/** How what is stored is written doesn't hang on how HTTP is spoken. */
	private final JsonMapper json = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final Chunks data;

	private final Chunks checkpoints;

	private final PlatformTransactionManager transactions;

	private final TransactionTemplate transaction;

	JobStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.data = new Chunks(jdbc, "job_data", "job_id");
		this.checkpoints = new Chunks(jdbc, "job_checkpoint", "job_id", "epoch");
		this.transactions = transactions;
		this.transaction = new TransactionTemplate(transactions);
		// who calls may have a transaction open; a job must be there without it
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Stores a queued job with its data, unless too many wait already. Large data takes
	 * its time, in which other jobs may come; only the last look at the queue, and the
	 * commit with it, is for one after the other, or two could both find the last free
	 * place.
	 * @return whether there was room
	 * @throws UncheckedIOException if the data can't be had
	 */
	boolean insert(Job job, @Nullable JobData data, int maxQueued) {
		if (count(JobState.QUEUED) >= maxQueued) {
			return false;
		}
		TransactionStatus status = this.transactions.getTransaction(this.transaction);
		try {
			insert(job, false);
			if (data != null) {
				insertData(job.id(), data);
			}
			lockQueue();
			// this one is among those counted
			if (count(JobState.QUEUED) <= maxQueued) {
				this.transactions.commit(status);
				return true;
			}
		}
		finally {
			if (!status.isCompleted()) {
				this.transactions.rollback(status);
			}
		}
		return false;
	}

	/**
	 * Stores a queued job of the service's own, however many wait, unless one for its
	 * model waits or runs or it is not needed.
	 * @param needed asked when no other replica can store a job
	 * @return whether it was stored
	 */
	boolean insertOwn(Job job, BooleanSupplier needed) {
		return changing(() -> {
			lockQueue();
			if (isBusy(job.model()) || !needed.getAsBoolean()) {
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

	boolean isOwn(String id) {
		return this.jdbc.sql("select own from job where id = :id").param("id", id).query(Boolean.class).single();
	}

	private void insert(Job job, boolean own) {
		this.jdbc.sql("""
				insert into job (id, kind, model, state, request, created_at, own)
				values (:id, :kind, :model, :state, :request, :createdAt, :own)""")
			.param("id", job.id())
			.param("kind", job.kind().name())
			.param("model", job.model())
			.param("state", job.state().name())
			.param("request", this.json.writeValueAsString(job.request()))
			.param("createdAt", utc(job.createdAt()))
			.param("own", own)
			.update();
		this.jdbc
			.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
					+ " values (:kind, :id, :due, false, 1)")
			.param("kind", job.kind().name())
			.param("id", job.id())
			.param("due", utc(Instant.EPOCH))
			.update();
	}

	private void insertData(String id, JobData data) {
		try (OutputStream out = this.data.writer(id)) {
			data.writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A chunk of a job's data.
	 * @return the bytes, or null behind the last one
	 */
	byte @Nullable [] data(String id, int chunk) {
		return this.data.chunk(chunk, id);
	}

	/** Whether a job is still the one's who took it with a claim. */
	boolean holds(String id, String claim) {
		return this.jdbc.sql("select count(*) from job where id = :id and state = 'RUNNING' and claim = :claim")
			.param("id", id)
			.param("claim", claim)
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Stores a checkpoint in place of the one before. Its chunks come first: while they
	 * are written, the job's row and the older checkpoint are free for a cancellation.
	 * @return false if the job is no longer the caller's, and then nothing was stored
	 */
	boolean checkpoint(String id, String claim, int epoch, byte[] state) {
		return changing(() -> {
			deleteCheckpoints("=", id, epoch); // where the epoch was run once more
			try (OutputStream out = this.checkpoints.writer(id, epoch)) {
				out.write(state);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			boolean held = this.jdbc
				.sql("update job set attempts = 0 where id = :id and state = 'RUNNING' and claim = :claim")
				.param("id", id)
				.param("claim", claim)
				.update() == 1;
			if (held) {
				deleteCheckpoints("<>", id, epoch);
			}
			return held;
		});
	}

	private void deleteCheckpoints(String comparison, String id, int epoch) {
		this.jdbc.sql("delete from job_checkpoint where job_id = :id and epoch " + comparison + " :epoch")
			.param("id", id)
			.param("epoch", epoch)
			.update();
	}

	/**
	 * A job's checkpoint.
	 * @return the checkpoint, or null if there is none
	 */
	@Nullable Checkpoint checkpoint(String id) {
		return this.jdbc.sql("""
				select epoch, sum(octet_length(bytes)) from job_checkpoint where job_id = :id
				group by epoch""")
			.param("id", id)
			.query((row, n) -> new Checkpoint(row.getInt(1), state(id, row.getInt(1), row.getInt(2))))
			.optional()
			.orElse(null);
	}

	private byte[] state(String id, int epoch, int size) {
		byte[] state = new byte[size];
		try {
			this.checkpoints.reader(id, epoch).readNBytes(state, 0, size);
			return state;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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

	List<JsonNode> history(String id) {
		return this.jdbc.sql("select point from job_history where job_id = :id order by epoch")
			.param("id", id)
			.query((row, n) -> this.json.readTree(row.getString(1)))
			.list();
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

	/**
	 * Takes a job out of the queue, unless somebody else was faster.
	 */
	Optional<Job> claim(String id, String claim, Instant now) {
		boolean claimed = changing(() -> this.jdbc.sql("""
				update job set state = 'RUNNING', started_at = :now, claim = :claim
				where id = :id and state = 'QUEUED'""")
			.param("now", utc(now))
			.param("claim", claim)
			.param("id", id)
			.update() == 1);
		return claimed ? find(id) : Optional.empty();
	}

	/**
	 * Stores the end of an epoch.
	 * @return false if the job is no longer the caller's
	 */
	boolean epoch(Job latest, String claim, int epoch, Object point) {
		return changing(() -> {
			boolean held = update("", latest, claim).update() == 1;
			if (held) {
				// where it was stored before, and the answer was lost
				this.jdbc.sql("delete from job_history where job_id = :id and epoch = :epoch")
					.param("id", latest.id())
					.param("epoch", epoch)
					.update();
				this.jdbc.sql("insert into job_history (job_id, epoch, point) values (:id, :epoch, :point)")
					.param("id", latest.id())
					.param("epoch", epoch)
					.param("point", this.json.writeValueAsString(point))
					.update();
			}
			return held;
		});
	}

	/**
	 * Stores how far the work has come.
	 * @return false if the job is no longer the caller's
	 */
	boolean progress(Job latest, String claim) {
		return changing(() -> update("", latest, claim).update() == 1);
	}

	/**
	 * Replaces a running job's request.
	 * @return false if the job is no longer the caller's
	 */
	boolean request(String id, String claim, JsonNode request) {
		return changing(() -> this.jdbc
			.sql("update job set request = :request where id = :id and state = 'RUNNING' and claim = :claim")
			.param("request", this.json.writeValueAsString(request))
			.param("id", id)
			.param("claim", claim)
			.update() == 1);
	}

	/**
	 * Stores what the work made and, together with it, that it has succeeded. What was
	 * made comes first: while it is written, the job's row is free for a cancellation.
	 * @return false if the job is no longer the caller's, and then nothing was stored
	 */
	boolean succeed(Job latest, String claim, JobWork.Outcome outcome, Instant now) {
		return changing(() -> {
			Integer version = (outcome.commit() != null) ? outcome.commit().getAsInt() : null;
			return update("""
					state = 'SUCCEEDED', finished_at = :now, version = :version, target_reached = :targetReached,
					result = :result, """, latest.with(latest.progress().ended(1)), claim).param("now", utc(now))
				.param("version", version)
				.param("targetReached", outcome.targetReached())
				.param("result", (outcome.result() != null) ? this.json.writeValueAsString(outcome.result()) : null)
				.update() == 1 && deleteWork(latest.id());
		});
	}

	boolean fail(Job latest, String claim, String error, Instant now) {
		return changing(() -> update("state = 'FAILED', finished_at = :now, error = :error, ", ended(latest), claim)
			.param("now", utc(now))
			.param("error", error.replace('\0', ' ')) // as above
			.update() == 1 && deleteWork(latest.id()));
	}

	/**
	 * Cancels a job with what its work had reached.
	 */
	boolean cancelRunning(Job latest, String claim, Instant now) {
		return changing(
				() -> update("state = 'CANCELLED', finished_at = :now, ", ended(latest), claim).param("now", utc(now))
					.update() == 1 && deleteWork(latest.id()));
	}

	/**
	 * Cancels a job that nobody here works on.
	 */
	boolean cancel(String id, JobState from, Instant now) {
		return changing(() -> this.jdbc.sql("""
				update job set state = 'CANCELLED', finished_at = :now, eta_seconds = null
				where id = :id and state = :from""")
			.param("now", utc(now))
			.param("id", id)
			.param("from", from.name())
			.update() == 1 && deleteWork(id));
	}

	/**
	 * Puts a running job back, to be done again from its checkpoint.
	 */
	boolean requeue(Job latest, String claim) {
		return changing(() -> this.jdbc.sql("update job set progress = :progress, " + BACK_TO_THE_CHECKPOINT + """
				where id = :id and state = 'RUNNING' and claim = :claim""")
			.param("progress", latest.progress().done())
			.param("id", latest.id())
			.param("claim", claim)
			.update() == 1 && deleteHistoryPastCheckpoint(latest.id()) && giveBack(latest.id()));
	}

	/**
	 * Takes in a job whose process died: it goes back into the queue or, having seen too
	 * many processes die, fails.
	 * @param lease the version of the lease that the process had
	 * @return the job as it is now, or empty if the lease was given back already
	 */
	Optional<Job> recover(String id, long lease, int maxAttempts, String error, Instant now) {
		boolean recovered = changing(() -> {
			// the job's row before its lease, as whoever ends a job does
			boolean waits = this.jdbc.sql("select state from job where id = :id for update")
				.param("id", id)
				.query(String.class)
				.single()
				.equals(JobState.QUEUED.name());
			int held = this.jdbc.sql("""
					select count(*) from scheduled_tasks
					where task_instance = :id and picked and version = :lease""")
				.param("id", id)
				.param("lease", lease)
				.query(Integer.class)
				.single();
			if (held == 0) {
				return false;
			}
			int failed = this.jdbc.sql("""
					update job set state = 'FAILED', attempts = attempts + 1, finished_at = :now,
					eta_seconds = null, error = :error
					where id = :id and state = 'RUNNING' and attempts + 1 >= :max""")
				.param("now", utc(now))
				.param("error", error)
				.param("id", id)
				.param("max", maxAttempts)
				.update();
			if (failed == 1) {
				return deleteWork(id);
			}
			int queued = this.jdbc.sql("update job set attempts = attempts + 1, " + BACK_TO_THE_CHECKPOINT + """
					where id = :id and state = 'RUNNING'""").param("id", id).update();
			if (queued == 1) {
				return deleteHistoryPastCheckpoint(id) && giveBack(id);
			}
			// taken, but not begun, or else ended
			return waits ? giveBack(id) : deleteWork(id);
		});
		return recovered ? find(id) : Optional.empty();
	}

	/** Leases that some process holds or held: the jobs, and the leases' versions. */
	Map<String, Long> leases() {
		Map<String, Long> leases = new LinkedHashMap<>();
		this.jdbc
			.sql("select task_instance, s.version from scheduled_tasks s join job on id = task_instance"
					+ " where picked order by seq")
			.query((row) -> {
				leases.put(row.getString(1), row.getLong(2));
			});
		return leases;
	}

	/** Lets another worker, or the same one, take the job. */
	private boolean giveBack(String id) {
		this.jdbc.sql("""
				update scheduled_tasks
				set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
				where task_instance = :id""").param("id", id).update();
		return true;
	}

	/** The database's clock. */
	Instant now() {
		return this.jdbc.sql("select current_timestamp")
			.query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.single();
	}

	/**
	 * An update of a running job's row to what its work has reached.
	 * @param assignments what else changes, each with a comma and a space behind it
	 */
	private JdbcClient.StatementSpec update(String assignments, Job latest, String claim) {
		JobProgress progress = latest.progress();
		return this.jdbc.sql("update job set " + assignments + """
				progress = :progress, epoch = :epoch, step = :step, training_loss = :trainingLoss,
				validation_loss = :validationLoss, accuracy = :accuracy, exact_messages = :exactMessages,
				symbols_per_second = :symbolsPerSecond, eta_seconds = :etaSeconds
				where id = :id and state = 'RUNNING' and claim = :claim""")
			.param("progress", progress.done())
			.param("epoch", progress.epoch())
			.param("step", progress.step())
			.param("trainingLoss", progress.trainingLoss())
			.param("validationLoss", progress.validationLoss())
			.param("accuracy", progress.accuracy())
			.param("exactMessages", progress.exactMessages())
			.param("symbolsPerSecond", progress.symbolsPerSecond())
			.param("etaSeconds", progress.etaSeconds())
			.param("id", latest.id())
			.param("claim", claim);
	}

	/** What only the work needed, and the lease. */
	private boolean deleteWork(String id) {
		for (String table : List.of("job_data", "job_checkpoint")) {
			this.jdbc.sql("delete from " + table + " where job_id = :id").param("id", id).update();
		}
		this.jdbc.sql("delete from scheduled_tasks where task_instance = :id").param("id", id).update();
		return true;
	}

	private boolean deleteHistoryPastCheckpoint(String id) {
		this.jdbc.sql("delete from job_history where job_id = :id and epoch > coalesce(" + CHECKPOINT + ", 0)")
			.param("id", id)
			.update();
		return true;
	}

	/**
	 * Makes a change in a transaction, which is rolled back when the change finds that
	 * the job is no longer what it took it for.
	 */
	private boolean changing(BooleanSupplier change) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean changed = change.getAsBoolean();
			if (!changed) {
				status.setRollbackOnly();
			}
			return changed;
		}));
	}

	private Job job(ResultSet row, int n) throws SQLException {
		return new Job(row.getString("id"), JobKind.valueOf(row.getString("kind")), row.getString("model"),
				JobState.valueOf(row.getString("state")), progress(row), instant(row, "created_at"),
				instant(row, "started_at"), instant(row, "finished_at"), row.getObject("version", Integer.class),
				row.getString("error"), this.json.readTree(row.getString("request")),
				(row.getString("result") != null) ? this.json.readTree(row.getString("result")) : null);
	}

	private static JobProgress progress(ResultSet row) throws SQLException {
		return new JobProgress(row.getDouble("progress"), row.getObject("epoch", Integer.class),
				row.getObject("step", Long.class), row.getObject("training_loss", Double.class),
				row.getObject("validation_loss", Double.class), row.getObject("accuracy", Double.class),
				row.getObject("exact_messages", Double.class), row.getObject("target_reached", Boolean.class),
				row.getObject("symbols_per_second", Double.class), row.getObject("eta_seconds", Double.class));
	}

	private static Job ended(Job latest) {
		return latest.with(latest.progress().ended(latest.progress().done()));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

}
