package dev.decipher.job;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;

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

	private final String claim = UUID.randomUUID().toString();

	private static final Logger log = LoggerFactory.getLogger(RunningJob.class);

	/** Between two tries to reach the database. */
	private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

	/** For longer no work waits for the database. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final JobStore store;

	private final JobListener listener;

	private final Clock clock;

	private final BooleanSupplier stopping;

	private final Duration lease;

	private volatile @Nullable Job latest;

	/** What of it is in the row. */
	private @Nullable Job written;

	/** When the row was last known to be ours, by {@link System#nanoTime()}. */
	private volatile long seen = System.nanoTime();

	/** What became of the job was told. */
	private boolean told;

	/** The row is no longer ours to write. */
	private volatile boolean lost;

	/** The work knows that it shall stop, so that what it returns may be half done. */
	private volatile boolean toldToStop;

	/**
	 * A job that is still to be taken.
	 * @param stopping whether the work shall stop with the service
	 * @param lease how long others believe that this process is alive without a sign
	 */
	RunningJob(String id, JobStore store, JobListener listener, Clock clock, BooleanSupplier stopping, Duration lease) {
		this.id = id;
		this.store = store;
		this.listener = listener;
		this.clock = clock;
		this.stopping = stopping;
		this.lease = lease;
	}

	synchronized Optional<Job> claim() {
		Optional<Job> job = this.store.claim(this.id, this.claim, now());
		this.latest = job.orElse(null);
		this.written = this.latest;
		this.seen = System.nanoTime();
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

	/**
	 * Writes what is newer than the row, for the other replicas, and finds out whether
	 * the job was taken away by one of them.
	 */
	synchronized void sync() {
		Job now = this.latest;
		if (this.lost || now == null) {
			return;
		}
		boolean held = now.equals(this.written) ? this.store.holds(this.id, this.claim)
				: this.store.progress(now, this.claim);
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
			this.store.find(this.id).ifPresent((job) -> {
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
		return System.nanoTime() - this.seen > this.lease.toNanos();
	}

	/**
	 * Tries until the database answers, which is not at once when it is restarted.
	 * @throws CancellationException when the work shall stop instead
	 */
	private <T> T patiently(Supplier<T> work) {
		long begin = System.nanoTime();
		while (true) {
			try {
				return work.get();
			}
			catch (NonTransientDataAccessResourceException | TransientDataAccessException
					| RecoverableDataAccessException | UncategorizedSQLException | TransactionException ex) {
				if (System.nanoTime() - begin > PATIENCE.toNanos()) {
					throw ex;
				}
				log.warn("Job {} waits for the database: {}", this.id, ex.getMessage());
				LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
				if (isCancelled()) {
					throw new CancellationException();
				}
			}
		}
	}

	@Override
	public boolean isCancelled() {
		while (isOverdue() && !this.lost && !this.stopping.getAsBoolean()) {
			LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
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
			byte[] bytes = patiently(() -> this.store.data(this.id, chunk));
			// a cancelled job has no data left, which must not look like the data's end
			if (bytes == null && !patiently(() -> this.store.holds(this.id, this.claim))) {
				lose();
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
		if (!this.lost && !patiently(() -> this.store.checkpoint(this.id, this.claim, epoch, state))) {
			lose();
		}
	}

	@Override
	public @Nullable Checkpoint lastCheckpoint() {
		return patiently(() -> this.store.checkpoint(this.id));
	}

	@Override
	public synchronized void progress(JobProgress progress) {
		if (!this.lost) {
			this.latest = this.latest.with(this.latest.progress().next(progress));
			this.listener.changed(this.latest);
		}
	}

	@Override
	public void epoch(int epoch, Object point, JobProgress progress) {
		patiently(() -> {
			storeEpoch(epoch, point, progress);
			return null;
		});
	}

	private synchronized void storeEpoch(int epoch, Object point, JobProgress progress) {
		if (this.lost) {
			return;
		}
		if (this.store.epoch(this.latest.with(this.latest.progress().next(progress)), this.claim, epoch, point)) {
			progress(progress);
			this.written = this.latest;
		}
		else {
			lose();
		}
	}

	@Override
	public void request(JsonNode request) {
		patiently(() -> {
			storeRequest(request);
			return null;
		});
	}

	private synchronized void storeRequest(JsonNode request) {
		if (this.lost) {
			return;
		}
		if (this.store.request(this.id, this.claim, request)) {
			this.latest = this.latest.with(request);
			this.listener.changed(this.latest);
		}
		else {
			lose();
		}
	}

	/**
	 * Not under the lock, since storing the result may take long and must not hold up who
	 * wants to cancel; by now the progress stands still.
	 */
	boolean succeed(JobWork.Outcome outcome) {
		if (this.lost) {
			return false;
		}
		boolean succeeded = patiently(() -> this.store.succeed(this.latest, this.claim, outcome, now()));
		lose();
		return succeeded;
	}

	synchronized boolean fail(String error) {
		if (this.lost) {
			return false;
		}
		boolean failed = this.store.fail(this.latest, this.claim, error, now());
		lose();
		return failed;
	}

	synchronized boolean cancel() {
		return ended(!this.lost && this.latest != null && this.store.cancelRunning(this.latest, this.claim, now()));
	}

	synchronized boolean requeue() {
		return ended(!this.lost && this.latest != null && this.store.requeue(this.latest, this.claim));
	}

	private boolean ended(boolean ended) {
		if (ended) {
			lose();
		}
		return ended;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
