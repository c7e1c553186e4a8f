package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Nomenclator;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a nomenclator mean, while a search changes it: letters, short words
 * or nothing. The text is as good as the language finds it likely, times the probability
 * that just these tokens were taken for what they mean, see {@link HomophonicTask}. One
 * thread's.
 */
final class CodeBook {

	private static final float HOT = 2f * NGrams.UNITS;

	private static final float COLD = 0.5f * NGrams.UNITS;

	/** Changes for each token. */
	private static final int STEPS = 1_500;

	private static final int STRIDE = 64;

	/** How many short words are tried. */
	private static final int WORDS = 60;

	private static final int LONGEST_PART = 12;

	/** So many meanings are tried at most: long cribs have many more parts. */
	private static final int MOST_MEANINGS = 500;

	/** So many tokens stand before a null on average. */
	private static final double BEFORE_NULL = 7;

	/** How often the best key must be found. */
	private static final int FOUND = 2;

	private final Search search;

	private final SplittableRandom random;

	private final int[] text;

	private final Alphabet alphabet;

	private final NGrams grams;

	private final boolean[] words;

	/** What a token may mean: first the letters, then nothing, then words. */
	private final List<int[]> meanings = new ArrayList<>();

	private final int nothing;

	/** The tokens that occur, and how often they do. */
	private final int[] tokens;

	private final int[] counts;

	/** What each token means now, and how often each meaning occurs. */
	private final int[] key;

	private final int[] occurrences;

	private final double[] logarithms;

	private int[] letters;

	private @Nullable Candidate best;

	private int found;

	/**
	 * Begins with no meanings.
	 * @param words whether a token stands for a word: (tokens)
	 */
	CodeBook(Search search, boolean[] words, SplittableRandom random) {
		this.search = search;
		this.random = random;
		this.words = words;
		this.text = search.ciphertext().symbols();
		this.alphabet = search.language().alphabet();
		this.grams = search.language().letters();
		this.tokens = IntStream.of(this.text).distinct().toArray();
		this.counts = new int[search.ciphertext().alphabet().size()];
		IntStream.of(this.text).forEach((token) -> this.counts[token]++);
		IntStream.range(0, this.alphabet.size()).forEach((letter) -> this.meanings.add(new int[] { letter }));
		this.nothing = this.meanings.size();
		this.meanings.add(new int[0]);
		addParts(search.hints().cribs());
		addWords(search.language().words());
		this.key = new int[this.counts.length];
		this.occurrences = new int[this.meanings.size()];
		this.letters = new int[this.text.length * LONGEST_PART];
		this.logarithms = IntStream.rangeClosed(0, this.text.length)
			.mapToDouble((count) -> count * Math.log(Math.max(1, count)))
			.toArray();
	}

	/** The parts of cribs. */
	private void addParts(List<Crib> cribs) {
		for (Crib crib : cribs) {
			for (int from = 0; from < crib.length(); from++) {
				for (int to = from + 2; to <= Math.min(crib.length(), from + LONGEST_PART); to++) {
					add(Arrays.copyOfRange(crib.letters(), from, to));
				}
			}
		}
	}

	private void add(int[] word) {
		if (this.meanings.size() < MOST_MEANINGS
				&& this.meanings.stream().noneMatch((other) -> Arrays.equals(other, word))) {
			this.meanings.add(word);
		}
	}

	/** The commonest words of two and three letters. */
	private void addWords(NGrams spaced) {
		int base = spaced.symbols();
		int space = base - 1;
		double[] four = spaced.frequencies(4);
		List<double[]> found = new ArrayList<>(); // how often, and the letters
		for (int one = 0; one < space; one++) {
			for (int two = 0; two < space; two++) {
				int begun = (space * base + one) * base + two;
				found.add(new double[] { four[begun * base + space], one, two });
				for (int three = 0; three < space && spaced.order() == 5; three++) {
					int gram = begun * base + three;
					double ends = Math.exp(-(double) (spaced.costs()[gram * base + space] & 0xff) / NGrams.UNITS);
					found.add(new double[] { four[gram] * ends, one, two, three });
				}
			}
		}
		found.sort(Comparator.comparingDouble((double[] word) -> -word[0]));
		found.stream()
			.limit(WORDS)
			.forEach((word) -> add(Arrays.stream(word).skip(1).mapToInt((letter) -> (int) letter).toArray()));
	}

	/**
	 * Goes on from letters until no other meaning of a token is for the better.
	 * @param spelled the letter of each token, −1 for a word
	 * @return whether the best text is sure
	 */
	boolean better(int[] spelled) {
		Arrays.fill(this.occurrences, 0);
		for (int token : this.tokens) {
			this.key[token] = (spelled[token] >= 0) ? spelled[token] : this.nothing;
			this.occurrences[this.key[token]] += this.counts[token];
		}
		int steps = STEPS * this.tokens.length;
		double now = cost();
		double least = now;
		int[] saved = this.key.clone();
		for (int step = 0; step < steps && !(step % STRIDE == 0 && this.search.isOver()); step++) {
			this.search.tried((step % STRIDE == 0) ? STRIDE : 0);
			float temperature = (float) (HOT * Math.pow(COLD / HOT, (double) step / steps));
			int token = this.tokens[this.random.nextInt(this.tokens.length)];
			int before = this.key[token];
			change(token, this.random.nextInt(options(token)));
			double cost = cost();
			if (cost - now <= MetropolisRule.limit(temperature, this.random.nextLong())) {
				now = cost;
				if (now < least) {
					least = now;
					System.arraycopy(this.key, 0, saved, 0, saved.length);
				}
			}
			else {
				change(token, before);
			}
		}
		for (int token : this.tokens) {
			change(token, saved[token]);
		}
		climb();
		return offer();
	}

	private int options(int token) {
		return this.words[token] ? this.meanings.size() : this.nothing + 1;
	}

	private void climb() {
		double now = cost();
		boolean bettered = true;
		while (bettered && !this.search.isOver()) {
			bettered = false;
			for (int token : this.tokens) {
				if (this.search.isOver()) {
					return;
				}
				this.search.tried(options(token));
				for (int meaning = 0; meaning < options(token); meaning++) {
					int before = this.key[token];
					change(token, meaning);
					double cost = cost();
					if (cost < now) {
						now = cost;
						bettered = true;
					}
					else {
						change(token, before);
					}
				}
			}
		}
	}

	private void change(int token, int meaning) {
		this.occurrences[this.key[token]] -= this.counts[token];
		this.occurrences[meaning] += this.counts[token];
		this.key[token] = meaning;
	}

	/** Writes the text down; returns its length. */
	private int write() {
		int length = 0;
		for (int token : this.text) {
			int[] meaning = this.meanings.get(this.key[token]);
			if (length + meaning.length > this.letters.length) {
				this.letters = Arrays.copyOf(this.letters, 2 * this.letters.length);
			}
			for (int letter : meaning) {
				this.letters[length++] = letter;
			}
		}
		return length;
	}

	/** The cost of the text and of the choice of its tokens, in nats / UNITS. */
	private double cost() {
		int length = write();
		int order = this.grams.order();
		byte[] costs = this.grams.costs();
		int base = this.grams.symbols();
		int contexts = costs.length / base;
		int context = 0;
		int cost = 0;
		for (int i = 0; i < length; i++) {
			int gram = context * base + this.letters[i];
			cost += (i >= order - 1) ? costs[gram] & 0xff : 0;
			context = gram % contexts;
		}
		boolean cribbed = !this.search.hints().cribs().isEmpty();
		int missed = cribbed ? this.search.cribCost(Arrays.copyOf(this.letters, length)) : 0;
		return cost + missed + NGrams.UNITS * choices();
	}

	/** The logarithm of in how many ways tokens might have been taken, in nats. */
	private double choices() {
		double choices = 0;
		for (int meaning = 0; meaning < this.occurrences.length; meaning++) {
			choices += this.logarithms[this.occurrences[meaning]];
		}
		int nulls = this.occurrences[this.nothing];
		if (nulls > 0) {
			choices += nulls * Math.log(1 + BEFORE_NULL)
					+ (this.text.length - nulls) * Math.log((1 + BEFORE_NULL) / BEFORE_NULL);
		}
		return choices;
	}

	private boolean offer() {
		int[] plaintext = Arrays.copyOf(this.letters, write());
		if (plaintext.length < 2) {
			return false;
		}
		double named = IntStream.of(this.tokens)
			.mapToDouble((token) -> Math.max(1, this.meanings.get(this.key[token]).length))
			.sum() * Math.log(this.alphabet.size());
		double taken = choices()
				- IntStream.of(this.tokens).mapToDouble((token) -> this.logarithms[this.counts[token]]).sum();
		Candidate candidate = new Candidate(cipher(), plaintext, this.grams.score(plaintext), named + taken);
		boolean better = this.best == null || candidate.worth() > this.best.worth();
		if (this.best != null && Arrays.equals(this.best.plaintext(), plaintext)) {
			this.found++;
		}
		else if (better) {
			this.found = 1;
		}
		if (this.search.offer(candidate) > 0 && better) {
			this.best = candidate;
		}
		return this.best != null && this.found >= FOUND && this.search.isConvincing(this.best);
	}

	private Nomenclator cipher() {
		Map<String, List<String>> spelled = new LinkedHashMap<>();
		Map<String, List<String>> coded = new LinkedHashMap<>();
		List<String> nulls = new ArrayList<>();
		for (int token : this.tokens) {
			String name = this.search.ciphertext().alphabet().symbol(token);
			String meaning = IntStream.of(this.meanings.get(this.key[token]))
				.mapToObj(this.alphabet::symbol)
				.collect(Collectors.joining());
			if (this.key[token] == this.nothing) {
				nulls.add(name);
			}
			else {
				((this.key[token] < this.nothing) ? spelled : coded)
					.computeIfAbsent(meaning, (key) -> new ArrayList<>())
					.add(name);
			}
		}
		return new Nomenclator(new Homophones.Given(spelled), coded.isEmpty() ? null : new Homophones.Given(coded),
				nulls.isEmpty() ? null : nulls);
	}

}
