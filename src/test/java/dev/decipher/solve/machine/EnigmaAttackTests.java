package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.SquareAttackTests;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attack on the Enigma where much of the key is known: all of it takes too long here.
 */
class EnigmaAttackTests {

	private static final String ROTORS = "'type':'enigma','model':'I','rotors':['IV','I','III'],'reflector':'B'";

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = ';',
			value = { "'model':'I','rotors':['IV','I','III'],'reflector':'B'; BBB; FHC; 4; 6; 2; 0",
					"'model':'M4','rotors':['Beta','VI','I','III'],'reflector':'C'; CBBB; AFHC; 4; 6; 2; 24",
					"'model':'Swiss-K','rotors':['III','I','II']; CBBB; AFHC; 4; 6; 2; 24" })
	void tableIsWhatTheMachineDoes(String machine, String rings, String positions, int left, int middle, int right,
			int still) {
		Cipher open = Enciphering.cipher("{'type':'enigma'," + machine + "}");
		EnigmaScrambler scrambler = EnigmaScrambler.of((Enigma) open).get(0);
		byte[] table = scrambler.table(still);
		String plugboard = scrambler.hasPlugboard() ? ",'plugboard':''" : "";
		Cipher cipher = Enciphering.cipher("{'type':'enigma'," + machine + ",'rings':'" + rings + "','positions':'"
				+ positions + "'" + plugboard + "}");
		for (int letter = 0; letter < 26; letter++) {
			// the right rotor steps first
			int enciphered = cipher.over(Alphabet.LATIN26).encrypt(new int[] { letter })[0];
			int turns = (left * 26 + middle) * 26 + right;
			assertThat((int) table[turns * 26 + letter]).isEqualTo(enciphered);
		}
	}

	/** With a turnover at Q, the middle rotor steps the left one in the last rows. */
	@ParameterizedTest
	@CsvSource({ "AAA, FHC, 100", "DKT, SYM, 80", "AAA, FNC, 110", "CQX, MPL, 120" })
	void findsStartWithoutPlugs(String rings, String positions, int letters) {
		assertThat(solve(rings, positions, "", letters, "{" + ROTORS + ",'plugboard':''}")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "AAA, FHC, AV BS CG DL FU HZ IN KM OW RX", "DKT, SYM, AV BS CG", "CQX, MPL, AE TN" })
	void findsPlugsWhereStartIsKnown(String rings, String positions, String plugs) {
		assertThat(solve(rings, positions, plugs, 190,
				"{" + ROTORS + ",'rings':'" + rings + "','positions':'" + positions + "'}"))
			.isTrue();
	}

	@Test
	void findsRingsWhereWindowsAndPlugsAreKnown() {
		String known = ",'positions':'SYM','plugboard':'AV BS CG'";
		assertThat(solve("DKT", "SYM", "AV BS CG", 120, "{" + ROTORS + known + "}")).isTrue();
	}

	/** Whether the plaintext is found. */
	private static boolean solve(String rings, String positions, String plugs, int letters, String start) {
		int[] plaintext = Arrays.copyOf(SquareAttackTests.letters(Alphabet.LATIN26), letters);
		Cipher cipher = Enciphering.cipher("{" + ROTORS + ",'rings':'" + rings + "','positions':'" + positions
				+ "','plugboard':'" + plugs + "'}");
		int[] ciphertext = cipher.over(Alphabet.LATIN26).encrypt(plaintext);
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(), Enciphering.cipher(start));
		AtomicLong clock = new AtomicLong();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(), hints,
				clock::incrementAndGet, 1_000_000, () -> false, 5, new LongAdder());
		new EnigmaAttack().run(Set.of("enigma"), search, new SplittableRandom(1), 0, 1);
		Candidate best = search.best().get(0);
		return Arrays.equals(best.plaintext(), plaintext)
				&& Arrays.equals(best.cipher().over(Alphabet.LATIN26).decrypt(ciphertext), plaintext);
	}

}
