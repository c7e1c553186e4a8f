package dev.decipher.training.loop;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How to train.
 *
 * @param curriculum true for messages that are easy at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingSettings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
		double targetAccuracy, long seed, @Nullable Boolean curriculum) {

	public static final int EXAMPLES_PER_EPOCH = 4096;

	/**
	 * With a curriculum, which is for what takes long, so much of whose time would
	 * otherwise go into validation.
	 */
	public static final int EXAMPLES_PER_LONG_EPOCH = 4 * EXAMPLES_PER_EPOCH;

	/** With all messages from the first. */
	public TrainingSettings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
			double targetAccuracy, long seed) {
		this(learningRate, batchSize, examplesPerEpoch, maxEpochs, maxSeconds, targetAccuracy, seed, null);
	}

	TrainingSettings with(double rate) {
		return new TrainingSettings(rate, this.batchSize, this.examplesPerEpoch, this.maxEpochs, this.maxSeconds,
				this.targetAccuracy, this.seed, this.curriculum);
	}

	/** With a curriculum, and longer epochs if it is news. */
	TrainingSettings withCurriculum() {
		boolean longer = !hasCurriculum() && this.examplesPerEpoch == EXAMPLES_PER_EPOCH;
		return new TrainingSettings(this.learningRate, this.batchSize,
				longer ? EXAMPLES_PER_LONG_EPOCH : this.examplesPerEpoch, this.maxEpochs, this.maxSeconds,
				this.targetAccuracy, this.seed, true);
	}

	public boolean hasCurriculum() {
		return Boolean.TRUE.equals(this.curriculum);
	}

}
