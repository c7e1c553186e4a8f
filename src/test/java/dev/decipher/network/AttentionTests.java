package dev.decipher.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Where attention says that it looked, against plain Java and against what it finds.
 */
class AttentionTests {

	private static final int SYMBOLS = 7;

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	static Stream<NetworkConfig> networks() {
		return Stream.of(new NetworkConfig(4, 6, 1, false, 0, 7, true, false, 1, 5, 2, 0, false, false),
				new NetworkConfig(4, 6, 2, true, 0, 0, false, false, 2, 8, 0, 3, false, false),
				new NetworkConfig(3, 8, 1, false, 0, 5, true, true, 2, 3, 1, 4, false, false));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void isThePlaceOfTheLargestWeight(NetworkConfig config) {
		Weights weights = grown(config);
		ReferenceLstm reference = new ReferenceLstm(weights);
		try (TrainedNetwork network = new TrainedNetwork(weights)) {
			for (int length : new int[] { 1, 2, 4, 9, 40 }) {
				TrainedNetwork.Inside inside = network.inside(message(length));
				List<List<Focus>> attention = Objects.requireNonNull(inside.attention());
				assertThat(attention).hasSize(length);
				for (int position = 0; position < length; position++) {
					double[] hidden = doubles(inside.hidden()[position]);
					assertThat(attention.get(position)).hasSize(network.attentionHeads());
					for (int head = 0; head < network.attentionHeads(); head++) {
						double[] expected = reference.weights(position, head, hidden,
								config.feedback() ? position + 1 : length);
						assertThat(Arrays.stream(expected).sum()).isCloseTo(1, within(1e-9));
						Focus focus = attention.get(position).get(head);
						double most = Arrays.stream(expected).max().orElseThrow();
						assertThat(focus.position()).isBetween(0, length - 1);
						assertThat(expected[focus.position()]).isCloseTo(most, within(1e-5));
						assertThat(focus.weight()).isCloseTo((float) most, within(1e-5f));
					}
				}
			}
			assertThat(network.inside(new int[0]).attention()).isEmpty();
		}
	}

	@Test
	void isAtThePlacesThatHeadsAreToldToLookAt() {
		NetworkConfig config = new NetworkConfig(4, 6, 1, false, 0, 0, true, false, 3, 6, 0, 0, false, false);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			trainer.lookAtPrefix();
			try (TrainedNetwork network = new TrainedNetwork(trainer.weights())) {
				assertThat(network.inside(message(20)).attention()).hasSize(20).allSatisfy((heads) -> {
					assertThat(heads).extracting(Focus::position).containsExactly(0, 1, 2);
					assertThat(heads).allSatisfy((focus) -> assertThat(focus.weight()).isBetween(0.6f, 1f));
				});
			}
		}
	}

	@Test
	void followsWhatANetworkHasLearnedToLookAt() {
		// the plaintext is the message read backwards by pairs
		SplittableRandom random = new SplittableRandom(5);
		NetworkConfig config = new NetworkConfig(8, 16, 1, false, 0, 0, false, false, 1, 2, 0, 0, false, false);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			for (int step = 0; step < 400; step++) {
				int[][] messages = new int[32][];
				Arrays.setAll(messages, (row) -> random.ints(8, 0, SYMBOLS).toArray());
				trainer.step(messages, Arrays.stream(messages).map(AttentionTests::swapped).toArray(int[][]::new),
						0.02);
			}
			int[] message = message(8);
			try (TrainedNetwork network = new TrainedNetwork(trainer.weights())) {
				Prediction prediction = network.predict(new int[][] { message }, new int[1], 0, (size) -> {
				})[0];
				assertThat(prediction.symbols()).isEqualTo(swapped(message));
				List<List<Focus>> attention = Objects.requireNonNull(network.inside(message).attention());
				// what is behind is seen by attention alone; what is before, by the LSTM
				assertThat(IntStream.of(0, 2, 4, 6).mapToObj((position) -> attention.get(position).get(0)))
					.extracting(Focus::position)
					.containsExactly(1, 3, 5, 7);
			}
		}
	}

	@Test
	void isNothingWithoutAttention() {
		NetworkConfig config = new NetworkConfig(4, 6, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false);
		for (boolean onHeap : new boolean[] { true, false }) {
			try (TrainedNetwork network = new TrainedNetwork(grown(config), onHeap)) {
				assertThat(network.attentionHeads()).isZero();
				assertThat(network.inside(message(3)).attention()).isNull();
			}
		}
	}

	/** Weights so large that a head prefers some places, as training has them. */
	private static Weights grown(NetworkConfig config) {
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 3)) {
			Weights weights = trainer.weights();
			weights.tensors().values().forEach((tensor) -> {
				for (int i = 0; i < tensor.values().length; i++) {
					tensor.values()[i] *= 3;
				}
			});
			return weights;
		}
	}

	private static int[] message(int length) {
		return new SplittableRandom(99).ints(length, 0, SYMBOLS).toArray();
	}

	private static int[] swapped(int[] message) {
		return IntStream.range(0, message.length).map((position) -> message[position ^ 1]).toArray();
	}

	private static double[] doubles(float[] values) {
		return IntStream.range(0, values.length).mapToDouble((i) -> values[i]).toArray();
	}

}
