package dev.decipher.job.web;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import dev.decipher.job.Job;
import dev.decipher.job.run.JobWatchers;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams of those who watch a job. */
class JobEvents implements JobWatchers, SmartLifecycle {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

	private final Map<String, Set<JobEventStream>> streams = new ConcurrentHashMap<>();

	private final int maxSubscribers;

	private final Semaphore free;

	private final TaskScheduler scheduler;

	private final Executor senders;

	private final Duration interval;

	private final Duration heartbeat;

	private volatile @Nullable ScheduledFuture<?> beating;

	JobEvents(int maxSubscribers, TaskScheduler scheduler, Executor senders, Duration interval, Duration heartbeat) {
		this.maxSubscribers = maxSubscribers;
		this.free = new Semaphore(maxSubscribers);
		this.scheduler = scheduler;
		this.senders = senders;
		this.interval = interval;
		this.heartbeat = heartbeat;
	}

	/** Opens a stream of a job, which {@code current} gives as it is now. */
	SseEmitter subscribe(String id, Supplier<Job> current, SseEmitter emitter) {
		if (!isRunning()) {
			throw Problem.notReady("The service is going down.", RETRY_AFTER);
		}
		if (!this.free.tryAcquire()) {
			throw Problem.tooManyRequests(
					"%d event streams are open, and no more are allowed.".formatted(this.maxSubscribers), RETRY_AFTER);
		}
		JobEventStream stream = new JobEventStream(emitter, this.scheduler, this.senders, this.interval,
				(gone) -> remove(id, gone));
		this.streams.compute(id, (key, those) -> {
			Set<JobEventStream> all = (those != null) ? those : ConcurrentHashMap.newKeySet();
			all.add(stream);
			return all;
		});
		try {
			emitter.onCompletion(() -> remove(id, stream));
			emitter.onTimeout(() -> remove(id, stream));
			emitter.onError((ex) -> remove(id, stream));
			// looked up only now, so that an end between the two isn't missed
			stream.begin(current.get());
			if (!isRunning()) {
				stream.close();
			}
		}
		catch (RuntimeException ex) {
			remove(id, stream);
			throw ex;
		}
		return emitter;
	}

	private void remove(String id, JobEventStream stream) {
		this.streams.computeIfPresent(id, (key, those) -> {
			if (those.remove(stream)) {
				this.free.release();
			}
			return those.isEmpty() ? null : those;
		});
	}

	int open() {
		return this.maxSubscribers - this.free.availablePermits();
	}

	@Override
	public Set<String> watched() {
		return Set.copyOf(this.streams.keySet());
	}

	@Override
	public void changed(Job job) {
		this.streams.getOrDefault(job.id(), Set.of()).forEach((stream) -> stream.offer(job));
	}

	/** Whoever asks again is told that there is no such job. */
	@Override
	public void deleted(String id) {
		this.streams.getOrDefault(id, Set.of()).forEach(JobEventStream::deleted);
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
				() -> this.streams.values().forEach((those) -> those.forEach(JobEventStream::beat)),
				this.scheduler.getClock().instant().plus(this.heartbeat), this.heartbeat);
	}

	@Override
	public void stop() {
		ScheduledFuture<?> beating = this.beating;
		this.beating = null;
		if (beating != null) {
			beating.cancel(false);
		}
		this.streams.values().forEach((those) -> those.forEach(JobEventStream::close));
	}

	@Override
	public boolean isRunning() {
		return this.beating != null;
	}

}
