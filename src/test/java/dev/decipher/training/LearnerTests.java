package dev.decipher.training;

import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Caesar;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Vigenere;
import dev.decipher.job.HistoryPoint;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.TorchEngine;
import dev.decipher.network.Weights;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The training loop on real networks, with a clock that the test moves.
 */
class LearnerTests {

	private static final NetworkConfig SMALL = new NetworkConfig(8, 16, 1, false, 0.2, 16, true, false);

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	@Test
	void learnsTheSameWeightsFromTheSamePlanWhateverTheClock() {
		TrainingPlan plan = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingPlan.Settings(0.01, 32, 1024, 3, 600, 1.0, 7));
		Learner.Learned learned = learn(plan, Long.MAX_VALUE, 0, new Record());
		Learner.Learned again = learn(plan, Long.MAX_VALUE, 0.01, new Record());
		assertThat(again.step()).isEqualTo(learned.step());
		assertSame(learned.weights(), again.weights());
		TrainingPlan other = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingPlan.Settings(0.01, 32, 1024, 3, 600, 1.0, 8));
		assertThat(learn(other, Long.MAX_VALUE, 0, new Record()).weights().tensors().get("linear.bias").values())
			.isNotEqualTo(learned.weights().tensors().get("linear.bias").values());
	}

	@Test
	void whatTheClockEndedIsLearnedAgainByTrainingToItsStep() {
		TrainingPlan plan = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingPlan.Settings(0.01, 32, 1024, 100, 10, 1.0, 7));
		// 32 steps in an epoch, and two looks at the clock for each: it ends in the first
		Learner.Learned ended = learn(plan, Long.MAX_VALUE, 0.3, new Record());
		assertThat(ended.targetReached()).isFalse();
		assertThat(ended.step()).isBetween(1L, 31L);
		Learner.Learned again = learn(plan, ended.step(), 0, new Record());
		assertThat(again.step()).isEqualTo(ended.step());
		assertSame(ended.weights(), again.weights());
	}

	@Test
	void endsAtTheFirstEpochThatMeetsTheTarget() {
		Record record = new Record();
		Learner.Learned learned = learn(plan(new Caesar(3), new NetworkConfig(8, 16, 1, false, 0, 0, false, false),
				new TrainingPlan.Settings(0.02, 64, 4096, 50, 600, 1.0, 1)), Long.MAX_VALUE, 0, record);
		assertThat(learned.targetReached()).isTrue();
		assertThat(learned.evaluation().accuracy()).isEqualTo(1.0);
		assertThat(learned.evaluation().accuracyByPosition()).hasSize(32).containsOnly(1.0);
		assertThat(learned.byLength()).extracting((length) -> length.length())
			.containsExactly(8, 32, 64, 256, 1024, 4096);
		assertThat(learned.epoch()).isEqualTo(record.points.size());
		HistoryPoint last = record.points.get(record.points.size() - 1);
		assertThat(last.accuracy()).isEqualTo(1.0);
		assertThat(last.samples()).hasSize(3)
			.allSatisfy((sample) -> assertThat(sample.decrypted()).isEqualTo(sample.plaintext()))
			.allSatisfy((sample) -> assertThat(sample.ciphertext()).hasSize(32).isNotEqualTo(sample.plaintext()));
		for (int i = 1; i < record.progress.size(); i++) {
			assertThat(record.progress.get(i).progress()).isBetween(record.progress.get(i - 1).progress(), 1.0)
				.isLessThan(1.0);
		}
	}

	@Test
	void halvesTheLearningRateWhenValidationStalls() {
		Record record = new Record();
		// a network too small for its cipher, which soon knows all that it can
		Learner.Learned learned = learn(
				plan(new Vigenere(new Key.Given("LEMON")), new NetworkConfig(1, 1, 1, false, 0, 0, false, false),
						new TrainingPlan.Settings(0.05, 64, 128, 60, 600, 1.0, 1)),
				Long.MAX_VALUE, 0, record);
		assertThat(learned.targetReached()).isFalse();
		assertThat(record.points).hasSize(60);
		assertThat(record.points.get(59).learningRate()).isLessThan(0.05);
		double best = record.points.stream().mapToDouble(HistoryPoint::accuracy).max().orElseThrow();
		assertThat(record.points.get(learned.epoch() - 1).accuracy()).isEqualTo(best);
	}

	@Test
	void saysThatTrainingDiverged() {
		TrainingPlan noNumber = plan(new Caesar(3), SMALL, new TrainingPlan.Settings(1e38, 32, 1024, 10, 600, 1.0, 1));
		assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> learn(noNumber, Long.MAX_VALUE, 0, new Record()))
			.withMessageContaining("diverged")
			.withMessageContaining("try a learning rate below");
		TrainingPlan wild = plan(new Caesar(3), SMALL, new TrainingPlan.Settings(30, 32, 1024, 10, 600, 1.0, 1));
		assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> learn(wild, Long.MAX_VALUE, 0, new Record()))
			.withMessageContaining("and guessing has 3.26");
	}

	@Test
	void stopsWhenCancelled() {
		TrainingPlan plan = plan(new Caesar(3), SMALL, new TrainingPlan.Settings(0.01, 32, 1024, 10, 600, 1.0, 1));
		try (NetworkTrainer trainer = NetworkTrainer.of(plan.network(), 26, 26, 1)) {
			Record record = new Record();
			assertThat(new Learner(plan, data(plan), trainer, record, () -> record.progress.size() == 5, () -> 0)
				.learn(Long.MAX_VALUE)).isNull();
			assertThat(record.progress).hasSize(5);
			assertThat(record.points).isEmpty();
		}
	}

	private static TrainingPlan plan(Cipher cipher, NetworkConfig network, TrainingPlan.Settings settings) {
		return new TrainingPlan("test", new TrainingPlan.Data(cipher, null, Alphabet.LATIN26, null, null, 32, null),
				network, settings, null);
	}

	private static TrainingData data(TrainingPlan plan) {
		return new CipherData(CipherData.Keyed.of(plan.data().cipher(), plan.data().alphabet()), plan.data().alphabet(),
				plan.data().format(), plan.data().messageLength(), plan.training().seed());
	}

	private static Learner.Learned learn(TrainingPlan plan, long lastStep, double secondsPerLook, Record record) {
		long seed = plan.training().seed();
		try (NetworkTrainer trainer = NetworkTrainer.of(plan.network(), 26, 26, seed)) {
			double[] seconds = { 0 };
			return new Learner(plan, data(plan), trainer, record, () -> false, () -> seconds[0] += secondsPerLook)
				.learn(lastStep);
		}
	}

	private static void assertSame(Weights expected, Weights actual) {
		expected.tensors()
			.forEach((name, tensor) -> assertThat(actual.tensors().get(name).values()).as(name)
				.isEqualTo(tensor.values()));
	}

	/** Keeps what the learner tells. */
	private static final class Record implements Learner.Listener {

		private final List<JobProgress> progress = new ArrayList<>();

		private final List<HistoryPoint> points = new ArrayList<>();

		@Override
		public void progress(JobProgress progress) {
			this.progress.add(progress);
		}

		@Override
		public void epoch(HistoryPoint point, JobProgress progress) {
			this.points.add(point);
			this.progress.add(progress);
		}

	}

}
