package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Alberti;
import dev.decipher.cipher.polyalphabetic.Ragbaby;
import dev.decipher.solve.polyalphabetic.SlidingAlphabets.Keyed;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keyed alphabet of ciphers that slide it by rule, so that only the alphabet
 * and few numbers are secret: Alberti's disk turned behind every so many letters, and
 * Ragbaby, which counts words and letters.
 */
final class SlidesAttack implements Attack {

	private static final String ALBERTI = "alberti";

	private static final String RAGBABY = "ragbaby";

	/** Letters between two turns of the disk. */
	private static final int LONGEST_PERIOD = 10;

	private static final int ENOUGH_LETTERS = 400;

	@Override
	public Set<String> types() {
		return Set.of(ALBERTI, RAGBABY);
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		List<Rule> rules = new ArrayList<>();
		for (String type : types) {
			Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(type));
			if (!search.isTooShort() && Readable.is(example, search.ciphertext(), search.language())) {
				Readable readable = Readable.of(example, search.ciphertext(), search.language());
				rules.addAll(type.equals(ALBERTI) ? turns(readable, search) : words(readable, search));
			}
		}
		RankedPasses.run(rules, search, random);
	}

	/** All turns of a disk, the likeliest first. */
	private static List<Rule> turns(Readable readable, Search search) {
		int[] symbols = Arrays.copyOf(readable.symbols(), Math.min(readable.symbols().length, ENOUGH_LETTERS));
		int size = readable.alphabet().size();
		SlidesFit fit = new SlidesFit(symbols, readable.letters(), search.language().letters());
		List<Turn> turns = new ArrayList<>();
		int[] slides = new int[symbols.length];
		for (int period = 1; period <= LONGEST_PERIOD; period++) {
			for (int step = 1; step < size && search.hints().admits(period); step++) {
				slide(slides, period, step, size);
				turns.add(new Turn(period, step, fit.cost(slides)));
			}
		}
		return turns.stream().sorted(Comparator.comparingInt(Turn::cost)).map((turn) -> {
			int[] known = new int[symbols.length];
			slide(known, turn.period(), turn.step(), size);
			// the ring may be turned at first
			return new Rule(new SlidingAlphabets.Text(symbols, readable.letters(), known, new int[symbols.length]),
					Keyed.CIPHER, search, (key) -> disk(key, turn, readable.alphabet()));
		}).toList();
	}

	private static Cipher disk(int[][] key, Turn turn, Alphabet alphabet) {
		int[] ring = begun(key[0]);
		int start = Math.floorMod(key[1][0] - KeyNumbers.inverse(key[0])[ring[0]], alphabet.size());
		return new Alberti(keyword(ring, alphabet), null, null, start, turn.period(), turn.step(), null);
	}

	/** Turns by some places behind every so many letters, and how well these fit. */
	private record Turn(int period, int step, int cost) {
	}

	private static void slide(int[] slides, int period, int step, int size) {
		for (int i = 0; i < slides.length; i++) {
			slides[i] = i / period * step % size;
		}
	}

	/** With 24 letters, if there are no others, and with all. */
	private static List<Rule> words(Readable readable, Search search) {
		if (search.ciphertext().wordStarts() == null) {
			return List.of();
		}
		List<Rule> rules = new ArrayList<>();
		for (@Nullable
		Integer letters : new @Nullable Integer[] { null, 26 }) {
			Alphabet alphabet = readable.alphabet();
			Alphabet counting = new Ragbaby(new Key.Given(alphabet.symbol(0)), letters, null).keyAlphabet(alphabet);
			int[] symbols = Arrays.stream(readable.symbols())
				.map((symbol) -> counting.indexOf(alphabet.codePoint(symbol)))
				.toArray();
			if (Arrays.stream(symbols).anyMatch((symbol) -> symbol < 0)) {
				continue;
			}
			int size = counting.size();
			int[] written = new int[size];
			Arrays.setAll(written, (symbol) -> readable.letters()[alphabet.indexOf(counting.codePoint(symbol))]);
			rules.add(new Rule(
					new SlidingAlphabets.Text(symbols, written, counts(search.ciphertext().wordLengths(), size),
							new int[0]),
					Keyed.SAME, search, (key) -> new Ragbaby(keyword(begun(key[0]), counting), letters, null)));
		}
		return rules;
	}

	/** The number of the word and the place in it. */
	private static int[] counts(int[] words, int size) {
		int[] counts = new int[Arrays.stream(words).sum()];
		int at = 0;
		for (int word = 0; word < words.length; word++) {
			for (int within = 0; within < words[word]; within++) {
				counts[at++] = (word + 1 + within) % size;
			}
		}
		return counts;
	}

	/** Turned to where its keyword is the shortest. */
	private static int[] begun(int[] alphabet) {
		return QuagmireKeys.turned(alphabet, 1);
	}

	private static Key keyword(int[] keyed, Alphabet alphabet) {
		return Parameters.key(Arrays.copyOf(keyed, Keywords.length(keyed)), alphabet);
	}

	/** An alphabet that is slid in one way. */
	private static final class Rule implements RankedPasses.Pass {

		private static final int KEYWORD_MOVES = 15_000;

		private static final int MIXED_MOVES = 40_000;

		private final SlidingAlphabets keyworded;

		private final SlidingAlphabets mixed;

		private final Function<int[][], Cipher> naming;

		Rule(SlidingAlphabets.Text text, Keyed keyed, Search search, Function<int[][], Cipher> naming) {
			this.keyworded = new SlidingAlphabets(text, keyed, true, search);
			this.mixed = new SlidingAlphabets(text, keyed, false, search);
			this.naming = naming;
		}

		@Override
		public Cipher run(int number, SplittableRandom random) {
			boolean mixes = number % 2 == 0;
			SlidingAlphabets alphabets = mixes ? this.mixed : this.keyworded;
			alphabets.pass(mixes ? MIXED_MOVES : KEYWORD_MOVES, random);
			return this.naming.apply(alphabets.key());
		}

	}

}
