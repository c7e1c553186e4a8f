package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Parameters;
import dev.decipher.language.English;
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
	private static final int KEEP = 120;

	/** Words between two looks at the clock. */
	private static final int STRIDE = 1_000;

	private final List<int[]> alphabets;

	private KeywordList(List<int[]> alphabets) {
		this.alphabets = alphabets;
	}

	/**
	 * The words that a language knows, or else English ones, each alphabet once.
	 * @param alphabet what keywords are made of
	 * @param worker which share of the words to take
	 */
	static KeywordList of(Language language, Alphabet alphabet, int worker, int workers) {
		Language known = (language.vocabulary() != null) ? language : English.get();
		Vocabulary vocabulary = known.vocabulary();
		List<int[]> words = (vocabulary != null) ? vocabulary.words() : List.of();
		int[] symbols = IntStream.range(0, known.alphabet().size())
			.map((letter) -> alphabet.indexOf(known.alphabet().codePoint(letter)))
			.toArray();
		Set<String> different = new HashSet<>();
		List<int[]> alphabets = new ArrayList<>();
		for (int i = worker; i < words.size(); i += workers) {
			int[] word = IntStream.of(words.get(i)).map((letter) -> symbols[letter]).distinct().toArray();
			if (word.length < SHORTEST || IntStream.of(word).anyMatch((symbol) -> symbol < 0)) {
				continue;
			}
			int[] keyed = Parameters.keyedAlphabet(word, alphabet.size());
			if (different.add(new String(keyed, 0, keyed.length))) {
				alphabets.add(keyed);
			}
		}
		return new KeywordList(alphabets);
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
	 */
	List<int[]> best(SlidingAlphabets text, int count, Search search) {
		PriorityQueue<Fitting> fitting = new PriorityQueue<>(Comparator.comparingInt((Fitting one) -> -one.cost()));
		int tried = 0;
		while (tried < size() && (tried % STRIDE != 0 || !search.isOver())) {
			int[] alphabet = this.alphabets.get(tried++);
			fitting.add(new Fitting(alphabet, text.fit(alphabet)));
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
