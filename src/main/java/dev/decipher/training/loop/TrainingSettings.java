package dev.decipher.training.loop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * How to train.
 *
 * @param curriculum true for messages that are easy at first
 */
public record TrainingSettings(double learningRate, int batchSize, int examplesPerEpoch, int maxEpochs, int maxSeconds,
		double targetAccuracy, long seed,
		@JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY) boolean curriculum) {

	public static final int EXAMPLES_PER_EPOCH = 4096;

	/**
	 * With a curriculum, which is for what takes long, so much of whose time would
	 * otherwise go into validation.
	 */
	public static final int EXAMPLES_PER_LONG_EPOCH = 4 * EXAMPLES_PER_EPOCH;

	TrainingSettings with(double rate) {
		return new TrainingSettings(rate, this.batchSize, this.examplesPerEpoch, this.maxEpochs, this.maxSeconds,
				this.targetAccuracy, this.seed, this.curriculum);
	}

	/** The same, over after so many seconds at the latest. */
	public TrainingSettings within(int seconds) {
		return new TrainingSettings(this.learningRate, this.batchSize, this.examplesPerEpoch, this.maxEpochs,
				Math.min(this.maxSeconds, seconds), this.targetAccuracy, this.seed, this.curriculum);
	}

	/** The same, with another accuracy as target. */
	public TrainingSettings towards(double accuracy) {
		return new TrainingSettings(this.learningRate, this.batchSize, this.examplesPerEpoch, this.maxEpochs,
				this.maxSeconds, accuracy, this.seed, this.curriculum);
	}

	/** With a curriculum, and longer epochs if it is news. */
	TrainingSettings withCurriculum() {
		boolean longer = !this.curriculum && this.examplesPerEpoch == EXAMPLES_PER_EPOCH;
		return new TrainingSettings(this.learningRate, this.batchSize,
				longer ? EXAMPLES_PER_LONG_EPOCH : this.examplesPerEpoch, this.maxEpochs, this.maxSeconds,
				this.targetAccuracy, this.seed, true);
	}

}
