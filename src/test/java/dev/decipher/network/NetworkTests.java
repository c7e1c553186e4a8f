package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * The native network against plain Java.
 */
class NetworkTests {

	private static final int CIPHERTEXT_SYMBOLS = 11;

	private static final int PLAINTEXT_SYMBOLS = 7;

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	/** Networks of each kind of layer and head, and more. */
	static Stream<NetworkConfig> withPlain(NetworkConfig... more) {
		return Stream.concat(Stream.of(new NetworkConfig(5, 10, 1, false, 0, 0, false, false),
				new NetworkConfig(5, 10, 1, true, 0, 0, false, false),
				new NetworkConfig(4, 6, 2, false, 0, 0, true, false),
				new NetworkConfig(4, 6, 3, true, 0, 9, true, false),
				new NetworkConfig(3, 8, 1, false, 0, 5, true, true),
				new NetworkConfig(3, 5, 2, false, 0, 0, false, true)), Stream.of(more));
	}

	static Stream<NetworkConfig> networks() {
		return withPlain(new NetworkConfig(8, 64, 1, false, 0, 0, false, false),
				new NetworkConfig(8, 72, 1, true, 0, 16, true, false),
				new NetworkConfig(4, 6, 1, false, 0, 7, true, false, 1, 5, 2, 0),
				new NetworkConfig(4, 6, 2, true, 0, 0, false, false, 2, 8, 0, 3),
				new NetworkConfig(3, 8, 1, false, 0, 5, true, true, 2, 3, 1, 4),
				new NetworkConfig(4, 6, 1, false, 0, 7, true, false, 1, 5, 2, 0, true, false),
				new NetworkConfig(4, 6, 1, false, 0, 7, true, false, 1, 5, 3, 0, true, true),
				new NetworkConfig(4, 6, 1, true, 0, 16, true, false, 0, 0, 2, 0, false, true));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void givesTheProbabilitiesOfTheEquations(NetworkConfig config) {
		Weights weights = initial(config, 3);
		ReferenceLstm reference = new ReferenceLstm(weights);
		int[][] messages = messages(new int[] { 1, 9, 4, 9, 23, 0 });
		int[] prefixLengths = { 0, 0, 3, 8, 1, 0 };
		try (TrainedNetwork network = new TrainedNetwork(weights, false)) {
			Prediction[] predictions = network.predict(messages, prefixLengths, 2, (size) -> {
			});
			for (int row = 0; row < messages.length; row++) {
				double[][] expected = reference.probabilities(messages[row], prefixLengths[row]);
				assertIsLike(predictions[row], Arrays.copyOfRange(expected, prefixLengths[row], expected.length));
			}
		}
	}

	private static void assertIsLike(Prediction prediction, double[][] probabilities) {
		assertThat(prediction.symbols()).hasSize(probabilities.length);
		for (int position = 0; position < probabilities.length; position++) {
			double[] expected = probabilities[position];
			List<Integer> order = new ArrayList<>();
			for (int symbol = 0; symbol < PLAINTEXT_SYMBOLS; symbol++) {
				order.add(symbol);
			}
			order.sort((a, b) -> Double.compare(expected[b], expected[a]));
			assertThat(prediction.symbols()[position]).isEqualTo(order.get(0));
			assertThat(prediction.confidences()[position]).isCloseTo((float) expected[order.get(0)], within(1e-5f));
			for (int i = 0; i < 2; i++) {
				float confidence = prediction.alternativeConfidences()[position * 2 + i];
				assertThat(confidence).isCloseTo((float) expected[order.get(i + 1)], within(1e-5f));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("networks")
	void answersAMessageTheSameWhateverItsNeighbours(NetworkConfig config) {
		int[][] messages = messages(new int[] { 30, 7, 1, 64, 12 });
		try (TrainedNetwork network = new TrainedNetwork(initial(config, 4), false)) {
			Prediction[] together = network.predict(messages, new int[messages.length], 0, (size) -> {
			});
			for (int row = 0; row < messages.length; row++) {
				Prediction alone = network.predict(new int[][] { messages[row] }, new int[1], 0, (size) -> {
				})[0];
				assertThat(together[row].symbols()).isEqualTo(alone.symbols());
				for (int position = 0; position < alone.confidences().length; position++) {
					assertThat(together[row].confidences()[position]).isCloseTo(alone.confidences()[position],
							within(1e-6f));
				}
			}
		}
	}

	@Test
	void readsALongMessageInPiecesLikeInOne() {
		NetworkConfig config = new NetworkConfig(2, 3, 2, false, 0, 0, true, false);
		Weights weights = initial(config, 5);
		int[] message = messages(new int[] { 40_000 })[0]; // more than one piece of
															// 32,768
		double[][] expected = new ReferenceLstm(weights).probabilities(message, 0);
		try (TrainedNetwork network = new TrainedNetwork(weights, false)) {
			Prediction prediction = network.predict(new int[][] { message }, new int[1], 0, (size) -> {
			})[0];
			for (int position = 32_700; position < 32_900; position++) {
				float confidence = prediction.confidences()[position];
				assertThat(confidence)
					.isCloseTo((float) expected[position][ReferenceLstm.likeliest(expected[position])], within(1e-5f));
			}
		}
	}

	@Test
	void tellsHowManyMessagesShareAPass() {
		try (TrainedNetwork network = new TrainedNetwork(
				initial(new NetworkConfig(2, 3, 1, false, 0, 0, false, false), 6), false)) {
			List<Integer> passes = new ArrayList<>();
			network.predict(messages(new int[] { 3, 0, 5 }), new int[3], 0, passes::add);
			assertThat(passes).containsExactly(2);
		}
	}

	@ParameterizedTest
	@MethodSource("networks")
	void learnsFromBatchesOfMixedLengths(NetworkConfig config) {
		int[][] plaintexts = messages(new int[] { 5, 12, 1, 8 });
		for (int[] message : plaintexts) {
			for (int i = 0; i < message.length; i++) {
				message[i] %= PLAINTEXT_SYMBOLS;
			}
		}
		int[][] ciphertexts = Arrays.stream(plaintexts)
			.map((message) -> Arrays.stream(message).map((symbol) -> symbol + 3).toArray())
			.toArray(int[][]::new);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, CIPHERTEXT_SYMBOLS, PLAINTEXT_SYMBOLS, 1)) {
			double loss = Double.NaN;
			for (int step = 0; step < 300; step++) {
				loss = trainer.step(ciphertexts, plaintexts, 0.02);
			}
			Evaluation evaluation = trainer.evaluate(ciphertexts, plaintexts);
			assertThat(evaluation.accuracy()).isEqualTo(1.0);
			assertThat(evaluation.exactMessages()).isEqualTo(1.0);
			assertThat(evaluation.loss()).isCloseTo(loss, within(0.01)).isLessThan(0.1);
			assertThat(evaluation.accuracyByPosition()).hasSize(12);
		}
	}

	@Test
	void takesNoGradientFromThePadding() {
		NetworkConfig config = new NetworkConfig(3, 4, 1, true, 0, 0, false, false);
		int[][] messages = { { 1, 2 }, { 3, 4, 5, 6, 0, 1 } };
		try (NetworkTrainer together = NetworkTrainer.of(config, 7, 7, 1);
				NetworkTrainer alone = NetworkTrainer.of(config, 7, 7, 1)) {
			double loss = together.step(messages, messages, 0.01);
			double first = alone.evaluate(new int[][] { messages[0] }, new int[][] { messages[0] }).loss();
			double second = alone.evaluate(new int[][] { messages[1] }, new int[][] { messages[1] }).loss();
			assertThat(loss).isCloseTo((2 * first + 6 * second) / 8, within(1e-5));
		}
	}

	@Test
	void leavesOutputsOutInTrainingAlone() {
		NetworkConfig config = new NetworkConfig(3, 32, 2, false, 0.5, 0, false, false);
		int[][] messages = messages(new int[] { 20, 20 });
		try (NetworkTrainer trainer = NetworkTrainer.of(config, CIPHERTEXT_SYMBOLS, CIPHERTEXT_SYMBOLS, 1)) {
			double loss = trainer.evaluate(messages, messages).loss();
			assertThat(trainer.evaluate(messages, messages).loss()).isEqualTo(loss);
			double other = trainer.step(messages, messages, 1e-9);
			assertThat(trainer.step(messages, messages, 1e-9)).isNotEqualTo(other);
		}
	}

	@Test
	void learnsNothingFromWhatIsNoNumber() {
		NetworkConfig config = new NetworkConfig(3, 4, 1, false, 0, 0, false, false);
		int[][] messages = messages(new int[] { 8 });
		try (NetworkTrainer trainer = NetworkTrainer.of(config, CIPHERTEXT_SYMBOLS, CIPHERTEXT_SYMBOLS, 1)) {
			trainer.step(messages, messages, 1e38);
			Weights before = trainer.weights();
			assertThat(trainer.step(messages, messages, 0.01)).isNaN();
			assertThat(trainer.weights().tensors().get("linear.bias").values())
				.isEqualTo(before.tensors().get("linear.bias").values());
		}
	}

	@ParameterizedTest
	@MethodSource("networks")
	void keepsNoArrayOfAPass(NetworkConfig config) {
		int[][] messages = messages(new int[] { 8, 3 });
		Weights weights = initial(config, 1);
		try (CipherNetwork network = CipherNetwork.of(weights);
				NDManager pass = network.newPassManager();
				NetworkTrainer trainer = NetworkTrainer.of(config, CIPHERTEXT_SYMBOLS, CIPHERTEXT_SYMBOLS, 1)) {
			int before = pass.getParentManager().getManagedArrays().size();
			new Decoder(network).run(messages, new int[2], (rows, from, to, probabilities) -> {
			}, (size) -> {
			});
			assertThat(pass.getParentManager().getManagedArrays()).hasSize(before);
			trainer.step(messages, messages, 0.01);
			int arrays = arraysOfProcess(pass);
			for (int step = 0; step < 5; step++) {
				trainer.step(messages, messages, 0.01);
				trainer.evaluate(messages, messages);
			}
			assertThat(arraysOfProcess(pass)).isEqualTo(arrays);
		}
	}

	/** Arrays that any manager of the process owns directly or below it. */
	private static int arraysOfProcess(NDManager manager) {
		NDManager top = manager;
		while (top.getParentManager() != null && top.getParentManager() != top) {
			top = top.getParentManager();
		}
		return top.getManagedArrays().size();
	}

	@Test
	void drawsItsFirstWeightsLikePyTorch() {
		Weights weights = initial(new NetworkConfig(50, 40, 1, false, 0, 0, false, false), 1);
		float[] embedding = weights.tensors().get("embedding.weight").values();
		double squares = 0;
		for (float value : embedding) {
			squares += value * value;
		}
		assertThat(squares / embedding.length).isCloseTo(1, within(0.2)); // N(0, 1)
		assertUniform(weights, "lstm.weight_hh_l0", 1 / Math.sqrt(40));
		assertUniform(weights, "lstm.bias_ih_l0", 1 / Math.sqrt(40));
		assertUniform(weights, "linear.weight", 1 / Math.sqrt(40));
	}

	private static void assertUniform(Weights weights, String name, double bound) {
		float[] values = weights.tensors().get(name).values();
		double largest = 0;
		double squares = 0;
		for (float value : values) {
			largest = Math.max(largest, Math.abs(value));
			squares += value * value;
		}
		assertThat(largest).isLessThanOrEqualTo(bound).isGreaterThan(0.9 * bound);
		assertThat(squares / values.length).isCloseTo(bound * bound / 3, within(0.1 * bound * bound));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void keepsWeightsInAFileUnderPyTorchsNames(NetworkConfig config) throws IOException {
		Weights weights = initial(config, 7);
		byte[] bytes = file(weights);
		Safetensors.File read = Safetensors.read(new ByteArrayInputStream(bytes));
		assertThat(read.metadata()).containsEntry("alphabet", "\"latin27\"").containsEntry("format", "pt");
		assertThat(read.weights().config()).isEqualTo(config);
		assertThat(read.weights().tensors().keySet()).isEqualTo(weights.tensors().keySet());
		weights.tensors().forEach((name, tensor) -> {
			assertThat(read.weights().tensors().get(name).shape()).isEqualTo(tensor.shape());
			assertThat(read.weights().tensors().get(name).values()).isEqualTo(tensor.values());
		});
		assertThat(weights.tensors()).containsKeys("embedding.weight", "lstm.weight_ih_l0", "lstm.weight_hh_l0",
				"lstm.bias_ih_l0", "lstm.bias_hh_l0", "linear.weight", "linear.bias");
		assertThat(weights.tensors().containsKey("lstm.weight_ih_l0_reverse")).isEqualTo(config.bidirectional());
	}

	@Test
	void countsItsParameters() {
		networks().forEach((config) -> {
			long count = initial(config, 1).tensors().values().stream().mapToLong((t) -> t.values().length).sum();
			assertThat(config.parameters(CIPHERTEXT_SYMBOLS, PLAINTEXT_SYMBOLS)).isEqualTo(count);
		});
	}

	@Test
	void refusesAFileThatWasCutOrChanged() throws IOException {
		byte[] bytes = file(initial(new NetworkConfig(2, 3, 1, false, 0, 0, false, false), 7));
		for (int length = 0; length < bytes.length; length += 7) {
			byte[] cut = Arrays.copyOf(bytes, length);
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(cut)));
		}
		byte[] huge = bytes.clone();
		huge[6] = 0x7f; // a header of some 10^16 bytes
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> Safetensors.read(new ByteArrayInputStream(huge)))
			.withMessageContaining("a header of");
	}

	private static byte[] file(Weights weights) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Safetensors.write(new Safetensors.File(weights, Map.of("alphabet", "\"latin27\"")), out);
		return out.toByteArray();
	}

	private static Weights initial(NetworkConfig config, long seed) {
		try (NetworkTrainer trainer = NetworkTrainer.of(config, CIPHERTEXT_SYMBOLS, PLAINTEXT_SYMBOLS, seed)) {
			return trainer.weights();
		}
	}

	private static int[][] messages(int[] lengths) {
		SplittableRandom random = new SplittableRandom(99);
		return Arrays.stream(lengths)
			.mapToObj((length) -> random.ints(length, 0, CIPHERTEXT_SYMBOLS).toArray())
			.toArray(int[][]::new);
	}

}
