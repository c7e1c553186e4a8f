package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import dev.decipher.cipher.Keywords;
import dev.decipher.language.Language;
import dev.decipher.language.Vocabulary;
import dev.decipher.solve.search.Search;

/**
 * Alphabets with the words of a language as their keywords, for who chooses a keyword
 * chooses a word as a rule. All are tried, by single letters first, which takes a
 * microsecond each, and those that fit best by n-grams.
 */
final class KeywordList {

	/** Words with fewer different letters hardly mix an alphabet. */
	private static final int SHORTEST = 3;

	/**
	 * Words that are tried by n-grams, of those that a worker tries by single letters.
	 */
	private static final int KEEP = 400;

	/** Words between two looks at the clock. */
	private static final int STRIDE = 1_000;

	private final List<int[]> alphabets;

	private KeywordList(List<int[]> alphabets) {
		this.alphabets = alphabets;
	}

	/**
	 * The words that a language knows, each alphabet once.
	 * @param letters the language's letter for each symbol (size)
	 */
	static KeywordList of(Language language, int[] letters) {
		Vocabulary vocabulary = language.vocabulary();
		if (vocabulary == null) {
			return new KeywordList(List.of());
		}
		int[] symbols = new int[language.alphabet().size()];
		Arrays.fill(symbols, -1);
		IntStream.range(0, letters.length).forEach((symbol) -> symbols[letters[symbol]] = symbol);
		Map<List<Integer>, int[]> alphabets = new LinkedHashMap<>();
		for (int[] word : vocabulary.words()) {
			int[] keyword = IntStream.of(word).map((letter) -> symbols[letter]).distinct().toArray();
			if (keyword.length >= SHORTEST && IntStream.of(keyword).allMatch((symbol) -> symbol >= 0)) {
				int[] alphabet = IntStream.concat(IntStream.of(keyword), IntStream.range(0, letters.length))
					.distinct()
					.toArray();
				alphabets.putIfAbsent(IntStream.of(alphabet).limit(Keywords.length(alphabet)).boxed().toList(),
						alphabet);
			}
		}
		return new KeywordList(List.copyOf(alphabets.values()));
	}

	/** How many there are. */
	int size() {
		return this.alphabets.size();
	}

	private record Fitting(int[] alphabet, int cost) {
	}

	/**
	 * The alphabets with which a text is the likeliest, the best first; of as many as
	 * were tried until the search was over.
	 * @param text with one keyed alphabet, or two alike
	 * @param count how many alphabets at most
	 * @param worker which share of all to try
	 */
	List<int[]> best(SlidingAlphabets text, int count, Search search, int worker, int workers) {
		PriorityQueue<Fitting> fitting = new PriorityQueue<>(Comparator.comparingInt((Fitting one) -> -one.cost()));
		int tried = 0;
		for (int i = worker; i < size() && (tried % STRIDE != 0 || !search.isOver()); i += workers) {
			tried++;
			fitting.add(new Fitting(this.alphabets.get(i), text.fit(this.alphabets.get(i))));
			if (fitting.size() > KEEP) {
				fitting.remove();
			}
		}
		search.tried(tried);
		return fitting.stream()
			.filter((one) -> !search.isOver())
			.map((one) -> new Fitting(one.alphabet(), text.slide(one.alphabet())))
			.sorted(Comparator.comparingInt(Fitting::cost))
			.limit(count)
			.map(Fitting::alphabet)
			.toList();
	}

}
