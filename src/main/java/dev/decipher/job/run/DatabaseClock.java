package dev.decipher.job.run;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.Clock;
import dev.decipher.job.store.JobTable;

import org.springframework.stereotype.Component;

/**
 * The time that leases are kept by: the database's, carried on by a clock that nobody
 * sets. Replicas whose own clocks differ, or jump, then still agree on who is alive.
 */
@Component
final class DatabaseClock implements Clock {

	private final JobTable jobs;

	private volatile Reading reading;

	/** Reads the database's clock for the first time. */
	DatabaseClock(JobTable jobs) {
		this.jobs = jobs;
		this.reading = new Reading(jobs.now(), System.nanoTime());
	}

	private record Reading(Instant time, long nanos) {
	}

	/** Reads the database's clock again, since no two clocks go alike. */
	void adjust() {
		this.reading = new Reading(this.jobs.now(), System.nanoTime());
	}

	@Override
	public Instant now() {
		Reading last = this.reading;
		return last.time().plus(Duration.ofNanos(System.nanoTime() - last.nanos()));
	}

}
