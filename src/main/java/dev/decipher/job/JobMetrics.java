package dev.decipher.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.TaskScheduler;

/**
 * Training jobs as figures to watch. Each job has gauges of its own, which appear with
 * their first values and go away some time after the job's end, or the registry would
 * grow with every job there ever was.
 */
class JobMetrics implements JobListener {

	private final MeterRegistry registry;

	private final TaskScheduler scheduler;

	private final Duration retention;

	private final Map<String, Gauges> byJob = new HashMap<>();

	JobMetrics(MeterRegistry registry, JobStore store, TaskScheduler scheduler, Duration retention) {
		this.registry = registry;
		this.scheduler = scheduler;
		this.retention = retention;
		Gauge.builder("decipher.training.active", this, JobMetrics::active)
			.description("Training jobs that this replica works on")
			.register(registry);
		Gauge.builder("decipher.training.queued", store, (jobs) -> jobs.count(JobKind.TRAIN, JobState.QUEUED))
			.description("Training jobs that wait")
			.register(registry);
		for (JobState state : JobState.values()) {
			if (state.hasEnded()) {
				finished(state);
				duration(state);
			}
		}
	}

	private Counter finished(JobState state) {
		return Counter.builder("decipher.training.finished")
			.description("Training jobs that have ended")
			.tag("state", state.name())
			.register(this.registry);
	}

	private Timer duration(JobState state) {
		return Timer.builder("decipher.training.duration")
			.description("How long training jobs were worked on")
			.tag("state", state.name())
			.register(this.registry);
	}

	private synchronized int active() {
		return (int) this.byJob.values().stream().filter((gauges) -> !gauges.job.state().hasEnded()).count();
	}

	@Override
	public synchronized void changed(Job job) {
		if (job.kind() != JobKind.TRAIN) {
			return;
		}
		if (job.state() == JobState.RUNNING) {
			this.byJob.computeIfAbsent(job.id(), (id) -> new Gauges(job)).show(job);
		}
		else if (job.state().hasEnded()) {
			finished(job.state()).increment();
			if (job.startedAt() != null && job.finishedAt() != null) {
				duration(job.state()).record(Duration.between(job.startedAt(), job.finishedAt()));
			}
			Gauges gauges = this.byJob.get(job.id());
			if (gauges != null) {
				gauges.show(job);
				this.scheduler.schedule(() -> remove(job.id()),
						this.scheduler.getClock().instant().plus(this.retention));
			}
		}
		else {
			remove(job.id());
		}
	}

	@Override
	public void left(Job job) {
		remove(job.id());
	}

	private synchronized void remove(String id) {
		Gauges gauges = this.byJob.remove(id);
		if (gauges != null) {
			gauges.meters.values().forEach(this.registry::remove);
		}
	}

	private final class Gauges {

		private final Map<String, Meter> meters = new HashMap<>();

		private volatile Job job;

		Gauges(Job job) {
			this.job = job;
		}

		void show(Job job) {
			this.job = job;
			show("progress", "The share of the job that is done", Job::progress);
			show("loss", "Training loss in nats a symbol", Job::trainingLoss);
			show("accuracy", "The share of symbols right on messages not trained on", Job::accuracy);
			show("epoch", "The epoch that the job is in", Job::epoch);
			show("symbols.per.second", "How many symbols the job trains on in a second", Job::symbolsPerSecond);
		}

		private void show(String name, String description, Function<Job, @Nullable Number> value) {
			if (value.apply(this.job) != null) {
				this.meters.computeIfAbsent(name,
						(key) -> Gauge.builder("decipher.training." + name, () -> value.apply(this.job))
							.description(description)
							.tag("job", this.job.id())
							.tag("model", this.job.model())
							.register(JobMetrics.this.registry));
			}
		}

	}

}
