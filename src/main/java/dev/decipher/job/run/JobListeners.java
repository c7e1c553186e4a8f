package dev.decipher.job.run;

import java.util.List;
import java.util.function.BiConsumer;

import dev.decipher.job.Job;
import dev.decipher.job.JobListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** All who listen, as one. An error in one of them is no concern of the job. */
@Component
record JobListeners(List<JobListener> listeners) implements JobListener {

	private static final Logger log = LoggerFactory.getLogger(JobListeners.class);

	@Override
	public void changed(Job job) {
		each(job, JobListener::changed);
	}

	@Override
	public void left(Job job) {
		each(job, JobListener::left);
	}

	private void each(Job job, BiConsumer<JobListener, Job> call) {
		for (JobListener listener : this.listeners) {
			try {
				call.accept(listener, job);
			}
			catch (RuntimeException ex) {
				log.warn("A listener failed on job {}", job.id(), ex);
			}
		}
	}

}
