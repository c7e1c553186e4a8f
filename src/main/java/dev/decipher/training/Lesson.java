package dev.decipher.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Messages that are easier than others, because they are short and few keys occur. Of a
 * machine with wheels they show how each of them works: first in a single letter of each
 * message, so that next to nothing has moved; then in longer messages; then with more and
 * more keys, twice as many at a time, so that half of what is to be learned is known.
 *
 * @param length symbols of a message
 * @param choices for the places of a key, from its end to its front, how many symbols may
 * stand there
 */
record Lesson(int length, List<Integer> choices) {

	/** A message becomes longer by this factor, and by one symbol at least. */
	private static final double LONGER = 1.34;

	/**
	 * The lessons that lead to all messages, easiest first.
	 * @param key symbols of the longest key
	 * @param symbols that keys are made of
	 * @param length symbols of a message
	 */
	static List<Lesson> all(int key, int symbols, int length) {
		List<Lesson> lessons = new ArrayList<>();
		Integer[] choices = new Integer[key];
		Arrays.fill(choices, 1);
		choices[0] = symbols;
		lessons.add(new Lesson(1, List.of(choices)));
		for (int place = 1; place < key; place++) {
			choices[place] = Math.min(2, symbols);
		}
		for (int now = 1; now < length; now = Math.max(now + 1, (int) (now * LONGER))) {
			lessons.add(new Lesson(now, List.of(choices)));
		}
		lessons.add(new Lesson(length, List.of(choices)));
		while (!Collections.min(Arrays.asList(choices)).equals(symbols)) {
			for (int place = 1; place < key; place++) {
				choices[place] = Math.min(2 * choices[place], symbols);
				lessons.add(new Lesson(length, List.of(choices)));
			}
		}
		return lessons.stream().distinct().toList();
	}

	/** A key that occurs in this lesson, made of any key. */
	int[] limited(int[] key) {
		int[] limited = new int[key.length];
		for (int i = 0; i < key.length; i++) {
			limited[i] = key[i] % this.choices.get(key.length - 1 - i);
		}
		return limited;
	}

}
