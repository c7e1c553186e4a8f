package dev.decipher.job.run;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobListener;
import dev.decipher.job.JobState;
import dev.decipher.job.JobWork;
import dev.decipher.job.store.JobDatabase;
import dev.decipher.job.store.JobTransitions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Has the work done on the jobs that this replica is given, one of a lane at a time.
 * <p>
 * When the process dies, another replica, or this one at its next start, finds that the
 * job's lease is no longer renewed, and the job goes back into the queue. One that has
 * seen the process die three times without storing a checkpoint meanwhile is likely to be
 * the reason, and fails. When the service is stopped in order, the running job is asked
 * to stop and goes back too, without that counting against it.
 */
class JobWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

	static final int MAX_ATTEMPTS = 3;

	/** Before the web server: no client may see a job running that nobody works on. */
	static final int PHASE = 0;

	private static final String TOO_MANY_DEATHS = "The service stopped %d times while it worked on this job, "
		.formatted(MAX_ATTEMPTS) + "which may be the reason for it.";

	private final JobDatabase database;

	private final Supplier<Stream<JobWork>> works;

	private final JobListener listener;

	private final Clock clock;

	private final JobScheduler scheduler;

	private final boolean embedded;

	private final Duration grace;

	private final Map<String, RunningJob> running = new ConcurrentHashMap<>();

	private boolean ready;

	private boolean started;

	private @Nullable Shift shift;

	/**
	 * Makes a worker.
	 * @param works gives the work for each kind; asked at the start, since a work may
	 * itself need the queue
	 * @param embedded whether no other process can have the database open, so that all
	 * jobs found running at the start are of a process that is dead
	 */
	JobWorker(JobDatabase database, Supplier<Stream<JobWork>> works, JobListener listener, Clock clock,
			JobScheduler scheduler, boolean embedded, Duration grace) {
		this.database = database;
		this.works = works;
		this.listener = listener;
		this.clock = clock;
		this.scheduler = scheduler;
		this.embedded = embedded;
		this.grace = grace;
	}

	/** There may be a job to do. */
	synchronized void wake() {
		if (this.shift != null) {
			this.shift.schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
		}
	}

	/** The job with the given id, if this process works on it. */
	Optional<RunningJob> running(String id) {
		return Optional.ofNullable(this.running.get(id));
	}

	Stream<Job> running() {
		return this.running.values()
			.stream()
			.filter((running) -> !running.isLost())
			.map(RunningJob::latest)
			.flatMap(Stream::ofNullable);
	}

	void forEachRunning(BiConsumer<String, RunningJob> action) {
		this.running.forEach(action);
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public synchronized void start() {
		this.database.transitions().active().forEach(this::takeIn);
		this.started = true;
		begin();
	}

	/**
	 * Takes in, at the start, a job of a process that died, or one whose lease an earlier
	 * version kept elsewhere.
	 */
	private void takeIn(JobTransitions.Active job) {
		if (this.embedded && (job.state() == JobState.RUNNING || this.database.leases().isTaken(job.id()))) {
			recover(job.id(), job.claim());
		}
		else {
			this.database.leases().add(job.id());
		}
	}

	private void recover(String id, String claim) {
		if (this.database.transitions().recover(id, claim, MAX_ATTEMPTS, TOO_MANY_DEATHS, this.clock.instant())) {
			this.database.table().find(id).ifPresent((job) -> {
				log.warn("Job {} for model {} was running when the service stopped and is {} now", job.id(),
						job.model(), job.state());
				this.listener.changed(job);
			});
		}
	}

	/**
	 * Everything is up, so work may begin. (A context that is paused and goes on starts
	 * its beans again without a word of this.)
	 */
	@EventListener(ApplicationReadyEvent.class)
	synchronized void ready() {
		this.ready = true;
		begin();
	}

	private void begin() {
		if (this.ready && this.started && this.shift == null) {
			Map<JobKind, JobWork> byKind = new EnumMap<>(JobKind.class);
			this.works.get().forEach((work) -> {
				if (byKind.put(work.kind(), work) != null) {
					throw new IllegalStateException("there is more than one work for jobs of kind " + work.kind());
				}
			});
			this.shift = new Shift(byKind);
			this.shift.begin();
		}
	}

	/** Asks the running jobs to stop, and doesn't wait for them. */
	synchronized void askToStop() {
		if (this.shift != null) {
			this.shift.stopping = true;
			this.shift.schedulers.forEach(Scheduler::pause);
		}
	}

	@Override
	public void stop() {
		Shift shift;
		synchronized (this) {
			askToStop();
			shift = this.shift;
			this.shift = null;
			this.started = false;
		}
		if (shift == null) {
			return;
		}
		shift.schedulers.forEach(Scheduler::stop);
		this.running.forEach((id, running) -> {
			if (running.requeue()) {
				log.warn("Job {} did not stop within {} s; it is left to itself and queued again", id,
						this.grace.toSeconds());
			}
		});
	}

	@Override
	public synchronized boolean isRunning() {
		return this.started;
	}

	/** From a start to the next stop. */
	private final class Shift implements JobScheduler.Worker {

		private final Map<JobKind, JobWork> works;

		private final List<Scheduler> schedulers = new CopyOnWriteArrayList<>();

		private volatile boolean stopping;

		Shift(Map<JobKind, JobWork> works) {
			this.works = works;
		}

		void begin() {
			this.works.keySet()
				.stream()
				.map(JobKind::lane)
				.distinct()
				.forEach((lane) -> this.schedulers
					.add(JobWorker.this.scheduler.start(lane, this, JobWorker.this.grace)));
		}

		@Override
		public boolean work(String claim) {
			JobWorker.this.database.transitions().job(claim).ifPresent((id) -> work(id, claim));
			// or else the job's end could not be stored, and the lease runs out
			return JobWorker.this.database.transitions().job(claim).isEmpty();
		}

		private void work(String id, String claim) {
			RunningJob job = new RunningJob(id, claim, JobWorker.this.database, JobWorker.this.listener,
					JobWorker.this.clock, () -> this.stopping, JobWorker.this.scheduler.leaseDuration());
			// before it is taken: a job that runs and is not here is another process's
			JobWorker.this.running.put(id, job);
			try {
				job.take()
					.ifPresentOrElse(
							(taken) -> new JobAttempt(taken, job, () -> this.stopping)
								.run(Objects.requireNonNull(this.works.get(taken.kind()))),
							// whoever had taken it no longer has its lease
							() -> recover(id, claim));
			}
			finally {
				JobWorker.this.running.remove(id, job);
			}
		}

		/** It was not, if it is worked on here and only this process seemed dead. */
		@Override
		public boolean abandoned(String claim) {
			Optional<String> id = JobWorker.this.database.transitions().job(claim);
			if (id.flatMap(JobWorker.this::running)
				.filter((job) -> job.claim().equals(claim) && !job.isLost())
				.isPresent()) {
				return false;
			}
			id.ifPresent((job) -> recover(job, claim));
			return true;
		}

	}

}
