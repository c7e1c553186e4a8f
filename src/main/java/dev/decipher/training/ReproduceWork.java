package dev.decipher.training;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

import dev.decipher.job.Job;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobProgress;
import dev.decipher.job.JobWork;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.ProvenanceRecorder;
import dev.decipher.model.VersionDetails;
import dev.decipher.model.VersionId;
import dev.decipher.problem.Problem;
import dev.decipher.training.loop.HistoryPoint;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Trains a version again, by the plan that it was trained by and to the step that its
 * training ended at, whatever had ended it, and compares the weights. Nothing is stored
 * of them.
 */
@Component
record ReproduceWork(PlanRunner runner, ModelRegistry models, ProvenanceRecorder provenance, JsonMapper json,
		Clock clock) implements JobWork {

	@Override
	public JobKind kind() {
		return JobKind.REPRODUCE;
	}

	@Override
	public Outcome run(Job job, JobContext context) throws IOException {
		VersionId id = this.json.treeToValue(job.request(), VersionId.class);
		VersionDetails details = find(id).details();
		TrainingPlan plan = this.json.treeToValue(details.request(), TrainingPlan.class);
		long lastStep = lastStep(details);
		return this.runner.run(plan, context, new Reporter(job, context, lastStep), lastStep, (data, learned) -> {
			ModelVersion version = find(id); // loaded only now, to leave the memory to
												// training
			Reproduction result = Reproduction.compare(this.models.weights(version), learned.weights(),
					details.provenance(), this.provenance.ofTraining(learned.evaluation().messages()));
			return new Outcome(this.json.valueToTree(result));
		});
	}

	private ModelVersion find(VersionId id) {
		try {
			return this.models.find(id.model(), id.version());
		}
		catch (Problem ex) {
			throw new JobFailure("the version to train again was deleted: " + ex.detail());
		}
	}

	/**
	 * The step at which training ended. Of versions that don't say, it is that of their
	 * weights, which were the best until then.
	 */
	private static long lastStep(VersionDetails details) {
		return (details.lastStep() != null) ? details.lastStep() : Objects.requireNonNull(details.step());
	}

	/**
	 * Tells of progress as the share of steps, of which it is known how many there are.
	 */
	private final class Reporter extends JobReporter {

		private final long lastStep;

		private final long begin = System.nanoTime();

		private long firstStep = -1;

		Reporter(Job job, JobContext context, long lastStep) {
			super(job, context, ReproduceWork.this.clock);
			this.lastStep = lastStep;
		}

		@Override
		public void progress(JobProgress progress) {
			super.progress(bySteps(progress));
		}

		@Override
		public void epoch(HistoryPoint point, JobProgress progress) {
			super.epoch(point, bySteps(progress));
		}

		private JobProgress bySteps(JobProgress progress) {
			long step = (progress.figures().get("step") instanceof Long number) ? number : 0;
			if (this.firstStep < 0) {
				this.firstStep = step - 1;
			}
			double seconds = (System.nanoTime() - this.begin) / 1e9;
			Double left = seconds * Math.max(0, this.lastStep - step) / (step - this.firstStep);
			return new JobProgress((double) step / this.lastStep, progress.figures(), left);
		}

	}

}
