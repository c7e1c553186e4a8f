package dev.decipher.solve.fractionating;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.fractionating.Morbit;
import dev.decipher.cipher.fractionating.Pollux;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;

/**
 * Morbit and Pollux, which have 9! and some 3¹⁰ keys: all are tried, and left as soon as
 * too much of what they make is no Morse.
 *
 * @param type which of the two
 */
public record MorseKeyAttack(String type) implements Attack {

	private static final String MORBIT = "morbit";

	/** Keys between two looks at the clock. */
	private static final int STRIDE = 512;

	/** A key has dots, dashes and divisions. */
	private static final int ALL_MARKS = 7;

	/** The beginning by which a key is judged first, in symbols. */
	private static final int BEGINNING = 80;

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.ciphertext().alphabet() instanceof Alphabet && LetterSearch.isOfLatin(search.language())) {
			new Task(this.type.equals(MORBIT), search).run(worker, workers);
		}
	}

	/** One thread's work on one text. */
	private static final class Task {

		private final boolean inPairs;

		private final Search search;

		/** The ciphertext in digits 0 to 9, or to 8 with two marks each. */
		private final int[] digits;

		/** Readers of texts with and without spaces. */
		private final MorseText[] texts;

		private final int[] marks;

		/** The marks of each digit, of pairs as a number. */
		private final int[] key;

		private int least = Integer.MAX_VALUE;

		private long tried;

		private boolean over;

		Task(boolean inPairs, Search search) {
			this.inPairs = inPairs;
			this.search = search;
			this.digits = IntStream.of(search.ciphertext().symbols()).toArray();
			this.texts = new MorseText[] { new MorseText(search.language(), true),
					new MorseText(search.language(), false) };
			this.marks = new int[2 * this.digits.length];
			this.key = new int[inPairs ? 9 : 10];
		}

		void run(int worker, int workers) {
			if (this.inPairs) {
				for (int first = worker; first < 9; first += workers) {
					this.key[0] = first;
					pairs(1, 1 << first);
				}
			}
			else {
				int keys = (int) Math.pow(3, 10);
				for (int number = worker; number < keys && !this.over; number += workers) {
					int marks = 0;
					for (int digit = 0, rest = number; digit < 10; digit++, rest /= 3) {
						this.key[digit] = rest % 3;
						marks |= 1 << rest % 3;
					}
					if (marks == ALL_MARKS) {
						attempt();
					}
				}
			}
			this.search.tried(this.tried % STRIDE);
			if (!this.over && workers == 1 && !this.search.best().isEmpty()
					&& this.search.isConvincing(this.search.best().get(0))) {
				this.search.settle();
			}
		}

		/** Gives digits pairs of marks in all ways. */
		private void pairs(int digit, int used) {
			if (digit == this.key.length) {
				attempt();
				return;
			}
			for (int pair = 0; pair < this.key.length && !this.over; pair++) {
				if ((used >> pair & 1) == 0) {
					this.key[digit] = pair;
					pairs(digit + 1, used | 1 << pair);
				}
			}
		}

		private void attempt() {
			if (++this.tried % STRIDE == 0) {
				this.search.tried(STRIDE);
				this.over = this.search.isOver();
			}
			for (MorseText text : this.texts) {
				if (cost(text, Math.min(BEGINNING, this.digits.length), this.least) >= this.least) {
					continue;
				}
				int cost = cost(text, this.digits.length, this.least);
				if (cost < this.least && text.faults() == 0) {
					this.least = this.search.hints().cribs().isEmpty() ? cost : this.least;
					offer(text.plaintext());
				}
			}
		}

		private int cost(MorseText text, int length, int most) {
			int count = 0;
			for (int i = 0; i < length; i++) {
				int mark = this.key[this.digits[i]];
				if (this.inPairs) {
					this.marks[count++] = mark / 3;
					this.marks[count++] = mark % 3;
				}
				else {
					this.marks[count++] = mark;
				}
			}
			return text.cost(this.marks, count, most);
		}

		private void offer(int[] plaintext) {
			if (plaintext.length > 1) {
				this.search.offer(
						this.search.candidate(cipher(), plaintext, this.search.language().letters().score(plaintext)));
			}
		}

		/** Morbit's key has the digit of each pair, Pollux's the mark of each digit. */
		private Cipher cipher() {
			StringBuilder text = new StringBuilder();
			if (this.inPairs) {
				int[] digitOf = new int[this.key.length];
				IntStream.range(0, digitOf.length).forEach((digit) -> digitOf[this.key[digit]] = digit + 1);
				Arrays.stream(digitOf).forEach(text::append);
				return new Morbit(new Key.Given(text.toString()));
			}
			Arrays.stream(this.key).forEach((mark) -> text.append(".-x".charAt(mark)));
			return new Pollux(new Key.Given(text.toString()));
		}

	}

}
