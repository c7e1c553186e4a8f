package dev.decipher.training;

import java.io.IOException;

import dev.decipher.job.Job;
import dev.decipher.job.JobKind;
import dev.decipher.job.JobQueue;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.training.data.Source;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.Upload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;

/** Hands in jobs that train a version again, once nothing stands against it. */
@Service
record Reproducer(ModelRegistry models, JobQueue jobs, VersionKeeper keeper, TrainingMemory memory,
		TemporaryFiles files, JsonMapper json) {

	/**
	 * Hands in a job.
	 * @param upload what the version was trained on, if that isn't kept with it
	 * @throws InvalidInput for pairs or a corpus where the version has learned from
	 * something else
	 * @throws Problem 404 for an unknown version, 409 for one that can't be trained again
	 * or was deleted meanwhile
	 */
	Job submit(String model, int number, Upload upload) throws IOException {
		ModelVersion version = this.models.find(model, number);
		TrainingPlan plan = plan(version);
		if (plan.from() != null) {
			requireParent(version, plan.from());
		}
		try (Source.Planned again = plan.data().again(upload, version.id(), this.files)) {
			if (!this.memory.fits(plan.network(), plan.data(), plan.training().batchSize(), again.longest(),
					plan.training().curriculum())) {
				throw Problem.conflict(version.id() + " takes more memory to train than there is here");
			}
			return this.keeper.require(this.jobs.submit(JobKind.REPRODUCE, version.model(),
					this.json.valueToTree(version.id()), again.stored()), version.id());
		}
	}

	private TrainingPlan plan(ModelVersion version) {
		if (version.details().request() == null || version.details().step() == null) {
			throw Problem.conflict(version.id() + " was imported: it isn't known how it was trained");
		}
		try {
			return this.json.treeToValue(version.details().request(), TrainingPlan.class);
		}
		catch (JacksonException ex) {
			throw Problem
				.conflict(version.id() + " was trained by a version of the service whose requests this one can't read");
		}
	}

	private void requireParent(ModelVersion version, VersionId from) {
		try {
			this.models.find(from.model(), from.version());
		}
		catch (Problem ex) {
			throw Problem.conflict(version.id() + " was trained from " + from + ", which is gone");
		}
	}

}
