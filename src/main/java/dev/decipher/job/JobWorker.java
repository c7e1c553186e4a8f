package dev.decipher.job;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Takes one job after the other out of the queue and has its work done, on a thread for
 * each kind: to solve a text doesn't have to wait until a training has ended.
 * <p>
 * What happens when the process dies: the job that ran is found as running at the next
 * start and goes back into the queue. One that has seen the process die three times
 * without storing a checkpoint meanwhile is likely to be the reason, and fails. When the
 * service is stopped in order, the running job is asked to stop and goes back too,
 * without that counting against it.
 * <p>
 * The thread is never interrupted: an interrupt that hits H2 while it writes closes the
 * database's file.
 */
class JobWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

	static final int MAX_ATTEMPTS = 3;

	/** How often to look for jobs, or for the database, that nobody told us of. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int MAX_REASON = 300;

	private final JobStore store;

	private final Supplier<Stream<JobWork>> works;

	private final JobListener listener;

	private final Clock clock;

	private final ThreadFactory threads;

	private final Duration grace;

	private final Map<String, RunningJob> running = new ConcurrentHashMap<>();

	private boolean ready;

	private boolean started;

	/** One for each kind of job, none while nobody works. */
	private List<Loop> loops = List.of();

	/**
	 * Makes a worker.
	 * @param works gives the work for each kind; asked at the start, since a work may
	 * itself need the queue
	 * @param grace how long to wait at the stop for the running jobs
	 */
	JobWorker(JobStore store, Supplier<Stream<JobWork>> works, JobListener listener, Clock clock, ThreadFactory threads,
			Duration grace) {
		this.store = store;
		this.works = works;
		this.listener = listener;
		this.clock = clock;
		this.threads = threads;
		this.grace = grace;
	}

	/**
	 * There may be a job to do.
	 */
	synchronized void wake() {
		this.loops.forEach((loop) -> loop.wake.release());
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

	/**
	 * Before the web server: no client shall see a job running that nobody works on.
	 */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public synchronized void start() {
		String error = "The service stopped %d times while it worked on this job, which may be the reason for it."
			.formatted(MAX_ATTEMPTS);
		for (Job job : this.store.recover(MAX_ATTEMPTS, error, this.clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
			log.warn("Job {} for model {} was running when the service stopped and is {} now", job.id(), job.model(),
					job.state());
			this.listener.changed(job);
		}
		this.started = true;
		begin();
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
		if (this.ready && this.started && this.loops.isEmpty()) {
			Map<JobKind, JobWork> byKind = new EnumMap<>(JobKind.class);
			this.works.get().forEach((work) -> {
				if (byKind.put(work.kind(), work) != null) {
					throw new IllegalStateException("there is more than one work for jobs of kind " + work.kind());
				}
			});
			this.loops = byKind.values().stream().map(Loop::new).toList();
			this.loops.forEach((loop) -> loop.thread.start());
		}
	}

	/**
	 * Asks the running jobs to stop, and doesn't wait for them.
	 */
	synchronized void askToStop() {
		this.loops.forEach((loop) -> {
			loop.stopping = true;
			loop.wake.release();
		});
	}

	@Override
	public void stop() {
		List<Loop> stopped;
		synchronized (this) {
			askToStop();
			stopped = this.loops;
			this.loops = List.of();
			this.started = false;
		}
		long end = System.nanoTime() + this.grace.toNanos();
		try {
			for (Loop loop : stopped) {
				// 0 would wait for ever
				loop.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (stopped.stream().anyMatch((loop) -> loop.thread.isAlive())) {
			this.running.forEach((id, running) -> {
				if (running.requeue()) {
					log.warn("Job {} did not stop within {} s; it is left to itself and queued again", id,
							this.grace.toSeconds());
				}
			});
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.started;
	}

	private final class Loop implements Runnable {

		private final JobWork work;

		private final Semaphore wake = new Semaphore(0);

		private final Thread thread = JobWorker.this.threads.newThread(this);

		private volatile boolean stopping;

		Loop(JobWork work) {
			this.work = work;
		}

		@Override
		public void run() {
			while (!this.stopping) {
				boolean worked = false;
				try {
					worked = next();
				}
				catch (Throwable ex) {
					log.error("The queue of jobs is out of reach; trying again in {} s", PATIENCE.toSeconds(), ex);
				}
				if (!worked && !this.stopping) {
					sleep();
				}
			}
		}

		private void sleep() {
			try {
				this.wake.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				log.debug("Woken by an interrupt, which nobody here sends");
			}
			this.wake.drainPermits();
		}

		private boolean next() {
			Optional<String> id = JobWorker.this.store.nextQueued(Set.of(this.work.kind()));
			if (id.isEmpty()) {
				return false;
			}
			RunningJob job = new RunningJob(id.get(), JobWorker.this.store, JobWorker.this.listener,
					JobWorker.this.clock, () -> this.stopping);
			// before it is claimed: who finds a job running and not here takes it for
			// another process's
			JobWorker.this.running.put(id.get(), job);
			try {
				job.claim().ifPresent((claimed) -> work(claimed, job));
			}
			finally {
				JobWorker.this.running.remove(id.get(), job);
			}
			return true;
		}

		private void work(Job claimed, RunningJob job) {
			log.info("Job {} {} begins", claimed.id(),
					(claimed.model() != null) ? "for model " + claimed.model() : "of kind " + claimed.kind());
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
				JobWork.Outcome outcome = this.work.run(claimed, job);
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
					sleep();
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
