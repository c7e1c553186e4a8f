package dev.decipher.solve.polyalphabetic;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Portax;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.Slidefair;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.English;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Ciphers with a period, and what they are called.
 */
class PeriodicAttackTests {

	private static final Set<String> REPEATING = PeriodicAttack.repeatingKey().types();

	private static Stream<Arguments> ciphers() {
		return Stream.of(arguments(new Vigenere(key("LEMON")), REPEATING, new Vigenere(key("LEMON"))),
				arguments(new Vigenere(key("LEMONLEMON")), REPEATING, new Vigenere(key("LEMON"))),
				arguments(new Vigenere(key("DDD")), REPEATING, new Caesar(3)),
				arguments(new VariantVigenere(key("LEMON")), REPEATING, new Vigenere(key("PWOMN"))),
				arguments(new VariantVigenere(key("LEMON")), Set.of("variant-vigenere"),
						new VariantVigenere(key("LEMON"))),
				arguments(new Gronsfeld(key("3141")), REPEATING, new Vigenere(key("DBEB"))),
				arguments(new Gronsfeld(key("3141")), Set.of("gronsfeld"), new Gronsfeld(key("3141"))),
				arguments(new Gronsfeld(key("33")), Set.of("gronsfeld"), new Caesar(3)),
				arguments(new Beaufort(key("FORTIFIED")), REPEATING, new Beaufort(key("FORTIFIED"))),
				arguments(new Beaufort(key("F")), REPEATING, new Affine(25, 5)),
				arguments(new Beaufort(key("ZZ")), REPEATING, new Atbash()),
				arguments(new Porta(key("GROUND"), null), REPEATING, new Porta(key("GQOUMC"), null)));
	}

	@ParameterizedTest
	@MethodSource("ciphers")
	void findsRepeatedKeysAndNamesTheSimplestCipher(Cipher cipher, Set<String> types, Cipher named) {
		holds(Solving.of(PeriodicAttack.repeatingKey(), types, cipher, 100), named);
	}

	@ParameterizedTest
	@MethodSource
	void findsPrimers(Cipher cipher) {
		holds(Solving.of(PeriodicAttack.autokey(), Set.of("autokey"), cipher, 100), cipher);
	}

	private static Stream<Cipher> findsPrimers() {
		return Stream.of(new Autokey(key("QUEENLY")), new Autokey(key("ABAB")));
	}

	@ParameterizedTest
	@MethodSource
	void findsKeysThatMoveOn(Cipher cipher) {
		Attack attack = PeriodicAttack.progressiveKey();
		holds(Solving.of(attack, attack.types(), cipher, 80), cipher);
	}

	private static Stream<Cipher> findsKeysThatMoveOn() {
		return Stream.of(new Trithemius(), new Progressive(key("LEMON"), 3));
	}

	@ParameterizedTest
	@MethodSource
	void findsKeysThatReadPairs(Cipher cipher) {
		Attack attack = PeriodicAttack.pairs();
		holds(Solving.of(attack, Set.of(cipher.type()), cipher, 100), cipher);
	}

	private static Stream<Cipher> findsKeysThatReadPairs() {
		return Stream.of(new Slidefair(key("DIGRAPH"), null), new Slidefair(key("LEMON"), "beaufort"),
				new Portax(key("EASY")));
	}

	/** Three times the key's length is too short without a word of the text. */
	@ParameterizedTest
	@ValueSource(ints = { Crib.ANYWHERE, 13 })
	void findsAKeyByACrib(int position) {
		int[] symbols = new Vigenere(key("QUARTZSPHINX")).over(Alphabet.LATIN26).encrypt(Solving.prose(36));
		Crib crib = new Crib(Alphabet.LATIN26.read("KEEPERCOUNTED").symbols(), position);
		Solving solving = Solving.of(PeriodicAttack.repeatingKey(), Set.of("vigenere"),
				new Ciphertext(Alphabet.LATIN26, symbols, null), 200, Solving.knowing(12, crib));
		assertThat(solving.best().plaintext()).isEqualTo(Solving.prose(36));
	}

	private static void holds(Solving solving, Cipher named) {
		assertThat(solving.settled()).isTrue();
		assertThat(solving.best().cipher()).isEqualTo(named);
		int[] plaintext = solving.best().plaintext();
		assertThat(plaintext).isEqualTo(Solving.prose(plaintext.length));
		assertThat(solving.best().score()).isBetween(-2.4, -1.0);
	}

	@Test
	void isNotSureOfRandomLetters() {
		int[] symbols = new SplittableRandom(1).ints(60, 0, 26).toArray();
		Solving solving = Solving.of(PeriodicAttack.repeatingKey(), REPEATING, symbols, 200);
		assertThat(solving.settled()).isFalse();
		assertThat(solving.candidates()).isNotEmpty()
			.allSatisfy((candidate) -> assertThat(candidate.cipher().over(English.get().alphabet()).decrypt(symbols))
				.isEqualTo(candidate.plaintext()));
	}

	@Test
	void findsNothingInLessThanOneNGram() {
		Attack attack = PeriodicAttack.repeatingKey();
		assertThat(Solving.of(attack, REPEATING, new int[] { 1, 2, 3 }, 200).candidates()).isEmpty();
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
