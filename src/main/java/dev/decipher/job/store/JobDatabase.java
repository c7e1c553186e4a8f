package dev.decipher.job.store;

import org.springframework.stereotype.Component;

/** The jobs in the database, by what is done with them. */
@Component
public record JobDatabase(JobTable table, JobTransitions transitions, JobAttachments attachments, JobLeases leases,
		EndedJobs ended, IdempotencyKeys keys) {
}
