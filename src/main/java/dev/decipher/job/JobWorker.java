package dev.decipher.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Has the work done on the jobs that this replica is given, one of a kind at a time.
 * <p>
 * What happens when the process dies: another replica, or this one at its next start,
 * finds that the job's lease is no longer renewed, and the job goes back into the queue.
 * One that has seen the process die three times without storing a checkpoint meanwhile is
 * likely to be the reason, and fails. When the service is stopped in order, the running
 * job is asked to stop and goes back too, without that counting against it.
 * <p>
 * The threads are never interrupted: an interrupt that hits H2 while it writes closes the
 * database's file.
 */
class JobWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

	static final int MAX_ATTEMPTS = 3;

	/**
	 * Before the web server: no client shall see a job running that nobody works on.
	 */
	static final int PHASE = 0;

	/** How long to wait before the end of a job is written once more. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int MAX_REASON = 300;

	private static final String TOO_MANY_DEATHS = "The service stopped %d times while it worked on this job, "
		.formatted(MAX_ATTEMPTS) + "which may be the reason for it.";

	private final JobStore store;

	private final Supplier<Stream<JobWork>> works;

	private final JobListener listener;

	private final Clock clock;

	private final JobScheduler lanes;

	private final Duration grace;

	private final Map<String, RunningJob> running = new ConcurrentHashMap<>();

	private boolean ready;

	private boolean started;

	private @Nullable Shift shift;

	/**
	 * Makes a worker.
	 * @param works gives the work for each kind; asked at the start, since a work may
	 * itself need the queue
	 * @param lanes where the jobs come from
	 * @param grace how long to wait at the stop for a running job
	 */
	JobWorker(JobStore store, Supplier<Stream<JobWork>> works, JobListener listener, Clock clock, JobScheduler lanes,
			Duration grace) {
		this.store = store;
		this.works = works;
		this.listener = listener;
		this.clock = clock;
		this.lanes = lanes;
		this.grace = grace;
	}

	/**
	 * There may be a job to do.
	 */
	synchronized void wake() {
		if (this.shift != null) {
			this.shift.lanes.forEach(JobScheduler.Lane::wake);
		}
	}

	/**
	 * The job with the given id, if this process works on it.
	 */
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
		if (this.lanes.embedded()) {
			this.store.leases().forEach(this::recover);
		}
		this.started = true;
		begin();
	}

	private void recover(String id, long lease) {
		this.store.recover(id, lease, MAX_ATTEMPTS, TOO_MANY_DEATHS, now()).ifPresent((job) -> {
			log.warn("Job {} for model {} was running when the service stopped and is {} now", job.id(), job.model(),
					job.state());
			this.listener.changed(job);
		});
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * Everything is up, so work may begin. (A context that is paused and goes on starts
	 * its beans again without a word of this.)
	 */
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

	/**
	 * Asks the running jobs to stop, and doesn't wait for them.
	 */
	synchronized void askToStop() {
		if (this.shift != null) {
			this.shift.stopping = true;
			this.shift.lanes.forEach(JobScheduler.Lane::pause);
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
		shift.lanes.forEach(JobScheduler.Lane::close);
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

		private final List<JobScheduler.Lane> lanes = new CopyOnWriteArrayList<>();

		private volatile boolean stopping;

		Shift(Map<JobKind, JobWork> works) {
			this.works = works;
		}

		void begin() {
			this.works.keySet()
				.forEach((kind) -> this.lanes.add(JobWorker.this.lanes.open(kind, this, JobWorker.this.grace)));
		}

		@Override
		public void work(String id, long lease) {
			RunningJob job = new RunningJob(id, JobWorker.this.store, JobWorker.this.listener, JobWorker.this.clock,
					() -> this.stopping, JobWorker.this.lanes.patience());
			// before it is claimed: who finds a job running and not here takes it for
			// another process's
			JobWorker.this.running.put(id, job);
			try {
				job.claim().ifPresentOrElse((claimed) -> work(claimed, job), () -> recover(id, lease));
			}
			finally {
				JobWorker.this.running.remove(id, job);
			}
		}

		/** It was not, if it is worked on here and only this process seemed dead. */
		@Override
		public void abandoned(String id, long lease) {
			if (running(id).filter((job) -> !job.isLost()).isEmpty()) {
				recover(id, lease);
			}
		}

		private void work(Job claimed, RunningJob job) {
			log.info("Job {} for model {} begins", claimed.id(), claimed.model());
			try {
				JobWork.Outcome outcome = outcome(claimed, job);
				if (job.wasToldToStop() && !job.isLost()) {
					stopped(job);
				}
				else if (job.succeed(outcome)) {
					log.debug("Job {} has succeeded", claimed.id());
				}
				else {
					log.info("Job {} was cancelled; its result is thrown away", claimed.id());
				}
			}
			catch (Throwable ex) {
				failed(claimed, job, ex);
			}
		}

		private JobWork.Outcome outcome(Job claimed, RunningJob job) throws Exception {
			try {
				JobWork.Outcome outcome = this.works.get(claimed.kind()).run(claimed, job);
				if (outcome == null) {
					throw new IllegalStateException("the work returned nothing");
				}
				return outcome;
			}
			finally {
				// an interrupt that the work left behind would close the database's file
				Thread.interrupted();
			}
		}

		private void failed(Job claimed, RunningJob job, Throwable ex) {
			boolean expected = ex instanceof CancellationException || ex instanceof InterruptedException;
			if (job.isLost()) {
				if (expected) {
					log.info("Job {} was cancelled and has stopped", claimed.id());
				}
				else {
					log.warn("Job {} was cancelled and has stopped with an error", claimed.id(), ex);
				}
			}
			else if (job.wasToldToStop() && !(ex instanceof JobFailure)) {
				if (!expected) {
					log.warn("Job {} has stopped with an error", claimed.id(), ex);
				}
				stopped(job);
			}
			else {
				String error;
				if (ex instanceof JobFailure && ex.getMessage() != null) {
					error = ex.getMessage();
					log.info("Job {} has failed: {}", claimed.id(), error);
				}
				else {
					error = "The job ended with an unexpected error: " + reason(ex);
					log.error("Job {} has failed unexpectedly", claimed.id(), ex);
				}
				persistently(() -> job.fail(error));
			}
		}

		private void stopped(RunningJob job) {
			persistently(job::requeue);
			log.info("Job {} has stopped with the service and is queued again", job.latest().id());
		}

		/**
		 * A job that ended and can't say so would be running for ever: nothing else is
		 * worth doing before it is written down.
		 */
		private void persistently(BooleanSupplier end) {
			while (true) {
				try {
					end.getAsBoolean();
					return;
				}
				catch (Throwable ex) {
					log.error("The end of a job could not be stored", ex);
					if (this.stopping) {
						return;
					}
					LockSupport.parkNanos(PATIENCE.toNanos());
				}
			}
		}

	}

	private static String reason(Throwable ex) {
		String message = (ex.getMessage() != null) ? ex.getMessage().lines().findFirst().orElse("") : "";
		String reason = ex.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
		return (reason.length() <= MAX_REASON) ? reason : reason.substring(0, MAX_REASON) + "…";
	}

}
