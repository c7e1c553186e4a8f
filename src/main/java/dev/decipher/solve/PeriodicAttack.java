package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Trithemius;
import dev.decipher.language.Language;

/**
 * Finds keys with an unknown period, by annealing with each period in turn. Of all keys
 * the one is taken that is likeliest together with its text, each key symbol costing ln V
 * nats.
 *
 * @param types what it finds
 */
record PeriodicAttack(Set<String> types) implements Attack {

	private static final int LONGEST_PERIOD = 30;

	/** As many letters tell the key of any period; more would only take longer. */
	private static final int ENOUGH_LETTERS = 400;

	/** How often a key is found, each time from another start, to be the one. */
	private static final int HITS = 3;

	private static final int ROUNDS_WITHOUT_PROGRESS = 40;

	/** Ciphers with a key that is repeated as it is. */
	static PeriodicAttack repeatingKey() {
		return new PeriodicAttack(Set.of("vigenere", "variant-vigenere", "gronsfeld", "beaufort", "porta"));
	}

	/** The key that is followed by the plaintext. */
	static PeriodicAttack autokey() {
		return new PeriodicAttack(Set.of("autokey"));
	}

	/** Keys that move on. */
	static PeriodicAttack progressiveKey() {
		return new PeriodicAttack(Set.of("trithemius", "progressive"));
	}

	/** A cipher with a period, what it costs at best so far and how often that came. */
	private static final class Trial {

		private final PeriodicCipher cipher;

		private final int period;

		private final KeyAnnealing annealing;

		private int cost = Integer.MAX_VALUE;

		private int hits;

		Trial(PeriodicCipher cipher, int period, int[] text, Language language) {
			this.cipher = cipher;
			this.period = period;
			this.annealing = new KeyAnnealing(language.letters(), period, cipher.values(),
					cipher.readings().of(text, period));
		}

		/** Whether something better was found than ever before. */
		boolean run(SplittableRandom random) {
			int found = this.annealing.run(random);
			if (found == this.cost) {
				this.hits++;
			}
			if (found >= this.cost) {
				return false;
			}
			this.cost = found;
			this.hits = 1;
			return true;
		}

	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		int[] text = Arrays.copyOf(ciphertext.symbols(), Math.min(ciphertext.length(), ENOUGH_LETTERS));
		if (text.length < language.letters().order()) {
			return;
		}
		Finds finds = new Finds(ciphertext, language);
		if (types.contains("trithemius")) {
			finds.add(new Trithemius(), 0);
		}
		anneal(trials(types, text, language), finds, search, random);
		finds.offerTo(search);
	}

	private static List<Trial> trials(Set<String> types, int[] text, Language language) {
		List<Trial> trials = new ArrayList<>();
		for (int period = 1; period <= Math.max(1, Math.min(LONGEST_PERIOD, text.length / 3)); period++) {
			for (PeriodicCipher cipher : PeriodicCipher.of(types, language.alphabet())) {
				trials.add(new Trial(cipher, period, text, language));
			}
		}
		return trials;
	}

	private static void anneal(List<Trial> trials, Finds finds, Search search, SplittableRandom random) {
		Trial best = null;
		int lastProgress = 0;
		for (int round = 0; round - lastProgress <= ROUNDS_WITHOUT_PROGRESS; round++) {
			for (Trial trial : trials) {
				if (search.isOver()) {
					return;
				}
				if (!trial.run(random)) {
					continue;
				}
				double before = finds.surprise();
				int[] key = trial.cipher.shortest(trial.annealing.key());
				finds.add(trial.cipher.naming().of(key), trial.cipher.keySurprise(key.length));
				if (finds.surprise() < before) {
					best = trial;
					lastProgress = round;
				}
			}
			if (best != null && best.hits >= HITS && finds.isPlain()) {
				finds.offerTo(search);
				search.settle();
				return;
			}
		}
	}

}
