package dev.decipher.training.loop;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

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
 */
final class Trial implements AutoCloseable {

	/** Validation has stalled after so many epochs without a better loss. */
	private static final int PATIENCE = 8;

	/**
	 * With an accuracy from here on the learning rate is halved each time that validation
	 * stalls: what is left is fine work. Below it something has not been found yet, and a
	 * lower rate would but make the search longer.
	 */
	static final double NEARLY = 0.98;

	/** The stalls after which it is halved below that, if messages never end. */
	private static final int SEARCHING = 6;

	/** And not below this share of the first one. */
	private static final double LEAST_RATE = 1.0 / 64;

	/** A loss is better when it is below this share of the best one. */
	private static final double BETTER = 0.99;

	/** A stage of a curriculum is learned with a loss below this share of guessing... */
	private static final double LEARNED = 0.3;

	/** ...as the mean of so many steps. */
	private static final int STAGE_STEPS = 16;

	/** Epochs in a row with a loss far above guessing that count as divergence. */
	private static final int DIVERGING = 3;

	private final TrainingSettings settings;

	private final NetworkTrainer trainer;

	private final TrainingData.Batches batches;

	/** A loss without having learned anything, in nats a symbol. */
	private final double guessing;

	private double rate;

	/** How often messages became harder. */
	private int stage;

	private double stageLoss;

	private int stageSteps;

	private long step;

	private int epoch;

	/** Messages of the epoch that are yet to come. */
	private int left;

	private double lossSum;

	private int lossSteps;

	private double bestLoss = Double.POSITIVE_INFINITY;

	private int sinceBetter;

	private int stalls;

	private int halvings;

	private int farAbove;

	private int epochsAtTarget;

	private int judgements;

	private int nextJudgement;

	private int slices;

	private int slicesBefore;

	private @Nullable Best best;

	/**
	 * A network that has not been trained yet.
	 * @param settings its own, with the learning rate that it begins with
	 * @param trainer closed with this
	 * @param plaintextSymbols V
	 */
	Trial(TrainingSettings settings, NetworkTrainer trainer, TrainingData.Batches batches, int plaintextSymbols) {
		this.settings = settings;
		this.trainer = trainer;
		this.batches = batches;
		this.rate = settings.learningRate();
		this.guessing = Math.log(plaintextSymbols);
	}

	/** The weights of the best validation so far. */
	record Best(Weights weights, int epoch, long step, double loss, double accuracy, double exactMessages) {

		boolean isBetterThan(Best other) {
			return this.accuracy > other.accuracy || (this.accuracy == other.accuracy && this.loss < other.loss);
		}

	}

	/** Whether an epoch is over, or none was begun. */
	boolean isBetweenEpochs() {
		return this.left == 0;
	}

	/** Begins an epoch. */
	void begin() {
		this.epoch++;
		this.left = this.settings.examplesPerEpoch();
		this.lossSum = 0;
		this.lossSteps = 0;
	}

	/** Learns from one batch. */
	void step() {
		int count = Math.min(this.left, this.settings.batchSize());
		TrainingData.Examples batch = this.batches.next(count);
		double loss = this.trainer.step(batch.ciphertexts(), batch.plaintexts(), this.rate);
		this.step++;
		if (Double.isNaN(loss)) {
			throw new JobFailure("training diverged: the loss or its gradient was no number at step " + this.step
					+ "; try a learning rate below " + firstRate());
		}
		this.lossSum += loss;
		this.lossSteps++;
		this.left -= count;
		goOn(loss);
	}

	/** Goes on to harder messages once these are learned. */
	private void goOn(double loss) {
		if (this.batches.isWhole()) {
			return;
		}
		this.stageLoss += loss;
		if (++this.stageSteps == STAGE_STEPS) {
			if (this.stageLoss < STAGE_STEPS * LEARNED * this.guessing) {
				this.batches.harder();
				this.stage++;
			}
			this.stageLoss = 0;
			this.stageSteps = 0;
		}
	}

	/** Ends the epoch where it is. */
	void end() {
		this.left = 0;
	}

	/**
	 * Validates, and keeps the weights if they are the best so far.
	 * @throws JobFailure if training diverges
	 */
	Evaluation watch(TrainingData.Examples examples) {
		Evaluation watched = evaluate(examples);
		double loss = watched.loss();
		// of pairs that were learned by heart only the training loss tells
		this.farAbove = (Math.min(loss, trainingLoss()) < 3 * this.guessing) ? 0 : this.farAbove + 1;
		if (!Double.isFinite(loss) || this.farAbove >= DIVERGING) {
			throw new JobFailure(String.format(Locale.ROOT,
					"training diverged: at step %d the loss is %.3g nats a symbol, and guessing has %.3g; "
							+ "try a learning rate below %s",
					this.step, loss, this.guessing, firstRate()));
		}
		Best now = new Best(this.trainer.weights(), this.epoch, this.step, loss, watched.accuracy(),
				watched.exactMessages());
		if (this.best == null || now.isBetterThan(this.best)) {
			this.best = now;
		}
		return watched;
	}

	Evaluation evaluate(TrainingData.Examples examples) {
		return this.trainer.evaluate(examples.ciphertexts(), examples.plaintexts());
	}

	/**
	 * Halves the learning rate when validation has stalled.
	 * @param endless whether messages never end, so that none can be learned by heart
	 */
	void adaptRate(double loss, boolean endless) {
		if (!this.batches.isWhole()) {
			return; // what is watched is more than was taught
		}
		if (loss < BETTER * this.bestLoss) {
			this.bestLoss = loss;
			this.sinceBetter = 0;
			this.stalls = 0;
		}
		else if (++this.sinceBetter >= PATIENCE) {
			this.sinceBetter = 0;
			this.stalls++;
			if (!endless || this.best.accuracy() >= NEARLY || this.stalls % SEARCHING == 0) {
				this.halvings++;
				this.rate = Math.max(this.rate / 2, LEAST_RATE * firstRate());
			}
		}
	}

	/** Counts an epoch at whose end the target was met; returns how many there were. */
	int meetsTarget() {
		return ++this.epochsAtTarget;
	}

	/** After a judgement that failed, the next one waits, longer each time. */
	boolean mayBeJudged() {
		return this.epoch >= this.nextJudgement;
	}

	void isJudged() {
		this.slicesBefore = this.slices;
		this.judgements++;
		this.nextJudgement = this.epoch + this.judgements;
	}

	/** Goes back to the messages that it was judged by last. */
	void judgeAgain() {
		this.slices = this.slicesBefore;
	}

	/** The number of the next messages to be judged by. */
	int nextSlice() {
		return this.slices++;
	}

	/** How often validation has stalled since it was last better. */
	int stalls() {
		return this.stalls;
	}

	/** Whether it has stalled at the least learning rate. */
	boolean isAtItsEnd() {
		return this.halvings > Math.round(Math.log(1 / LEAST_RATE) / Math.log(2));
	}

	/** The best validation loss as a share of that of guessing. */
	double share() {
		return this.bestLoss / this.guessing;
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

	double firstRate() {
		return this.settings.learningRate();
	}

	double rate() {
		return this.rate;
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

	/** Whether it began with easier messages. */
	boolean hasCurriculum() {
		return this.settings.hasCurriculum();
	}

	@Nullable Best best() {
		return this.best;
	}

	/** Writes all that training goes on from. */
	void save(DataOutput out) throws IOException {
		out.writeDouble(this.rate);
		out.writeInt(this.stage);
		out.writeDouble(this.stageLoss);
		out.writeInt(this.stageSteps);
		out.writeLong(this.step);
		out.writeInt(this.epoch);
		out.writeInt(this.left);
		out.writeDouble(this.lossSum);
		out.writeInt(this.lossSteps);
		out.writeDouble(this.bestLoss);
		out.writeInt(this.sinceBetter);
		out.writeInt(this.stalls);
		out.writeInt(this.halvings);
		out.writeInt(this.farAbove);
		out.writeInt(this.epochsAtTarget);
		out.writeInt(this.judgements);
		out.writeInt(this.nextJudgement);
		out.writeInt(this.slices);
		this.trainer.save(out);
		out.writeBoolean(this.best != null);
		if (this.best != null) {
			out.writeInt(this.best.epoch());
			out.writeLong(this.best.step());
			out.writeDouble(this.best.loss());
			out.writeDouble(this.best.accuracy());
			out.writeDouble(this.best.exactMessages());
			this.best.weights().save(out);
		}
	}

	/** Goes on from what {@link #save} wrote. */
	void load(DataInput in) throws IOException {
		this.rate = in.readDouble();
		this.stage = in.readInt();
		this.stageLoss = in.readDouble();
		this.stageSteps = in.readInt();
		this.step = in.readLong();
		this.epoch = in.readInt();
		this.left = in.readInt();
		this.lossSum = in.readDouble();
		this.lossSteps = in.readInt();
		this.bestLoss = in.readDouble();
		this.sinceBetter = in.readInt();
		this.stalls = in.readInt();
		this.halvings = in.readInt();
		this.farAbove = in.readInt();
		this.epochsAtTarget = in.readInt();
		this.judgements = in.readInt();
		this.nextJudgement = in.readInt();
		this.slices = in.readInt();
		this.trainer.load(in);
		if (in.readBoolean()) {
			int epoch = in.readInt();
			long step = in.readLong();
			double loss = in.readDouble();
			double accuracy = in.readDouble();
			double exactMessages = in.readDouble();
			this.best = new Best(this.trainer.weights().load(in), epoch, step, loss, accuracy, exactMessages);
		}
		skipBatches();
	}

	/** Brings the messages to where training was. */
	private void skipBatches() {
		for (int passed = 1; passed <= this.epoch; passed++) {
			int after = (passed < this.epoch) ? 0 : this.left;
			for (int ahead = this.settings.examplesPerEpoch(); ahead > after;) {
				int count = Math.min(ahead, this.settings.batchSize());
				this.batches.skip(count);
				ahead -= count;
			}
		}
		for (int passed = 0; passed < this.stage; passed++) {
			this.batches.harder();
		}
	}

	@Override
	public void close() {
		this.trainer.close();
	}

}
