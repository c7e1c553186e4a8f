package dev.decipher.solve.polyalphabetic;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Condi;
import dev.decipher.cipher.polyalphabetic.Gromark;
import dev.decipher.cipher.polyalphabetic.PeriodicGromark;
import dev.decipher.cipher.polyalphabetic.Quagmire4;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What all of them keep to, also where a test has no time to find the key. */
class PolyalphabeticAttacksTests {

	private static final int LENGTH = 80;

	private static final int LOOKS = 130;

	@ParameterizedTest
	@MethodSource
	void offersWhatItsCiphersDecipher(Attack attack, Cipher cipher, Hints hints) {
		int[] symbols = cipher.over(Alphabet.LATIN26).encrypt(Solving.prose(LENGTH));
		Solving solving = Solving.of(attack, Set.of(cipher.type()), new Ciphertext(Alphabet.LATIN26, symbols, null),
				LOOKS, hints);
		assertThat(solving.candidates()).isNotEmpty()
			.allSatisfy((candidate) -> assertThat(candidate.cipher().over(Alphabet.LATIN26).decrypt(symbols))
				.isEqualTo(candidate.plaintext()));
	}

	private static Stream<Arguments> offersWhatItsCiphersDecipher() {
		return Stream.of(arguments(new CondiAttack(), new Condi(key("CRYPTOGRAM"), 10), Hints.NONE),
				arguments(new GromarkAttack(), new Gromark(key("ENIGMA"), key("23452")), Hints.NONE),
				arguments(new GromarkAttack(), new PeriodicGromark(key("ENIGMA")), Solving.knowing(6)),
				arguments(new QuagmireAttack(), new Quagmire4(key("SENSORY"), key("PERCEPTION"), key("EXTRA"), null),
						Solving.knowing(5)));
	}

	/** Of two texts a crib says which is the plaintext, and where the key is known. */
	@Test
	void readsARunningKeyWhereACribStands() {
		int[] symbols = new RunningKey("When we had come to the end of the long road the rain began to fall")
			.over(Alphabet.LATIN26)
			.encrypt(Solving.prose(40));
		Crib crib = new Crib(Alphabet.LATIN26.read("KEEPERCOUNTEDTHESHIPS").symbols(), 13);
		Solving solving = Solving.of(new RunningKeyAttack(), Set.of("running-key"),
				new Ciphertext(Alphabet.LATIN26, symbols, null), LOOKS, Solving.knowing(1, crib));
		assertThat(Alphabet.LATIN26.write(solving.best().plaintext())).contains("KEEPERCOUNTEDTHESHIPS");
		assertThat(((RunningKey) solving.best().cipher()).text()).contains("TOTHEENDOFTHELONGROAD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ENIGMA", "SPHINX", "WONDERFULY", "ROCK" })
	void findsTheKeywordOfAnAlphabetMixedByColumns(String keyword) {
		int[] symbols = Alphabet.LATIN26.read(keyword).symbols();
		assertThat(MixedByColumns.keyword(MixedByColumns.alphabet(symbols, 26))).isEqualTo(symbols);
	}

	@Test
	void ranksThePeriodFirst() {
		int[] symbols = Alphabet.LATIN26.read(Kryptos.SECOND).symbols();
		assertThat(PeriodRanks.of(symbols, 26, IntStream.rangeClosed(1, 20))).startsWith(8);
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
