package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.cipher.machine.Rotors;
import dev.decipher.language.English;
import dev.decipher.solve.SquareAttackTests;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parts of the attack on the Enigma, for the order of the rotors that is right: all
 * sixty take too long here.
 */
class EnigmaAttackTests {

	private static final List<String> ROTORS = List.of("IV", "I", "III");

	@Test
	void tableIsWhatTheMachineDoes() {
		byte[] table = EnigmaScrambler.table(ROTORS, "B");
		for (int letter = 0; letter < 26; letter++) {
			// the right rotor steps from C to D first, the rings are at B
			int enciphered = enigma("BBB", "FHC", "").over(Alphabet.LATIN26).encrypt(new int[] { letter })[0];
			int turns = (4 * 26 + 6) * 26 + 2;
			assertThat((int) table[turns * 26 + letter]).isEqualTo(enciphered);
		}
	}

	/** With a turnover at Q, the middle rotor steps the left one in the last rows. */
	@ParameterizedTest
	@CsvSource({ "AAA, FHC, ''", "DKT, SYM, 'AV BS CG'", "AAA, FNC, 'DL FU HZ'", "CQX, MPL, 'AE TN'" })
	void findsStartAndPlugs(String rings, String positions, String plugs) {
		int[] plaintext = Arrays.copyOf(SquareAttackTests.letters(Alphabet.LATIN26), 190);
		Cipher cipher = enigma(rings, positions, plugs);
		int[] ciphertext = cipher.over(Alphabet.LATIN26).encrypt(plaintext);
		AtomicLong clock = new AtomicLong();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(),
				clock::incrementAndGet, 1_000_000, () -> false, 5);
		EnigmaClimb climb = new EnigmaClimb(ciphertext, English.get().letters(), search);
		for (boolean leftSteps : new boolean[] { false, true }) {
			EnigmaSweep sweep = new EnigmaSweep(ciphertext, leftSteps, search);
			sweep.run(0, EnigmaScrambler.table(ROTORS, "B"));
			climb.run(Arrays.copyOf(sweep.best(), 200), List.of(ROTORS), "B");
		}
		Candidate best = search.best().get(0);
		assertThat(best.plaintext()).isEqualTo(plaintext);
		assertThat(best.cipher().over(Alphabet.LATIN26).decrypt(ciphertext)).isEqualTo(plaintext);
	}

	private static Enigma enigma(String rings, String positions, String plugs) {
		return new Enigma("I", new Rotors.Given(ROTORS), new Key.Given("B"), new Key.Given(rings),
				new Key.Given(positions), new Key.Given(plugs));
	}

}
