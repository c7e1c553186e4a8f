package dev.decipher.solve.polyalphabetic;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Texts over another alphabet than the language's own. */
class NamedAlphabetTests {

	/** That of Trithemius's table, Polygraphia, 1518: no J and no V, and W at the end. */
	private static final Alphabet TRITHEMIUS = Alphabet.of("ABCDEFGHIKLMNOPQRSTUXYZW");

	private static final Alphabet KRYPTOS = Alphabet.of("KRYPTOSABCDEFGHIJLMNQUVWXZ");

	private static final int LOOKS = 5_000;

	@ParameterizedTest
	@MethodSource
	void readsTheTableOfTrithemius(Attack attack, Cipher cipher) {
		int[] plaintext = TRITHEMIUS
			.read(Alphabet.LATIN26.write(Solving.prose(100)).replace('J', 'I').replace('V', 'U'))
			.symbols();
		Candidate best = best(attack, TRITHEMIUS, cipher.over(TRITHEMIUS).encrypt(plaintext));
		assertThat(best.plaintext()).isEqualTo(plaintext);
		assertThat(best.cipher()).isEqualTo(cipher);
	}

	private static Stream<Arguments> readsTheTableOfTrithemius() {
		return Stream.of(arguments(PeriodicAttack.progressiveKey(), new Trithemius()),
				arguments(PeriodicAttack.progressiveKey(), new Progressive(key("LEMON"), 5)),
				arguments(PeriodicAttack.repeatingKey(), new Vigenere(key("LEMON"))),
				arguments(PeriodicAttack.repeatingKey(), new Beaufort(key("LEMON"))),
				arguments(PeriodicAttack.repeatingKey(), new Porta(key("GRNTNC"), null)));
	}

	/** The keyed alphabet, once the second part has betrayed it, gives the first away. */
	@Test
	void readsTheFirstPartOfKryptosByTheAlphabetOfTheSecond() {
		Candidate best = best(PeriodicAttack.repeatingKey(), KRYPTOS, KRYPTOS.read(Kryptos.FIRST).symbols());
		assertThat(KRYPTOS.write(best.plaintext())).isEqualTo(Kryptos.FIRST_READ);
		assertThat(best.cipher()).isEqualTo(new Vigenere(key("PALIMPSEST")));
	}

	private static Candidate best(Attack attack, Alphabet alphabet, int[] symbols) {
		Language language = English.get().over(alphabet);
		AtomicLong clock = new AtomicLong();
		Search search = new Search(new Ciphertext(alphabet, symbols, null), language, clock::incrementAndGet, LOOKS,
				() -> false, 5);
		attack.run(Set.copyOf(attack.types()), search, new SplittableRandom(1), 0, 1);
		assertThat(search.isSettled()).isTrue();
		return search.best().get(0);
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
