package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.NumberedKey;
import dev.decipher.language.NGrams;
import org.jspecify.annotations.Nullable;

/**
 * A phrase whose letters are numbered, and behind it the letters it lacks in their order.
 *
 * @param start the number of its first letter
 * @param letters of the phrase
 * @param nats what it takes to name it
 */
record NumberedPhrase(int start, int[] letters, double nats) {

	private static final int LETTERS = Alphabet.LATIN26.size();

	/** So many of the shortest phrases are completed and compared. */
	private static final int COMPARED = 12;

	/** States of a text that is completed. */
	private static final int STATES = 40;

	/**
	 * Numbers that may be a phrase and a tail.
	 *
	 * @param start the number of the first letter
	 * @param phrase the letters, −1 where one isn't known
	 * @param missing letters that have to stand somewhere in the phrase
	 */
	private record Shape(int start, int[] phrase, int[] missing) {
	}

	/**
	 * The likeliest phrase that gives numbers these letters.
	 * @param known the letter of each number, −1 where it isn't known
	 * @param most how many numbers there are at most
	 * @return null if there is none
	 */
	static @Nullable NumberedPhrase of(int[] known, int most, NGrams grams) {
		List<Shape> shapes = new ArrayList<>();
		for (int count = known.length; count <= Math.min(most, known.length + LETTERS); count++) {
			for (int start = 0; start < count; start++) {
				int[] all = new int[count];
				for (int i = 0; i < count; i++) {
					int number = (start + i) % count;
					all[i] = (number < known.length) ? known[number] : -1;
				}
				for (int tail = Math.min(LETTERS - 1, ascending(all)); tail >= 0; tail--) {
					Shape shape = shape(all, start, tail);
					if (shape != null) {
						shapes.add(shape);
						break;
					}
				}
			}
		}
		return shapes.stream()
			.sorted(Comparator.comparingInt((shape) -> shape.phrase().length))
			.limit(COMPARED)
			.map((shape) -> completed(shape, grams))
			.min(Comparator.comparingDouble(NumberedPhrase::nats))
			.orElse(null);
	}

	/**
	 * How many of the last numbers, but for the first of all, have letters in their
	 * order.
	 */
	private static int ascending(int[] all) {
		int next = LETTERS;
		int place = all.length - 1;
		while (place > 0 && all[place] < next) {
			next = (all[place] >= 0) ? all[place] : next;
			place--;
		}
		return all.length - 1 - place;
	}

	/** Takes the last letters for those that the phrase lacks; null if they can't be. */
	private static @Nullable Shape shape(int[] all, int start, int tail) {
		int[] phrase = Arrays.copyOf(all, all.length - tail);
		boolean[] free = new boolean[LETTERS];
		Arrays.fill(free, true);
		IntStream.of(phrase).filter((letter) -> letter >= 0).forEach((letter) -> free[letter] = false);
		for (int i = phrase.length; i < all.length; i++) {
			if (all[i] >= 0) {
				if (!free[all[i]]) {
					return null;
				}
				free[all[i]] = false;
			}
		}
		int last = -1;
		int open = 0;
		for (int i = phrase.length; i <= all.length; i++) {
			int letter = (i < all.length) ? all[i] : LETTERS;
			if (letter < 0) {
				open++;
				continue;
			}
			for (int between = last + 1; between < letter && open > 0; between++) {
				open -= free[between] ? 1 : 0;
				free[between] = false;
			}
			if (open > 0 || letter <= last) {
				return null;
			}
			last = letter;
		}
		int[] missing = IntStream.range(0, LETTERS).filter((letter) -> free[letter]).toArray();
		return (missing.length <= IntStream.of(phrase).filter((letter) -> letter < 0).count())
				? new Shape(start, phrase, missing) : null;
	}

	/** Gives every number of a phrase its likeliest letter. */
	private static NumberedPhrase completed(Shape shape, NGrams grams) {
		int[] phrase = shape.phrase().clone();
		int next = 0;
		for (int i = 0; i < phrase.length && next < shape.missing().length; i++) {
			if (phrase[i] < 0) {
				phrase[i] = shape.missing()[next++];
			}
		}
		int[] any = IntStream.of(shape.phrase()).filter((letter) -> letter >= 0).distinct().toArray();
		int[][] choices = IntStream.of(phrase)
			.mapToObj((letter) -> (letter < 0) ? any : new int[] { letter })
			.toArray(int[][]::new);
		LikeliestText.Chosen chosen = LikeliestText.of(grams, choices, STATES);
		double letters = -grams.score(chosen.symbols()) * phrase.length;
		return new NumberedPhrase(shape.start(), chosen.symbols(), letters + Math.log(phrase.length));
	}

	/** The cipher with this key. */
	Cipher cipher() {
		return new NumberedKey(
				new Key.Given(
						IntStream.of(this.letters).mapToObj(Alphabet.LATIN26::symbol).collect(Collectors.joining())),
				(this.start == 0) ? null : this.start);
	}

	/** How many numbers each letter has: (letters). */
	int[] counts() {
		int[] counts = new int[LETTERS];
		IntStream.of(this.letters).forEach((letter) -> counts[letter]++);
		return IntStream.of(counts).map((count) -> Math.max(1, count)).toArray();
	}

}
