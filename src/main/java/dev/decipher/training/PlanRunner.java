package dev.decipher.training;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;

import dev.decipher.job.Checkpoint;
import dev.decipher.job.JobContext;
import dev.decipher.job.JobFailure;
import dev.decipher.model.ModelRegistry;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.problem.Problem;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.loop.TrainingLoop;

import org.springframework.stereotype.Component;

/** Runs a plan for a job, from the job's last checkpoint where there is one. */
@Component
record PlanRunner(TrainingMemory memory, TemporaryFiles files, ModelRegistry models, TrainingProperties properties) {

	/**
	 * Trains.
	 * @param <T> what comes of it
	 * @param lastStep as for {@link TrainingLoop#learn}
	 * @param outcome makes that of the data and of what was learned from it
	 * @throws CancellationException when the job was cancelled
	 * @throws JobFailure when training diverges or takes too long, or a version to go on
	 * from is gone
	 */
	<T> T run(TrainingPlan plan, JobContext context, TrainingLoop.Listener listener, long lastStep,
			BiFunction<TrainingData, TrainingLoop.Learned, T> outcome) throws IOException {
		long begin = System.nanoTime();
		// a clock that nobody sets
		DoubleSupplier stopwatch = () -> (System.nanoTime() - begin) / 1e9;
		try (TrainingData data = plan.data().open(context.data(), plan.training().seed(), this.files);
				TrainingLoop loop = new TrainingLoop(plan.networkPlan(), data,
						(network) -> trainer(plan, data, network), (network, curriculum) -> this.memory.fits(network,
								plan.data(), plan.training().batchSize(), data.longest(), curriculum),
						listener, context::isCancelled, stopwatch)) {
			loop.checkpointEvery(this.properties.checkpointInterval().toMillis() / 1000.0);
			loop.failAfter(this.properties.maxSeconds());
			Checkpoint checkpoint = context.lastCheckpoint();
			if (checkpoint != null) {
				loop.resume(checkpoint.state());
			}
			TrainingLoop.Learned learned = loop.learn(lastStep);
			if (learned == null) {
				throw new CancellationException();
			}
			return outcome.apply(data, learned);
		}
	}

	private NetworkTrainer trainer(TrainingPlan plan, TrainingData data, NetworkConfig network) {
		long seed = plan.training().seed();
		if (plan.from() == null) {
			return NetworkTrainer.of(network, data.format().size(), data.plaintextAlphabet().size(), seed);
		}
		try {
			return NetworkTrainer.of(this.models.weights(this.models.find(plan.from().model(), plan.from().version())),
					seed);
		}
		catch (Problem ex) {
			throw new JobFailure("can't go on from a version that was deleted: " + ex.detail());
		}
	}

}
