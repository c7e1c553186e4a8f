package dev.decipher.job;

import org.jspecify.annotations.Nullable;

/**
 * How far the work on a job has come. A figure that is not finite counts as unknown, so
 * that a rate over no time or a loss gone astray never reaches a client as "NaN".
 *
 * @param progress the share of the work that is done, 0 to 1
 * @param epoch the epoch that the work is in, counted from 1; 0 where it has none
 * @param step steps taken so far
 * @param trainingLoss in nats a symbol, or null
 * @param validationLoss in nats a symbol, or null
 * @param accuracy the share of symbols right, or null
 * @param exactMessages the share of messages without an error, or null
 * @param symbolsPerSecond how fast the work goes, or null
 * @param etaSeconds how long it may still take, or null
 */
public record JobProgress(double progress, int epoch, long step, @Nullable Double trainingLoss,
		@Nullable Double validationLoss, @Nullable Double accuracy, @Nullable Double exactMessages,
		@Nullable Double symbolsPerSecond, @Nullable Double etaSeconds) {

	public JobProgress {
		progress = Double.isNaN(progress) ? 0 : Math.max(0, Math.min(1, progress));
		trainingLoss = finite(trainingLoss);
		validationLoss = finite(validationLoss);
		accuracy = finite(accuracy);
		exactMessages = finite(exactMessages);
		symbolsPerSecond = finite(symbolsPerSecond);
		etaSeconds = finite(etaSeconds);
	}

	/**
	 * The progress of work without epochs.
	 * @param progress the share of the work that is done, 0 to 1
	 * @param etaSeconds how long it may still take
	 */
	public static JobProgress of(double progress, double etaSeconds) {
		return new JobProgress(progress, 0, 0, null, null, null, null, null, etaSeconds);
	}

	private static @Nullable Double finite(@Nullable Double value) {
		return (value != null && Double.isFinite(value)) ? value : null;
	}

}
