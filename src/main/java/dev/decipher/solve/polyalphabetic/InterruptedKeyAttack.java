package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.InterruptedKey;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Finds interrupted keys over straight alphabets, where a letter of the plaintext, one of
 * the ciphertext or each word begins the key anew. Where agreed lengths do, nothing is
 * found.
 */
final class InterruptedKeyAttack implements Attack {

	private static final int SHORTEST_KEY = 2;

	private static final int LONGEST_KEY = 12;

	private static final int ENOUGH_LETTERS = 200;

	private static final Key ANY = new Key.Any(null);

	@Override
	public Set<String> types() {
		return Set.of("interrupted-key");
	}

	@Override
	public double power() {
		return 0.8;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get("interrupted-key"));
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		int size = readable.alphabet().size();
		List<Table> tables = new ArrayList<>();
		// that of the variant is that of Vigenère's with another key
		tables.add(Table.of(null, new Vigenere(ANY), 1, size));
		tables.add(Table.of("beaufort", new Beaufort(ANY), 1, size));
		if (size % 2 == 0) {
			tables.add(Table.of("porta", new Porta(ANY, null), 2, size));
		}
		List<Trial> trials = new ArrayList<>();
		for (Table table : tables) {
			for (int length = SHORTEST_KEY; length <= LONGEST_KEY; length++) {
				if (search.hints().admits(length)) {
					trials.addAll(trials(table, length, readable, search));
				}
			}
		}
		Restarts.run(trials, search, random);
	}

	private static List<Trial> trials(Table table, int length, Readable readable, Search search) {
		List<Trial> trials = new ArrayList<>();
		boolean @Nullable [] words = search.ciphertext().wordStarts();
		if (words != null) {
			trials.add(new Trial(table, length, Interrupter.WORDS, 0, words, readable, search));
		}
		for (int letter = 0; letter < readable.alphabet().size(); letter++) {
			int interrupter = letter;
			trials.add(new Trial(table, length, Interrupter.PLAINTEXT, letter, words, readable, search));
			if (IntStream.of(readable.symbols()).anyMatch((symbol) -> symbol == interrupter)) {
				trials.add(new Trial(table, length, Interrupter.CIPHERTEXT, letter, words, readable, search));
			}
		}
		return trials;
	}

	/** What begins the key anew. */
	private enum Interrupter {

		WORDS, PLAINTEXT, CIPHERTEXT

	}

	/**
	 * A periodic cipher's table.
	 *
	 * @param base its name; null for Vigenère's
	 * @param each how many symbols of a key do the same
	 * @param plaintext symbols by ciphertext symbol and key value: (size × values)
	 */
	private record Table(@Nullable String base, int each, int values, int[] plaintext) {

		static Table of(@Nullable String base, TextKeyed cipher, int each, int size) {
			int values = size / each;
			int[] table = new int[size * values];
			int[] straight = IntStream.range(0, size).toArray();
			for (int value = 0; value < values; value++) {
				int[] read = cipher.with(new int[] { each * value }, size).decrypt(straight);
				for (int symbol = 0; symbol < size; symbol++) {
					table[symbol * values + value] = read[symbol];
				}
			}
			return new Table(base, each, values, table);
		}

	}

	/** Keys of one length, interrupted in one way. */
	private static final class Trial implements Restarts.Trial {

		private final Table table;

		private final int period;

		private final Interrupter interrupter;

		private final int letter;

		/** What interrupts the key found last. */
		private Interrupter current;

		private int currentLetter;

		private final Search search;

		private final int[] text;

		private final Readable readable;

		private final boolean @Nullable [] words;

		private final KeyAnnealing annealing;

		Trial(Table table, int period, Interrupter interrupter, int letter, boolean @Nullable [] words,
				Readable readable, Search search) {
			this.table = table;
			this.period = period;
			this.interrupter = interrupter;
			this.letter = letter;
			this.current = interrupter;
			this.currentLetter = letter;
			this.search = search;
			this.words = words;
			this.readable = readable;
			int length = Math.min(readable.symbols().length, ENOUGH_LETTERS);
			this.text = new int[length];
			this.annealing = new KeyAnnealing(search, period, table.values(), length, this::read);
		}

		private void read(int[] key, int[] text) {
			int[] symbols = this.readable.symbols();
			int values = this.table.values();
			int at = 0;
			for (int i = 0; i < text.length; i++) {
				if (this.words != null && this.current == Interrupter.WORDS && this.words[i]) {
					at = 0;
				}
				int plaintext = this.table.plaintext()[symbols[i] * values + key[at]];
				text[i] = this.readable.letters()[plaintext];
				boolean last = this.current == Interrupter.PLAINTEXT && plaintext == this.currentLetter
						|| this.current == Interrupter.CIPHERTEXT && symbols[i] == this.currentLetter;
				at = (last || at + 1 == this.period) ? 0 : at + 1;
			}
		}

		@Override
		public int run(Search search, SplittableRandom random) {
			this.current = this.interrupter;
			this.currentLetter = this.letter;
			int cost = this.annealing.run(random);
			int least = interruptOtherwise(cost);
			search.tried(this.annealing.tried());
			return least;
		}

		/**
		 * Lets whatever reads best interrupt a key that is good as far as nothing has
		 * interrupted it, and betters it then.
		 * @return what the text costs in the end
		 */
		private int interruptOtherwise(int cost) {
			int least = cost;
			Interrupter best = this.interrupter;
			int letter = this.letter;
			for (Interrupter other : Interrupter.values()) {
				int size = (other != Interrupter.WORDS) ? this.readable.alphabet().size()
						: (this.words != null) ? 1 : 0;
				for (int symbol = 0; symbol < size; symbol++) {
					this.current = other;
					this.currentLetter = symbol;
					read(this.annealing.key(), this.text);
					int changed = this.search.language().letters().cost(this.text) + this.search.cribCost(this.text);
					if (changed < least) {
						least = changed;
						best = other;
						letter = symbol;
					}
				}
			}
			this.current = best;
			this.currentLetter = letter;
			return (least < cost) ? this.annealing.better() : cost;
		}

		@Override
		public Cipher cipher() {
			Alphabet alphabet = this.readable.alphabet();
			int[] key = Arrays.stream(this.annealing.key()).map((value) -> this.table.each() * value).toArray();
			String named = alphabet.symbol(this.currentLetter);
			return new InterruptedKey(Parameters.key(key, alphabet), null, this.table.base(),
					(this.current == Interrupter.PLAINTEXT) ? named : null,
					(this.current == Interrupter.CIPHERTEXT) ? named : null, null);
		}

	}

}
