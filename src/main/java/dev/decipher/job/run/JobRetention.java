package dev.decipher.job.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.decipher.job.Job;
import dev.decipher.job.JobListener;
import dev.decipher.job.store.JobDatabase;
import dev.decipher.storage.Housekeeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what only the work of jobs that have ended needed, and jobs that ended long
 * ago, or before many others, on a thread of its own: after the end of a job, and from
 * time to time.
 */
@Component
class JobRetention extends Housekeeping implements JobListener {

	/** Few, as each may have a history of thousands of points. */
	private static final int BATCH = 20;

	private static final Logger log = LoggerFactory.getLogger(JobRetention.class);

	private final JobDatabase database;

	private final JobRetentionProperties properties;

	private final Clock clock;

	JobRetention(JobDatabase database, JobRetentionProperties properties, JdbcClient jdbc, Clock clock) {
		super(jdbc, clock, "ended jobs");
		this.database = database;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void changed(Job job) {
		if (job.state().hasEnded()) {
			want();
		}
	}

	@Override
	protected void work() {
		this.database.keys().deleteExpired(this.clock.instant());
		this.database.attachments().deleteLeftovers();
		this.database.ended().deleteZeros();
		if (this.properties.keepsAll()) {
			return;
		}
		long keep = (this.properties.keep() != null) ? this.properties.keep() : Long.MAX_VALUE;
		Duration age = this.properties.maxAge();
		int deleted = 0;
		int last;
		do {
			Instant before = (age != null) ? this.clock.instant().minus(age) : Instant.EPOCH;
			last = this.database.ended().deleteOldest(keep, before, BATCH);
			deleted += last;
		}
		while (last > 0 && isRunning());
		if (deleted > 0) {
			log.info("Deleted {} jobs that had ended, as {} are kept{}", deleted,
					(this.properties.keep() != null) ? this.properties.keep() : "all",
					(age != null) ? " for " + age.toSeconds() + " s" : "");
		}
	}

}
