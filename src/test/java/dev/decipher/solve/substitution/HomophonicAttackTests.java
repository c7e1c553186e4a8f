package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.language.English;
import dev.decipher.solve.Zodiac408;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomophonicAttackTests {

	private static final Set<String> TYPES = Set.of("homophonic");

	@Test
	void readsTheZodiacsLetter() {
		Ciphertext ciphertext = Zodiac408.ciphertext();
		Search search = new Search(ciphertext, English.get(), System::nanoTime, 60_000_000_000L, () -> false, 5);
		new HomophonicAttack(false).run(TYPES, search, new SplittableRandom(1), 0, 1);
		assertThat(search.isOver()).isTrue();
		Candidate best = search.best().get(0);
		int[] plaintext = Zodiac408.plaintext();
		assertThat(IntStream.range(0, plaintext.length).filter((i) -> best.plaintext()[i] != plaintext[i]).count())
			.isLessThanOrEqualTo(5);
		// the tokens of the key are not in the order of the ciphertext's
		Symbols tokens = best.cipher().ciphertextSymbols(Alphabet.LATIN26);
		List<String> names = IntStream.range(0, tokens.size()).mapToObj(tokens::symbol).toList();
		int[] symbols = IntStream.of(ciphertext.symbols())
			.map((symbol) -> names.indexOf(ciphertext.alphabet().symbol(symbol)))
			.toArray();
		assertThat(best.cipher().over(Alphabet.LATIN26).decrypt(symbols)).isEqualTo(best.plaintext());
	}

	@Test
	void theKeyOfTheZodiacsLetterHasNoSlip() {
		int[] letters = new int[54];
		Arrays.fill(letters, -1);
		int[] symbols = Zodiac408.ciphertext().symbols();
		int[] plaintext = Zodiac408.plaintext();
		for (int i = 0; i < symbols.length; i++) {
			assertThat(letters[symbols[i]]).isIn(-1, plaintext[i]);
			letters[symbols[i]] = plaintext[i];
		}
		assertThat(letters).doesNotContain(-1);
	}

	@Test
	void keepsToWhatIsKnownAndExcludedAndToACrib() {
		Ciphertext ciphertext = Zodiac408.ciphertext();
		int[] symbols = ciphertext.symbols();
		Crib crib = new Crib(IntStream.of(8, 11, 8, 10, 4, 10, 8, 11, 11, 8, 13, 6).toArray(), 0);
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(symbols[12], 23),
				Map.of(symbols[13], List.of(4, 19, 0)), null);
		AtomicLong looks = new AtomicLong();
		Search search = new Search(ciphertext, English.get(), hints, looks::incrementAndGet, 400, () -> false, 5,
				new LongAdder());
		new HomophonicAttack(false).run(TYPES, search, new SplittableRandom(1), 0, 1);
		assertThat(search.best()).isNotEmpty().allSatisfy((found) -> {
			assertThat(Arrays.copyOf(found.plaintext(), 12)).isEqualTo(crib.letters());
			assertThat(found.plaintext()[12]).isEqualTo(23);
			assertThat(found.plaintext()[13]).isNotIn(4, 19, 0);
		});
	}

	@Test
	void putsUpWithShortTexts() {
		Ciphertext ciphertext = new Ciphertext(Zodiac408.ciphertext().alphabet(), new int[] { 3, 1, 3 }, null);
		Search search = new Search(ciphertext, English.get(), System::nanoTime, 100_000_000L, () -> false, 5);
		new HomophonicAttack(false).run(TYPES, search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).plaintext()).hasSize(3);
	}

}
