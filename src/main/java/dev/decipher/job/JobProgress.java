package dev.decipher.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the work on a job has come: the share that is done and, for work that trains,
 * its figures. A figure that is not finite counts as unknown, so that a rate over no time
 * or a loss gone astray never reaches a client as "NaN".
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "progress", "epoch", "step", "trainingLoss", "validationLoss", "accuracy", "exactMessages",
		"targetReached", "symbolsPerSecond", "etaSeconds" })
public record JobProgress(
		@JsonProperty("progress") @Schema(
				description = "The share of the work done; never goes back, and is 1 only on success",
				example = "0.42") double done,
		@Schema(description = "The epoch the work is in, counted from 1", example = "21") @Nullable Integer epoch,
		@Schema(description = "Steps taken so far", example = "1344") @Nullable Long step,
		@Schema(description = "In nats a symbol", example = "0.318") @Nullable Double trainingLoss,
		@Schema(description = "In nats a symbol", example = "0.331") @Nullable Double validationLoss,
		@Schema(description = "The share of symbols right, on messages that training never saw",
				example = "0.913") @Nullable Double accuracy,
		@Schema(description = "The share of messages without an error",
				example = "0.274") @Nullable Double exactMessages,
		@Schema(description = "Whether the target accuracy was met; given once the job has succeeded",
				example = "true") @Nullable Boolean targetReached,
		@Schema(description = "Symbols trained on in a second, on average",
				example = "185000") @Nullable Double symbolsPerSecond,
		@Schema(description = "Seconds that the job may still take", example = "37.5") @Nullable Double etaSeconds) {

	static final JobProgress NONE = new JobProgress(0, null, null, null, null, null, null, null, null, null);

	/** The nearest to done that unfinished work may come. */
	private static final double ALMOST_DONE = 0.9999;

	public JobProgress {
		done = Double.isNaN(done) ? 0 : Math.max(0, Math.min(1, done));
		trainingLoss = finite(trainingLoss);
		validationLoss = finite(validationLoss);
		accuracy = finite(accuracy);
		exactMessages = finite(exactMessages);
		symbolsPerSecond = finite(symbolsPerSecond);
		etaSeconds = finite(etaSeconds);
	}

	/** The progress of work in epochs whose target is not known to be met. */
	public JobProgress(double done, int epoch, long step, @Nullable Double trainingLoss,
			@Nullable Double validationLoss, @Nullable Double accuracy, @Nullable Double exactMessages,
			@Nullable Double symbolsPerSecond, @Nullable Double etaSeconds) {
		this(done, epoch, step, trainingLoss, validationLoss, accuracy, exactMessages, null, symbolsPerSecond,
				etaSeconds);
	}

	/** The progress of work without epochs, which may still take so many seconds. */
	public static JobProgress of(double done, double etaSeconds) {
		return new JobProgress(done, null, null, null, null, null, null, null, null, etaSeconds);
	}

	/**
	 * Unfinished work that has come further. Work that is done for the second time does
	 * again what it had already shown.
	 */
	JobProgress next(JobProgress now) {
		return now.withDone(Math.max(this.done, Math.min(now.done, ALMOST_DONE)), now.etaSeconds);
	}

	/** The progress of a job that has ended. */
	JobProgress ended(double done) {
		return withDone(done, null);
	}

	private JobProgress withDone(double done, @Nullable Double etaSeconds) {
		return new JobProgress(done, this.epoch, this.step, this.trainingLoss, this.validationLoss, this.accuracy,
				this.exactMessages, this.targetReached, this.symbolsPerSecond, etaSeconds);
	}

	private static @Nullable Double finite(@Nullable Double value) {
		return (value != null && Double.isFinite(value)) ? value : null;
	}

}
