package dev.decipher.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShardTests {

	private static final int SYMBOLS = 7;

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	@AfterEach
	void enable() {
		Parallel.enable(true);
	}

	static Stream<NetworkConfig> networks() {
		return Stream.of(new NetworkConfig(5, 10, 2, true, 0.3, 0, false, false, 0, 0, 0, 0, false, false),
				new NetworkConfig(4, 6, 1, false, 0, 7, true, true, 2, 5, 2, 3, true, false));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void givesTheSameWeightsOnOneThreadAndOnTwo(NetworkConfig config) {
		Parallel.enable(false);
		Weights alone = learned(config);
		Parallel.enable(true);
		Weights together = learned(config);
		alone.tensors()
			.forEach((name, tensor) -> assertThat(together.values(name)).as(name).isEqualTo(tensor.values()));
	}

	private static Weights learned(NetworkConfig config) {
		Shard batch = batch();
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			for (int step = 0; step < 20; step++) {
				trainer.step(batch.ciphertexts(), batch.plaintexts(), 0.01);
			}
			return trainer.weights();
		}
	}

	/** Messages of many lengths, some behind a key, and one that is nothing but a key. */
	private static Shard batch() {
		SplittableRandom random = new SplittableRandom(5);
		int[][] ciphertexts = new int[19][];
		int[][] plaintexts = new int[19][];
		for (int row = 0; row < 19; row++) {
			int prefix = 3 + row % 4;
			int length = row * 7 % 12;
			ciphertexts[row] = random.ints(prefix + length, 0, SYMBOLS).toArray();
			plaintexts[row] = random.ints(length, 0, SYMBOLS).toArray();
		}
		return new Shard(ciphertexts, plaintexts);
	}

	@Test
	void addsUpToTheGradientOfTheBatch() {
		NetworkConfig config = networks().toList().get(1);
		Shard batch = batch();
		assertThat(batch.parts()).isEqualTo(2);
		try (CipherNetwork network = CipherNetwork.initial(config, SYMBOLS, SYMBOLS, new SplittableRandom(1));
				CipherNetwork whole = network.view(true);
				CipherNetwork first = network.view(true);
				CipherNetwork second = network.view(true)) {
			double loss = batch.addGradients(whole, batch.symbols(), new SplittableRandom(1));
			double sum = batch.part(0, 2).addGradients(first, batch.symbols(), new SplittableRandom(1))
					+ batch.part(1, 2).addGradients(second, batch.symbols(), new SplittableRandom(2));
			assertThat(sum).isCloseTo(loss, within(1e-6));
			Map<String, float[]> expected = gradients(whole);
			Map<String, float[]> one = gradients(first);
			Map<String, float[]> other = gradients(second);
			expected.forEach((name, gradient) -> {
				for (int i = 0; i < gradient.length; i++) {
					assertThat(one.get(name)[i] + other.get(name)[i]).as(name).isCloseTo(gradient[i], within(1e-6f));
				}
			});
		}
	}

	private static Map<String, float[]> gradients(CipherNetwork network) {
		Map<String, float[]> gradients = new LinkedHashMap<>();
		network.parameters()
			.forEach((name, parameter) -> gradients.put(name,
					JniUtils.getGradient((PtNDArray) parameter.getArray()).toFloatArray()));
		return gradients;
	}

	@Test
	void evaluatesEveryMessageInItsPlace() {
		NetworkConfig config = networks().toList().get(1);
		Shard batch = batch();
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			int[][] together = trainer.evaluate(batch.ciphertexts(), batch.plaintexts()).decrypted();
			List<int[]> alone = new ArrayList<>();
			for (int row = 0; row < together.length; row++) {
				alone.add(
						trainer
							.evaluate(Arrays.copyOfRange(batch.ciphertexts(), row, row + 1),
									Arrays.copyOfRange(batch.plaintexts(), row, row + 1))
							.decrypted()[0]);
			}
			assertThat(together).isDeepEqualTo(alone.toArray(int[][]::new));
		}
	}

	/** Given the truth where it is right so far, and its own errors from there on. */
	@Test
	void evaluatesWhatANetworkWithFeedbackFindsFreely() {
		NetworkConfig config = networks().toList().get(1);
		Shard batch = batch();
		int[] prefixLengths = batch.prefixLengths();
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1);
				TrainedNetwork network = new TrainedNetwork(trainer.weights(), false)) {
			Prediction[] free = network.predict(batch.ciphertexts(), prefixLengths, 0, (size) -> {
			});
			int[][] found = Arrays.stream(free).map(Prediction::symbols).toArray(int[][]::new);
			int[][] truth = Arrays.stream(found).map(int[]::clone).toArray(int[][]::new);
			int errors = 0;
			for (int row = 0; row < truth.length; row += 2) {
				for (int position = row % 3; position < truth[row].length; position += 4) {
					truth[row][position] = (truth[row][position] + 1) % SYMBOLS;
					errors++;
				}
			}
			Evaluation evaluation = trainer.evaluate(batch.ciphertexts(), truth);
			assertThat(evaluation.decrypted()).isDeepEqualTo(found);
			assertThat(evaluation.accuracy()).isEqualTo(1 - (double) errors / batch.symbols());
			double loss = 0;
			for (Prediction prediction : free) {
				for (float confidence : prediction.confidences()) {
					loss -= Math.log(confidence) / batch.symbols();
				}
			}
			assertThat(trainer.evaluate(batch.ciphertexts(), found).loss()).isCloseTo(loss, within(1e-5));
		}
	}

	@Test
	void learnsNothingWhenOneShardIsNoNumber() {
		NetworkConfig config = new NetworkConfig(3, 4, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false);
		int[][] messages = new int[16][4];
		Arrays.fill(messages[15], 1);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			Weights before = trainer.weights();
			Weights broken = trainer.weights();
			Arrays.fill(broken.values("embedding.weight"), 3, 6, Float.NaN); // symbol 1
			trainer.restore(broken);
			assertThat(trainer.step(messages, messages, 0.01)).isNaN();
			assertThat(trainer.weights().values("linear.weight")).isEqualTo(before.values("linear.weight"));
			trainer.restore(before);
			try (NetworkTrainer fresh = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
				trainer.step(messages, messages, 0.01);
				fresh.step(messages, messages, 0.01);
				// nothing is left of the other shard's gradient
				assertThat(trainer.weights().values("linear.weight"))
					.isEqualTo(fresh.weights().values("linear.weight"));
			}
		}
	}

}
