package dev.decipher.training;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobListener;
import dev.decipher.job.JobQueue;
import dev.decipher.job.JobState;
import dev.decipher.metric.Metric;
import dev.decipher.training.loop.TrainingFigures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Training jobs as figures to watch. Each job has gauges of its own, which appear with
 * their first values and go away some time after the job's end, or the registry would
 * grow with every job there ever was. How many wait and are worked on counts all jobs in
 * training's lane.
 */
@Component
class TrainingMetrics implements JobListener {

	private final MeterRegistry registry;

	private final TaskScheduler scheduler;

	private final Duration retention;

	private final Map<String, Gauges> byJob = new HashMap<>();

	/** The ids of the jobs in the lane that this replica works on. */
	private final Set<String> active = ConcurrentHashMap.newKeySet();

	/**
	 * Registers what concerns all jobs.
	 * @param jobs asked lazily, since the queue needs its listeners first
	 */
	TrainingMetrics(MeterRegistry registry, ObjectProvider<JobQueue> jobs,
			@Qualifier("jobTimer") TaskScheduler scheduler, TrainingProperties properties) {
		this.registry = registry;
		this.scheduler = scheduler;
		this.retention = properties.metricsRetention();
		Metric.TRAINING_ACTIVE.gauge(registry, this.active::size);
		Metric.TRAINING_QUEUED.gauge(registry, () -> jobs.getObject().queued(JobKind.TRAIN));
		for (JobState state : JobState.values()) {
			if (state.hasEnded()) {
				finished(state);
				duration(state);
			}
		}
	}

	private Counter finished(JobState state) {
		return Metric.TRAINING_FINISHED.counter(this.registry, state.name());
	}

	private Timer duration(JobState state) {
		return Metric.TRAINING_DURATION.timer(this.registry, state.name());
	}

	@Override
	public synchronized void changed(Job job) {
		if (job.kind().lane() == JobKind.TRAIN) {
			if (job.state() == JobState.RUNNING) {
				this.active.add(job.id());
			}
			else {
				this.active.remove(job.id());
			}
		}
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
		this.active.remove(job.id());
		remove(job.id());
	}

	private synchronized void remove(String id) {
		Gauges gauges = this.byJob.remove(id);
		if (gauges != null) {
			gauges.meters.values().forEach(this.registry::remove);
		}
	}

	private final class Gauges {

		private final Map<Metric, Meter> meters = new EnumMap<>(Metric.class);

		private volatile Job job;

		private volatile TrainingFigures figures;

		Gauges(Job job) {
			this.job = job;
			this.figures = TrainingFigures.of(job.progress());
		}

		void show(Job job) {
			this.job = job;
			this.figures = TrainingFigures.of(job.progress());
			show(Metric.TRAINING_PROGRESS, () -> this.job.progress().done());
			show(Metric.TRAINING_LOSS, () -> this.figures.trainingLoss());
			show(Metric.TRAINING_ACCURACY, () -> this.figures.accuracy());
			show(Metric.TRAINING_EPOCH, () -> this.figures.epoch());
			show(Metric.TRAINING_SYMBOLS_PER_SECOND, () -> this.figures.symbolsPerSecond());
		}

		private void show(Metric metric, Supplier<@Nullable Number> value) {
			if (value.get() != null) {
				this.meters.computeIfAbsent(metric, (key) -> metric.gauge(TrainingMetrics.this.registry, value,
						this.job.id(), Objects.requireNonNull(this.job.model())));
			}
		}

	}

}
