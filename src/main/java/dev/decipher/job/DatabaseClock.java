package dev.decipher.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import com.github.kagkarlsson.scheduler.Clock;

/**
 * The time that leases are kept by: the database's, carried on by a clock that nobody
 * sets. Replicas whose own clocks differ, or jump, then still agree on who is alive.
 */
final class DatabaseClock implements Clock {

	private final Supplier<Instant> database;

	private final LongSupplier nanos;

	private volatile Reading reading;

	/**
	 * Reads the database's clock for the first time.
	 * @param database asks the database for its time
	 * @param nanos a clock that only goes on, in nanoseconds
	 */
	DatabaseClock(Supplier<Instant> database, LongSupplier nanos) {
		this.database = database;
		this.nanos = nanos;
		this.reading = new Reading(database.get(), nanos.getAsLong());
	}

	private record Reading(Instant time, long nanos) {
	}

	/** Reads the database's clock again, since no two clocks go alike. */
	void adjust() {
		this.reading = new Reading(this.database.get(), this.nanos.getAsLong());
	}

	@Override
	public Instant now() {
		Reading last = this.reading;
		return last.time().plus(Duration.ofNanos(this.nanos.getAsLong() - last.nanos()));
	}

}
