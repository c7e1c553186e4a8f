package dev.decipher.solve.substitution;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TurnsTests {

	private static final int SYMBOLS = 9;

	private static final int LETTERS = 4;

	private static final int[] TEXT = new SplittableRandom(1).ints(200, 0, SYMBOLS).toArray();

	@Test
	void symbolsThatTakeTurnsAreWorthMore() {
		assertThat(Turns.worth(new int[] { 0, 4, 9 }, new int[] { 2, 5, 11 })).isGreaterThan(1);
		assertThat(Turns.worth(new int[] { 0, 1, 2 }, new int[] { 3, 5, 11 })).isLessThan(-1);
		assertThat(Turns.worth(new int[] { 3 }, new int[] { 5 })).isCloseTo(0, within(0.2));
		assertThat(Turns.worth(new int[] { 3 }, new int[0])).isZero();
	}

	@Test
	void aChangeCostsWhatTheWholeDiffersBy() {
		SplittableRandom random = new SplittableRandom(2);
		int[] key = random.ints(SYMBOLS, 1, LETTERS).toArray();
		Turns turns = new Turns(TEXT, SYMBOLS, LETTERS, 100);
		turns.key(random.ints(SYMBOLS, 0, LETTERS).toArray());
		turns.key(key);
		double now = whole(key);
		for (int i = 0; i < 200; i++) {
			int symbol = random.nextInt(SYMBOLS);
			int letter = (key[symbol] + 1 + random.nextInt(LETTERS - 1)) % LETTERS;
			float cost = turns.costOf(symbol, key[symbol], letter);
			turns.move(symbol, key[symbol], letter);
			key[symbol] = letter;
			assertThat((double) cost).isCloseTo(whole(key) - now, within(0.1));
			now = whole(key);
		}
	}

	/** The mean, by the symbols of a letter, of what its pairs cost. */
	private static double whole(int[] key) {
		double whole = 0;
		for (int letter = 0; letter < LETTERS; letter++) {
			int of = letter;
			int[] symbols = IntStream.range(0, SYMBOLS).filter((symbol) -> key[symbol] == of).toArray();
			double sum = 0;
			for (int one : symbols) {
				for (int other : symbols) {
					sum += (one < other) ? Math.round(-100 * Turns.worth(places(one), places(other))) : 0;
				}
			}
			whole += (symbols.length > 0) ? sum / symbols.length : 0;
		}
		return whole;
	}

	private static int[] places(int symbol) {
		return IntStream.range(0, TEXT.length).filter((place) -> TEXT[place] == symbol).toArray();
	}

}
