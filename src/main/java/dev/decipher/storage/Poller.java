package dev.decipher.storage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Looks again and again for what other replicas have changed, on a thread of its own.
 * While the database is away, it says so once and goes on trying.
 */
public abstract class Poller implements SmartLifecycle {

	/** How long a look that has begun may take to end with the service. */
	private static final Duration GRACE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(Poller.class);

	private final String subject;

	private final Duration interval;

	private boolean failing;

	private volatile @Nullable ScheduledExecutorService executor;

	/**
	 * Makes a poller that has not begun.
	 * @param subject what is looked at, for the log
	 * @param interval how long to wait between two looks
	 */
	protected Poller(String subject, Duration interval) {
		this.subject = subject;
		this.interval = interval;
	}

	/** Looks once. */
	protected abstract void poll();

	/** Looks as soon as a look under way is over. */
	protected final void pollSoon() {
		ScheduledExecutorService executor = this.executor;
		if (executor != null) {
			try {
				executor.execute(this::tryToPoll);
			}
			catch (RejectedExecutionException ex) {
				// it ends just now
			}
		}
	}

	private void tryToPoll() {
		try {
			poll();
			this.failing = false;
		}
		catch (RuntimeException ex) {
			if (!this.failing) {
				log.warn("The {} are out of reach: {}", this.subject, ex.getMessage());
			}
			this.failing = true;
		}
	}

	@Override
	public void start() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("watch-" + this.subject + "-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadScheduledExecutor(threads);
		this.executor.scheduleWithFixedDelay(this::tryToPoll, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		ScheduledExecutorService executor = this.executor;
		this.executor = null;
		if (executor != null) {
			executor.shutdown();
			try {
				executor.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
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
