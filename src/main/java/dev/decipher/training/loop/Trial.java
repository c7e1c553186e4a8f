package dev.decipher.training.loop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonMerge;
import dev.decipher.job.JobFailure;
import dev.decipher.network.Evaluation;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;
import dev.decipher.training.data.TrainingData;
import org.jspecify.annotations.Nullable;

/**
 * A network in training with all that belongs to it: its own sequence of messages, its
 * learning rate, the best weights so far. What becomes of it depends on no other network
 * that is trained for the same job, so that training it alone gives the same weights.
 * <p>
 * Its fields are what a checkpoint keeps of it as JSON; those that are transient are made
 * anew, or are kept as tensors.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Trial implements AutoCloseable {

	/** A stage of a curriculum is learned with a loss below this share of guessing... */
	private static final double LEARNED_LOSS_SHARE = 0.3;

	/** ...as the mean of so many steps. */
	private static final int STEPS_PER_LOOK = 16;

	/** A loss above so many times that of guessing... */
	private static final double DIVERGED_LOSS_FACTOR = 3;

	/** ...counts as divergence in so many epochs in a row. */
	private static final int EPOCHS_TO_DIVERGE = 3;

	private final transient TrainingSettings settings;

	private final transient NetworkTrainer trainer;

	private final transient TrainingData.Batches batches;

	/** A loss without having learned anything, in nats a symbol. */
	private final transient double guessing;

	/** Those of the best validation. */
	private transient @Nullable Weights bestWeights;

	@JsonMerge
	private RateSchedule rates;

	/** How often messages became harder. */
	private int curriculumStage;

	private double curriculumLoss;

	private int curriculumSteps;

	private long step;

	private int epoch;

	/** Messages of the epoch that are yet to come. */
	private int left;

	private double lossSum;

	private int lossSteps;

	private int epochsDiverged;

	private int epochsAtTarget;

	private int tests;

	private int nextTestEpoch;

	private int testSets;

	private int testSetsBefore;

	private @Nullable Validation best;

	/** The last evaluation on messages that a structure has made. */
	private transient @Nullable Evaluation onMade;

	/**
	 * A network that has not been trained yet.
	 * @param trainer closed with this
	 */
	Trial(TrainingSettings settings, NetworkTrainer trainer, TrainingData.Batches batches, int plaintextSymbols) {
		this.settings = settings;
		this.trainer = trainer;
		this.batches = batches;
		this.rates = new RateSchedule(settings.learningRate());
		this.guessing = Math.log(plaintextSymbols);
	}

	/**
	 * A validation.
	 *
	 * @param judgedLoss the loss that tells how far training has come: that on messages
	 * that a structure makes, which are neither few nor noisy, else the validation's
	 */
	record Validation(int epoch, long step, double loss, double accuracy, double exactMessages, double judgedLoss) {

		boolean isBetterThan(Validation other) {
			return this.accuracy > other.accuracy
					|| (this.accuracy == other.accuracy && this.judgedLoss < other.judgedLoss);
		}

	}

	/** Whether an epoch is over, or none was begun. */
	boolean isBetweenEpochs() {
		return this.left == 0;
	}

	void beginEpoch() {
		this.epoch++;
		this.left = this.settings.examplesPerEpoch();
		this.lossSum = 0;
		this.lossSteps = 0;
	}

	/** Learns from one batch. */
	void step() {
		int count = Math.min(this.left, this.settings.batchSize());
		TrainingData.Examples batch = this.batches.next(count);
		double loss = this.trainer.step(batch.ciphertexts(), batch.plaintexts(), this.rates.rate());
		this.step++;
		if (Double.isNaN(loss)) {
			throw new JobFailure("training diverged: the loss or its gradient was no number at step " + this.step
					+ "; try a learning rate below " + this.settings.learningRate());
		}
		this.lossSum += loss;
		this.lossSteps++;
		this.left -= count;
		if (!this.batches.isWhole()) {
			goOnIfLearned(loss);
		}
	}

	/** Goes on to harder messages once these are learned. */
	private void goOnIfLearned(double loss) {
		this.curriculumLoss += loss;
		if (++this.curriculumSteps == STEPS_PER_LOOK) {
			if (this.curriculumLoss < STEPS_PER_LOOK * LEARNED_LOSS_SHARE * this.guessing) {
				this.batches.harder();
				this.curriculumStage++;
			}
			this.curriculumLoss = 0;
			this.curriculumSteps = 0;
		}
	}

	/** Ends the epoch where it is. */
	void endEpoch() {
		this.left = 0;
	}

	/**
	 * Validates, and keeps the weights if they are the best so far.
	 * @param made messages that a structure has made, null where there is none
	 * @throws JobFailure if training diverges
	 */
	Evaluation validate(TrainingData.Examples examples, TrainingData.@Nullable Examples made) {
		Evaluation evaluation = evaluate(examples);
		this.onMade = (made != null) ? evaluate(made) : null;
		double loss = evaluation.loss();
		// of pairs that were learned by heart only the training loss tells
		boolean diverged = !(Math.min(loss, trainingLoss()) < DIVERGED_LOSS_FACTOR * this.guessing);
		this.epochsDiverged = diverged ? this.epochsDiverged + 1 : 0;
		if (!Double.isFinite(loss) || this.epochsDiverged >= EPOCHS_TO_DIVERGE) {
			throw new JobFailure(String.format(Locale.ROOT,
					"training diverged: at step %d the loss is %.3g nats a symbol, and guessing has %.3g; "
							+ "try a learning rate below %s",
					this.step, loss, this.guessing, this.settings.learningRate()));
		}
		Evaluation judged = (this.onMade != null) ? this.onMade : evaluation;
		this.epochsAtTarget += (judged.accuracy() >= this.settings.targetAccuracy()) ? 1 : 0;
		Validation now = new Validation(this.epoch, this.step, loss, evaluation.accuracy(), evaluation.exactMessages(),
				judged.loss());
		if (this.best == null || now.isBetterThan(this.best)) {
			this.best = now;
			this.bestWeights = this.trainer.weights();
		}
		return evaluation;
	}

	Evaluation evaluate(TrainingData.Examples examples) {
		return this.trainer.evaluate(examples.ciphertexts(), examples.plaintexts());
	}

	/** Adapts the learning rate, once validation is no harder than the messages. */
	void adaptRate(Evaluation validation, boolean endless) {
		if (this.batches.isWhole()) {
			boolean made = this.onMade != null;
			Evaluation judged = (this.onMade != null) ? this.onMade : validation;
			// epochs are short where pairs are few, which doesn't matter to what never
			// ends
			int shortness = made ? Math.max(1, TrainingSettings.EXAMPLES_PER_EPOCH / this.settings.examplesPerEpoch())
					: 1;
			this.rates.adapt(judged.loss(), made ? judged.accuracy() : best().accuracy(), endless || made, shortness);
		}
	}

	/**
	 * The last evaluation on messages that a structure had made; null where there is
	 * none.
	 */
	@Nullable Evaluation onMade() {
		return this.onMade;
	}

	/** How many validations have met the target. */
	int epochsAtTarget() {
		return this.epochsAtTarget;
	}

	/** After a test that failed, the next one waits, longer each time. */
	boolean mayBeTested() {
		return this.epoch >= this.nextTestEpoch;
	}

	void beginTest() {
		this.testSetsBefore = this.testSets;
		this.tests++;
		this.nextTestEpoch = this.epoch + this.tests;
	}

	/** How many tests there were. */
	int tests() {
		return this.tests;
	}

	/** Goes back to the test sets of the last test. */
	void repeatTest() {
		this.testSets = this.testSetsBefore;
	}

	/** The number of the next test set. */
	int nextTestSet() {
		return this.testSets++;
	}

	/** The best validation loss as a share of that of guessing. */
	double lossShare() {
		return this.rates.bestLoss() / this.guessing;
	}

	TrainingSettings settings() {
		return this.settings;
	}

	NetworkConfig config() {
		return this.trainer.config();
	}

	NetworkTrainer trainer() {
		return this.trainer;
	}

	RateSchedule rates() {
		return this.rates;
	}

	long steps() {
		return this.step;
	}

	int epoch() {
		return this.epoch;
	}

	/** How much of the epoch is done, 0 to 1. */
	double epochShare() {
		return 1 - (double) this.left / this.settings.examplesPerEpoch();
	}

	/** The mean loss of the epoch's steps so far. */
	double trainingLoss() {
		return this.lossSum / Math.max(1, this.lossSteps);
	}

	boolean isValidated() {
		return this.best != null;
	}

	Validation best() {
		return Objects.requireNonNull(this.best);
	}

	Weights bestWeights() {
		return Objects.requireNonNull(this.bestWeights);
	}

	/** Writes the tensors that training goes on from. */
	void save(DataOutput out) throws IOException {
		this.trainer.save(out);
		if (this.bestWeights != null) {
			this.bestWeights.save(out);
		}
	}

	/** Goes on from what {@link #save} wrote, once the other fields are as they were. */
	void load(DataInput in) throws IOException {
		this.trainer.load(in);
		this.bestWeights = (this.best != null) ? this.trainer.weights().load(in) : null;
		int size = this.settings.examplesPerEpoch();
		for (int passed = 1; passed <= this.epoch; passed++) {
			int learned = (passed < this.epoch) ? size : size - this.left;
			for (int i = 0; i < learned; i += this.settings.batchSize()) {
				this.batches.skip(Math.min(this.settings.batchSize(), size - i));
			}
		}
		for (int passed = 0; passed < this.curriculumStage; passed++) {
			this.batches.harder();
		}
	}

	@Override
	public void close() {
		this.trainer.close();
	}

}
