package dev.decipher.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.job.HistoryPoint;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.model.VersionDetails;
import dev.decipher.network.Evaluation;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The training loop. It decides by steps and by validation alone; the clock ends it at
 * {@code maxSeconds} and fills in the figures that speak of time, so that the weights of
 * any step come out the same whenever the same plan is run.
 */
final class Learner {

	/** Messages that the target must be met on; a target without an error takes more. */
	private static final int JUDGED = 2_000;

	private static final int JUDGED_WITHOUT_ERROR = 10_000;

	/** Symbols after which more than the least number of messages would tell no more. */
	private static final int ENOUGH_SYMBOLS = 2_000_000;

	/** Symbols to judge by between two looks at whether the job was cancelled. */
	private static final int SLICE_SYMBOLS = 100_000;

	/** As much of a sample as a point of the history shows. */
	private static final int SAMPLE = 200;

	/**
	 * A target without an error is judged once the network is this sure of itself, in
	 * nats a symbol, or has met it for so many epochs: before that, ten thousand messages
	 * without an error may be luck.
	 */
	private static final double SURE = 0.0005;

	private static final int LONG_ENOUGH = 10;

	/** The learning rate is halved after so many epochs without a better loss. */
	private static final int PATIENCE = 8;

	/** And not below this share of the first one. */
	private static final double LEAST_RATE = 1.0 / 64;

	/** A loss is better when it is below this share of the best one. */
	private static final double BETTER = 0.99;

	/** Epochs in a row with a loss far above guessing that count as divergence. */
	private static final int DIVERGING = 3;

	private final TrainingPlan plan;

	private final TrainingData data;

	private final NetworkTrainer trainer;

	private final Listener listener;

	private final BooleanSupplier cancelled;

	private final Stopwatch stopwatch;

	private double rate;

	private long step;

	private int epoch;

	private double progress;

	private double bestLoss = Double.POSITIVE_INFINITY;

	private int sinceBetter;

	private int farAbove;

	private int epochsAtTarget;

	private int failedJudgements;

	private int nextJudgement = 1;

	private @Nullable Best best;

	private final TrainingData.Batches batches;

	private int judged;

	/**
	 * A loop that has not begun.
	 * @param trainer owned by the caller
	 * @param listener told of every epoch, and between epochs
	 * @param cancelled asked after every step
	 * @param stopwatch the seconds since training began
	 */
	Learner(TrainingPlan plan, TrainingData data, NetworkTrainer trainer, Listener listener, BooleanSupplier cancelled,
			Stopwatch stopwatch) {
		this.plan = plan;
		this.data = data;
		this.trainer = trainer;
		this.listener = listener;
		this.cancelled = cancelled;
		this.stopwatch = stopwatch;
		this.rate = plan.training().learningRate();
		this.batches = data.batches();
	}

	/** Tells the seconds since training began. */
	interface Stopwatch {

		double seconds();

	}

	/** Is told how training goes. */
	interface Listener {

		void progress(JobProgress progress);

		void epoch(HistoryPoint point, JobProgress progress);

	}

	/** The weights of the best validation so far. */
	private record Best(Weights weights, int epoch, long step, Evaluation evaluation) {
	}

	/**
	 * What was learned.
	 *
	 * @param evaluation on the messages it was judged by
	 */
	record Learned(Weights weights, int epoch, long step, boolean targetReached, Evaluation evaluation,
			List<VersionDetails.LengthAccuracy> byLength) {
	}

	/**
	 * Trains until the target is met, a limit is reached or the job is cancelled.
	 * @param lastStep ends training there: retraining to a version's step gives its
	 * weights
	 * @return what was learned, or null when cancelled
	 * @throws JobFailure when training diverges
	 */
	@Nullable Learned learn(long lastStep) {
		TrainingPlan.Settings settings = this.plan.training();
		boolean goOn = true;
		double loss = 0;
		while (goOn) {
			this.epoch++;
			loss = epoch(lastStep);
			if (this.cancelled.getAsBoolean()) {
				return null;
			}
			Evaluation watched = evaluate(this.data.watch());
			requireNoDivergence(watched.loss());
			remember(watched);
			Evaluation judged = isJudgementDue(watched) ? judge() : null;
			boolean reached = judged != null && judged.accuracy() >= settings.targetAccuracy();
			report(loss, reached ? judged : watched);
			if (reached) {
				return learned(this.trainer.weights(), this.epoch, this.step, judged, true);
			}
			adaptRate(watched.loss());
			goOn = this.epoch < settings.maxEpochs() && this.step < lastStep && !isTimeUp();
		}
		this.trainer.restore(this.best.weights());
		Evaluation judged = judge();
		// the last figures that the job shows are those of the weights it keeps
		this.listener.progress(progress(1, loss, judged));
		return learned(this.best.weights(), this.best.epoch(), this.best.step(), judged,
				judged.accuracy() >= settings.targetAccuracy());
	}

	/** Runs the steps of an epoch and returns their mean loss. */
	private double epoch(long lastStep) {
		TrainingPlan.Settings settings = this.plan.training();
		int left = settings.examplesPerEpoch();
		double sum = 0;
		int steps = 0;
		while (left > 0 && this.step < lastStep && !this.cancelled.getAsBoolean() && (steps == 0 || !isTimeUp())) {
			TrainingData.Examples batch = this.batches.next(Math.min(left, settings.batchSize()));
			double loss = this.trainer.step(batch.ciphertexts(), batch.plaintexts(), this.rate);
			this.step++;
			steps++;
			if (Double.isNaN(loss)) {
				throw new JobFailure("training diverged: the loss or its gradient was no number at step " + this.step
						+ "; try a learning rate below " + settings.learningRate());
			}
			sum += loss;
			left -= batch.ciphertexts().length;
			double share = 1 - (double) left / settings.examplesPerEpoch();
			this.listener.progress(progress(share, sum / steps, null));
		}
		return sum / Math.max(1, steps);
	}

	private boolean isTimeUp() {
		return this.stopwatch.seconds() >= this.plan.training().maxSeconds();
	}

	private void requireNoDivergence(double loss) {
		double guessing = Math.log(this.data.plaintextAlphabet().size());
		this.farAbove = (loss < 3 * guessing) ? 0 : this.farAbove + 1;
		if (!Double.isFinite(loss) || this.farAbove >= DIVERGING) {
			throw new JobFailure(String.format(Locale.ROOT,
					"training diverged: at step %d the loss is %.3g nats a symbol, and guessing has %.3g; "
							+ "try a learning rate below %s",
					this.step, loss, guessing, this.plan.training().learningRate()));
		}
	}

	private void remember(Evaluation watched) {
		boolean better = this.best == null || watched.accuracy() > this.best.evaluation().accuracy()
				|| (watched.accuracy() == this.best.evaluation().accuracy()
						&& watched.loss() < this.best.evaluation().loss());
		if (better) {
			this.best = new Best(this.trainer.weights(), this.epoch, this.step, watched);
		}
	}

	/** After a judgement that failed, the next one waits, longer each time. */
	private boolean isJudgementDue(Evaluation watched) {
		double target = this.plan.training().targetAccuracy();
		if (watched.accuracy() < target) {
			return false;
		}
		this.epochsAtTarget++;
		boolean sure = target < 1 || watched.loss() <= SURE || this.epochsAtTarget >= LONG_ENOUGH;
		return sure && this.epoch >= this.nextJudgement;
	}

	/**
	 * Judges by as many messages as it takes to say that the target is met, a slice of
	 * them at a time, so that long ones need not be in memory at once.
	 * @return the evaluation, of fewer messages when cancelled meanwhile
	 */
	private Evaluation judge() {
		int count = (this.plan.training().targetAccuracy() < 1) ? JUDGED : JUDGED_WITHOUT_ERROR;
		this.failedJudgements++;
		this.nextJudgement = this.epoch + this.failedJudgements;
		if (!this.data.isEndless()) {
			return evaluate(this.data.judge(count, 0));
		}
		int length = Math.max(1, this.plan.data().messageLength());
		count = Math.max(JUDGED, Math.min(count, ENOUGH_SYMBOLS / length));
		int slice = Math.max(1, Math.min(count, SLICE_SYMBOLS / length));
		Evaluation all = evaluate(this.data.judge(slice, this.judged++));
		while (all.messages() < count && !this.cancelled.getAsBoolean() && !isHopeless(all)) {
			all = all.and(evaluate(this.data.judge(Math.min(slice, count - all.messages()), this.judged++)));
		}
		return all;
	}

	/** Whether so much is wrong already that the rest would not help. */
	private boolean isHopeless(Evaluation judged) {
		long symbols = (long) judged.messages() * this.plan.data().messageLength();
		return symbols >= ENOUGH_SYMBOLS / 4 && judged.accuracy() < this.plan.training().targetAccuracy();
	}

	private Evaluation evaluate(TrainingData.Examples examples) {
		return this.trainer.evaluate(examples.ciphertexts(), examples.plaintexts());
	}

	private void adaptRate(double loss) {
		if (loss < BETTER * this.bestLoss) {
			this.bestLoss = loss;
			this.sinceBetter = 0;
		}
		else if (++this.sinceBetter >= PATIENCE) {
			this.rate = Math.max(this.rate / 2, LEAST_RATE * this.plan.training().learningRate());
			this.sinceBetter = 0;
		}
	}

	private Learned learned(Weights weights, int epoch, long step, Evaluation judged, boolean targetReached) {
		List<VersionDetails.LengthAccuracy> byLength = new ArrayList<>();
		for (TrainingData.Examples examples : this.data.otherLengths()) {
			if (this.cancelled.getAsBoolean() || examples.ciphertexts()[0].length > this.trainer.maxLength()) {
				break;
			}
			double accuracy = evaluate(examples).accuracy();
			byLength.add(new VersionDetails.LengthAccuracy(examples.plaintexts()[0].length,
					examples.ciphertexts().length, accuracy));
		}
		return new Learned(weights, epoch, step, targetReached, judged, byLength);
	}

	private void report(double trainingLoss, Evaluation evaluation) {
		TrainingData.Examples watch = this.data.watch();
		List<HistoryPoint.Sample> samples = new ArrayList<>();
		int[][] decrypted = this.trainer.evaluate(first(watch.ciphertexts()), first(watch.plaintexts())).decrypted();
		for (int i = 0; i < decrypted.length; i++) {
			samples.add(new HistoryPoint.Sample(this.data.format().write(watch.ciphertexts()[i], SAMPLE),
					text(watch.plaintexts()[i], this.data.plaintextAlphabet()),
					text(decrypted[i], this.data.plaintextAlphabet())));
		}
		this.listener.epoch(
				new HistoryPoint(this.epoch, this.step, this.stopwatch.seconds(), trainingLoss, evaluation.loss(),
						evaluation.accuracy(), evaluation.exactMessages(), this.rate, samples),
				progress(1, trainingLoss, evaluation));
	}

	private static int[][] first(int[][] messages) {
		return Arrays.copyOf(messages, Math.min(3, messages.length));
	}

	private static String text(int[] symbols, Alphabet alphabet) {
		StringBuilder text = new StringBuilder();
		for (int position = 0; position < Math.min(SAMPLE, symbols.length); position++) {
			text.append(alphabet.symbol(symbols[position]));
		}
		return text.toString();
	}

	/**
	 * How far the job is: by what it knows, by its epochs, or by its time, whichever is
	 * furthest.
	 */
	private JobProgress progress(double epochShare, double trainingLoss, @Nullable Evaluation evaluation) {
		TrainingPlan.Settings settings = this.plan.training();
		double seconds = this.stopwatch.seconds();
		double epochs = (this.epoch - 1 + epochShare) / settings.maxEpochs();
		double time = seconds / settings.maxSeconds();
		Evaluation known = (evaluation != null) ? evaluation : (this.best != null) ? this.best.evaluation() : null;
		double knowledge = (known != null) ? 0.9 * known.accuracy() / settings.targetAccuracy() : 0;
		this.progress = Math.min(0.99, Math.max(this.progress, Math.max(knowledge, Math.max(epochs, time))));
		double symbols = (double) this.step * settings.batchSize() * meanLength();
		double left = Math.min(settings.maxSeconds() - seconds,
				(epochs > 0) ? seconds * (1 - epochs) / epochs : settings.maxSeconds());
		return new JobProgress(this.progress, this.epoch, this.step, trainingLoss,
				(known != null) ? known.loss() : null, (known != null) ? known.accuracy() : null,
				(known != null) ? known.exactMessages() : null, (seconds > 0) ? symbols / seconds : null,
				Math.max(0, left));
	}

	private double meanLength() {
		return Arrays.stream(this.data.watch().ciphertexts()).mapToInt((message) -> message.length).average().orElse(0);
	}

}
