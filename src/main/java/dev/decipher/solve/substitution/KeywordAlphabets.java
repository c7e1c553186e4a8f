package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.substitution.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the key of a simple substitution is made of a keyword: whether the
 * alphabet of plaintexts, that of ciphertexts, or both alike begin with one (the American
 * Cryptogram Association's K1 to K3) and go on with the other letters in their order. Not
 * thread-safe.
 */
final class KeywordAlphabets {

	/** K3 is looked for in every way to complete a key that lacks so few letters. */
	private static final int MOST_UNSEEN = 4;

	private final Alphabet alphabet;

	private final int size;

	/** The ciphertext symbol of each letter, −1 where the text doesn't show it. */
	private final int[] becomes;

	/** The keyword is not as long as this. */
	private int bound;

	private @Nullable Keyword found;

	private KeywordAlphabets(int[] becomes, Alphabet alphabet, int bound) {
		this.alphabet = alphabet;
		this.size = alphabet.size();
		this.becomes = becomes;
		this.bound = bound;
	}

	/**
	 * The shortest keyword that gives a key.
	 * @param becomes the ciphertext symbol of each letter, −1 where it isn't known: (size)
	 * @param most how many letters it may have
	 * @return null if there is none
	 */
	static @Nullable Keyword of(int[] becomes, Alphabet alphabet, int most) {
		KeywordAlphabets alphabets = new KeywordAlphabets(becomes, alphabet, most + 1);
		alphabets.lookForOneAlphabet();
		alphabets.lookForTwoAlike();
		return alphabets.found;
	}

	private void lookForOneAlphabet() {
		for (int shift = 0; shift < this.size; shift++) {
			int[] lower = new int[this.size];
			int[] upper = new int[this.size];
			Arrays.fill(lower, -1);
			Arrays.fill(upper, -1);
			for (int letter = 0; letter < this.size; letter++) {
				if (this.becomes[letter] >= 0) {
					lower[Math.floorMod(letter - shift, this.size)] = this.becomes[letter];
					upper[(this.becomes[letter] + shift) % this.size] = letter;
				}
			}
			take(lower, "K2", shift);
			take(upper, "K1", shift);
		}
	}

	private void lookForTwoAlike() {
		int[] letters = IntStream.range(0, this.size).filter((letter) -> this.becomes[letter] < 0).toArray();
		int[] symbols = unused(this.becomes);
		if (letters.length <= MOST_UNSEEN) {
			permute(symbols, 0, (order) -> {
				int[] whole = this.becomes.clone();
				for (int i = 0; i < letters.length; i++) {
					whole[letters[i]] = order[i];
				}
				lookForTwoAlike(whole);
			});
		}
	}

	/**
	 * Going from each letter to the symbol that it becomes one goes so many places to the
	 * left each time, round the alphabet: once round it all or, by even numbers, round
	 * each half of its places.
	 */
	private void lookForTwoAlike(int[] whole) {
		int[] one = cycle(whole, 0);
		int cycles = this.size / one.length;
		if (one.length * cycles != this.size || cycles > 2) {
			return;
		}
		int[] used = one.clone();
		int[] other = (cycles == 2)
				? cycle(whole,
						IntStream.range(0, this.size)
							.filter((letter) -> IntStream.of(used).noneMatch((taken) -> taken == letter))
							.findFirst()
							.orElseThrow())
				: new int[0];
		if (one.length + other.length != this.size) {
			return;
		}
		for (int shift = 1; shift < this.size; shift++) {
			if (gcd(shift, this.size) == cycles) {
				for (int turn = 0; turn < Math.max(1, other.length); turn++) {
					int[] sequence = new int[this.size];
					for (int i = 0; i < one.length; i++) {
						sequence[Math.floorMod(-i * shift, this.size)] = one[i];
						if (cycles == 2) {
							sequence[Math.floorMod(1 - i * shift, this.size)] = other[(i + turn) % other.length];
						}
					}
					for (int start = 0; start < this.size; start++) {
						take(turned(sequence, start), "K3", shift);
					}
				}
			}
		}
	}

	private static int gcd(int a, int b) {
		return (b == 0) ? a : gcd(b, a % b);
	}

	private static int[] turned(int[] sequence, int start) {
		return IntStream.range(0, sequence.length).map((i) -> sequence[(start + i) % sequence.length]).toArray();
	}

	private static int[] cycle(int[] whole, int start) {
		return IntStream
			.concat(IntStream.of(start), IntStream.iterate(whole[start], (at) -> at != start, (at) -> whole[at]))
			.toArray();
	}

	/** Hands out an array in every order. */
	private static void permute(int[] values, int from, Consumer<int[]> taker) {
		if (from >= values.length - 1) {
			taker.accept(values);
			return;
		}
		for (int i = from; i < values.length; i++) {
			swap(values, from, i);
			permute(values, from + 1, taker);
			swap(values, from, i);
		}
	}

	private static void swap(int[] values, int i, int j) {
		int value = values[i];
		values[i] = values[j];
		values[j] = value;
	}

	private int[] unused(int[] sequence) {
		return IntStream.range(0, this.size)
			.filter((symbol) -> IntStream.of(sequence).noneMatch((one) -> one == symbol))
			.toArray();
	}

	/**
	 * Takes note of an alphabet that begins with a shorter keyword than those before.
	 * @param sequence its letters in their order, −1 where they aren't known
	 */
	private void take(int[] sequence, String form, int shift) {
		int[] unused = unused(sequence);
		while (this.bound > 1) {
			int[] keyword = keyword(sequence, unused, this.bound - 1);
			if (keyword == null) {
				return;
			}
			this.bound--;
			this.found = new Keyword(Parameters.key(keyword, this.alphabet), form, null, (shift == 0) ? null : shift);
		}
	}

	/**
	 * The first letters of an alphabet whose others are in their order.
	 * @param unused the letters that stand at its places that aren't known
	 * @return null if the others can't be in their order
	 */
	private static int @Nullable [] keyword(int[] sequence, int[] unused, int length) {
		boolean[] given = new boolean[sequence.length];
		int last = -1;
		int gaps = 0;
		for (int place = length; place <= sequence.length; place++) {
			int next = (place < sequence.length) ? sequence[place] : sequence.length;
			if (next < 0) {
				gaps++;
				continue;
			}
			if (next < last) {
				return null;
			}
			// the gaps before it take as many of the letters between
			for (int letter : unused) {
				if (gaps > 0 && letter > last && letter < next) {
					given[letter] = true;
					gaps--;
				}
			}
			if (gaps > 0) {
				return null;
			}
			last = next;
		}
		int[] left = IntStream.of(unused).filter((letter) -> !given[letter]).toArray();
		int next = 0;
		int[] keyword = Arrays.copyOf(sequence, length);
		for (int place = 0; place < length; place++) {
			keyword[place] = (keyword[place] >= 0) ? keyword[place] : left[next++];
		}
		return keyword;
	}

}
