package dev.decipher.solve.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.language.Vocabulary;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a ciphertext as the language's LSTM and its n-grams judge what they make of it.
 * It forgets no judgement, and judges no key twice. Not thread-safe.
 */
public final class Reranker {

	/** Letters to judge by: a longer text leaves no doubt. */
	private static final int LETTERS = 400;

	/**
	 * What the LSTM's word counts beside that of n-grams: it knows words, but alone it
	 * takes one key for another more often than both together (tried on passages of 32
	 * letters).
	 */
	private static final double LSTM = 0.6;

	/** The same where the language's words are known, and what their word counts. */
	private static final double LSTM_BESIDE_WORDS = 0.5;

	private static final double WORDS = 0.3;

	/** Symbols that are judged at a time, between two looks at the clock. */
	private static final int BATCH = 2048;

	private final Language language;

	private final NGrams grams;

	/** Symbols, −1 for a space. */
	private final int[] text;

	/** How many of the text are no spaces. */
	private final int letters;

	private final boolean spaced;

	private final Vocabulary.@Nullable Judge words;

	private final Search search;

	/** The mean of ln p per letter, by key. */
	private final Map<List<Integer>, Double> scores = new HashMap<>();

	/**
	 * The same, less what it takes to choose among homophones: by this keys are ranked.
	 */
	private final Map<List<Integer>, Double> worths = new HashMap<>();

	/** Best first. */
	private final List<int[]> keys = new ArrayList<>();

	/**
	 * Prepares for a ciphertext.
	 * @param text symbols (length), from 0
	 * @param wordStarts whether a word begins at each position (length), or null
	 */
	public Reranker(Language language, int[] text, boolean @Nullable [] wordStarts, Search search) {
		this.language = language;
		this.search = search;
		this.letters = Math.min(LETTERS, text.length);
		this.spaced = wordStarts != null;
		this.grams = this.spaced ? language.words() : language.letters();
		int[] beginning = Arrays.copyOf(text, this.letters);
		this.text = (wordStarts == null) ? beginning
				: ended(Ciphertext.spaced(beginning, wordStarts, -1, false), this.letters == text.length);
		Vocabulary vocabulary = language.vocabulary();
		this.words = (vocabulary != null) ? vocabulary.judge(this.grams, this.text.length) : null;
	}

	/** A whole text's last word ends too. */
	private static int[] ended(int[] text, boolean whole) {
		int[] ended = Arrays.copyOf(text, text.length + (whole ? 1 : 0));
		if (whole) {
			ended[text.length] = -1;
		}
		return ended;
	}

	/**
	 * Judges keys, then those near the best, until the best have none better near them or
	 * time runs out.
	 * @param keys the letters of the symbols that occur
	 * @param starts how many of the best to go on from
	 * @param neighbours the keys near one
	 * @return the best, best first, at most so many
	 */
	public List<int[]> climb(List<int[]> keys, int starts, Function<int[], List<int[]>> neighbours, int most) {
		judge(keys);
		Set<int[]> started = new HashSet<>();
		while (!this.search.isOver()) {
			Optional<int[]> next = best(starts).stream().filter(started::add).findFirst();
			if (next.isEmpty()) {
				break;
			}
			judge(neighbours.apply(next.get()));
		}
		return best(most);
	}

	private void judge(List<int[]> keys) {
		List<int[]> fresh = keys.stream()
			.filter((key) -> this.scores.putIfAbsent(list(key), Double.NaN) == null)
			.toList();
		int size = Math.max(1, BATCH / Math.max(1, this.text.length));
		for (int from = 0; from < fresh.size() && !this.search.isOver(); from += size) {
			List<int[]> batch = fresh.subList(from, Math.min(from + size, fresh.size()));
			int[][] texts = batch.stream().map(this::read).toArray(int[][]::new);
			double[] judged = this.language.logProbabilities(texts, this.spaced);
			for (int i = 0; i < judged.length; i++) {
				double score = score(texts[i], judged[i]);
				this.scores.put(list(batch.get(i)), score / this.letters);
				this.worths.put(list(batch.get(i)), (score - choices(texts[i])) / this.letters);
				this.keys.add(batch.get(i));
			}
		}
		this.keys.sort(Comparator.comparing((int[] key) -> this.worths.get(list(key))).reversed());
	}

	private double score(int[] text, double byLstm) {
		double byGrams = -(double) this.grams.cost(text) / NGrams.UNITS;
		if (this.words == null) {
			return LSTM * byLstm + (1 - LSTM) * byGrams;
		}
		return LSTM_BESIDE_WORDS * byLstm + WORDS * this.words.logProbability(text)
				+ (1 - LSTM_BESIDE_WORDS - WORDS) * byGrams;
	}

	/**
	 * −ln of how likely just these homophones are for the letters of a text, but for a
	 * constant of the ciphertext; the same for all keys of a simple substitution.
	 */
	private double choices(int[] text) {
		int[] counts = new int[this.language.alphabet().size() + 1];
		IntStream.of(text).forEach((letter) -> counts[letter]++);
		return IntStream.of(counts)
			.limit(counts.length - 1)
			.filter((count) -> count > 0)
			.mapToDouble((count) -> count * Math.log(count))
			.sum();
	}

	private List<int[]> best(int most) {
		return List.copyOf(this.keys.subList(0, Math.min(most, this.keys.size())));
	}

	/**
	 * The mean of ln p per letter, in nats, with a key that has been judged: between what
	 * the LSTM and what n-grams say.
	 */
	public double score(int[] key) {
		return Objects.requireNonNull(this.scores.get(list(key)));
	}

	private int[] read(int[] key) {
		return IntStream.of(this.text)
			.map((symbol) -> (symbol < 0) ? this.language.alphabet().size() : key[symbol])
			.toArray();
	}

	private static List<Integer> list(int[] key) {
		return IntStream.of(key).boxed().toList();
	}

}
