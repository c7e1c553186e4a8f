package dev.decipher.solve.polygraphic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HillAttackTests {

	@ParameterizedTest
	@CsvSource({ "4, 40", "9, 99", "16, 140" })
	void findsTheMatrix(int cells, int letters) {
		int[] plaintext = Solving.prose(letters);
		Cipher cipher = drawn(cells);
		int[] ciphertext = cipher.over(Alphabet.LATIN26).encrypt(plaintext);
		Search search = attack(ciphertext, Hints.NONE);
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
		assertThat(search.best().get(0).cipher()).isEqualTo(cipher);
	}

	/** Of so few letters the language alone doesn't tell nine numbers. */
	@Test
	void findsTheMatrixOfAShortTextByACrib() {
		int[] plaintext = Solving.prose(39);
		int[] ciphertext = drawn(9).over(Alphabet.LATIN26).encrypt(plaintext);
		Crib crib = new Crib(Arrays.copyOfRange(plaintext, 3, 15), 3);
		Search search = attack(ciphertext, new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(), Map.of(), null));
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
	}

	/** Whatever block it begins in, and wherever in the block. */
	@ParameterizedTest
	@CsvSource({ "4, 14, 5, 6", "4, 14, 5, 7", "9, 24, 10, 3", "9, 24, 10, 8" })
	void findsTheMatrixByACribThatStandsSomewhere(int cells, int letters, int length, int place) {
		int[] plaintext = Solving.prose(letters);
		int[] ciphertext = drawn(cells).over(Alphabet.LATIN26).encrypt(plaintext);
		Crib crib = new Crib(Arrays.copyOfRange(plaintext, place, place + length), Crib.ANYWHERE);
		Search search = attack(ciphertext, new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(), Map.of(), null));
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
	}

	private static Cipher drawn(int cells) {
		return Enciphering.cipher("{'type':'hill','key':{'random':{'length':[%d,%d]}}}".formatted(cells, cells))
			.withKeyDrawn(Alphabet.LATIN26, new SplittableRandom(1));
	}

	private static Search attack(int[] ciphertext, Hints hints) {
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(), hints,
				new AtomicLong()::incrementAndGet, Long.MAX_VALUE, () -> false, 5, new LongAdder());
		new HillAttack().run(Set.of("hill"), search, new SplittableRandom(1), 0, 1);
		return search;
	}

}
