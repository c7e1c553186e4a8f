package dev.decipher.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps replicas in step: what a job here has reached goes into its row, a cancellation
 * that came in elsewhere reaches the job, and who watches a job here that runs elsewhere
 * hears of its progress.
 */
class JobWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobWatch.class);

	private final JobStore store;

	private final JobWorker worker;

	private final JobEvents events;

	private final @Nullable DatabaseClock clock;

	private final ThreadFactory threads;

	private final Duration interval;

	/** The newest state that was told of each job which runs elsewhere. */
	private final Map<String, Job> told = new HashMap<>();

	private boolean failing;

	private volatile @Nullable ScheduledExecutorService executor;

	/**
	 * Makes a watch.
	 * @param clock what is to be kept in step with the database's clock, or null
	 * @param interval how often to look
	 */
	JobWatch(JobStore store, JobWorker worker, JobEvents events, @Nullable DatabaseClock clock, ThreadFactory threads,
			Duration interval) {
		this.store = store;
		this.worker = worker;
		this.events = events;
		this.clock = clock;
		this.threads = threads;
		this.interval = interval;
	}

	private void look() {
		try {
			Set<String> here = new HashSet<>();
			this.worker.forEachRunning((id, job) -> {
				job.sync();
				here.add(id);
			});
			Set<String> elsewhere = new HashSet<>(this.events.watched());
			elsewhere.removeAll(here);
			this.told.keySet().retainAll(elsewhere);
			for (Job job : this.store.find(elsewhere)) {
				if (!job.equals(this.told.put(job.id(), job))) {
					this.events.changed(job);
				}
			}
			if (this.clock != null) {
				this.clock.adjust();
			}
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				log.warn("The jobs are out of reach: {}", ex.getMessage());
			}
			this.failing = true;
		}
	}

	/** As long as the worker may work. */
	@Override
	public int getPhase() {
		return JobWorker.PHASE - 1;
	}

	@Override
	public void start() {
		this.executor = Executors.newSingleThreadScheduledExecutor(this.threads);
		this.executor.scheduleWithFixedDelay(this::look, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Lets a look that has begun end, since it must not be interrupted. */
	@Override
	public void stop() {
		ScheduledExecutorService executor = this.executor;
		this.executor = null;
		if (executor != null) {
			executor.shutdown();
			try {
				executor.awaitTermination(5, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

}
