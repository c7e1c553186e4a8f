package dev.decipher.training.loop;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.job.JobFailure;
import dev.decipher.job.JobProgress;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.TorchEngine;
import dev.decipher.network.Weights;
import dev.decipher.training.data.CipherSource;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.TrainingData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * The training loop on real networks, with a clock that the test moves.
 */
class TrainingLoopTests {

	private static final NetworkConfig SMALL = new NetworkConfig(8, 16, 1, false, 0.2, 16, true, false, 0, 0, 0, 0,
			false, false);

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	@Test
	void learnsTheSameWeightsFromTheSamePlanWhateverTheClock() {
		Task plan = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingSettings(0.01, 32, 1024, 3, 600, 1.0, 7, false));
		TrainingLoop.Learned learned = learn(plan, Long.MAX_VALUE, 0, new Record());
		TrainingLoop.Learned again = learn(plan, Long.MAX_VALUE, 0.01, new Record());
		assertThat(again.step()).isEqualTo(learned.step());
		assertSame(learned.weights(), again.weights());
		Task other = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingSettings(0.01, 32, 1024, 3, 600, 1.0, 8, false));
		assertThat(learn(other, Long.MAX_VALUE, 0, new Record()).weights().tensors().get("linear.bias").values())
			.isNotEqualTo(learned.weights().tensors().get("linear.bias").values());
	}

	@Test
	void whatTheClockEndedIsLearnedAgainByTrainingToItsStep() {
		Task plan = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingSettings(0.01, 32, 1024, 100, 10, 1.0, 7, false));
		// 32 steps in an epoch, and two looks at the clock for each: it ends in the first
		TrainingLoop.Learned ended = learn(plan, Long.MAX_VALUE, 0.3, new Record());
		assertThat(ended.targetReached()).isFalse();
		assertThat(ended.step()).isBetween(1L, 31L);
		TrainingLoop.Learned again = learn(plan, ended.step(), 0, new Record());
		assertThat(again.step()).isEqualTo(ended.step());
		assertSame(ended.weights(), again.weights());
	}

	@Test
	void failsWhereItsLastStepIsTooFar() {
		Task plan = plan(new Vigenere(new Key.Given("KEY")), SMALL,
				new TrainingSettings(0.01, 32, 1024, 100, 1, 1.0, 7, false));
		double[] seconds = { 0 };
		try (TrainingLoop loop = loop(plan, new Record(), () -> false, () -> seconds[0] += 0.3)) {
			loop.failAfter(10);
			assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> loop.learn(1_000_000))
				.withMessageMatching(
						"training again takes too long: it has got to step \\d+ of 1000000 in the 10 seconds "
								+ "that a job may train \\(decipher.training.max-seconds\\)");
		}
	}

	@Test
	void endsAtTheFirstEpochThatMeetsTheTarget() {
		Record record = new Record();
		TrainingLoop.Learned learned = learn(
				plan(new Caesar(3), new NetworkConfig(8, 16, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false),
						new TrainingSettings(0.02, 64, 4096, 50, 600, 1.0, 1, false)),
				Long.MAX_VALUE, 0, record);
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
			assertThat(record.progress.get(i).done()).isBetween(record.progress.get(i - 1).done(), 1.0).isLessThan(1.0);
		}
	}

	@Test
	void halvesTheLearningRateWhenValidationStalls() {
		Record record = new Record();
		// a network too small for its cipher, which soon knows all that it can
		TrainingLoop.Learned learned = learn(plan(new Vigenere(new Key.Given("LEMON")),
				new NetworkConfig(1, 1, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false),
				new TrainingSettings(0.05, 64, 128, 160, 600, 1.0, 1, false)), Long.MAX_VALUE, 0, record);
		assertThat(learned.targetReached()).isFalse();
		assertThat(record.points).hasSize(160);
		assertThat(record.points.get(159).learningRate()).isLessThan(0.05);
		double best = record.points.stream().mapToDouble(HistoryPoint::accuracy).max().orElseThrow();
		assertThat(record.points.get(learned.epoch() - 1).accuracy()).isEqualTo(best);
	}

	@Test
	void saysThatTrainingDiverged() {
		Task noNumber = plan(new Caesar(3), SMALL, new TrainingSettings(1e38, 32, 1024, 10, 600, 1.0, 1, false));
		assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> learn(noNumber, Long.MAX_VALUE, 0, new Record()))
			.withMessageContaining("diverged")
			.withMessageContaining("try a learning rate below");
		Task wild = plan(new Caesar(3), SMALL, new TrainingSettings(30, 32, 1024, 10, 600, 1.0, 1, false));
		assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> learn(wild, Long.MAX_VALUE, 0, new Record()))
			.withMessageContaining("and guessing has 3.26");
	}

	@Test
	void stopsWhenCancelled() {
		Task plan = plan(new Caesar(3), SMALL, new TrainingSettings(0.01, 32, 1024, 10, 600, 1.0, 1, false));
		Record record = new Record();
		try (TrainingLoop loop = loop(plan, record, () -> record.progress.size() == 5, () -> 0)) {
			assertThat(loop.learn(Long.MAX_VALUE)).isNull();
			assertThat(record.progress).hasSize(5);
			assertThat(record.points).isEmpty();
		}
	}

	@Test
	void goesOnFromACheckpointAsIfNothingHadHappened() {
		for (boolean open : new boolean[] { false, true }) {
			Task plan = plan(new Autokey(new Key.Given("KEY")), SMALL,
					new TrainingSettings(0.01, 32, 500, 3, 1_000_000, 1.0, 7, false), open);
			Record whole = new Record();
			// a checkpoint after each ten steps, wherever an epoch is
			TrainingLoop.Learned expected = learn(plan, Long.MAX_VALUE, 0.5, whole);
			assertThat(whole.checkpoints).hasSizeGreaterThan(3);
			assertThat(whole.checkpoints.get(1).epoch())
				.isLessThan(whole.checkpoints.get(whole.checkpoints.size() - 1).epoch());
			for (int i : new int[] { 0, whole.checkpoints.size() / 2, whole.checkpoints.size() - 1 }) {
				Record rest = new Record();
				rest.resumed = whole.checkpoints.get(i).state();
				TrainingLoop.Learned resumed = learn(plan, Long.MAX_VALUE, 0.5, rest);
				assertSame(expected.weights(), resumed.weights());
				assertThat(resumed.step()).isEqualTo(expected.step());
				assertThat(rest.chosen).isEqualTo(whole.chosen);
				List<HistoryPoint> same = whole.points.subList(whole.points.size() - rest.points.size(),
						whole.points.size());
				assertThat(rest.points).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
					.isEqualTo(same);
				assertThat(rest.progress.get(0).done()).isGreaterThanOrEqualTo(whole.checkpoints.get(i).progress());
			}
		}
	}

	@Test
	void losesNoValidationToACheckpoint() {
		Task plan = plan(new Autokey(new Key.Given("KEY")), SMALL,
				new TrainingSettings(0.01, 32, 32, 24, 1_000_000, 1.0, 7, false)); // a
																					// step
																					// an
		// epoch
		Record whole = new Record();
		TrainingLoop.Learned expected = learn(plan, Long.MAX_VALUE, 0.5, whole);
		assertThat(whole.checkpoints).hasSizeGreaterThan(2);
		for (Record.Kept checkpoint : whole.checkpoints) {
			Record rest = new Record();
			rest.resumed = checkpoint.state();
			assertSame(expected.weights(), learn(plan, Long.MAX_VALUE, 0.5, rest).weights());
			assertThat(rest.points).usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
				.isEqualTo(whole.points.subList(checkpoint.epoch(), whole.points.size()));
		}
	}

	@Test
	void goesOnToHarderMessagesAsItLearns() {
		NetworkConfig network = new NetworkConfig(16, 32, 1, false, 0, 32, true, false, 2, 8, 2, 0, true, true);
		Task plan = plan(new Vigenere(new Key.Any(new Key.Length(3, 3))), network,
				new TrainingSettings(0.01, 8, 128, 48, 1_000_000, 1.0, 7, true));
		Record whole = new Record();
		TrainingLoop.Learned expected = learn(plan, Long.MAX_VALUE, 0.5, whole);
		// one symbol takes one of the key's; a second one is new, and its loss that of
		// guessing
		List<Double> losses = whole.points.stream().map(HistoryPoint::trainingLoss).toList();
		assertThat(IntStream.range(1, losses.size()))
			.anyMatch((epoch) -> losses.get(epoch - 1) < 1 && losses.get(epoch) > 2 * losses.get(epoch - 1));
		for (int i : new int[] { whole.checkpoints.size() / 2, whole.checkpoints.size() - 1 }) {
			Record rest = new Record();
			rest.resumed = whole.checkpoints.get(i).state();
			assertSame(expected.weights(), learn(plan, Long.MAX_VALUE, 0.5, rest).weights());
		}
	}

	@Test
	void choosesTheNetworkByValidation() {
		NetworkConfig plain = new NetworkConfig(32, 64, 1, false, 0, 64, true, false, 0, 0, 0, 0, false, false);
		TrainingSettings settings = new TrainingSettings(0.01, 64, 2048, 120, 600, 0.99, 3, false);
		Record phases = new Record();
		TrainingLoop.Learned learned = learn(plan(new Vigenere(new Key.Given("LEMON")), plain, settings, true),
				Long.MAX_VALUE, 0, phases);
		assertThat(learned.targetReached()).isTrue();
		assertThat(phases.chosen.period()).isEqualTo(5);
		assertThat(phases.chosen.attentionHeads()).isZero();
		Record places = new Record();
		Task moved = plan(new RailFence(3, null, null), plain, settings, true);
		learned = learn(moved, Long.MAX_VALUE, 0, places);
		assertThat(learned.targetReached()).isTrue();
		assertThat(places.chosen.period()).isZero();
		assertThat(places.chosen.attentionHeads()).isOne();
		assertThat(places.chosen.feedback()).isFalse();
		// the chosen network alone comes to the same weights
		TrainingSettings again = new TrainingSettings(learned.learningRate(), 64, 2048, 120, 600, 0.99, 3, false);
		TrainingLoop.Learned alone = learn(plan(moved.cipher(), places.chosen, again), learned.step(), 0, new Record());
		assertSame(learned.weights(), alone.weights());
	}

	@Test
	void learnsFromAFewPairsWhatIsBehindThem() {
		NetworkConfig network = new NetworkConfig(16, 48, 1, false, 0, 32, true, false, 1, 32, 1, 0, false, false);
		TrainingSettings settings = new TrainingSettings(0.01, 64, 1024, 60, 1_000_000, 0.99, 3, false);
		Task task = new Task(new RailFence(3, null, null), new NetworkPlan(network, false, false, settings), 40);
		Record whole = new Record();
		TrainingLoop.Learned learned = learn(task, Long.MAX_VALUE, 0.5, whole);
		assertThat(learned.targetReached()).isTrue();
		assertThat(whole.structure).isEqualTo("transposition");
		try (NetworkTrainer trainer = NetworkTrainer.of(learned.weights(), 1)) {
			TrainingData.Examples fresh = new Task(task.cipher(), task.plan(), 0).data().test(200, 0);
			assertThat(trainer.evaluate(fresh.ciphertexts(), fresh.plaintexts()).accuracy()).isGreaterThan(0.98);
		}
		Record rest = new Record();
		rest.resumed = whole.checkpoints.get(whole.checkpoints.size() * 3 / 4).state();
		assertSame(learned.weights(), learn(task, Long.MAX_VALUE, 0.5, rest).weights());
	}

	@Test
	void fitsConfidenceToAccuracy() {
		SplittableRandom random = new SplittableRandom(3);
		int[][] ciphertexts = new int[64][];
		int[][] plaintexts = new int[64][];
		for (int i = 0; i < 64; i++) {
			ciphertexts[i] = random.ints(32, 0, 26).toArray();
			// one symbol in five is any symbol
			plaintexts[i] = Arrays.stream(ciphertexts[i])
				.map((symbol) -> (random.nextInt(5) == 0) ? random.nextInt(26) : symbol)
				.toArray();
		}
		NetworkConfig network = new NetworkConfig(8, 32, 1, false, 0, 32, true, false, 0, 0, 0, 0, false, false);
		try (NetworkTrainer trainer = NetworkTrainer.of(network, 26, 26, 1)) {
			for (int step = 0; step < 150; step++) { // learned by heart, and too sure of
														// itself
				trainer.step(Arrays.copyOf(ciphertexts, 32), Arrays.copyOf(plaintexts, 32), 0.01);
			}
			int[][] unseen = Arrays.copyOfRange(ciphertexts, 32, 64);
			int[][] truth = Arrays.copyOfRange(plaintexts, 32, 64);
			double before = trainer.evaluate(unseen, truth).loss();
			double temperature = trainer.temperature(unseen, truth);
			assertThat(temperature).isBetween(1.2, 4.0);
			trainer.restore(trainer.weights().cooled(temperature));
			assertThat(trainer.evaluate(unseen, truth).loss()).isLessThan(0.9 * before);
			assertThat(trainer.temperature(unseen, truth)).isCloseTo(1, within(0.05));
		}
	}

	private static Task plan(Cipher cipher, NetworkConfig network, TrainingSettings settings) {
		return plan(cipher, network, settings, false);
	}

	private static Task plan(Cipher cipher, NetworkConfig network, TrainingSettings settings, boolean open) {
		return new Task(cipher, new NetworkPlan(network, open, false, settings), 0);
	}

	private static TrainingLoop loop(Task task, Record record, BooleanSupplier cancelled, DoubleSupplier stopwatch) {
		TrainingData data = task.data();
		return new TrainingLoop(task.plan(), data,
				(network) -> NetworkTrainer.of(network, data.format().size(), 26, task.plan().training().seed()),
				(network, curriculum) -> true, record, cancelled, stopwatch);
	}

	private static TrainingLoop.Learned learn(Task task, long lastStep, double secondsPerLook, Record record) {
		double[] seconds = { 0 };
		try (TrainingLoop loop = loop(task, record, () -> false, () -> seconds[0] += secondsPerLook)) {
			if (record.resumed != null) {
				loop.resume(record.resumed);
			}
			return loop.learn(lastStep);
		}
	}

	/**
	 * A cipher to learn, and how.
	 *
	 * @param pairs how many there are to learn from, 0 for no end of them
	 */
	private record Task(Cipher cipher, NetworkPlan plan, int pairs) {

		TrainingData data() {
			TrainingData made = new CipherSource(this.cipher, Alphabet.LATIN26, 32, null).open(
					InputStream.nullInputStream(), this.plan.training().seed(), new TemporaryFiles(Path.of("unused")));
			return (this.pairs > 0) ? new FewPairs(made, this.pairs) : made;
		}

	}

	/** So many of the messages that are made, and a few more to validate. */
	private record FewPairs(TrainingData made, int pairs) implements TrainingData {

		@Override
		public Batches batches() {
			Examples all = this.made.batches().next(this.pairs);
			return Batches.numbered((count, number) -> {
				int[] chosen = new SplittableRandom(number).ints(count, 0, this.pairs).toArray();
				return new Examples(Arrays.stream(chosen).mapToObj((i) -> all.ciphertexts()[i]).toArray(int[][]::new),
						Arrays.stream(chosen).mapToObj((i) -> all.plaintexts()[i]).toArray(int[][]::new));
			});
		}

		@Override
		public Examples validation() {
			return this.made.test(4, 1);
		}

		@Override
		public Examples test(int count, int number) {
			return validation();
		}

		@Override
		public Alphabet plaintextAlphabet() {
			return this.made.plaintextAlphabet();
		}

		@Override
		public CiphertextFormat format() {
			return this.made.format();
		}

		@Override
		public int longest() {
			return this.made.longest();
		}

	}

	private static void assertSame(Weights expected, Weights actual) {
		expected.tensors()
			.forEach((name, tensor) -> assertThat(actual.tensors().get(name).values()).as(name)
				.isEqualTo(tensor.values()));
	}

	/** Keeps what the loop tells. */
	private static final class Record implements TrainingLoop.Listener {

		private final List<JobProgress> progress = new ArrayList<>();

		private final List<HistoryPoint> points = new ArrayList<>();

		private final List<Kept> checkpoints = new ArrayList<>();

		private NetworkConfig chosen;

		private String structure;

		private byte[] resumed;

		private record Kept(int epoch, byte[] state, double progress) {
		}

		@Override
		public void checkpoint(int epoch, byte[] state) {
			this.checkpoints.add(new Kept(epoch, state, this.progress.get(this.progress.size() - 1).done()));
		}

		@Override
		public void explained(String structure) {
			this.structure = structure;
		}

		@Override
		public void chosen(NetworkConfig network, TrainingSettings training) {
			this.chosen = network;
		}

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
