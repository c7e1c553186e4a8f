package dev.decipher.solve.transposition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.transposition.Cadenus;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Reverse;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Transpositions, their last row complete or not.
 */
class TranspositionAttackTests {

	private static final Key STRIPES = new Key.Given("STRIPES");

	/** The same order, by the first letters of the alphabet. */
	private static final Key ORDER = new Key.Given("EGDBCAF");

	private static final Key ZEBRA = new Key.Given("ZEBRA");

	private static final Attack ROUTES = new TranspositionSweep();

	/** From the bottom right, clockwise, of a grid of 5 by 13. */
	private static final Cipher SPIRAL = new Route(5, null, "rows", null, "spiral-clockwise", "bottom-right", null,
			null, null, null);

	private static Stream<Arguments> ciphers() {
		return Stream.of(
				arguments(new TranspositionAttack("columnar"), new Columnar(STRIPES, null), 100,
						new Columnar(ORDER, null)),
				arguments(new TranspositionAttack("columnar"), new Columnar(STRIPES, null), 98,
						new Columnar(ORDER, null)),
				arguments(new TranspositionAttack("columnar"), new Columnar(new Key.Given("ABCDEF"), null), 80,
						new Scytale(6, null, null)),
				arguments(ROUTES, new Scytale(7, null, null), 60, new Scytale(7, null, null)),
				arguments(ROUTES, new RailFence(5, null, null), 60, new RailFence(5, null, null)),
				arguments(ROUTES, new RailFence(5, 3, null), 60, new RailFence(5, 3, null)),
				arguments(ROUTES, new Reverse(null), 60, new Reverse(null)), arguments(ROUTES, SPIRAL, 65, SPIRAL));
	}

	@ParameterizedTest
	@MethodSource("ciphers")
	void findsTheOrder(Attack attack, Cipher cipher, int letters, Cipher named) {
		Solving solving = Solving.of(attack, attack.types(), cipher, letters);
		assertThat(solving.settled()).isTrue();
		assertThat(solving.best().cipher()).isEqualTo(named);
		assertThat(solving.best().plaintext()).isEqualTo(Solving.prose(letters));
	}

	/** Where a text begins and ends is for the language's network to say. */
	@Test
	void offersTheTurnsOfAKey() {
		Attack attack = new TranspositionAttack("columnar");
		Solving solving = Solving.of(attack, attack.types(), new Columnar(STRIPES, null), 98);
		assertThat(solving.candidates()).extracting(Candidate::cipher)
			.contains(new Columnar(ORDER, null), new Columnar(new Key.Given("GDBCAFE"), null));
	}

	@ParameterizedTest
	@MethodSource
	void findsBothKeys(DoubleColumnar cipher) {
		Attack attack = new DoubleColumnarAttack();
		Solving solving = Solving.of(attack, attack.types(), cipher, 150);
		assertThat(solving.settled()).isTrue();
		assertThat(solving.best().plaintext()).isEqualTo(Solving.prose(150));
	}

	private static Stream<DoubleColumnar> findsBothKeys() {
		return Stream.of(new DoubleColumnar(STRIPES, ZEBRA, null), new DoubleColumnar(ZEBRA, ZEBRA, null));
	}

	@ParameterizedTest
	@MethodSource
	void isNotSureOfRandomLetters(Attack attack) {
		int[] symbols = new SplittableRandom(1).ints(60, 0, 26).toArray();
		Solving solving = Solving.of(attack, attack.types(), symbols, 500);
		assertThat(solving.settled()).isFalse();
		assertThat(solving.candidates()).isNotEmpty();
	}

	private static Stream<Attack> isNotSureOfRandomLetters() {
		return Stream.of(new TranspositionAttack("columnar"), new DoubleColumnarAttack(), ROUTES);
	}

	/** The first or, where n-grams hardly tell where a text begins, among the first. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			permutation            | 96  | {'type': 'permutation', 'order': [2, 4, 0, 7, 5, 3, 1, 6]}
			amsco                  | 101 | {'type': 'amsco', 'key': '415326', 'start': 1}
			redefence              | 90  | {'type': 'redefence', 'key': '31524', 'offset': 3}
			myszkowski             | 95  | {'type': 'myszkowski', 'key': 'TOMATO'}
			nihilist-transposition | 108 | {'type': 'nihilist-transposition', 'key': '425163', 'read': 'rows'}
			grille                 | 108 | {'type': 'grille', 'holes': [5, 6, 8, 12, 13, 16, 20, 27, 34]}
			swagman                | 96  | {'type': 'swagman', 'key': '1234 2143 4321 3412'}
			ubchi                  | 110 | {'type': 'ubchi', 'key': 'DER RHEIN'}
			""")
	void findsTheKey(String type, int letters, String json) {
		SymbolCipher cipher = Enciphering.cipher(json).over(Alphabet.LATIN26);
		int[] plaintext = cipher.prepare(Solving.prose(letters));
		Solving solving = Solving.of(new TranspositionAttack(type), Set.of(type), cipher.encrypt(plaintext), 5_000);
		assertThat(solving.best().cipher().type()).isEqualTo(type);
		assertThat(solving.candidates()).extracting(Candidate::plaintext).contains(plaintext);
	}

	@Test
	void searchesForKeysOfTheLengthsThatOneNames() {
		Search search = search(new Columnar(STRIPES, null), 130, new Hints(5, 6, List.of(), Map.of(), Map.of(), null),
				300);
		new TranspositionAttack("columnar").run(Set.of("columnar"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best()).isNotEmpty()
			.extracting(Candidate::cipher)
			.allSatisfy((cipher) -> assertThat(((Columnar) cipher).key()).asString().containsPattern("=[A-F]{5,6}]"));
	}

	/** With so few keys the order of fifteen columns isn't found from anywhere. */
	@Test
	void goesOnFromAKey() {
		Cipher start = new Columnar(new Key.Given("DMCAJBOFKEGNLIH"), null);
		Columnar cipher = new Columnar(new Key.Given("DMCAJBOFKEGHLIN"), null);
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(), start);
		Search search = search(cipher, 130, hints, 20);
		new TranspositionAttack("columnar").run(Set.of("columnar"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).cipher()).isEqualTo(cipher);
	}

	/** A crib tells an order that the language alone hardly would. */
	@Test
	void findsAKeyByACrib() {
		Columnar cipher = new Columnar(new Key.Given("DMCAJBOFKEGHLIN"), null);
		Crib crib = new Crib(Arrays.copyOfRange(Solving.prose(40), 3, 18), Crib.ANYWHERE);
		Hints hints = new Hints(15, 15, List.of(crib), Map.of(), Map.of(), null);
		Search search = search(cipher, 130, hints, 600);
		new TranspositionAttack("columnar").run(Set.of("columnar"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).cipher()).isEqualTo(cipher);
	}

	/** Its columns have two letters or three. */
	@Test
	void findsALongKeyOfAShortTextByACrib() {
		int[] plaintext = Solving.prose(30);
		Crib crib = new Crib(Arrays.copyOfRange(plaintext, 3, 18), 3);
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(), Map.of(), null);
		Cipher cipher = new Columnar(new Key.Given("DECIPHERMENT"), null);
		Search search = search(cipher, 30, hints, 5_000);
		new TranspositionAttack("columnar").run(Set.of("columnar"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
	}

	/** The language alone finds the text, but not where it begins. */
	@Test
	void findsACadenusThatBeginsWithACrib() {
		Cipher cipher = new Cadenus(new Key.Given("WINKS"));
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(new Crib(Solving.prose(8), 0)), Map.of(), Map.of(), null);
		Search search = search(cipher, 125, hints, 5_000);
		new TranspositionAttack("cadenus").run(Set.of("cadenus"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).plaintext()).isEqualTo(Solving.prose(125));
	}

	private static Search search(Cipher cipher, int letters, Hints hints, int looks) {
		AtomicLong clock = new AtomicLong();
		int[] symbols = cipher.over(Alphabet.LATIN26).encrypt(Solving.prose(letters));
		return new Search(new Ciphertext(Alphabet.LATIN26, symbols, null), English.get(), hints, clock::incrementAndGet,
				looks, () -> false, 5, new LongAdder());
	}

}
