package dev.decipher.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jspecify.annotations.Nullable;

import javax.sql.DataSource;

/**
 * Has db-scheduler hand out the jobs: to one replica each, and to another when that one
 * is no longer heard of. A replica works on one job of a kind at a time.
 *
 * @param dataSource where the jobs and their leases are
 * @param embedded whether no other process can have the database open, so that all leases
 * found at the start are of a process that is dead
 * @param clock what heartbeats are measured by
 * @param heartbeat how often a lease is renewed
 * @param threads makes the threads that jobs are worked on
 */
record JobScheduler(DataSource dataSource, boolean embedded, Clock clock, Duration heartbeat, ThreadFactory threads) {

	/**
	 * How long a job that was handed in elsewhere may wait although a replica is idle.
	 */
	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration UNTIL_RETRY = Duration.ofSeconds(1);

	/** How long others believe that a replica is alive which shows no sign of it. */
	Duration patience() {
		return this.heartbeat.multipliedBy(JobReplicaProperties.MISSED_HEARTBEATS);
	}

	/** What becomes of the jobs. */
	interface Worker {

		/**
		 * Works on a job that this replica has the lease of.
		 * @param id the job
		 * @param lease the lease's version
		 */
		void work(String id, long lease);

		/**
		 * Takes in a job that nobody renews the lease of.
		 * @param id the job
		 * @param lease the lease's version
		 */
		void abandoned(String id, long lease);

	}

	/**
	 * Begins to take jobs of a kind.
	 * @param kind the kind
	 * @param grace how long to wait at the stop for the job under way
	 */
	Lane open(JobKind kind, Worker worker, Duration grace) {
		return new Lane(kind, worker, grace);
	}

	final class Lane {

		private final Scheduler scheduler;

		private Lane(JobKind kind, Worker worker, Duration grace) {
			Uninterrupted poll = new Uninterrupted(1, this::wake);
			this.scheduler = Scheduler.create(JobScheduler.this.dataSource,
					// of every kind, since any lane finds the leases of all
					Arrays.stream(JobKind.values()).<Task<?>>map((any) -> task(any, worker)).toList())
				.jdbcCustomization(new OneKind(kind))
				.pollUsingLockAndFetch(0.5, 1)
				.threads(1)
				.executorService(new Uninterrupted(1, null))
				.dueExecutor(poll)
				.housekeeperExecutor(new Uninterrupted(2, null))
				.pollingInterval(POLL)
				.heartbeatInterval(JobScheduler.this.heartbeat)
				.missedHeartbeatsLimit(JobReplicaProperties.MISSED_HEARTBEATS)
				.shutdownMaxWait(grace)
				.schedulerName(new SchedulerName.Fixed(
						new SchedulerName.Hostname().getName() + ":" + ProcessHandle.current().pid()))
				.clock(JobScheduler.this.clock)
				.build();
			this.scheduler.start();
		}

		/**
		 * What is due is decided by the job's row, and what becomes of the lease together
		 * with the job: nothing is left to do at the end of an execution.
		 */
		private static Task<Void> task(JobKind kind, Worker worker) {
			return Tasks.custom(kind.name(), Void.class)
				.onFailure(new FailureHandler.OnFailureRetryLater<>(UNTIL_RETRY))
				.onDeadExecution((complete, operations) -> worker
					.abandoned(complete.getExecution().taskInstance.getId(), complete.getExecution().version))
				.execute((instance, context) -> {
					worker.work(instance.getId(), context.getExecution().version);
					return (complete, operations) -> {
					};
				});
		}

		/** There may be a job to do. */
		void wake() {
			this.scheduler.triggerCheckForDueExecutions();
		}

		/** Takes no more jobs. */
		void pause() {
			this.scheduler.pause();
		}

		/** Waits for the job under way to end, but no longer than the grace. */
		void close() {
			this.scheduler.stop();
		}

	}

	/**
	 * Threads which are never interrupted: an interrupt that hits H2 while it writes
	 * closes the database's file.
	 */
	private final class Uninterrupted extends ScheduledThreadPoolExecutor {

		private final @Nullable Runnable wake;

		private volatile boolean hurried;

		Uninterrupted(int size, @Nullable Runnable wake) {
			super(size, JobScheduler.this.threads);
			this.wake = wake;
		}

		@Override
		public void shutdown() {
			super.shutdown();
			if (this.wake != null) {
				this.wake.run();
			}
		}

		@Override
		public List<Runnable> shutdownNow() {
			this.hurried = true;
			shutdown();
			return List.of();
		}

		/** Patience that has run out once doesn't begin anew. */
		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
			return super.awaitTermination((this.hurried && this.wake == null) ? 0 : timeout, unit);
		}

	}

	/**
	 * The oldest job of one kind that waits, the service's own before all others; by
	 * their order in the queue, which hangs on nobody's clock.
	 */
	private static final class OneKind extends DefaultJdbcCustomization {

		private final JobKind kind;

		OneKind(JobKind kind) {
			super(false);
			this.kind = kind;
		}

		@Override
		public boolean supportsGenericLockAndFetch() {
			return true;
		}

		@Override
		public String createGenericSelectForUpdateQuery(String tableName, int limit, String requiredAndCondition,
				boolean orderByPriority) {
			return """
					select * from %s where picked = ? and execution_time <= ? and task_name = '%s' %s
					order by (select case when own then 0 else seq end from job where id = task_instance)
					fetch first %d rows only for update skip locked""".formatted(tableName, this.kind.name(),
					requiredAndCondition, limit);
		}

		@Override
		public String getName() {
			return "one kind of job";
		}

	}

}
