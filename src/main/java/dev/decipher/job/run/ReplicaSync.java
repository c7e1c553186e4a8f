package dev.decipher.job.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.store.JobTable;
import dev.decipher.storage.Poller;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replicas in step: what a job here has reached goes into its row, a cancellation
 * that came in elsewhere reaches the job, and who watches a job here that runs elsewhere
 * hears of its progress, and of its end even if it was deleted since. It knows, too, how
 * many jobs wait, for those who can't wait for the database.
 */
class ReplicaSync extends Poller {

	/** How often it looks until it counts once more, which nobody is in a hurry for. */
	private static final int LOOKS_FOR_A_COUNT = 6;

	private final JobTable jobs;

	private final JobWorker worker;

	private final JobWatchers watchers;

	private final @Nullable DatabaseClock clock;

	/** The newest state that was told of each job which runs elsewhere. */
	private final Map<String, Job> told = new HashMap<>();

	/** How many jobs wait in each lane; empty while that isn't known. */
	private volatile Map<JobKind, Integer> queued = Map.of();

	private int looks;

	/**
	 * Makes what keeps them in step.
	 * @param clock what is to be kept in step with the database's clock, or null
	 */
	ReplicaSync(JobTable jobs, JobWorker worker, JobWatchers watchers, @Nullable DatabaseClock clock,
			Duration interval) {
		super("jobs", interval);
		this.jobs = jobs;
		this.worker = worker;
		this.watchers = watchers;
		this.clock = clock;
	}

	/** How many jobs wait in a lane, or null while that isn't known. */
	@Nullable Integer queued(JobKind lane) {
		return this.queued.get(lane);
	}

	@Override
	protected void poll() {
		try {
			sync();
			if (this.looks++ % LOOKS_FOR_A_COUNT == 0) {
				this.queued = this.jobs.queued();
			}
		}
		catch (RuntimeException ex) {
			this.queued = Map.of();
			this.looks = 0;
			throw ex;
		}
	}

	private void sync() {
		Set<String> here = new HashSet<>();
		this.worker.forEachRunning((id, job) -> {
			job.sync();
			if (!job.isLost()) {
				here.add(id);
			}
		});
		Set<String> elsewhere = new HashSet<>(this.watchers.watched());
		elsewhere.removeAll(here);
		this.told.keySet().retainAll(elsewhere);
		for (Job job : this.jobs.find(elsewhere)) {
			elsewhere.remove(job.id());
			if (!job.equals(this.told.put(job.id(), job))) {
				this.watchers.changed(job);
			}
		}
		elsewhere.forEach(this.watchers::deleted);
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
