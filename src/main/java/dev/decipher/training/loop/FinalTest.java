package dev.decipher.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.decipher.model.VersionDetails;
import dev.decipher.network.Evaluation;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.structure.StructureMessages;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation on the test set, which no other decision is made by: it says whether the
 * target is met, and its figures are those of the version.
 */
record FinalTest(double target, TrainingData data, BooleanSupplier cancelled) {

	/**
	 * A network is sure of itself with a loss of at most so many nats a symbol. Where the
	 * loss is greater, a temperature may make it so.
	 */
	static final double MAX_LOSS_TO_BE_SURE = 0.0005;

	/**
	 * A target without an error is tested once the loss is at most this, or was met for
	 * so many epochs: before that, a test without an error may be luck. Held-out pairs
	 * are too few to find out; of these the network has to be sure.
	 */
	private static final double MAX_LOSS_TO_TEST = 0.005;

	private static final int EPOCHS_TO_TEST = 10;

	/** Messages that the target must be met on; a target without an error takes more. */
	private static final int MIN_MESSAGES = 2_000;

	private static final int MESSAGES_WITHOUT_ERROR = 10_000;

	/** Symbols after which more than the least number of messages would tell no more. */
	private static final int MAX_SYMBOLS = 2_000_000;

	/** Symbols to evaluate between two looks at whether to go on. */
	private static final int SYMBOLS_PER_SET = 50_000;

	/** Whether validation says that the target may be met. */
	boolean isDue(Trial trial, Evaluation validation) {
		Evaluation onMade = trial.onMade();
		Evaluation judged = (onMade != null) ? onMade : validation;
		if (judged.accuracy() < this.target) {
			return false;
		}
		double loss = this.data.isEndless() ? MAX_LOSS_TO_TEST : MAX_LOSS_TO_BE_SURE;
		boolean ready = this.target < 1 || judged.loss() <= loss || trial.epochsAtTarget() >= EPOCHS_TO_TEST;
		return ready && trial.mayBeTested();
	}

	/**
	 * Whether the target is met on what a structure makes, of which there is no end:
	 * held-out pairs may be too few to show the last errors.
	 * @param made null where there is none
	 */
	boolean isLearned(Trial trial, @Nullable StructureMessages made) {
		if (made == null) {
			return true;
		}
		trial.beginTest();
		int length = Math.max(1, this.data.longest());
		int count = Math.max(MIN_MESSAGES, Math.min(4 * MESSAGES_WITHOUT_ERROR, MAX_SYMBOLS / length));
		int set = Math.max(1, Math.min(count, SYMBOLS_PER_SET / length));
		int first = trial.tests() * count;
		for (int done = 0; done < count && !this.cancelled.getAsBoolean(); done += set) {
			if (!isPassed(trial.evaluate(made.test(set, 1 + first + done)))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Tests on as many messages as it takes to say that the target is met, fewer when
	 * cancelled; a set of them at a time, so that long ones need not be in memory at
	 * once.
	 */
	Evaluation of(Trial trial) {
		return of(trial, true);
	}

	/**
	 * Tests whether the target is met, and goes no further than it takes to say that it
	 * is not.
	 */
	Evaluation attempt(Trial trial) {
		return of(trial, false);
	}

	private Evaluation of(Trial trial, boolean toTheEnd) {
		int count = (this.target < 1) ? MIN_MESSAGES : MESSAGES_WITHOUT_ERROR;
		trial.beginTest();
		if (!this.data.isEndless()) {
			return trial.evaluate(this.data.test(count, 0));
		}
		int length = Math.max(1, this.data.longest());
		count = Math.max(MIN_MESSAGES, Math.min(count, MAX_SYMBOLS / length));
		int set = Math.max(1, Math.min(count, SYMBOLS_PER_SET / length));
		Evaluation all = trial.evaluate(this.data.test(set, trial.nextTestSet()));
		while (all.messages() < count && !this.cancelled.getAsBoolean() && !isHopeless(all)
				&& (toTheEnd || this.target < 1 || isPassed(all))) {
			int more = Math.min(set, count - all.messages());
			all = all.and(trial.evaluate(this.data.test(more, trial.nextTestSet())));
		}
		return all;
	}

	/** Whether so much is wrong already that the rest would not help. */
	private boolean isHopeless(Evaluation test) {
		long symbols = (long) test.messages() * this.data.longest();
		return symbols >= MAX_SYMBOLS / 4 && !isPassed(test);
	}

	boolean isPassed(Evaluation test) {
		return test.accuracy() >= this.target;
	}

	/** The accuracy at other lengths, as far as the network reads and nobody cancels. */
	List<VersionDetails.LengthAccuracy> byLength(Trial trial) {
		List<VersionDetails.LengthAccuracy> byLength = new ArrayList<>();
		for (TrainingData.Examples examples : this.data.otherLengths()) {
			if (this.cancelled.getAsBoolean() || examples.ciphertexts()[0].length > trial.trainer().maxLength()) {
				break;
			}
			byLength.add(new VersionDetails.LengthAccuracy(examples.plaintexts()[0].length,
					examples.ciphertexts().length, trial.evaluate(examples).accuracy()));
		}
		return byLength;
	}

}
