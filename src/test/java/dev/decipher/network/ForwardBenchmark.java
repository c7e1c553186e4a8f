package dev.decipher.network;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a message of 32 symbols costs in Java and in PyTorch, in processor time of one
 * thread: alone, and of 64 in a pass.
 */
@Tag("benchmark")
class ForwardBenchmark {

	private static final int[] PASSES = { 1, 64 };

	private static final long NANOSECONDS = 300_000_000;

	private static final int ROUNDS = 4;

	@Test
	void microsecondsAMessage() {
		TorchEngine.start(1);
		System.out.println("| network | Java, alone | of 64 | PyTorch, alone | of 64 |");
		System.out.println("|---|---|---|---|---|");
		networks().forEach((config) -> {
			Weights weights;
			try (NetworkTrainer trainer = NetworkTrainer.of(config, 27, 27, 3)) {
				weights = trainer.weights();
			}
			StringBuilder row = new StringBuilder(
					"| %d, %d, head %d%s%s |".formatted(config.embedding(), config.hidden(), config.headHidden(),
							config.bidirectional() ? ", bidirectional" : "", config.feedback() ? ", feedback" : ""));
			for (boolean onHeap : new boolean[] { true, false }) {
				try (TrainedNetwork network = new TrainedNetwork(weights, onHeap)) {
					for (int size : PASSES) {
						row.append(String.format(Locale.ROOT, " %.1f |", measure(network, size)));
					}
				}
			}
			System.out.println(row);
			assertThat(row).isNotEmpty();
		});
	}

	private static Stream<NetworkConfig> networks() {
		return Stream.of(new NetworkConfig(5, 10, 1, false, 0, 0, false, false),
				new NetworkConfig(32, 32, 1, false, 0, 32, true, false),
				new NetworkConfig(32, 64, 1, false, 0, 64, true, false),
				new NetworkConfig(32, 64, 1, true, 0, 64, true, false),
				new NetworkConfig(32, 64, 1, false, 0, 64, true, true),
				new NetworkConfig(32, 96, 1, false, 0, 96, true, false),
				new NetworkConfig(64, 128, 1, false, 0, 0, false, false),
				new NetworkConfig(64, 256, 1, false, 0, 0, false, false));
	}

	private static double measure(TrainedNetwork network, int size) {
		SplittableRandom random = new SplittableRandom(size);
		int[][] messages = Stream.generate(() -> random.ints(32, 0, 27).toArray()).limit(size).toArray(int[][]::new);
		double best = Double.MAX_VALUE;
		for (int round = 0; round < ROUNDS; round++) {
			int passes = 0;
			long start = cpu();
			do {
				network.predict(messages, new int[messages.length], 0, (it) -> {
				});
				passes++;
			}
			while (cpu() - start < NANOSECONDS);
			best = Math.min(best, (cpu() - start) / 1e3 / passes / size);
		}
		return best;
	}

	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

}
