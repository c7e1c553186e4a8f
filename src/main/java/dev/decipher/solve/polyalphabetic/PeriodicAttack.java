package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Restarts;
import dev.decipher.solve.search.Search;

/**
 * Finds keys with an unknown period, by annealing with each period in turn. Of all keys
 * the one is taken that is likeliest together with its text, each key symbol costing ln V
 * nats.
 *
 * @param types what it finds
 */
public record PeriodicAttack(Set<String> types) implements Attack {

	private static final int LONGEST_PERIOD = 30;

	/** The longest where somebody says that it may be longer. */
	private static final int LONGEST_HINTED = 100;

	/** As many letters tell the key of any period; more would only take longer. */
	private static final int ENOUGH_LETTERS = 400;

	/** Letters that each symbol of a key reads at least. */
	private static final int LEAST_LETTERS = 3;

	private static final int LEAST_LETTERS_WITH_CRIB = 2;

	/** Ciphers with a key that is repeated as it is. */
	public static PeriodicAttack repeatingKey() {
		return new PeriodicAttack(Set.of("vigenere", "variant-vigenere", "gronsfeld", "beaufort", "porta"));
	}

	/** The key that is followed by the plaintext. */
	public static PeriodicAttack autokey() {
		return new PeriodicAttack(Set.of("autokey"));
	}

	/** Keys that move on. */
	public static PeriodicAttack progressiveKey() {
		return new PeriodicAttack(Set.of("trithemius", "progressive"));
	}

	/** Keys that read pairs of letters. */
	public static PeriodicAttack pairs() {
		return new PeriodicAttack(Set.of("slidefair", "portax"));
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.KEY_LENGTH);
	}

	/** A cipher with a period. */
	private static final class Trial implements Restarts.Trial {

		private final PeriodicCipher cipher;

		private final int period;

		private final KeyAnnealing annealing;

		Trial(PeriodicCipher cipher, int period, Search search) {
			this.cipher = cipher;
			this.period = period;
			this.annealing = cipher.annealing(period,
					ENOUGH_LETTERS * Math.max(LONGEST_PERIOD, period) / LONGEST_PERIOD, search);
		}

		@Override
		public int run(Search search, SplittableRandom random) {
			int cost = this.annealing.run(random);
			search.tried(this.annealing.tried());
			return cost;
		}

		@Override
		public Cipher cipher() {
			return this.cipher.naming().of(this.cipher.shortest(this.annealing.key()));
		}

		@Override
		public boolean isCaseOf(Restarts.Trial other) {
			return other instanceof Trial trial && trial.period % this.period == 0
					&& (trial.cipher == this.cipher || (trial.cipher.movesOn() && this.cipher.movesOn()));
		}

	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get("vigenere"));
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		if (types.contains("trithemius")) {
			search.offer(search.read(new Trithemius()));
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		Restarts.run(trials(types, readable, search), search, random);
	}

	private static List<Trial> trials(Set<String> types, Readable readable, Search search) {
		List<Trial> trials = new ArrayList<>();
		List<PeriodicCipher> ciphers = PeriodicCipher.of(types, readable);
		// of a shorter text a crib gives away what its letters don't
		int least = search.hints().cribs().isEmpty() ? LEAST_LETTERS : LEAST_LETTERS_WITH_CRIB;
		boolean hinted = search.hints().maxKeyLength() < Integer.MAX_VALUE;
		int most = Math.min(LONGEST_HINTED,
				hinted ? search.hints().maxKeyLength() : Math.max(LONGEST_PERIOD, search.hints().minKeyLength()));
		int longest = Math.max(1, Math.min(most, readable.symbols().length / least));
		for (int period = 1; period <= longest; period++) {
			for (PeriodicCipher cipher : ciphers) {
				// with each step, long ones would take too much memory
				if (search.hints().admits(period) && (period <= LONGEST_PERIOD || !cipher.movesOn())) {
					trials.add(new Trial(cipher, period, search));
				}
			}
		}
		return trials;
	}

}
