package dev.decipher.job.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.decipher.job.JobKind;
import dev.decipher.job.store.JobLeases;
import javax.sql.DataSource;

/**
 * Has db-scheduler hand out the jobs: to one replica each, and to another when that one
 * is no longer heard of. A replica works on one job of a lane at a time.
 *
 * @param dataSource where the {@linkplain JobLeases leases} are
 * @param clock what heartbeats are measured by
 * @param heartbeat how often a lease is renewed
 * @param pollInterval how long a job that was handed in elsewhere may wait although a
 * replica is idle
 */
record JobScheduler(DataSource dataSource, Clock clock, Duration heartbeat, Duration pollInterval,
		ThreadFactory threads, SchedulerListener statistics) {

	private static final Duration UNTIL_RETRY = Duration.ofSeconds(1);

	/** How long others believe that a replica is alive which shows no sign of it. */
	Duration leaseDuration() {
		return this.heartbeat.multipliedBy(JobReplicaProperties.MISSED_HEARTBEATS);
	}

	/** Works on the jobs. */
	interface Worker {

		/**
		 * Works on a job that this replica has the lease of.
		 * @param claim the claim to work on it with
		 * @return whether the lease has served its time
		 */
		boolean work(String claim);

		/**
		 * Takes in a job whose lease nobody renews.
		 * @param claim the claim that it was worked on with
		 */
		boolean abandoned(String claim);

	}

	/**
	 * Begins to take jobs of the kinds in a lane.
	 * @param grace how long to wait at the stop for the job under way; after half of it
	 * the job's thread is interrupted
	 */
	Scheduler start(JobKind lane, Worker worker, Duration grace) {
		Scheduler scheduler = Scheduler.create(this.dataSource, task(lane, worker))
			.tableName(JobLeases.table(lane))
			.jdbcCustomization(JobLeases.DIALECT)
			.enablePriority()
			.pollUsingLockAndFetch(0.5, 1)
			.threads(1)
			.executorService(Executors.newFixedThreadPool(1, this.threads))
			.dueExecutor(Executors.newFixedThreadPool(1, this.threads))
			.housekeeperExecutor(Executors.newScheduledThreadPool(2, this.threads))
			.pollingInterval(this.pollInterval)
			.heartbeatInterval(this.heartbeat)
			.missedHeartbeatsLimit(JobReplicaProperties.MISSED_HEARTBEATS)
			.shutdownMaxWait(grace.dividedBy(2))
			.schedulerName(new SchedulerName.Fixed(
					new SchedulerName.Hostname().getName() + ":" + ProcessHandle.current().pid()))
			.addSchedulerListener(this.statistics)
			.clock(this.clock)
			.build();
		scheduler.start();
		return scheduler;
	}

	private static Task<Void> task(JobKind lane, Worker worker) {
		return Tasks.custom(lane.name(), Void.class)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(UNTIL_RETRY))
			.onDeadExecution((complete, operations) -> {
				if (worker.abandoned(complete.getExecution().taskInstance.getId())) {
					remove(operations);
				}
			})
			.execute((lease, context) -> {
				boolean served = worker.work(lease.getId());
				return (complete, operations) -> {
					if (served) {
						remove(operations);
					}
				};
			});
	}

	/** Whoever took this replica for dead may have removed the lease before. */
	private static void remove(ExecutionOperations<Void> operations) {
		try {
			operations.remove();
		}
		catch (ExecutionException ex) {
			// it is gone, as it should be
		}
	}

}
