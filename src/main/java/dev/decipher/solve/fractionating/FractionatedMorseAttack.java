package dev.decipher.solve.fractionating;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.fractionating.FractionatedMorse;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;

/**
 * Fractionated Morse: simulated annealing exchanges the groups of marks that letters
 * stand for, over and over again from random keys.
 */
public record FractionatedMorseAttack() implements Attack {

	private static final int GROUPS = 26;

	/** Letters of a long text that annealing looks at. */
	private static final int ANNEALED = 250;

	/** Changes of one pass, and how many more each next one has. */
	private static final int STEPS = 60_000;

	private static final int STRIDE = 256;

	/** Temperatures, in nats / NGrams.UNITS, for each letter of the ciphertext. */
	private static final double HOT = 1.0;

	private static final double COLD = 0.15;

	/** How often a plaintext must be found, each time from another key. */
	private static final int ENOUGH_FINDS = 2;

	@Override
	public Set<String> types() {
		return Set.of("fractionated-morse");
	}

	@Override
	public double power() {
		return 0.6;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.ciphertext().alphabet() instanceof Alphabet && LetterSearch.isOfLatin(search.language())) {
			new Task(search, random).run();
		}
	}

	/** One thread's work on one text. A key is the group of each letter. */
	private static final class Task {

		private final Search search;

		private final SplittableRandom random;

		private final int[] letters;

		/** The reader of texts with spaces or, in every third pass, without. */
		private MorseText text;

		private final MorseText spaced;

		private final MorseText unspaced;

		private final int[] marks;

		private final int[] key = new int[GROUPS];

		private final int[] best = new int[GROUPS];

		Task(Search search, SplittableRandom random) {
			this.search = search;
			this.random = random;
			this.letters = search.ciphertext().symbols();
			this.spaced = new MorseText(search.language(), true);
			this.unspaced = new MorseText(search.language(), false);
			this.text = this.spaced;
			this.marks = new int[3 * this.letters.length];
		}

		void run() {
			for (int pass = 0; !this.search.isOver(); pass++) {
				this.text = (pass % 3 == 1) ? this.unspaced : this.spaced;
				anneal(STEPS * (1 + pass / 2));
				cost(this.best, this.letters.length);
				int[] plaintext = this.text.plaintext();
				if (this.text.faults() > 0 || plaintext.length < 2) {
					continue;
				}
				Candidate found = this.search.candidate(
						new FractionatedMorse(Parameters.key(letterOfGroup(), Alphabet.LATIN26)), plaintext,
						this.search.language().letters().score(plaintext));
				if (this.search.offer(found) >= ENOUGH_FINDS && this.search.isConvincing(found)) {
					this.search.settle();
				}
			}
		}

		private int[] letterOfGroup() {
			int[] letters = new int[GROUPS];
			for (int letter = 0; letter < GROUPS; letter++) {
				letters[this.best[letter]] = letter;
			}
			return letters;
		}

		private void anneal(int steps) {
			int length = Math.min(ANNEALED, this.letters.length);
			System.arraycopy(KeyPart.permutation(GROUPS).draw(this.random), 0, this.key, 0, GROUPS);
			int now = cost(this.key, length);
			int least = now;
			System.arraycopy(this.key, 0, this.best, 0, GROUPS);
			for (int step = 0; step < steps; step++) {
				if (step % STRIDE == 0) {
					this.search.tried(STRIDE);
					if (this.search.isOver()) {
						return;
					}
				}
				int one = this.random.nextInt(GROUPS);
				int other = (one + 1 + this.random.nextInt(GROUPS - 1)) % GROUPS;
				exchange(one, other);
				int cost = cost(this.key, length);
				double temperature = length * HOT * Math.pow(COLD / HOT, (double) step / steps);
				if (cost - now <= MetropolisRule.limit((float) temperature, this.random.nextLong())) {
					now = cost;
					if (now < least) {
						least = now;
						System.arraycopy(this.key, 0, this.best, 0, GROUPS);
					}
				}
				else {
					exchange(one, other);
				}
			}
		}

		private void exchange(int one, int other) {
			int group = this.key[one];
			this.key[one] = this.key[other];
			this.key[other] = group;
		}

		private int cost(int[] groups, int length) {
			int count = 0;
			for (int i = 0; i < length; i++) {
				int group = groups[this.letters[i]];
				this.marks[count++] = group / 9;
				this.marks[count++] = group / 3 % 3;
				this.marks[count++] = group % 3;
			}
			int cost = this.text.cost(this.marks, count, Integer.MAX_VALUE);
			return this.search.hints().cribs().isEmpty() ? cost : cost + this.search.cribCost(this.text.plaintext());
		}

	}

}
