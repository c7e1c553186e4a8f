package dev.decipher.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.decipher.storage.Poller;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replicas in step: what a job here has reached goes into its row, a cancellation
 * that came in elsewhere reaches the job, and who watches a job here that runs elsewhere
 * hears of its progress.
 */
class JobWatch extends Poller {

	private final JobStore store;

	private final JobWorker worker;

	private final JobEvents events;

	private final @Nullable DatabaseClock clock;

	/** The newest state that was told of each job which runs elsewhere. */
	private final Map<String, Job> told = new HashMap<>();

	/**
	 * Makes a watch.
	 * @param clock what is to be kept in step with the database's clock, or null
	 */
	JobWatch(JobStore store, JobWorker worker, JobEvents events, @Nullable DatabaseClock clock, Duration interval) {
		super("jobs", interval);
		this.store = store;
		this.worker = worker;
		this.events = events;
		this.clock = clock;
	}

	@Override
	protected void poll() {
		Set<String> here = new HashSet<>();
		this.worker.forEachRunning((id, job) -> {
			job.sync();
			here.add(id);
		});
		Set<String> elsewhere = new HashSet<>(this.events.watched());
		elsewhere.removeAll(here);
		this.told.keySet().retainAll(elsewhere);
		for (Job job : this.store.find(elsewhere)) {
			if (!job.equals(this.told.put(job.id(), job))) {
				this.events.changed(job);
			}
		}
		if (this.clock != null) {
			this.clock.adjust();
		}
	}

	/** As long as the worker may work. */
	@Override
	public int getPhase() {
		return JobWorker.PHASE - 1;
	}

}
