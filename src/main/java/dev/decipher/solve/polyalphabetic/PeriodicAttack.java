package dev.decipher.solve.polyalphabetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
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

	/** As many letters tell the key of any period; more would only take longer. */
	private static final int ENOUGH_LETTERS = 400;

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

	/** A cipher with a period. */
	private static final class Trial implements Restarts.Trial {

		private final PeriodicCipher cipher;

		private final int period;

		private final KeyAnnealing annealing;

		Trial(PeriodicCipher cipher, int period, int[] text, Language language) {
			this.cipher = cipher;
			this.period = period;
			this.annealing = new KeyAnnealing(language.letters(), period, cipher.values(),
					cipher.readings(text, period));
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
		Ciphertext ciphertext = search.ciphertext();
		Language language = search.language();
		int[] text = Arrays.copyOf(ciphertext.symbols(), Math.min(ciphertext.length(), ENOUGH_LETTERS));
		if (text.length < language.letters().order()) {
			return;
		}
		if (types.contains("trithemius")) {
			search.offer(search.read(new Trithemius()));
		}
		Restarts.run(trials(types, text, language), search, random);
	}

	private static List<Trial> trials(Set<String> types, int[] text, Language language) {
		List<Trial> trials = new ArrayList<>();
		List<PeriodicCipher> ciphers = PeriodicCipher.of(types, language.alphabet());
		for (int period = 1; period <= Math.max(1, Math.min(LONGEST_PERIOD, text.length / 3)); period++) {
			for (PeriodicCipher cipher : ciphers) {
				trials.add(new Trial(cipher, period, text, language));
			}
		}
		return trials;
	}

}
