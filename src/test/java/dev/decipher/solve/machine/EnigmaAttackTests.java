package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.SquareAttackTests;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
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

	private static final int LOOKS_AT_THE_CLOCK = 200_000;

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

	/**
	 * Messages with their sources in PublishedVectorTests; 1930 is that of the manual,
	 * Schlüsselanleitung zur Chiffriermaschine Enigma I.
	 */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = ';', value = {
			"1930; 'model':'I','rotors':['II','I','III'],'reflector':'A'; FEINDLIQEINFANTERIEKOLONNE; 0; "
					+ "GCDSEAHUGWTQGRKVLFGXUCALXVYMIGMMNMFDXTGNVHVRMMEVOUYFZSLRHDRRXFJWCFHUHMUNZEFRDISIKBGPMYVXUZ; "
					+ "FEINDLIQEINFANTERIEKOLONNEBEOBAQTETXANFANGSUEDAUSGANGBAERWALDEXENDEDREIKMOSTWAERTSNEUSTADT",
			"1941; 'model':'I','rotors':['II','IV','V'],'reflector':'B'; AUFFLIEGERSTRASZE; 79; "
					+ "SFBWDNJUSEGQOBHKRTAREEZMWKPPRBXOHDROEQGBBGTQVPGVKBVVGBIMHUSZYDAJQIROAXSSSNREHYGGRPISEZBOVMQI"
					+ "EMMZCYSGQDGRERVBILEKXYQIRGIRQNRDNVRXCYYTNJR; "
					+ "DREIGEHTLANGSAMABERSIQERVORWAERTSXEINSSIEBENNULLSEQSXUHRXROEMXEINSXINFRGTXDREIXAUFFLIEGERSTR"
					+ "ASZEMITANFANGXEINSSEQSXKMXKMXOSTWXKAMENECXK",
			"1942; 'model':'M4','rotors':['Beta','II','IV','I'],'reflector':'B','rings':'AAAV'; VONVONJLOOKSJHFF; 0; "
					+ "NCZWVUSXPNYMINHZXMQXSFWXWLKJAHSHNMCOCCAKUQPMKCSMHKSEINJUSBLKIOSXCKUBHMLLXCSJUSRRDVKOHULXWC"
					+ "CBGVLIYXEOAHXRHKKFVDREWEZLXOBAFGYUJQUKGRTVUKAMEURBVEKSUHHVOYHABCJWMAKLFKLMYFVNRIZRVVRTK"
					+ "OFDANJMOLBGFFLEOPRGTFLVRHOWOPBEKVWMUQFMPWPARMFHAGKXIIBG; "
					+ "VONVONJLOOKSJHFFTTTEINSEINSDREIZWOYYQNNSNEUNINHALTXXBEIANGRIFFUNTERWASSERGEDRUECKTYWABOSXL"
					+ "ETZTERGEGNERSTANDNULACHTDREINULUHRMARQUANTONJOTANEUNACHTSEYHSDREIYZWOZWONULGRADYACHTSMY"
					+ "STOSSENACHXEKNSVIERMBFAELLTYNNNNNNOOOVIERYSICHTEINSNULL" })
	void readsPublicMessagesByCribs(String year, String known, String crib, int position, String ciphertext,
			String plaintext) {
		assertThat(solve(ciphertext, plaintext, Languages.builtIn("german"), "{'type':'enigma'," + known + "}",
				List.of(new Crib(indices(crib), position))))
			.isTrue();
	}

	/** Where the rings are known, and once not its place. */
	@ParameterizedTest
	@CsvSource({ "8, 40, 40", "12, 60, -1" })
	void findsPlugsByShortCrib(int length, int start, int position) {
		int[] plaintext = Arrays.copyOf(SquareAttackTests.letters(Alphabet.LATIN26), 130);
		String rings = ",'rings':'DKT'";
		Cipher cipher = Enciphering
			.cipher("{" + ROTORS + rings + ",'positions':'SYM','plugboard':'AV BS CG DL FU HZ IN KM OW RX'}");
		int[] ciphertext = cipher.over(Alphabet.LATIN26).encrypt(plaintext);
		assertThat(solve(text(ciphertext), text(plaintext), English.get(), "{" + ROTORS + rings + "}",
				List.of(new Crib(Arrays.copyOfRange(plaintext, start, start + length), position))))
			.isTrue();
	}

	/** Whether the plaintext is found; the search is over as soon as it is. */
	private static boolean solve(String ciphertext, String plaintext, Language language, String start,
			List<Crib> cribs) {
		Hints hints = new Hints(1, Integer.MAX_VALUE, cribs, Map.of(), Map.of(), Enciphering.cipher(start));
		AtomicLong clock = new AtomicLong();
		AtomicReference<Search> under = new AtomicReference<>();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, indices(ciphertext), null), language, hints,
				clock::incrementAndGet, LOOKS_AT_THE_CLOCK, () -> reads(under.get(), plaintext), 5, new LongAdder());
		under.set(search);
		new EnigmaAttack().run(Set.of("enigma"), search, new SplittableRandom(1), 0, 1);
		Candidate best = search.best().get(0);
		assertThat(best.cipher().over(Alphabet.LATIN26).decrypt(indices(ciphertext))).isEqualTo(best.plaintext());
		return reads(search, plaintext);
	}

	private static boolean reads(Search search, String plaintext) {
		List<Candidate> best = search.best();
		return !best.isEmpty() && text(best.get(0).plaintext()).equals(plaintext);
	}

	private static int[] indices(String text) {
		return text.chars().map((letter) -> letter - 'A').toArray();
	}

	private static String text(int[] letters) {
		return Arrays.stream(letters).mapToObj(Alphabet.LATIN26::symbol).collect(Collectors.joining());
	}

	/** Whether the plaintext is found. */
	private static boolean solve(String rings, String positions, String plugs, int letters, String start) {
		int[] plaintext = Arrays.copyOf(SquareAttackTests.letters(Alphabet.LATIN26), letters);
		Cipher cipher = Enciphering.cipher(
				"{" + ROTORS + ",'rings':'" + rings + "','positions':'" + positions + "','plugboard':'" + plugs + "'}");
		int[] ciphertext = cipher.over(Alphabet.LATIN26).encrypt(plaintext);
		return solve(text(ciphertext), text(plaintext), English.get(), start, List.of());
	}

}
