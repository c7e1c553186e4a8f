package dev.decipher.job;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job that this process works on: what is newer than its row, and the way back to the
 * work. Its lock is held while the row changes, so that what a client has seen of the
 * progress is in the row when the job ends.
 */
final class RunningJob implements JobContext {

	private final String id;

	private final String claim = UUID.randomUUID().toString();

	private final JobStore store;

	private final JobListener listener;

	private final Clock clock;

	private final BooleanSupplier stopping;

	private volatile @Nullable Job latest;

	/** The row is no longer ours to write. */
	private volatile boolean lost;

	/** The work knows that it shall stop, so that what it returns may be half done. */
	private volatile boolean toldToStop;

	RunningJob(String id, JobStore store, JobListener listener, Clock clock, BooleanSupplier stopping) {
		this.id = id;
		this.store = store;
		this.listener = listener;
		this.clock = clock;
		this.stopping = stopping;
	}

	synchronized Optional<Job> claim() {
		Optional<Job> job = this.store.claim(this.id, this.claim, now());
		this.latest = job.orElse(null);
		this.lost = job.isEmpty();
		job.ifPresent(this.listener::changed);
		return job;
	}

	/**
	 * The job with its newest progress.
	 * @return the job, or null if it was not taken yet
	 */
	@Nullable Job latest() {
		return this.latest;
	}

	boolean isLost() {
		return this.lost;
	}

	boolean wasToldToStop() {
		return this.toldToStop;
	}

	@Override
	public boolean isCancelled() {
		boolean cancelled = this.toldToStop || this.lost || this.stopping.getAsBoolean();
		if (cancelled) {
			this.toldToStop = true;
		}
		return cancelled;
	}

	@Override
	public InputStream data() {
		return new Chunks.Reader((chunk) -> {
			byte[] bytes = this.store.data(this.id, chunk);
			// a cancelled job has no data left, which must not look like the data's end
			if (bytes == null && !this.store.holds(this.id, this.claim)) {
				this.lost = true;
				throw new CancellationException();
			}
			return bytes;
		});
	}

	/**
	 * Not under the lock: a state may be large, and who wants to cancel shall not wait.
	 */
	@Override
	public void checkpoint(int epoch, byte[] state) {
		if (!this.lost && !this.store.checkpoint(this.id, this.claim, epoch, state)) {
			this.lost = true;
		}
	}

	@Override
	public @Nullable Checkpoint lastCheckpoint() {
		return this.store.checkpoint(this.id);
	}

	@Override
	public synchronized void progress(JobProgress progress) {
		if (!this.lost) {
			this.latest = this.latest.with(progress);
			this.listener.changed(this.latest);
		}
	}

	@Override
	public synchronized void epoch(HistoryPoint point, JobProgress progress) {
		if (this.lost) {
			return;
		}
		if (this.store.epoch(this.latest.with(progress), this.claim, point)) {
			progress(progress);
		}
		else {
			this.lost = true;
		}
	}

	@Override
	public synchronized void request(JsonNode request) {
		if (this.lost) {
			return;
		}
		if (this.store.request(this.id, this.claim, request)) {
			this.latest = this.latest.with(request);
			this.listener.changed(this.latest);
		}
		else {
			this.lost = true;
		}
	}

	/**
	 * Not under the lock, since storing the result may take long and must not hold up who
	 * wants to cancel; by now the progress stands still.
	 */
	boolean succeed(JobWork.Outcome outcome) {
		return ended(!this.lost && this.store.succeed(this.latest, this.claim, outcome, now()));
	}

	synchronized boolean fail(String error) {
		return ended(!this.lost && this.store.fail(this.latest, this.claim, error, now()));
	}

	synchronized boolean cancel() {
		return ended(!this.lost && this.latest != null && this.store.cancelRunning(this.latest, this.claim, now()));
	}

	synchronized boolean requeue() {
		return ended(!this.lost && this.latest != null && this.store.requeue(this.latest, this.claim));
	}

	private boolean ended(boolean ended) {
		if (ended) {
			this.lost = true;
			this.store.find(this.id).ifPresent(this.listener::changed);
		}
		return ended;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
