package dev.decipher.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How much the process grows over 100,000 training steps and 20,000 decrypted messages,
 * on Linux and on a heap of fixed size, so that it grows by nothing but native memory.
 */
public final class MemoryBenchmark {

	private static final int WARM_UP = 2_000;

	private static final int STEPS = 100_000;

	private static final int MESSAGES = 20_000;

	private static final int MOST_MEGABYTES = 50;

	private static final int SYMBOLS = 27;

	private final SplittableRandom random = new SplittableRandom(1);

	private MemoryBenchmark() {
	}

	public static void main(String[] arguments) throws IOException {
		TorchEngine.start(1);
		new MemoryBenchmark().measure();
	}

	private void measure() throws IOException {
		NetworkConfig config = new NetworkConfig(5, 10, 1, false, 0, 0, false, false, 0, 0, 0, 0, false, false);
		try (NetworkTrainer trainer = NetworkTrainer.of(config, SYMBOLS, SYMBOLS, 1)) {
			train(trainer, WARM_UP);
			long before = residentMegabytes();
			train(trainer, STEPS);
			report("%,d training steps".formatted(STEPS), before, residentMegabytes());
			try (TrainedNetwork network = new TrainedNetwork(trainer.weights(), false)) {
				decrypt(network, WARM_UP);
				before = residentMegabytes();
				decrypt(network, MESSAGES);
				report("%,d decrypted messages".formatted(MESSAGES), before, residentMegabytes());
			}
		}
	}

	private void train(NetworkTrainer trainer, int steps) {
		for (int step = 0; step < steps; step++) {
			int[][] messages = new int[64][];
			Arrays.setAll(messages, (row) -> this.random.ints(32, 0, SYMBOLS).toArray());
			trainer.step(messages, messages, 0.001);
		}
	}

	private void decrypt(TrainedNetwork network, int messages) {
		for (int i = 0; i < messages; i++) {
			int length = 1 + this.random.nextInt(64);
			network.predict(new int[][] { this.random.ints(length, 0, SYMBOLS).toArray() }, new int[1], 3, (size) -> {
			});
		}
	}

	private static void report(String what, long before, long after) {
		System.out.printf("%-28s %5d MB before, %5d MB after%n", what, before, after);
		if (after - before >= MOST_MEGABYTES) {
			throw new IllegalStateException("the process grew by " + (after - before) + " MB");
		}
	}

	private static long residentMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElseThrow();
	}

}
