package dev.decipher.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NGramsTests {

	/** Two letters that follow one another nine times out of ten. */
	private static Text alternating(int length, int weight) {
		SplittableRandom random = new SplittableRandom(3);
		byte[] symbols = new byte[length];
		for (int i = 1; i < length; i++) {
			symbols[i] = (byte) ((random.nextInt(10) > 0) ? 1 - symbols[i - 1] : symbols[i - 1]);
		}
		return new Text(symbols, 2, weight);
	}

	@Test
	void costsAreWhatTheTextSays() {
		NGrams grams = NGramCounts.of(List.of(alternating(200_000, 1)), false).estimate();
		assertThat(grams.symbols()).isEqualTo(2);
		assertThat(grams.order()).isEqualTo(5);
		for (int context : new int[] { 0b0101, 0b1010 }) { // the most frequent ones
			int last = context % 2;
			assertThat(grams.costs()[2 * context + 1 - last]).isEqualTo((byte) Math.round(-16 * Math.log(0.9)));
			assertThat(grams.costs()[2 * context + last] & 0xff).isCloseTo((int) Math.round(-16 * Math.log(0.1)),
					within(1));
		}
		int usual = grams.costs()[0b01010];
		int unusual = grams.costs()[0b10100];
		assertThat(grams.cost(new int[] { 0, 1, 0, 1, 0, 0 })).isEqualTo(usual + unusual);
		assertThat(grams.cost(new int[] { 0, 1, 0, 1 })).isZero();
	}

	@Test
	void probabilitiesOfEveryContextSumToOne() {
		NGrams grams = NGramCounts.of(List.of(alternating(300, 1)), true).estimate();
		assertThat(grams.symbols()).isEqualTo(3);
		for (NGrams each : List.of(grams, English.get().letters(), English.get().words())) {
			for (int first = 0; first < each.costs().length; first += each.symbols()) {
				double sum = 0;
				for (int symbol = 0; symbol < each.symbols(); symbol++) {
					sum += Math.exp(-(each.costs()[first + symbol] & 0xff) / 16.0);
				}
				if (Math.abs(sum - 1) > 0.04) { // rounded costs are right to 1 / 32
					assertThat(sum).as("after context %d of %d symbols", first, each.symbols()).isEqualTo(1);
				}
			}
		}
	}

	@Test
	void aWeightCountsLikeSoManyTexts() {
		Text other = new Text(new byte[1000], 2, 1);
		NGrams weighted = NGramCounts.of(List.of(alternating(5_000, 9), other), false).estimate();
		NGrams plain = NGramCounts.of(List.of(alternating(5_000, 1), other), false).estimate();
		// after 0000, 1 comes in one text and 0 mostly in the other
		assertThat(weighted.costs()[1]).isLessThan(plain.costs()[1]);
	}

	@Test
	void areReadAsTheyWereWritten() throws IOException {
		for (NGramCounts counts : List.of(NGramCounts.of(List.of(alternating(3_000, 1)), true),
				NGramCounts.of(List.of(alternating(3_000, 7), new Text(new byte[200], 2, 1)), false))) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			counts.save(out);
			NGrams read = NGramCounts.load(new ByteArrayInputStream(out.toByteArray())).estimate();
			assertThat(read.costs()).isEqualTo(counts.estimate().costs());
		}
	}

	@Test
	void areShorterForLargeAlphabets() {
		SplittableRandom random = new SplittableRandom(1);
		byte[] symbols = new byte[10_000];
		random.nextBytes(symbols);
		for (int i = 0; i < symbols.length; i++) {
			symbols[i] = (byte) ((symbols[i] & 0xff) % 100);
		}
		NGrams grams = NGramCounts.of(List.of(new Text(symbols, 100, 1)), true).estimate();
		assertThat(grams.order()).isEqualTo(3);
		assertThat(grams.costs()).hasSize(101 * 101 * 101);
	}

	@Test
	void symbolsInAnotherOrderMakeTheSameEndlessText() {
		NGrams grams = NGramCounts.of(List.of(alternating(300, 1)), true).estimate();
		int[] letters = { 2, 0, 1 };
		NGrams fresh = grams.translated(letters);
		assertThat(fresh.entropy()).isCloseTo(grams.entropy(), within(1e-9));
		NGrams known = grams.translated(letters); // now that it knows its own
		assertThat(known.entropy()).isEqualTo(grams.entropy());
		assertThat(known.frequencies(2)).containsExactly(fresh.frequencies(2), within(1e-9));
		assertThat(known.shares())
			.containsExactly(new double[] { grams.shares()[2], grams.shares()[0], grams.shares()[1] }, within(1e-12));
	}

}
