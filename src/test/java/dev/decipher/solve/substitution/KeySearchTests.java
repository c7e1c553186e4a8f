package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.language.NGrams;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeySearchTests {

	private static final int LETTERS = 5;

	private final SplittableRandom random = new SplittableRandom(1);

	private NGrams grams(int symbols) {
		byte[] costs = new byte[symbols * symbols * symbols];
		this.random.nextBytes(costs);
		return new NGrams(symbols, 3, costs);
	}

	@Test
	void workOutWhatChangesCost() {
		int[] text = this.random.ints(60, 0, 8).toArray();
		boolean[] wordStarts = new boolean[text.length];
		IntStream.range(0, text.length).forEach((i) -> wordStarts[i] = this.random.nextInt(4) == 0);
		for (boolean[] starts : new boolean[][] { null, wordStarts }) {
			NGrams grams = grams((starts != null) ? LETTERS + 1 : LETTERS);
			KeySearch keys = new KeySearch(text, 8, LETTERS, starts, grams, true, true);
			for (int step = 0; step < 500; step++) {
				int before = keys.cost();
				int symbol = this.random.nextInt(8);
				int other = (symbol + 1 + this.random.nextInt(7)) % 8;
				int difference;
				if (this.random.nextBoolean()) {
					difference = keys.costOfExchange(symbol, other);
					keys.makeExchange(symbol, other);
				}
				else {
					int letter = this.random.nextInt(LETTERS);
					difference = keys.costOfReplacement(symbol, letter);
					keys.makeReplacement(symbol, letter);
					assertThat(keys.letter(symbol)).isEqualTo(letter);
				}
				assertThat(keys.cost()).isEqualTo(before + difference);
				KeySearch fresh = new KeySearch(text, 8, LETTERS, starts, grams, true, true);
				fresh.key(IntStream.range(0, 8).map(keys::letter).toArray());
				assertThat(fresh.cost()).isEqualTo(keys.cost());
			}
		}
	}

	@Test
	void costsWhatNGramsSay() {
		NGrams grams = grams(LETTERS);
		int[] text = this.random.ints(60, 0, LETTERS).toArray();
		int[] beginning = Arrays.copyOf(text, 2);
		KeySearch keys = new KeySearch(text, LETTERS, LETTERS, null, grams, true, true);
		KeySearch first = new KeySearch(beginning, LETTERS, LETTERS, null, grams, true, true);
		int[] key = IntStream.range(0, LETTERS).toArray();
		keys.key(key);
		first.key(key);
		assertThat(keys.cost() - first.cost()).isEqualTo(grams.cost(text));
		assertThat(first.cost()).isPositive();
	}

	@Test
	void canDoWithoutAnyNGram() {
		KeySearch keys = new KeySearch(new int[] { 0 }, LETTERS, LETTERS, null, grams(LETTERS), true, true);
		assertThat(keys.costOfExchange(0, 1)).isZero();
		assertThat(keys.cost()).isZero();
	}

}
