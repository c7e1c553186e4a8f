package dev.decipher.training;

import dev.decipher.job.Job;
import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.VersionId;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes sure of the versions that jobs are about. A job that waits or runs keeps its
 * version from being deleted as an old one, but it takes time from finding a version to
 * handing the job in, as an upload is read in between.
 */
@Component
record VersionKeeper(ModelRegistry models, JobQueue jobs) {

	/**
	 * Looks for a job's version once more, now that the job is there to keep it. Where it
	 * was deleted, the job is cancelled.
	 * @param version what the job is about, or null for nothing
	 * @return the job
	 * @throws Problem 409 if the version is gone
	 */
	Job require(Job job, @Nullable VersionId version) {
		if (version == null || job.state().hasEnded() || this.models.isStored(version)) {
			return job;
		}
		try {
			this.jobs.cancel(job.id());
		}
		catch (Problem ex) {
			// it has found out by itself, and has failed
		}
		throw Problem.conflict("%s was deleted while the request was read; job %s, which needs it, is cancelled"
			.formatted(version, job.id()));
	}

}
