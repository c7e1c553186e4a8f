package dev.decipher.solve.identify;

import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.SquareAttackTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the letters' frequencies alone tell of a ciphertext.
 */
class LetterModelTests {

	private static final LetterModel ENGLISH = LetterModel.of(English.get().letters());

	private static final List<String> CLASSES = TypeIdentifier.trained().classes();

	@ParameterizedTest
	@ValueSource(strings = { "substitution", "columnar", "vigenere", "plaintext" })
	void tellsSubstitutionsFromTranspositionsAndTheRest(String type) {
		String json = switch (type) {
			case "substitution" -> "{'type':'substitution','key':'QWERTYUIOPASDFGHJKLZXCVBNM'}";
			case "columnar" -> "{'type':'columnar','key':'STRIPES'}";
			case "vigenere" -> "{'type':'vigenere','key':'LEMONADE'}";
			default -> "{'type':'caesar','shift':0}";
		};
		int[] text = Enciphering
			.of(Enciphering.cipher(json), SquareAttackTests.letters(Alphabet.LATIN26), new SplittableRandom(1))
			.ciphertext();
		double likeliest = ENGLISH.types(text, CLASSES)
			.values()
			.stream()
			.mapToDouble(Double::doubleValue)
			.max()
			.orElseThrow();
		assertThat(ENGLISH.types(text, CLASSES)).containsEntry(type, likeliest);
		assertThat(ENGLISH.types(text, CLASSES).values().stream().mapToDouble(Double::doubleValue).sum())
			.isBetween(0.999, 1.001);
		if (type.equals("substitution")) {
			assertThat(likeliest).isGreaterThan(0.7);
		}
	}

}
