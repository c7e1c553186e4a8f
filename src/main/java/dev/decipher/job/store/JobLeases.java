package dev.decipher.job.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.decipher.job.JobKind;
import javax.sql.DataSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The leases of jobs: for each job that waits or runs, an execution of db-scheduler's,
 * named after the claim that the job is to be worked on with, in a table for the lane of
 * the job's kind. A job gets a new claim, and with it a new lease, whenever it goes into
 * the queue, in the transaction that puts it there. A lease whose claim is no longer the
 * job's means nothing; whoever finds one removes it.
 */
@Component
public class JobLeases {

	/**
	 * {@code limit … for update skip locked}, which H2 and PostgreSQL take as well as
	 * MySQL; by itself db-scheduler takes H2 for a database that has no such thing.
	 */
	public static final JdbcCustomization DIALECT = new MySQL8JdbcCustomization(false);

	private final JdbcClient jdbc;

	private final Map<JobKind, SchedulerClient> clients = new EnumMap<>(JobKind.class);

	JobLeases(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		DataSource inTransaction = new TransactionAwareDataSourceProxy(dataSource);
		for (JobKind kind : JobKind.values()) {
			this.clients.computeIfAbsent(kind.lane(),
					(lane) -> SchedulerClient.Builder.create(inTransaction)
						.tableName(table(lane))
						.jdbcCustomization(DIALECT)
						.enablePriority()
						.build());
		}
	}

	/** The table of a lane's leases. */
	public static String table(JobKind lane) {
		return "scheduled_" + lane.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Makes a queued job's lease, unless it is there. The oldest job is the first to be
	 * taken, the service's own before all others: by their order in the queue, which
	 * depends on nobody's clock.
	 */
	public void add(String job) {
		with(job, (client, lease) -> {
			TaskInstance.Builder<Void> task = new TaskInstance.Builder<>(lease.lane.name(), lease.claim);
			task.priority(lease.own ? Priority.HIGH : Priority.MEDIUM);
			return client.scheduleIfNotExists(task.build(), Instant.ofEpochMilli(lease.seq));
		});
	}

	/** Removes a job's lease, unless a replica has just taken it. */
	void remove(String job) {
		with(job, (client, lease) -> {
			try {
				client.cancel(lease.id());
			}
			catch (TaskInstanceException ex) {
				// whoever has it finds that the job no longer waits, and removes it
			}
			return null;
		});
	}

	/** Whether a replica has a job's lease, or had it when it died. */
	public boolean isTaken(String job) {
		return with(job, (client, lease) -> client.getScheduledExecution(lease.id()))
			.filter(ScheduledExecution::isPicked)
			.isPresent();
	}

	private <T> T with(String job, BiFunction<SchedulerClient, Lease, T> action) {
		Lease lease = this.jdbc.sql("select kind, claim, seq, own from job where id = ?")
			.param(job)
			.query((row, n) -> new Lease(JobKind.valueOf(row.getString("kind")).lane(), row.getString("claim"),
					row.getLong("seq"), row.getBoolean("own")))
			.single();
		try {
			return action.apply(Objects.requireNonNull(this.clients.get(lease.lane)), lease);
		}
		catch (RuntimeException ex) {
			if (ex.getCause() instanceof SQLException) {
				// db-scheduler's exception has no public type; callers know Spring's
				throw new DataAccessResourceFailureException("The lease of job " + job + " is out of reach", ex);
			}
			throw ex;
		}
	}

	private record Lease(JobKind lane, String claim, long seq, boolean own) {

		TaskInstance<Void> id() {
			return new TaskInstance<>(this.lane.name(), this.claim);
		}

	}

}
