package dev.decipher.solve.search;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.language.English;
import dev.decipher.language.NGrams;
import dev.decipher.solve.Enciphering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Changed symbols alone cost as much more as the whole text does. */
class LookupWalkTests {

	private static final int CHANGES = 300;

	private static final int SIZE = 25;

	/** About where a key of 100 letters begins to show. */
	private static final float TEMPERATURE = 80;

	private static final CribCost NO_CRIBS = new CribCost(List.of(), new int[0], 0);

	private final SplittableRandom random = new SplittableRandom(1);

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'playfair','key':'A'}", "{'type':'playfair','key':'A','doubles':'keep'}",
			"{'type':'playfair','key':'A','doubles':'down','columns':5}",
			"{'type':'seriated-playfair','key':'A','period':7}", "{'type':'four-square','key1':'A','key2':'A'}",
			"{'type':'two-square','key1':'A','key2':'A','direction':'vertical'}",
			"{'type':'two-square','key1':'A','key2':'A','direction':'horizontal'}",
			"{'type':'tri-square','key1':'A','key2':'A','key3':'A'}", "{'type':'phillips','key':'A'}",
			"{'type':'phillips','key':'A','variant':'phillips-rc'}", "{'type':'bifid','key':'A','period':7}",
			"{'type':'bifid','key':'A'}", "{'type':'cm-bifid','key1':'A','key2':'A','period':6}",
			"{'type':'trifid','key':'A','period':5}", "{'type':'digrafid','key1':'A','key2':'A','period':4}" })
	void costsWhatTheWholeTextDoes(String quoted) {
		Cipher cipher = Enciphering.cipher(quoted);
		Alphabet alphabet = cipher.defaultAlphabet();
		NGrams grams = grams(alphabet, 3);
		for (int length : IntStream.of(6, 60, 129, 204).filter(cipher::fits).toArray()) {
			int[] ciphertext = this.random.ints(length, 0, alphabet.size()).toArray();
			for (KeySpace space : cipher.keySpaces(alphabet, ciphertext).subList(0, 1)) {
				int plaintext = Objects.requireNonNull(space.lookups().apply(ciphertext)).length();
				CribCost cribs = new CribCost(
						List.of(new Crib(new int[] { 3, 1 }, 2), new Crib(new int[] { 4, 5, 6 }, -1)),
						IntStream.range(0, 26).map((letter) -> letter % alphabet.size()).toArray(), plaintext);
				compare(new LookupWalk(Objects.requireNonNull(space.lookups().apply(ciphertext)), space, cribs,
						this.random), space, ciphertext, grams, cribs);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'playfair','key':'A'}", "{'type':'playfair','key':'A','doubles':'keep'}",
			"{'type':'playfair','key':'A','doubles':'down'}" })
	void costsWhatTheWholeTextDoesInPairs(String quoted) {
		for (int order = 2; order <= 4; order++) {
			for (int length : new int[] { 2, 6, 60, 204 }) {
				KeySpace space = space(quoted);
				int[] ciphertext = this.random.ints(length, 0, SIZE).toArray();
				compare(pairs(space, ciphertext), space, ciphertext, grams(Alphabet.LATIN25, order), NO_CRIBS);
			}
		}
	}

	/**
	 * Neighbours that cost little more are hardly ever taken for others, and never the
	 * other way round.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "{'type':'playfair','key':'A'}", "{'type':'four-square','key1':'A','key2':'A'}",
			"{'type':'bifid','key':'A','period':7}" })
	void rejectsEarlyWhatCostsTooMuch(String quoted) {
		KeySpace space = space(quoted);
		NGrams grams = grams(Alphabet.LATIN25, 4);
		int[] ciphertext = this.random.ints(100, 0, SIZE).toArray();
		PlaceLookups lookups = lookups(quoted, ciphertext);
		KeyWalk walk = lookups.areOfPairs() ? pairs(space, ciphertext)
				: new LookupWalk(lookups, space, new CribCost(List.of(), new int[0], 100), this.random);
		int[][] key = space.draw(this.random);
		walk.goTo(key, grams);
		int taken = 0;
		int acceptable = 0;
		for (int i = 0; i < 20_000; i++) {
			int before = walk.cost();
			float limit = MetropolisRule.limit(TEMPERATURE, this.random.nextLong());
			int difference = walk.change(limit, TEMPERATURE);
			walk.copyTo(key);
			int now = cost(space, key, ciphertext, grams, NO_CRIBS);
			acceptable += (now - before <= limit) ? 1 : 0;
			if (difference <= limit) {
				taken++;
				assertThat(difference).isEqualTo(now - before);
				walk.accept();
				assertThat(walk.cost()).isEqualTo(now);
			}
			else {
				walk.reject();
			}
		}
		assertThat(taken).isBetween(acceptable * 4 / 5, acceptable);
		assertThat(acceptable).isGreaterThan(200);
	}

	@Test
	void onlyNeighboursInTextsBecomePairs() {
		int[] ciphertext = this.random.ints(42, 0, SIZE).toArray();
		assertThat(lookups("{'type':'playfair','key':'A'}", ciphertext).areOfPairs()).isTrue();
		assertThat(
				lookups("{'type':'playfair','key':'A','doubles':'keep'}", Arrays.copyOf(ciphertext, 41)).areOfPairs())
			.isFalse();
		for (String other : List.of("{'type':'seriated-playfair','key':'A','period':7}",
				"{'type':'four-square','key1':'A','key2':'A'}", "{'type':'phillips','key':'A'}",
				"{'type':'bifid','key':'A','period':7}")) {
			assertThat(lookups(other, ciphertext).areOfPairs()).as(other).isFalse();
		}
	}

	private KeyWalk pairs(KeySpace space, int[] ciphertext) {
		return new PairWalk(Objects.requireNonNull(space.lookups().apply(ciphertext)), space, this.random);
	}

	private static PlaceLookups lookups(String quoted, int[] ciphertext) {
		return Objects.requireNonNull(space(quoted).lookups().apply(ciphertext));
	}

	private static KeySpace space(String quoted) {
		return ((SearchableCipher) Enciphering.cipher(quoted)).keySpace(Alphabet.LATIN25);
	}

	private void compare(KeyWalk walk, KeySpace space, int[] ciphertext, NGrams grams, CribCost cribs) {
		int[][] key = space.draw(this.random);
		walk.goTo(key, grams);
		for (int i = 0; i < CHANGES; i++) {
			int[][] before = space.first();
			walk.copyTo(before);
			int cost = cost(space, before, ciphertext, grams, cribs);
			assertThat(walk.cost()).isEqualTo(cost);
			int difference = walk.change(Float.POSITIVE_INFINITY, 1);
			walk.copyTo(key);
			assertThat(cost + difference).isEqualTo(cost(space, key, ciphertext, grams, cribs));
			if (this.random.nextBoolean()) {
				walk.accept();
			}
			else {
				walk.reject();
				walk.copyTo(key);
				assertThat(key).isDeepEqualTo(before);
			}
		}
	}

	private static int cost(KeySpace space, int[][] key, int[] ciphertext, NGrams grams, CribCost cribs) {
		int[] text = space.symbolCipher().apply(key).decrypt(ciphertext);
		return grams.cost(text) + cribs.of(text);
	}

	private static NGrams grams(Alphabet alphabet, int order) {
		return English.get()
			.letters()
			.joint(order)
			.translated(IntStream.range(0, alphabet.size()).map((symbol) -> Math.min(symbol, 25)).toArray());
	}

}
