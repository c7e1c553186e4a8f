package dev.decipher.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forward pass in Java against PyTorch's.
 */
class HeapNetworkTests {

	private static final int SYMBOLS = 27;

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	static Stream<NetworkConfig> networks() {
		return Stream.concat(NetworkTests.plain(),
				Stream.of(new NetworkConfig(4, 7, 1, false, 0, 7, true, false, 0, 0, 2, 6, false, false),
						new NetworkConfig(4, 7, 2, false, 0, 0, false, true, 0, 0, 0, 4, false, false),
						new NetworkConfig(4, 6, 2, true, 0, 0, true, false, 0, 0, 0, 3, false, false)));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void givesPyTorchsProbabilities(NetworkConfig config) {
		assertLikePyTorch(initial(config));
		assertLikePyTorch(grown(config));
	}

	private static void assertLikePyTorch(Weights weights) {
		int[][] messages = messages(new int[] { 1, 9, 4, 9, 32, 0, 700 });
		int[] prefixLengths = { 0, 0, 3, 8, 1, 0, 0 };
		try (TrainedNetwork heap = new TrainedNetwork(weights, true);
				TrainedNetwork torch = new TrainedNetwork(weights, false)) {
			Prediction[] ours = heap.predict(messages, prefixLengths, SYMBOLS - 1, (size) -> {
			});
			Prediction[] theirs = torch.predict(messages, prefixLengths, SYMBOLS - 1, (size) -> {
			});
			for (int row = 0; row < messages.length; row++) {
				assertThat(bySymbol(ours[row])).usingComparatorWithPrecision(1e-6f)
					.containsExactly(bySymbol(theirs[row]));
			}
			for (int position = 0; position < messages[4].length; position++) {
				assertThat(heap.inside(messages[4]).hidden()[position]).usingComparatorWithPrecision(2e-6f)
					.containsExactly(torch.inside(messages[4]).hidden()[position]);
			}
		}
	}

	/** The probabilities of all symbols at all positions. */
	private static float[] bySymbol(Prediction prediction) {
		int positions = prediction.symbols().length;
		float[] all = new float[positions * SYMBOLS];
		for (int position = 0; position < positions; position++) {
			all[position * SYMBOLS + prediction.symbols()[position]] = prediction.confidences()[position];
			for (int i = 0; i < prediction.count(); i++) {
				int at = position * prediction.count() + i;
				all[position * SYMBOLS + prediction.alternatives()[at]] = prediction.alternativeConfidences()[at];
			}
		}
		return all;
	}

	@ParameterizedTest
	@MethodSource("networks")
	void answersAMessageTheSameToTheLastBitWhateverItsNeighbours(NetworkConfig config) {
		int[][] messages = messages(new int[] { 30, 7, 1, 64, 12, 600 });
		try (TrainedNetwork network = new TrainedNetwork(initial(config), true)) {
			Prediction[] together = network.predict(messages, new int[messages.length], 2, (size) -> {
			});
			for (int row = 0; row < messages.length; row++) {
				Prediction alone = network.predict(new int[][] { messages[row] }, new int[1], 2, (size) -> {
				})[0];
				assertThat(together[row].symbols()).isEqualTo(alone.symbols());
				assertThat(together[row].confidences()).isEqualTo(alone.confidences());
				assertThat(together[row].alternativeConfidences()).isEqualTo(alone.alternativeConfidences());
			}
		}
	}

	/** As many as are read in lockstep, of lengths that put them into several groups. */
	@ParameterizedTest
	@MethodSource("networks")
	void answersAMessageTheSameToTheLastBitInLockstep(NetworkConfig config) {
		SplittableRandom random = new SplittableRandom(7);
		int[][] messages = messages(IntStream.range(0, 700)
			.map((row) -> (row < 600) ? random.nextInt(41) : 100 + random.nextInt(150))
			.toArray());
		int[] prefixLengths = Arrays.stream(messages).mapToInt((message) -> Math.min(3, message.length / 2)).toArray();
		try (TrainedNetwork network = new TrainedNetwork(grown(config), true)) {
			Prediction[] likeliest = network.predict(messages, prefixLengths, 0, (size) -> {
			});
			Prediction[] together = network.predict(messages, prefixLengths, 2, (size) -> {
			});
			double[] logs = config.feedback() ? new double[0] : network.logProbabilities(messages, messages);
			for (int row = 0; row < messages.length; row++) {
				int[][] message = { messages[row] };
				Prediction alone = network.predict(message, new int[] { prefixLengths[row] }, 2, (size) -> {
				})[0];
				assertThat(likeliest[row].symbols()).isEqualTo(alone.symbols());
				assertThat(likeliest[row].confidences()).isEqualTo(alone.confidences());
				assertThat(together[row].symbols()).isEqualTo(alone.symbols());
				assertThat(together[row].confidences()).isEqualTo(alone.confidences());
				assertThat(together[row].alternatives()).isEqualTo(alone.alternatives());
				assertThat(together[row].alternativeConfidences()).isEqualTo(alone.alternativeConfidences());
				if (!config.feedback()) {
					assertThat(logs[row]).isEqualTo(network.logProbabilities(message, message)[0]);
				}
			}
		}
	}

	@Test
	void tellsHowManyMessagesShareAPass() {
		try (TrainedNetwork network = new TrainedNetwork(
				initial(new NetworkConfig(2, 3, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false)))) {
			List<Integer> passes = new ArrayList<>();
			network.predict(messages(new int[] { 3, 0, 5 }), new int[3], 0, passes::add);
			assertThat(passes).containsExactly(2);
		}
	}

	@Test
	void isForSmallNetworksOfPartsThatItKnows() {
		assertThat(HeapNetwork.suits(new NetworkConfig(5, 10, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false),
				27, HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS))
			.isTrue();
		assertThat(HeapNetwork.suits(new NetworkConfig(64, 256, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false),
				27, HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS))
			.isFalse();
		assertThat(HeapNetwork.suits(new NetworkConfig(5, 10, 1, false, 0, 0, false, false, 1, 5, 0, 0, false, false),
				27, HeapNetwork.DEFAULT_MAX_MULTIPLICATIONS))
			.isFalse();
	}

	static Weights initial(NetworkConfig config) {
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 3)) {
			return trainer.weights();
		}
	}

	/**
	 * Weights that have grown, as training has them do; but not by training, which on
	 * each kind of processor comes to others.
	 */
	static Weights grown(NetworkConfig config) {
		Weights weights = initial(config);
		weights.tensors().values().forEach((tensor) -> {
			for (int i = 0; i < tensor.values().length; i++) {
				tensor.values()[i] *= 3;
			}
		});
		return weights;
	}

	static int[][] messages(int[] lengths) {
		SplittableRandom random = new SplittableRandom(99);
		return Arrays.stream(lengths)
			.mapToObj((length) -> random.ints(length, 0, SYMBOLS).toArray())
			.toArray(int[][]::new);
	}

}
