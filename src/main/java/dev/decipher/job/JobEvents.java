package dev.decipher.job;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.decipher.problem.Problem;

/**
 * The streams of those who watch a job. To write to a client can block for as long as the
 * client pleases, so every stream is written to from the pool, by one thread at a time,
 * and keeps nothing but the newest state of its job: whoever is slow misses what lay
 * between.
 */
class JobEvents implements JobListener, SmartLifecycle {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

	private final Map<String, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();

	private final int maxSubscribers;

	private final Semaphore free;

	private final TaskScheduler scheduler;

	private final Executor senders;

	private final Duration interval;

	private final Duration heartbeat;

	private volatile @Nullable ScheduledFuture<?> beating;

	/**
	 * Makes the streams.
	 * @param maxSubscribers how many there may be at once
	 * @param scheduler for what is to come later; nothing blocks it
	 * @param senders gives a thread at once, since a sender may block
	 * @param interval the least time between two events of a stream
	 * @param heartbeat how often a stream shows that it is alive
	 */
	JobEvents(int maxSubscribers, TaskScheduler scheduler, Executor senders, Duration interval, Duration heartbeat) {
		this.maxSubscribers = maxSubscribers;
		this.free = new Semaphore(maxSubscribers);
		this.scheduler = scheduler;
		this.senders = senders;
		this.interval = interval;
		this.heartbeat = heartbeat;
	}

	/**
	 * Opens a stream.
	 * @param id the job to watch
	 * @param current gives the job as it is now
	 */
	SseEmitter subscribe(String id, Supplier<Job> current) {
		// no timeout of its own: it lasts as long as the job
		return subscribe(id, current, new SseEmitter(0L));
	}

	SseEmitter subscribe(String id, Supplier<Job> current, SseEmitter emitter) {
		if (!isRunning()) {
			throw Problem.notReady("The service is going down.", RETRY_AFTER);
		}
		if (!this.free.tryAcquire()) {
			throw Problem.tooManyRequests(
					"%d event streams are open, and no more are allowed.".formatted(this.maxSubscribers), RETRY_AFTER);
		}
		Subscriber subscriber = new Subscriber(id, emitter);
		this.subscribers.compute(id, (key, those) -> {
			Set<Subscriber> all = (those != null) ? those : ConcurrentHashMap.newKeySet();
			all.add(subscriber);
			return all;
		});
		try {
			emitter.onCompletion(() -> remove(subscriber));
			emitter.onTimeout(() -> remove(subscriber));
			emitter.onError((ex) -> remove(subscriber));
			// looked up only now, so that an end between the two isn't missed
			subscriber.begin(current.get());
			if (!isRunning()) {
				subscriber.close();
			}
		}
		catch (RuntimeException ex) {
			remove(subscriber);
			throw ex;
		}
		return emitter;
	}

	private void remove(Subscriber subscriber) {
		this.subscribers.computeIfPresent(subscriber.job, (id, those) -> {
			if (those.remove(subscriber)) {
				this.free.release();
			}
			return those.isEmpty() ? null : those;
		});
	}

	int open() {
		return this.maxSubscribers - this.free.availablePermits();
	}

	/** The jobs that somebody watches. */
	Set<String> watched() {
		return Set.copyOf(this.subscribers.keySet());
	}

	@Override
	public void changed(Job job) {
		this.subscribers.getOrDefault(job.id(), Set.of()).forEach((subscriber) -> subscriber.offer(job));
	}

	/**
	 * The first to stop: the web server waits for requests under way, and these would not
	 * end by themselves.
	 */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE;
	}

	@Override
	public void start() {
		this.beating = this.scheduler.scheduleWithFixedDelay(
				() -> this.subscribers.values().forEach((those) -> those.forEach(Subscriber::beat)),
				this.scheduler.getClock().instant().plus(this.heartbeat), this.heartbeat);
	}

	@Override
	public void stop() {
		ScheduledFuture<?> beating = this.beating;
		this.beating = null;
		if (beating != null) {
			beating.cancel(false);
		}
		this.subscribers.values().forEach((those) -> those.forEach(Subscriber::close));
	}

	@Override
	public boolean isRunning() {
		return this.beating != null;
	}

	private final class Subscriber {

		private final String job;

		private final SseEmitter emitter;

		/** What is to be sent next. */
		private @Nullable Job pending;

		private @Nullable Job newest;

		private boolean beat;

		private boolean begun;

		private boolean ended;

		/** A thread sends, or has just sent and the interval isn't over. */
		private boolean busy;

		Subscriber(String job, SseEmitter emitter) {
			this.job = job;
			this.emitter = emitter;
		}

		/**
		 * The state at the beginning, unless a newer one was faster.
		 */
		synchronized void begin(Job job) {
			if (!this.begun || job.state().hasEnded()) {
				offer(job);
			}
		}

		synchronized void offer(Job job) {
			if (!this.ended && !job.equals(this.newest)) {
				this.begun = true;
				this.newest = job;
				this.pending = job;
				this.ended = job.state().hasEnded();
				send();
			}
		}

		synchronized void beat() {
			this.beat = true;
			send();
		}

		void close() {
			JobEvents.this.senders.execute(this.emitter::complete);
		}

		private void send() {
			if (!this.busy) {
				this.busy = true;
				try {
					JobEvents.this.senders.execute(this::write);
				}
				catch (RejectedExecutionException ex) {
					this.busy = false;
				}
			}
		}

		private void write() {
			Job job;
			synchronized (this) {
				job = this.pending;
				this.pending = null;
				this.beat = false;
			}
			try {
				if (job == null) {
					this.emitter.send(SseEmitter.event().comment("still here"));
				}
				else {
					this.emitter
						.send(SseEmitter.event().name(eventOf(job.state())).data(job, MediaType.APPLICATION_JSON));
					if (job.state().hasEnded()) {
						this.emitter.complete();
						return;
					}
				}
			}
			catch (IOException | RuntimeException ex) {
				// the client has gone; there is nobody to tell
				remove(this);
				this.emitter.complete();
				return;
			}
			try {
				JobEvents.this.scheduler.schedule(this::rested,
						JobEvents.this.scheduler.getClock().instant().plus(JobEvents.this.interval));
			}
			catch (TaskRejectedException ex) {
				// the service is going down, and this stream with it
				this.emitter.complete();
			}
		}

		private synchronized void rested() {
			this.busy = false;
			if (this.pending != null || this.beat) {
				send();
			}
		}

	}

	private static String eventOf(JobState state) {
		return state.hasEnded() ? state.name().toLowerCase(Locale.ROOT) : "progress";
	}

}
