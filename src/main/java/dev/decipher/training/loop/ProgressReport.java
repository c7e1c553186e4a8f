package dev.decipher.training.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.decipher.job.JobProgress;
import dev.decipher.network.Evaluation;
import dev.decipher.training.data.TrainingData;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the training of all networks together, and tells a listener. Its
 * fields that aren't transient are what a checkpoint keeps of it.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class ProgressReport {

	private static final int SAMPLES = 3;

	private static final int MAX_SAMPLE_SYMBOLS = 200;

	/** Progress up to the end, and up to a target that is met in validation alone. */
	private static final double MAX_PROGRESS = 0.99;

	private static final double PROGRESS_AT_TARGET = 0.9;

	private final transient TrainingSettings settings;

	private final transient TrainingData data;

	private final transient ModelSelection selection;

	private final transient TrainingLoop.Listener listener;

	private final transient DoubleSupplier stopwatch;

	private final transient double meanLength;

	private transient double secondsBefore;

	private double progress;

	private int epoch;

	private long steps;

	ProgressReport(TrainingSettings settings, TrainingData data, ModelSelection selection,
			TrainingLoop.Listener listener, DoubleSupplier stopwatch) {
		this.settings = settings;
		this.data = data;
		this.selection = selection;
		this.listener = listener;
		this.stopwatch = stopwatch;
		this.meanLength = Arrays.stream(data.validation().plaintexts())
			.mapToInt((message) -> message.length)
			.average()
			.orElse(0);
	}

	/** Goes on after so many seconds. */
	void resume(double seconds) {
		this.secondsBefore = seconds;
	}

	/** The seconds of training, those before a checkpoint included. */
	double seconds() {
		return this.secondsBefore + this.stopwatch.getAsDouble();
	}

	/** Epochs of all networks together. */
	int epoch() {
		return this.epoch;
	}

	void beginEpoch() {
		this.epoch++;
	}

	void step(Trial trial) {
		this.steps++;
		this.listener.progress(progress(trial, null));
	}

	/**
	 * Tells that an epoch is over.
	 * @param evaluation the validation, or the test where the target is met
	 */
	void epoch(Trial trial, Evaluation evaluation) {
		TrainingData.Examples validation = this.data.validation();
		TrainingData.Examples shown = new TrainingData.Examples(first(validation.ciphertexts()),
				first(validation.plaintexts()));
		int[][] decrypted = trial.evaluate(shown).decrypted();
		List<HistoryPoint.Sample> samples = new ArrayList<>();
		for (int i = 0; i < decrypted.length; i++) {
			samples.add(new HistoryPoint.Sample(this.data.format().write(shown.ciphertexts()[i], MAX_SAMPLE_SYMBOLS),
					text(shown.plaintexts()[i]), text(decrypted[i])));
		}
		this.listener.epoch(
				new HistoryPoint(this.epoch, this.steps, seconds(), trial.trainingLoss(), evaluation.loss(),
						evaluation.accuracy(), evaluation.exactMessages(), trial.rates().rate(), samples),
				progress(trial, evaluation));
	}

	/** The last figures that the job shows are those of the weights it keeps. */
	void end(Trial trial, Evaluation test) {
		this.listener.progress(progress(trial, test));
	}

	private static int[][] first(int[][] messages) {
		return Arrays.copyOf(messages, Math.min(SAMPLES, messages.length));
	}

	private String text(int[] symbols) {
		return Arrays.stream(symbols)
			.limit(MAX_SAMPLE_SYMBOLS)
			.mapToObj(this.data.plaintextAlphabet()::symbol)
			.collect(Collectors.joining());
	}

	/**
	 * How far the job is: by what it knows, by its epochs, or by its time, whichever is
	 * furthest.
	 * @param evaluation the newest, or null for the best validation so far
	 */
	private JobProgress progress(Trial trial, @Nullable Evaluation evaluation) {
		double seconds = seconds();
		double epochs = (trial.epoch() - 1 + trial.epochShare()) / this.settings.maxEpochs();
		double time = seconds / this.settings.maxSeconds();
		Trial best = this.selection.best();
		Trial.Validation known = (evaluation != null) ? new Trial.Validation(0, 0, evaluation.loss(),
				evaluation.accuracy(), evaluation.exactMessages(), evaluation.loss())
				: (best != null) ? best.best() : null;
		double knowledge = (known != null && this.data.isCipher())
				? PROGRESS_AT_TARGET * known.accuracy() / this.settings.targetAccuracy() : 0;
		this.progress = Math.min(MAX_PROGRESS, Math.max(this.progress, Math.max(knowledge, Math.max(epochs, time))));
		double symbols = (double) this.steps * this.settings.batchSize() * this.meanLength;
		double left = Math.min(this.settings.maxSeconds() - seconds,
				(epochs > 0) ? seconds * (1 - epochs) / epochs : this.settings.maxSeconds());
		TrainingFigures figures = new TrainingFigures(this.epoch, this.steps, trial.trainingLoss(),
				(known != null) ? known.loss() : null, (known != null) ? known.accuracy() : null,
				(known != null) ? known.exactMessages() : null, null, (seconds > 0) ? symbols / seconds : null);
		return new JobProgress(this.progress, figures.byName(), Math.max(0, left));
	}

}
