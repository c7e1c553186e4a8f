package dev.decipher.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Weights;

/**
 * Teaches a network a language: to say of each symbol how likely it is after those before
 * it. That is deciphering with the text moved by one symbol as ciphertext, in front of
 * which stands what tells whether spaces are to be expected: the space itself, or a
 * symbol of its own behind it for a text without.
 * <p>
 * Everything random comes from the seed and the number of the step, so that the same
 * calls give the same weights. For one thread.
 */
public final class LanguageTrainer implements AutoCloseable {

	/** Symbols of a window of text. */
	static final int WINDOW = 96;

	/** Windows that share a step. */
	static final int BATCH = 32;

	/** The share of windows without spaces. */
	private static final double WITHOUT_SPACES = 0.6;

	private final List<Text> words;

	private final List<Text> letters;

	private final NetworkTrainer trainer;

	private final int space;

	private final long seed;

	private long steps;

	/**
	 * A network that has learned nothing yet.
	 * @param texts what to learn from, by their weights
	 * @param letters how many letters the language has
	 */
	public LanguageTrainer(List<Text> texts, int letters, NetworkConfig network, long seed) {
		this.words = texts;
		this.letters = texts.stream().map(Text::withoutSpaces).toList();
		this.trainer = NetworkTrainer.of(network, letters + 2, letters + 1, seed);
		this.space = letters;
		this.seed = seed;
	}

	/**
	 * Learns from a batch of windows, once.
	 * @param learningRate Adam's
	 * @return the mean loss before the step in nats a symbol; NaN where it is not finite,
	 * and then nothing was learned
	 */
	public double step(double learningRate) {
		// mixed once more: generators from seeds that differ by little may give the same
		// in turn
		SplittableRandom random = new SplittableRandom(new SplittableRandom(this.seed + ++this.steps).nextLong());
		int[][] targets = new int[BATCH][];
		boolean[] spaced = new boolean[BATCH];
		for (int row = 0; row < BATCH; row++) {
			spaced[row] = random.nextDouble() >= WITHOUT_SPACES;
			targets[row] = window(spaced[row] ? this.words : this.letters, random);
		}
		int[][] inputs = new int[BATCH][];
		for (int row = 0; row < BATCH; row++) {
			inputs[row] = input(targets[row], this.space, spaced[row]);
		}
		return this.trainer.step(inputs, targets, learningRate);
	}

	/** What the network reads: the text moved by one. */
	static int[] input(int[] text, int space, boolean spaced) {
		int[] input = new int[text.length];
		if (text.length > 0) {
			input[0] = spaced ? space : space + 1;
			System.arraycopy(text, 0, input, 1, text.length - 1);
		}
		return input;
	}

	/**
	 * A stretch of a text from a random place, at a word's start where there are words.
	 */
	private int[] window(List<Text> texts, SplittableRandom random) {
		long all = 0;
		for (Text text : texts) {
			all += (long) text.length() * text.weight();
		}
		long place = random.nextLong(all);
		int chosen = 0;
		while (chosen < texts.size() - 1 && place >= (long) texts.get(chosen).length() * texts.get(chosen).weight()) {
			place -= (long) texts.get(chosen).length() * texts.get(chosen).weight();
			chosen++;
		}
		Text text = texts.get(chosen);
		int start = random.nextInt(Math.max(1, text.length() - WINDOW));
		if (texts == this.words) {
			int first = start;
			while (first > 0 && first < start + WINDOW && text.symbol(first - 1) != this.space) {
				first++;
			}
			start = first;
		}
		int[] window = new int[Math.min(WINDOW, text.length() - start)];
		for (int i = 0; i < window.length; i++) {
			window[i] = text.symbol(start + i);
		}
		return window;
	}

	/** How many steps there were. */
	public long steps() {
		return this.steps;
	}

	/** A copy of the weights as they are now. */
	public Weights weights() {
		return this.trainer.weights();
	}

	/** Writes all that training goes on from. */
	public void save(DataOutput out) throws IOException {
		out.writeLong(this.steps);
		this.trainer.save(out);
	}

	/** Goes on from what {@link #save} wrote, bit for bit. */
	public void load(DataInput in) throws IOException {
		this.steps = in.readLong();
		this.trainer.load(in);
	}

	@Override
	public void close() {
		this.trainer.close();
	}

}
