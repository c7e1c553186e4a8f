package dev.decipher.job.run;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.decipher.job.Checkpoint;
import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobListener;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobState;
import dev.decipher.job.JobWork;
import dev.decipher.job.store.JobDatabase;
import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job that this process works on: what is newer than its row, and the way back to the
 * work. Its lock is held while the row changes, so that what a client has seen of the
 * progress is in the row when the job ends.
 * <p>
 * While the database is out of reach, the work waits for it, and so it does when the row
 * could not be looked at for as long as it takes others to give this process up: either
 * the job is still its own afterwards, or it is told to stop.
 */
final class RunningJob implements JobContext {

	private final String id;

	private final String claim;

	private final JobDatabase database;

	private final JobListener listener;

	private final Clock clock;

	private final BooleanSupplier stopping;

	private final Duration leaseDuration;

	private volatile @Nullable Job latest;

	/** The state that is in the row. */
	private @Nullable Job written;

	/** When the row was last known to be ours, by {@link System#nanoTime()}. */
	private volatile long seen = System.nanoTime();

	/** Whether the listener knows that the job has left this process. */
	private boolean told;

	/** The row is no longer ours to write. */
	private volatile boolean lost;

	/** The work knows that it is to stop, so its result may be half done. */
	private volatile boolean toldToStop;

	/**
	 * A job that is still to be taken.
	 * @param claim what to take it with
	 * @param stopping whether the work is to stop with the service
	 * @param leaseDuration how long others believe that this process is alive without a
	 * sign
	 */
	RunningJob(String id, String claim, JobDatabase database, JobListener listener, Clock clock,
			BooleanSupplier stopping, Duration leaseDuration) {
		this.id = id;
		this.claim = claim;
		this.database = database;
		this.listener = listener;
		this.clock = clock;
		this.stopping = stopping;
		this.leaseDuration = leaseDuration;
	}

	synchronized Optional<Job> take() {
		Optional<Job> job = this.database.transitions().take(this.id, this.claim, this.clock.instant())
				? this.database.table().find(this.id) : Optional.empty();
		this.latest = job.orElse(null);
		this.written = this.latest;
		this.seen = System.nanoTime();
		this.lost = job.isEmpty();
		job.ifPresent(this.listener::changed);
		return job;
	}

	String claim() {
		return this.claim;
	}

	/** The job with its newest progress, or null if it was not taken yet. */
	@Nullable Job latest() {
		return this.latest;
	}

	private Job taken() {
		return Objects.requireNonNull(this.latest);
	}

	private Job next(JobProgress progress) {
		return taken().with(taken().progress().next(progress));
	}

	boolean isLost() {
		return this.lost;
	}

	boolean wasToldToStop() {
		return this.toldToStop;
	}

	/**
	 * Writes what is newer than the row, for the other replicas, and finds out whether
	 * the job was taken away by one of them.
	 */
	synchronized void sync() {
		Job now = this.latest;
		if (this.lost || now == null) {
			return;
		}
		boolean held = now.equals(this.written) ? this.database.transitions().holds(this.id, this.claim)
				: this.database.transitions().progress(now, this.claim);
		if (held) {
			this.written = now;
			this.seen = System.nanoTime();
		}
		else {
			lose();
		}
	}

	private void lose() {
		this.lost = true;
		tell();
	}

	/** Tells, once, what became of the job. */
	private synchronized void tell() {
		if (!this.told) {
			this.told = true;
			Job last = this.latest;
			// none where the job has ended and was deleted already
			Optional<Job> stored = this.database.table().find(this.id).or(() -> Optional.ofNullable(last));
			stored.ifPresent((job) -> {
				if (job.state() == JobState.RUNNING) {
					this.listener.left(job);
				}
				else {
					this.listener.changed(job);
				}
			});
		}
	}

	/** Whether others may take this process for dead by now. */
	private boolean isOverdue() {
		return System.nanoTime() - this.seen > this.leaseDuration.toNanos();
	}

	private <T> T patiently(Supplier<T> work) {
		return DatabaseRetry.untilItAnswers("Job " + this.id, work, this::isCancelled);
	}

	@Override
	public boolean isCancelled() {
		while (isOverdue() && !this.lost && !this.stopping.getAsBoolean()) {
			LockSupport.parkNanos(DatabaseRetry.BETWEEN_TRIES.toNanos());
		}
		boolean cancelled = this.toldToStop || this.lost || this.stopping.getAsBoolean();
		if (cancelled) {
			this.toldToStop = true;
		}
		return cancelled;
	}

	@Override
	public InputStream data() {
		return new Chunks.Reader((chunk) -> {
			byte[] bytes = patiently(() -> this.database.attachments().data(this.id, chunk));
			// a cancelled job has no data left, which must not look like the data's end
			if (bytes == null && !patiently(() -> this.database.transitions().holds(this.id, this.claim))) {
				lose();
				throw new CancellationException();
			}
			return bytes;
		});
	}

	/**
	 * Not under the lock: a state may be large, and a cancellation must not wait for it.
	 */
	@Override
	public void checkpoint(int point, byte[] state) {
		if (!this.lost && !patiently(() -> this.database.transitions().checkpoint(this.id, this.claim, point, state))) {
			lose();
		}
	}

	@Override
	public @Nullable Checkpoint lastCheckpoint() {
		return patiently(() -> this.database.attachments().checkpoint(this.id));
	}

	@Override
	public synchronized void progress(JobProgress progress) {
		if (!this.lost) {
			this.latest = next(progress);
			this.listener.changed(this.latest);
		}
	}

	@Override
	public void point(int number, Object point, JobProgress progress) {
		patiently(() -> change(next(progress),
				(next) -> this.database.transitions().addPoint(next, this.claim, number, point)));
	}

	@Override
	public void request(JsonNode request) {
		patiently(() -> change(taken().with(request), (next) -> this.database.transitions().request(next, this.claim)));
	}

	/** Makes a change that goes into the row at once. */
	private synchronized boolean change(Job next, Predicate<Job> write) {
		if (this.lost) {
			return false;
		}
		if (write.test(next)) {
			this.latest = next;
			this.written = next;
			this.listener.changed(next);
			return true;
		}
		lose();
		return false;
	}

	/**
	 * Not under the lock, since storing the result may take long and must not hold up who
	 * wants to cancel; by now the progress stands still.
	 */
	boolean succeed(JobWork.Outcome outcome) {
		if (this.lost) {
			return false;
		}
		boolean succeeded = patiently(
				() -> this.database.transitions().succeed(taken(), this.claim, outcome, this.clock.instant()));
		lose();
		return succeeded;
	}

	boolean fail(String error) {
		return end((job) -> this.database.transitions().fail(job, this.claim, error, this.clock.instant()));
	}

	boolean cancel() {
		return end((job) -> this.database.transitions().cancelRunning(job, this.claim, this.clock.instant()));
	}

	boolean requeue() {
		return end((job) -> this.database.transitions().requeue(job, this.claim));
	}

	/** Ends what this process does with the job; if the row says no, it is over too. */
	private synchronized boolean end(Predicate<Job> write) {
		if (this.lost || this.latest == null) {
			return false;
		}
		boolean ended = write.test(this.latest);
		lose();
		return ended;
	}

}
