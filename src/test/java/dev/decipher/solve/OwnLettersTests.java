package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.language.Languages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters beyond A to Z, as symbols of a cipher or left as they stood. */
class OwnLettersTests {

	private static final String SPANISH = "LA NIÑA DEL MOLINO SUBIO POR LA MAÑANA A LA MONTAÑA";

	private static final Alphabet RECITED = Alphabet.of("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ");

	private static OwnLetters of(String text) {
		return OwnLetters.of(text, Languages.builtIn());
	}

	private static Solution solution(String text, @Nullable Alphabet alphabet, double score, double confidence) {
		return solution(text, new Caesar(3), alphabet, score, confidence);
	}

	private static Solution solution(String text, Cipher cipher, @Nullable Alphabet alphabet, double score,
			double confidence) {
		return new Solution(List.of(), List.of(), null,
				List.of(new Solution.Reading(text, "spanish", cipher, alphabet, score, confidence, null)), 10, 1);
	}

	private static String shifted(String text, @Nullable Alphabet alphabet, int shift) {
		return TextCipher.of(new Caesar(shift), alphabet, null).encrypt(text);
	}

	@Test
	void areCountedAsTheyAreRecited() {
		assertThat(of(shifted(SPANISH, RECITED, 3)).tongues()).extracting(Tongues::first)
			.extracting((language) -> language.alphabet().symbols())
			.containsExactly(RECITED.symbols(), "ABCDEFGHIJKLMNOPQRSTUVWXYZÑ");
		assertThat(of("XŚÓ ŁĘZ").tongues()).extracting((tongues) -> tongues.first().alphabet().size())
			.as("with X, which not all have")
			.containsOnly(35);
		assertThat(of("ŚÓ ŁĘZ").tongues().get(0).first().alphabet().size()).isEqualTo(32);
		assertThat(of("WKH ZRUOG").isEmpty()).isTrue();
		assertThat(of("SEÑOR CAFÉ CORAZÓN").languages()).as("accents are no letters to some")
			.extracting((language) -> language.name())
			.containsExactly("spanish");
	}

	@Test
	void makeSenseWhereTheyWereLeft() {
		String text = "DIE BRÜCKE WAR SCHÖN UND DIE MÜHLE STAND ÜBER DEM FLUSS DER DURCH DIE WÄLDER GING";
		OwnLetters letters = of(text);
		assertThat(letters.explains(solution(text, null, -2, 1))).isTrue();
		assertThat(letters.explains(solution(shifted(text, null, 3), null, -2, 1))).isFalse();
		String wrong = shifted(shifted(SPANISH, RECITED, 3), null, -3);
		assertThat(of(wrong).explains(solution(wrong, null, -3, 1))).isFalse();
		assertThat(of(wrong).explains(new Solution(List.of(), List.of(), null, List.of(), 0, 0))).isFalse();
	}

	@Test
	void decideBetweenReadings() {
		OwnLetters letters = of(SPANISH);
		String wrong = shifted(shifted(SPANISH, RECITED, 3), null, -3);
		assertThat(letters.worth(solution(SPANISH, RECITED, -2, 0.5)))
			.isGreaterThan(letters.worth(solution(wrong, null, -2, 0.99)));
		assertThat(letters.isSettled(solution(SPANISH, RECITED, -2, 0.95), 0.9)).isTrue();
		assertThat(letters.isSettled(solution(SPANISH, RECITED, -2, 0.5), 0.9)).isFalse();
		assertThat(letters.isSettled(solution(wrong, RECITED, -2, 0.95), 0.9)).isFalse();
		Cipher other = new Substitution(new Key.Given("ÑABCDEFGHIJKLMNOPQRSTUVWXYZ"));
		assertThat(letters.isSettled(solution(SPANISH, other, RECITED, -2, 0.95), 0.9)).as("perhaps a shift elsewhere")
			.isFalse();
		assertThat(letters.isSettled(solution(SPANISH, new Vigenere(new Key.Given("SOL")), RECITED, -2, 0.95), 0.9))
			.isTrue();
	}

	@Test
	void listenersHearOfTheBetterReadingOnce() {
		List<String> told = new ArrayList<>();
		ContinuedListener listener = new ContinuedListener(new SolveListener() {

			@Override
			public void candidate(Solution.Reading reading) {
				told.add(reading.text());
			}

		}, 10, of(SPANISH));
		String wrong = shifted(shifted(SPANISH, RECITED, 3), null, -3);
		Solution first = solution(wrong, null, -3, 0.99);
		listener.candidate(first.candidates().get(0));
		listener.ended(first);
		assertThat(told).containsExactly(wrong);
		listener.candidate(solution(wrong, RECITED, -9, 0.999).candidates().get(0));
		// surer it isn't, and yet it is better
		listener.ended(solution(SPANISH, RECITED, -1.6, 0.8));
		assertThat(told).containsExactly(wrong, SPANISH);
	}

}
