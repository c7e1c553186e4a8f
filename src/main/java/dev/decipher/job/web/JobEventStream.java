package dev.decipher.job.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

import dev.decipher.job.Job;
import dev.decipher.job.JobState;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.MediaType;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of one who watches a job. To write to a client can block for as long as the
 * client pleases, so it is written to from the pool, by one thread at a time, and keeps
 * nothing but the newest state of the job: whoever is slow misses what lay between.
 */
final class JobEventStream {

	private final SseEmitter emitter;

	private final TaskScheduler scheduler;

	private final Executor senders;

	private final Duration interval;

	private final Consumer<JobEventStream> gone;

	/** To be sent next. */
	private @Nullable Job pending;

	private @Nullable Job newest;

	private boolean beat;

	private boolean begun;

	private boolean ended;

	/** A thread sends, or has just sent and the interval isn't over. */
	private boolean busy;

	/**
	 * A stream that has not begun.
	 * @param scheduler for what is to come later; nothing blocks it
	 * @param senders gives a thread at once, since a sender may block
	 * @param interval the least time between two events
	 * @param gone told when the client has gone
	 */
	JobEventStream(SseEmitter emitter, TaskScheduler scheduler, Executor senders, Duration interval,
			Consumer<JobEventStream> gone) {
		this.emitter = emitter;
		this.scheduler = scheduler;
		this.senders = senders;
		this.interval = interval;
		this.gone = gone;
	}

	/** The state at the beginning, unless a newer one was faster. */
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

	/**
	 * The job is there no longer. If it has ended before, that is told first, and closes
	 * the stream.
	 */
	synchronized void deleted() {
		if (!this.ended) {
			close();
		}
	}

	void close() {
		this.senders.execute(this.emitter::complete);
	}

	private void send() {
		if (!this.busy) {
			this.busy = true;
			try {
				this.senders.execute(this::write);
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
				this.emitter.send(SseEmitter.event().name(eventOf(job.state())).data(job, MediaType.APPLICATION_JSON));
				if (job.state().hasEnded()) {
					this.emitter.complete();
					return;
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// the client has gone; there is nobody to tell
			this.gone.accept(this);
			this.emitter.complete();
			return;
		}
		try {
			this.scheduler.schedule(this::rested, this.scheduler.getClock().instant().plus(this.interval));
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

	private static String eventOf(JobState state) {
		return state.hasEnded() ? state.name().toLowerCase(Locale.ROOT) : "progress";
	}

}
