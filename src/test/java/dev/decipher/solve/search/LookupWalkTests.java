package dev.decipher.solve.search;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeySpace;
import dev.decipher.language.English;
import dev.decipher.language.NGrams;
import dev.decipher.solve.Enciphering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Changed symbols alone cost as much more as the whole text does. */
class LookupWalkTests {

	private static final int CHANGES = 300;

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
		NGrams grams = grams(alphabet);
		for (int length : IntStream.of(6, 60, 129, 204).filter(cipher::fits).toArray()) {
			int[] ciphertext = this.random.ints(length, 0, alphabet.size()).toArray();
			for (KeySpace space : cipher.keySpaces(alphabet, ciphertext).subList(0, 1)) {
				int plaintext = Objects.requireNonNull(space.lookups().apply(ciphertext)).length();
				CribCost cribs = new CribCost(
						List.of(new Crib(new int[] { 3, 1 }, 2), new Crib(new int[] { 4, 5, 6 }, -1)),
						IntStream.range(0, 26).map((letter) -> letter % alphabet.size()).toArray(), plaintext);
				compare(space, ciphertext, grams, cribs);
			}
		}
	}

	private void compare(KeySpace space, int[] ciphertext, NGrams grams, CribCost cribs) {
		LookupWalk walk = new LookupWalk(Objects.requireNonNull(space.lookups().apply(ciphertext)), space, cribs,
				this.random);
		int[][] key = space.draw(this.random);
		walk.goTo(key, grams);
		for (int i = 0; i < CHANGES; i++) {
			int[][] before = space.first();
			walk.copyTo(before);
			int cost = cost(space, before, ciphertext, grams, cribs);
			assertThat(walk.cost()).isEqualTo(cost);
			int difference = walk.change();
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

	private static NGrams grams(Alphabet alphabet) {
		return English.get()
			.letters()
			.joint(3)
			.translated(IntStream.range(0, alphabet.size()).map((symbol) -> Math.min(symbol, 25)).toArray());
	}

}
