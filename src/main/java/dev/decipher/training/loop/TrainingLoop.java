package dev.decipher.training.loop;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.model.VersionDetails;
import dev.decipher.network.Evaluation;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.structure.StructureMessages;
import org.jspecify.annotations.Nullable;

/**
 * The training loop. It decides by steps and by validation alone; the clock ends it at
 * {@code maxSeconds} and fills in the figures that speak of time, so that the weights of
 * any step come out the same whenever the same plan is run.
 */
public final class TrainingLoop implements AutoCloseable {

	/** Symbols that it takes to fit a temperature. */
	private static final int MIN_SYMBOLS_TO_CALIBRATE = 500;

	/** A temperature that is no farther from 1 changes nothing. */
	private static final double MIN_TEMPERATURE_CHANGE = 0.02;

	/** Messages of a structure that each validation is on, beside those held out... */
	private static final int MADE_FOR_VALIDATION = 200;

	/** ...fewer where they are long. */
	private static final int SYMBOLS_MADE_FOR_VALIDATION = 50_000;

	/**
	 * How many times as often what a structure makes may stall, of which there is no end.
	 */
	private static final int STALLS_OF_STRUCTURE = 3;

	private final NetworkPlan plan;

	private final TrainingData data;

	private final Listener listener;

	private final BooleanSupplier cancelled;

	private final ModelSelection selection;

	private final FinalTest finalTest;

	private final ProgressReport report;

	private final Checkpoints checkpoints;

	private double mostSeconds = Double.POSITIVE_INFINITY;

	/**
	 * A loop that has not begun.
	 * @param fits whether there is memory for a network, learning by a curriculum or not
	 * @param listener told of every epoch, and between epochs
	 * @param cancelled asked after every step
	 * @param stopwatch the seconds since the work began in this process
	 */
	public TrainingLoop(NetworkPlan plan, TrainingData data, Function<NetworkConfig, NetworkTrainer> trainers,
			BiPredicate<NetworkConfig, Boolean> fits, Listener listener, BooleanSupplier cancelled,
			DoubleSupplier stopwatch) {
		this.plan = plan;
		this.data = data;
		this.listener = listener;
		this.cancelled = cancelled;
		this.selection = new ModelSelection(plan, data, trainers, fits, cancelled);
		this.finalTest = new FinalTest(plan.training().targetAccuracy(), data, cancelled);
		this.report = new ProgressReport(plan.training(), data, this.selection, listener, stopwatch);
		this.checkpoints = new Checkpoints(data, this.selection, this.report, listener);
	}

	/** Is told how training goes. */
	public interface Listener {

		void progress(JobProgress progress);

		void epoch(HistoryPoint point, JobProgress progress);

		/**
		 * Stores a state that training can go on from.
		 * @param epoch the epochs that are over
		 */
		void checkpoint(int epoch, byte[] state);

		/**
		 * The structure that was found in pairs, and which makes messages to learn from.
		 */
		void explained(String structure);

		/** The network that was chosen, and how it is trained. */
		void chosen(NetworkConfig network, TrainingSettings training);

	}

	/**
	 * The weights that were learned, after so many epochs and steps of this network
	 * alone, and their evaluation on the test set.
	 *
	 * @param lastStep the step of this network at which training ended
	 */
	public record Learned(Weights weights, int epoch, long step, long lastStep, double learningRate,
			boolean targetReached, Evaluation evaluation, List<VersionDetails.LengthAccuracy> byLength) {
	}

	/** Stores a checkpoint no sooner than so many seconds after the one before. */
	public void checkpointEvery(double seconds) {
		this.checkpoints.every(seconds);
	}

	/** Fails a training to a step once it has taken longer than so many seconds. */
	public void failAfter(double seconds) {
		this.mostSeconds = seconds;
	}

	/** Goes on from a checkpoint, bit for bit, instead of from the beginning. */
	public void resume(byte[] state) {
		this.checkpoints.resume(state);
	}

	/**
	 * Trains until the target is met, a limit is reached or the job is cancelled.
	 * @param lastStep ends training there, and no limit does before: training to a
	 * version's last step gives its weights. {@link Long#MAX_VALUE} for the limits alone
	 * @return what was learned, or null when cancelled
	 * @throws JobFailure when training diverges, or takes too long to get to its last
	 * step
	 */
	public @Nullable Learned learn(long lastStep) {
		Trial trial = this.selection.begin();
		StructureMessages made = this.selection.messages();
		if (made != null) {
			this.listener.explained(made.structure().name());
		}
		while (true) {
			if (!trainForAnEpoch(trial, lastStep)) {
				return null;
			}
			Evaluation validation = trial.validate(this.data.validation(), validationOf(made));
			boolean due = this.finalTest.isDue(trial, validation) && this.finalTest.isLearned(trial, made);
			Evaluation test = due ? this.finalTest.attempt(trial) : validation;
			boolean reached = due && this.finalTest.isPassed(test);
			this.report.epoch(trial, reached ? test : validation);
			// of what a structure makes there is nothing left to learn: the rest is noise
			if (reached || (due && made != null)) {
				choose(trial);
				return learned(trial, trial.trainer().weights(), trial.epoch(), trial.steps(), test);
			}
			trial.adaptRate(validation, this.data.isEndless());
			if (isOver(trial, lastStep)) {
				Trial best = Objects.requireNonNull(this.selection.best());
				choose(best);
				best.trainer().restore(best.bestWeights());
				return learned(best, best.bestWeights(), best.best().epoch(), best.best().step(),
						this.finalTest.of(best));
			}
			trial = this.selection.next();
		}
	}

	private TrainingData.@Nullable Examples validationOf(@Nullable StructureMessages made) {
		int most = SYMBOLS_MADE_FOR_VALIDATION / Math.max(1, this.data.longest());
		return (made != null) ? made.test(Math.max(1, Math.min(MADE_FOR_VALIDATION, most)), 0) : null;
	}

	/** Trains to the end of an epoch, a new one or one begun; false when cancelled. */
	private boolean trainForAnEpoch(Trial trial, long lastStep) {
		if (trial.isBetweenEpochs()) {
			this.report.beginEpoch();
			trial.beginEpoch();
		}
		while (!trial.isBetweenEpochs()) {
			this.checkpoints.storeIfDue();
			trial.step();
			this.report.step(trial);
			if (this.cancelled.getAsBoolean()) {
				return false;
			}
			if ((lastStep == Long.MAX_VALUE) ? isTimeUp() : trial.steps() >= lastStep) {
				trial.endEpoch();
			}
			else if (lastStep < Long.MAX_VALUE && this.report.seconds() > this.mostSeconds) {
				throw new JobFailure(("training again takes too long: it has got to step %d of %d in the %.0f seconds "
						+ "that a job may train (decipher.training.max-seconds)")
					.formatted(trial.steps(), lastStep, this.mostSeconds));
			}
		}
		return true;
	}

	private boolean isOver(Trial trial, long lastStep) {
		if (lastStep < Long.MAX_VALUE) {
			return trial.steps() >= lastStep;
		}
		return trial.epoch() >= this.plan.training().maxEpochs() || isTimeUp()
				|| (!this.data.isEndless() && this.selection.isSettled()
						&& trial.rates().isExhausted((this.selection.messages() != null) ? STALLS_OF_STRUCTURE : 1));
	}

	private boolean isTimeUp() {
		return this.report.seconds() >= this.plan.training().maxSeconds();
	}

	private void choose(Trial trial) {
		this.selection.keepOnly(trial);
		if (this.plan.mayChooseNetwork()) {
			this.listener.chosen(trial.config(), trial.settings());
		}
	}

	/**
	 * Calibrates the weights that the trial has at present, and tests them.
	 * @param test their evaluation as they are
	 */
	private Learned learned(Trial trial, Weights weights, int epoch, long step, Evaluation test) {
		double temperature = (test.loss() > FinalTest.MAX_LOSS_TO_BE_SURE) ? temperature(trial.trainer()) : 1;
		Weights calibrated = weights;
		Evaluation evaluation = test;
		if (temperature != 1) {
			calibrated = weights.cooled(temperature);
			trial.trainer().restore(calibrated);
			// on the same messages: no symbol has changed, but how sure the network is
			trial.repeatTest();
			evaluation = this.finalTest.of(trial);
		}
		this.report.end(trial, evaluation);
		return new Learned(calibrated, epoch, step, trial.steps(), trial.settings().learningRate(),
				this.finalTest.isPassed(test), evaluation, this.finalTest.byLength(trial));
	}

	/**
	 * The temperature that makes confidence accuracy on the validation set; 1 to leave
	 * the logits as they are.
	 */
	private double temperature(NetworkTrainer trainer) {
		TrainingData.Examples validation = this.data.validation();
		if (Arrays.stream(validation.plaintexts())
			.mapToInt((message) -> message.length)
			.sum() < MIN_SYMBOLS_TO_CALIBRATE) {
			return 1;
		}
		double temperature = trainer.temperature(validation.ciphertexts(), validation.plaintexts());
		return (Math.abs(temperature - 1) > MIN_TEMPERATURE_CHANGE) ? temperature : 1;
	}

	@Override
	public void close() {
		this.selection.close();
	}

}
