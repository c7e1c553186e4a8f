package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.language.Vocabulary;
import dev.decipher.solve.rank.Reranker;
import dev.decipher.solve.search.BestList;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for the letter of each symbol of a text. It numbers the symbols; a
 * key is the letter of each.
 */
abstract class LetterKeyTask {

	/** Keys that are offered in the end. */
	static final int OFFERED = 20;

	/** Keys beside one that the LSTM compares with it. */
	static final int NEIGHBOURS = 100;

	/** Steps of annealing between two looks at the clock. */
	static final int STRIDE = 1024;

	final Alphabet alphabet;

	/** The symbols by their numbers. */
	final int[] symbols;

	/** The ciphertext in numbers of symbols. */
	final int[] text;

	final Search search;

	final SplittableRandom random;

	private final boolean @Nullable [] wordStarts;

	private final Language language;

	/** What is known of the key. */
	final KeyHints hints;

	/**
	 * A search that has not begun.
	 * @param symbols in the order of their numbers
	 * @param oneToOne whether no two symbols stand for one letter
	 */
	LetterKeyTask(Search search, SplittableRandom random, IntStream symbols, boolean oneToOne) {
		Ciphertext ciphertext = search.ciphertext();
		this.language = search.language();
		this.alphabet = this.language.alphabet();
		this.wordStarts = ciphertext.wordStarts();
		this.search = search;
		this.random = random;
		this.symbols = symbols.distinct().toArray();
		int[] numbers = new int[Math.max(ciphertext.alphabet().size(), this.symbols.length)];
		for (int number = 0; number < this.symbols.length; number++) {
			numbers[this.symbols[number]] = number;
		}
		this.text = IntStream.of(ciphertext.symbols()).map((symbol) -> numbers[symbol]).toArray();
		this.hints = KeyHints.of(search, this.symbols, this.text, oneToOne);
	}

	/** The key with a letter for every symbol. */
	abstract int[] whole(int[] key);

	/** Ciphers with a whole key: one, and others that make the same of the text. */
	abstract List<Cipher> ciphers(int[] key);

	/** The keys under exchange, for the beginning of the text. */
	final KeySearch exchanges(int most) {
		return keys(most, grams(), true, true);
	}

	/** The keys under replacement, for the beginning of the text. */
	final KeySearch replacements(int most) {
		return keys(most, grams(), true, false);
	}

	/**
	 * The same by joint n-grams, by which a key that is right in part is the better for
	 * it.
	 */
	final KeySearch smoothReplacements(int most) {
		return keys(most, grams().joint(grams().order()), false, false);
	}

	private NGrams grams() {
		return (this.wordStarts != null) ? this.language.words() : this.language.letters();
	}

	/** A search by the language's words; null where they aren't known. */
	final @Nullable WordClimb words(WordClimb.Admission admission) {
		Vocabulary vocabulary = this.language.vocabulary();
		int occurring = IntStream.of(this.text).max().orElse(-1) + 1;
		return (vocabulary == null) ? null
				: new WordClimb(this.text, occurring, this.wordStarts, vocabulary, grams(), this.search, admission);
	}

	private KeySearch keys(int most, NGrams grams, boolean beginning, boolean exchanges) {
		int length = Math.min(most, this.text.length);
		boolean[] starts = (this.wordStarts != null) ? Arrays.copyOf(this.wordStarts, length) : null;
		return new KeySearch(Arrays.copyOf(this.text, length), this.symbols.length, this.alphabet.size(), starts, grams,
				beginning, exchanges);
	}

	/** The share of the time after which annealing ends where the LSTM comes after it. */
	final double annealingEnd(boolean reranking, double share) {
		double begin = this.search.spent();
		return reranking ? begin + share * (1 - begin) : 1;
	}

	/**
	 * Lets the LSTM rerank the best keys and those near them, and offers what it likes
	 * best.
	 * @param margin by how much n-grams may prefer another key to one that the LSTM still
	 * looks at, in nats / {@link NGrams#UNITS}
	 * @param starts how many keys it goes on from
	 * @return false if the search is over before that
	 */
	final boolean rerank(BestList<ScoredKey> optima, int margin, int starts, Function<int[], List<int[]>> neighbours) {
		if (optima.first(1).isEmpty()) {
			return false;
		}
		Reranker reranker = new Reranker(this.language, this.text, this.wordStarts, this.search);
		int most = optima.best().item().cost() + margin;
		List<int[]> best = optima.first(Integer.MAX_VALUE)
			.stream()
			.filter((optimum) -> optimum.cost() <= most)
			.map(ScoredKey::letters)
			.toList();
		List<int[]> offered = reranker.climb(best, starts, neighbours, OFFERED);
		offered.forEach((key) -> offer(key, reranker.score(key)));
		return !offered.isEmpty();
	}

	final void offer(int[] key, double score) {
		int[] whole = whole(key);
		int[] plaintext = IntStream.of(this.text).map((symbol) -> whole[symbol]).toArray();
		ciphers(whole).forEach((cipher) -> this.search.offer(this.search.candidate(cipher, plaintext, score)));
	}

	/** The mean of ln p per letter, in nats. */
	static double score(int cost, KeySearch keys) {
		return -(double) cost / NGrams.UNITS / keys.length();
	}

}
