package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;

import dev.decipher.language.NGrams;
import dev.decipher.language.Vocabulary;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Betters keys of a simple substitution by the words of a short text, which n-grams don't
 * know: makes the exchange of two letters that is the best, until none is for the better.
 * A key is the letter of each symbol. Not thread-safe.
 */
final class WordClimb {

	/** Which exchanges may be made. */
	@FunctionalInterface
	interface Admission {

		boolean admits(int[] key, int symbol, int other);

	}

	/** Symbols, −1 for a space. */
	private final int[] text;

	/** The text with the key that is tried. */
	private final int[] read;

	private final Vocabulary.Judge words;

	private final int space;

	private final int occurring;

	private final Search search;

	private final Admission admission;

	/**
	 * Prepares for a ciphertext.
	 * @param text symbols (length), from 0
	 * @param occurring how many symbols occur: they are the first
	 * @param wordStarts whether a word begins at each position (length), or null
	 */
	WordClimb(int[] text, int occurring, boolean @Nullable [] wordStarts, Vocabulary vocabulary, NGrams grams,
			Search search, Admission admission) {
		this.text = (wordStarts == null) ? text : withEnd(Ciphertext.spaced(text, wordStarts, -1, false));
		this.read = new int[this.text.length];
		this.words = vocabulary.judge(grams, this.text.length);
		this.space = grams.symbols() - 1;
		this.occurring = occurring;
		this.search = search;
		this.admission = admission;
	}

	private static int[] withEnd(int[] text) {
		int[] ended = Arrays.copyOf(text, text.length + 1);
		ended[text.length] = -1;
		return ended;
	}

	/**
	 * Betters a key.
	 * @param key the letter of each symbol (symbols); is changed
	 * @return what it costs then
	 */
	double climb(int[] key) {
		double cost = cost(key);
		boolean bettered = true;
		while (bettered && !this.search.isOver()) {
			bettered = false;
			for (int symbol = 0; symbol < this.occurring; symbol++) {
				for (int other = symbol + 1; other < key.length; other++) {
					if (!this.admission.admits(key, symbol, other)) {
						continue;
					}
					exchange(key, symbol, other);
					double changed = cost(key);
					if (changed < cost) {
						cost = changed;
						bettered = true;
					}
					else {
						exchange(key, symbol, other);
					}
				}
			}
			this.search.tried((long) this.occurring * (2 * key.length - this.occurring - 1) / 2);
		}
		return cost;
	}

	/** The best keys an exchange away from one. */
	List<int[]> neighbours(int[] key, int most) {
		BestList<ScoredKey> neighbours = ScoredKey.best(most);
		for (int symbol = 0; symbol < this.occurring; symbol++) {
			for (int other = symbol + 1; other < key.length; other++) {
				if (this.admission.admits(key, symbol, other)) {
					exchange(key, symbol, other);
					neighbours.add(scored(key, cost(key)));
					exchange(key, symbol, other);
				}
			}
		}
		this.search.tried((long) this.occurring * (2 * key.length - this.occurring - 1) / 2);
		return neighbours.first(most).stream().map(ScoredKey::letters).toList();
	}

	ScoredKey scored(int[] key, double cost) {
		return new ScoredKey((int) Math.round(NGrams.UNITS * cost), Arrays.copyOf(key, this.occurring));
	}

	private static void exchange(int[] key, int symbol, int other) {
		int letter = key[symbol];
		key[symbol] = key[other];
		key[other] = letter;
	}

	private double cost(int[] key) {
		for (int i = 0; i < this.text.length; i++) {
			this.read[i] = (this.text[i] < 0) ? this.space : key[this.text[i]];
		}
		return -this.words.logProbability(this.read);
	}

}
