package dev.decipher.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Safetensors;
import dev.decipher.network.TorchEngine;
import dev.decipher.network.TrainedNetwork;

/**
 * Makes the network of English, in {@code target/english}: gets the text, trains the
 * network, and prints the bits that it and the n-grams take for text of the documents
 * held out. A run that was stopped goes on where it was; {@code -Denglish.steps=0} leaves
 * training out.
 */
public final class EnglishTraining {

	static final Path FOLDER = Path.of("target/english");

	private static final Path CHECKPOINT = FOLDER.resolve("checkpoint");

	private static final Path NETWORK = FOLDER.resolve("network.safetensors");

	/** How often each source counts: chosen on the text kept to choose by. */
	private static final Map<String, Integer> WEIGHTS = Map.of("wordnet", 1, "sotu", 1, "austen", 2, "moby", 4);

	private static final NetworkConfig CONFIG = new NetworkConfig(48, 384, 1, false, 0, 0, false, false, 0, 0, 0, 0,
			false, false);

	/** The letters, the space, and a start without. */
	private static final int INPUTS = 28;

	/** The letters and the space. */
	private static final int OUTPUTS = 27;

	private static final long SEED = 1;

	private static final double RATE = 0.003;

	private static final int WARM_UP = 50;

	/** The step from which on the rate falls, towards nothing after so many more. */
	private static final long FALLING = 7_300;

	private static final double SLOWLY = 8_200;

	/** And the step from which on it falls to its least share by the last step. */
	private static final long STEEPER = 9_020;

	private static final double STEEPER_RATE = 0.002378;

	private static final double LEAST = 0.02;

	private static final double LAST = 12_500;

	private static final long STEPS = Long.getLong("english.steps", (long) LAST);

	/** The letters of the stretches that the models are compared by. */
	private static final int STRETCH = 128;

	private static final int STRETCHES = 400;

	private final EnglishCorpus corpus;

	private EnglishTraining(EnglishCorpus corpus) {
		this.corpus = corpus;
	}

	public static void main(String[] arguments) throws IOException {
		TorchEngine.start(Integer.getInteger("english.threads", 1));
		EnglishCorpus corpus = EnglishCorpus.in(FOLDER);
		corpus.write(EnglishCorpus.FOLDER);
		EnglishTraining training = new EnglishTraining(corpus);
		training.describe();
		if (STEPS > 0) {
			training.trains();
		}
		training.measures();
	}

	private void describe() {
		this.corpus.sources()
			.forEach((source, parts) -> parts
				.forEach((part, paragraphs) -> System.out.printf(Locale.ROOT, "%-8s %-8s %,12d letters%n", source, part,
						text(this.corpus, source, part).withoutSpaces().length())));
	}

	private static Text text(EnglishCorpus corpus, String source, EnglishCorpus.Part part) {
		return LanguageTraining.text(String.join(" ", corpus.sources().get(source).get(part)) + " ",
				Alphabet.LATIN26.symbols(), (part == EnglishCorpus.Part.TRAIN) ? WEIGHTS.get(source) : 1);
	}

	/** A part of all sources. */
	static List<Text> texts(EnglishCorpus corpus, EnglishCorpus.Part part) {
		return corpus.sources().keySet().stream().map((source) -> text(corpus, source, part)).toList();
	}

	private void trains() throws IOException {
		Windows windows = new Windows(texts(this.corpus, EnglishCorpus.Part.TRAIN));
		try (NetworkTrainer trainer = NetworkTrainer.of(CONFIG, INPUTS, OUTPUTS, SEED)) {
			long step = load(trainer);
			double loss = 0;
			while (step < STEPS) {
				double rate = rate(step++);
				// mixed once more: generators of seeds near one another may give the same
				Windows.Batch batch = windows.draw(32,
						new SplittableRandom(new SplittableRandom(SEED + step).nextLong()));
				loss += trainer.step(batch.inputs(), batch.targets(), rate);
				if (step % 250 == 0 || step == STEPS) {
					save(trainer, step);
					System.out.printf(Locale.ROOT, "step %d: %.4f bits a symbol in training%n", step,
							loss / ((step - 1) % 250 + 1) / Math.log(2));
					loss = 0;
				}
			}
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(NETWORK))) {
				Safetensors.write(new Safetensors.File(trainer.weights(), Map.of()), out);
			}
		}
	}

	/** Falls in two straight lines, the second of them steeper. */
	private static double rate(long step) {
		if (step < FALLING) {
			return RATE * Math.min(1, (step + 1.0) / WARM_UP);
		}
		return (step < STEEPER) ? RATE * (1 - (double) (step - FALLING) / SLOWLY)
				: STEEPER_RATE * Math.max(LEAST, 1 - (double) (step - STEEPER) / (LAST - STEEPER));
	}

	private static long load(NetworkTrainer trainer) throws IOException {
		if (!Files.exists(CHECKPOINT)) {
			return 0;
		}
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(CHECKPOINT)))) {
			long step = in.readLong();
			trainer.load(in);
			return step;
		}
	}

	private static void save(NetworkTrainer trainer, long step) throws IOException {
		Path next = FOLDER.resolve("checkpoint.next");
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(next)))) {
			out.writeLong(step);
			trainer.save(out);
		}
		Files.move(next, CHECKPOINT, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Bits a symbol, in stretches of {@value #STRETCH} from random places, of which the
	 * first four are context for both.
	 */
	private void measures() throws IOException {
		NGrams[] grams = { English.get().letters(), English.get().words() };
		try (InputStream in = Files.newInputStream(NETWORK);
				TrainedNetwork network = new TrainedNetwork(Safetensors.read(in).weights())) {
			System.out.println("| text | spaces | symbols | 5-grams | LSTM |\n|---|---|---|---|---|");
			for (String source : this.corpus.sources().keySet()) {
				for (boolean spaced : new boolean[] { false, true }) {
					Text text = text(this.corpus, source, EnglishCorpus.Part.HELDOUT);
					int[][] stretches = stretches(spaced ? text : text.withoutSpaces(), spaced);
					int[][] starts = Arrays.stream(stretches)
						.map((stretch) -> Arrays.copyOf(stretch, 4))
						.toArray(int[][]::new);
					double nats = Arrays.stream(LearnedLanguage.logProbabilities(network, 26, starts, spaced)).sum()
							- Arrays.stream(LearnedLanguage.logProbabilities(network, 26, stretches, spaced)).sum();
					double cost = Arrays.stream(stretches).mapToInt(grams[spaced ? 1 : 0]::cost).sum();
					double bits = Math.log(2) * stretches.length * (STRETCH - 4);
					System.out.printf(Locale.ROOT, "| %s | %s | %,d | %.3f | %.3f |%n", source, spaced ? "yes" : "no",
							stretches.length * (STRETCH - 4), cost / NGrams.UNITS / bits, nats / bits);
					if (nats / bits >= 4) {
						throw new IllegalStateException("the network has learned next to nothing");
					}
				}
			}
		}
	}

	private static int[][] stretches(Text text, boolean spaced) {
		SplittableRandom random = new SplittableRandom(5);
		List<int[]> stretches = new ArrayList<>();
		while (stretches.size() < STRETCHES) {
			int start = random.nextInt(text.length() - STRETCH);
			while (spaced && start > 0 && text.symbol(start - 1) != 26) {
				start--;
			}
			int[] stretch = new int[STRETCH];
			for (int i = 0; i < STRETCH; i++) {
				stretch[i] = text.symbol(start + i);
			}
			stretches.add(stretch);
		}
		return stretches.toArray(int[][]::new);
	}

}
