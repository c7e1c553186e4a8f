package dev.decipher.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.TorchEngine;
import dev.decipher.training.data.CipherSource;
import dev.decipher.training.data.TemporaryFiles;
import dev.decipher.training.data.TrainingData;
import dev.decipher.training.loop.TrainingSettings;

/**
 * Decipher's side of {@link SpeedBenchmark}, a process of its own since torch has one
 * number of threads for a process. Answers the commands that {@code speed.py} describes.
 */
final class SpeedWorker {

	private static final int LENGTH = Integer.getInteger("speed.length", 32);

	private static final int STEPS_TO_CHECK = 10;

	private final Map<List<String>, Sizes> trainers = new HashMap<>();

	private SpeedWorker() {
	}

	/**
	 * Answers until its input ends.
	 * @param arguments the number of torch's threads
	 */
	public static void main(String[] arguments) throws IOException {
		PrintStream answers = System.out;
		System.setOut(System.err); // for the log
		TorchEngine.start(Integer.parseInt(arguments[0]));
		answers.println("Decipher");
		SpeedWorker worker = new SpeedWorker();
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			List<String> words = List.of(line.split(" "));
			answers.println(
					words.get(0).equals("steps") ? worker.steps(words.subList(1, 5), Double.parseDouble(words.get(5)))
							: tutorial(Long.parseLong(words.get(1))));
		}
	}

	/** A network of some sizes and what it learns from. */
	private record Sizes(NetworkTrainer trainer, TrainingData.Batches batches, int batch) {
	}

	private String steps(List<String> sizes, double seconds) {
		Sizes known = this.trainers.get(sizes);
		if (known == null) {
			int[] numbers = sizes.stream().limit(3).mapToInt(Integer::parseInt).toArray();
			NetworkConfig config = network(numbers[0], numbers[1], sizes.get(3));
			known = new Sizes(NetworkTrainer.of(config, Alphabet.LATIN27.size(), Alphabet.LATIN27.size(), 1),
					data(new Caesar(13), Alphabet.LATIN27, 1).batches(), numbers[2]);
			this.trainers.put(sizes, known);
			run(known, seconds); // for the JIT
		}
		return String.format(Locale.ROOT, "%.2f", run(known, seconds));
	}

	/** As {@code speed.py} has it. */
	private static NetworkConfig network(int embedding, int hidden, String parts) {
		int heads = number(parts, "attention");
		int head = number(parts, "head");
		int products = number(parts, "products");
		return new NetworkConfig(embedding, hidden, 1, parts.contains("bidirectional"), 0, head, head > 0,
				parts.contains("feedback"), heads, (heads > 0) ? LENGTH : 0, products, 0, products > 0,
				parts.contains("norm"));
	}

	private static int number(String parts, String name) {
		Matcher matcher = Pattern.compile(name + "(\\d+)").matcher(parts);
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	private static double run(Sizes sizes, double seconds) {
		long start = System.nanoTime();
		long steps = 0;
		while (System.nanoTime() - start < seconds * 1e9) {
			TrainingData.Examples batch = sizes.batches().next(sizes.batch());
			sizes.trainer().step(batch.ciphertexts(), batch.plaintexts(), 0.001);
			steps++;
		}
		return steps / ((System.nanoTime() - start) / 1e9);
	}

	/**
	 * The settings of {@link SeedModel}, until 128 fresh messages are all right, as
	 * {@code speed.py} has it; the job itself goes on until it is sure.
	 */
	private static String tutorial(long seed) {
		TrainRequest request = SeedModel.REQUEST;
		NetworkConfig network = Recipe.network(request.network());
		TrainingSettings settings = Recipe.settings(request.training(), network, 0, seed);
		Alphabet alphabet = request.data().alphabet();
		long start = System.nanoTime();
		int steps = 0;
		try (NetworkTrainer trainer = NetworkTrainer.of(network, alphabet.size(), alphabet.size(), seed)) {
			TrainingData data = data(request.data().cipher(), alphabet, seed);
			TrainingData.Batches batches = data.batches();
			TrainingData.Examples fresh;
			int checks = 0;
			do {
				for (int i = 0; i < STEPS_TO_CHECK; i++) {
					TrainingData.Examples batch = batches.next(settings.batchSize());
					trainer.step(batch.ciphertexts(), batch.plaintexts(), settings.learningRate());
					steps++;
				}
				fresh = data.test(128, checks++);
			}
			while (trainer.evaluate(fresh.ciphertexts(), fresh.plaintexts()).accuracy() < 1);
		}
		return String.format(Locale.ROOT, "%.3f %d", (System.nanoTime() - start) / 1e9, steps);
	}

	private static TrainingData data(Cipher cipher, Alphabet alphabet, long seed) {
		return new CipherSource(cipher, alphabet, LENGTH, null).open(InputStream.nullInputStream(), seed,
				new TemporaryFiles(Path.of("unused")));
	}

}
