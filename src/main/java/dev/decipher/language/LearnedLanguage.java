package dev.decipher.language;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.TrainedNetwork;

/**
 * A language that a job has learned.
 *
 * @param giveBack tells that the network isn't used any more
 */
record LearnedLanguage(String name, Alphabet alphabet, NGrams letters, NGrams words, TrainedNetwork network,
		Runnable giveBack) implements Language {

	@Override
	public boolean hasNetwork() {
		return true;
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		return logProbabilities(this.network, this.alphabet.size(), texts, spaced);
	}

	/** What a network makes of texts of so many letters and, if spaced, spaces. */
	static double[] logProbabilities(TrainedNetwork network, int letters, int[][] texts, boolean spaced) {
		int[][] inputs = Arrays.stream(texts).map((text) -> Windows.input(text, letters, spaced)).toArray(int[][]::new);
		return network.logProbabilities(inputs, texts);
	}

	@Override
	public void close() {
		this.giveBack.run();
	}

}
