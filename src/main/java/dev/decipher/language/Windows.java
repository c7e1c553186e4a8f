package dev.decipher.language;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Stretches of texts from random places, for a network to learn a language from: it says
 * of each symbol how likely it is after those before it. That is deciphering with the
 * text moved by one symbol as ciphertext. In front stands what tells whether spaces are
 * to be expected: the space itself, or a symbol of its own behind it for a text without.
 */
public final class Windows {

	/** Symbols of a window, unless there are fewer. */
	public static final int LENGTH = 96;

	/** The share of windows without spaces. */
	private static final double WITHOUT_SPACES = 0.6;

	private final List<Text> words;

	private final List<Text> letters;

	private final int space;

	/**
	 * Windows of texts, each as often as its length and its weight say.
	 * @param texts at least one, all of one language, none empty
	 */
	public Windows(List<Text> texts) {
		this.words = texts;
		this.letters = texts.stream().map(Text::withoutSpaces).toList();
		this.space = texts.get(0).letters();
	}

	/** Some windows: what the network reads, and the text. */
	public record Batch(int[][] inputs, int[][] targets) {
	}

	/** Draws windows, with and without spaces. */
	public Batch draw(int count, RandomGenerator random) {
		int[][] targets = new int[count][];
		int[][] inputs = new int[count][];
		for (int row = 0; row < count; row++) {
			boolean spaced = random.nextDouble() >= WITHOUT_SPACES;
			targets[row] = window(spaced ? this.words : this.letters, random);
			inputs[row] = input(targets[row], this.space, spaced);
		}
		return new Batch(inputs, targets);
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
	 * A stretch from a random place, or the next start of a word where there are such.
	 */
	private int[] window(List<Text> texts, RandomGenerator random) {
		double all = 0;
		for (Text text : texts) {
			all += (double) text.length() * text.weight();
		}
		double place = random.nextDouble() * all;
		int chosen = 0;
		while (chosen < texts.size() - 1 && place >= (double) texts.get(chosen).length() * texts.get(chosen).weight()) {
			place -= (double) texts.get(chosen).length() * texts.get(chosen).weight();
			chosen++;
		}
		Text text = texts.get(chosen);
		int start = random.nextInt(Math.max(1, text.length() - LENGTH));
		if (texts == this.words) {
			int first = start;
			while (first > 0 && first < start + LENGTH && text.symbol(first - 1) != this.space) {
				first++;
			}
			start = Math.min(first, text.length() - 1);
		}
		int[] window = new int[Math.min(LENGTH, text.length() - start)];
		for (int i = 0; i < window.length; i++) {
			window[i] = text.symbol(start + i);
		}
		return window;
	}

}
