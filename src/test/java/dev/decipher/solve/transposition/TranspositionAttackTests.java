package dev.decipher.solve.transposition;

import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Reverse;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
	private static final Cipher SPIRAL = new Route(5, null, "rows", null, "spiral-clockwise", "bottom-right", null);

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

}
