package dev.decipher.cipher;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.fractionating.Bifid;
import dev.decipher.cipher.fractionating.Pollux;
import dev.decipher.cipher.fractionating.Trifid;
import dev.decipher.cipher.machine.Chaocipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.Rotors;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Nihilist;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.Progressive;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.cipher.polyalphabetic.Trithemius;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.cipher.polygraphic.TriSquare;
import dev.decipher.cipher.polygraphic.TwoSquare;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.cipher.substitution.Rot13;
import dev.decipher.cipher.substitution.Rot47;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Scytale;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every type of cipher against messages that somebody else has published.
 */
class PublishedVectorTests {

	private static final Alphabet LATIN26 = Alphabet.LATIN26;

	private static final Alphabet LATIN25 = Alphabet.LATIN25;

	/** Wikipedia's four-square leaves out the Q. */
	private static final Alphabet WITHOUT_Q = Alphabet.of("ABCDEFGHIJKLMNOPRSTUVWXYZ");

	/** Trithemius's own, from his Polygraphia. */
	private static final Alphabet TRITHEMIUS = Alphabet.of("ABCDEFGHIKLMNOPQRSTUXYZW");

	/** The French one that Jules Verne reckons with. */
	private static final Alphabet WITHOUT_W = Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVXYZ");

	private static final String WIKIPEDIA_COLUMNAR = "EVLNACDTESEAROFODEECWIREE";

	private static final String DEFEND = "DEFENDTHEEASTWALLOFTHECASTLE";

	private static Key key(String text) {
		return new Key.Given(text);
	}

	private static Enigma enigma(String model, List<String> rotors, String reflector, String rings, String positions,
			String plugboard) {
		return new Enigma(model, new Rotors.Given(rotors), key(reflector), key(rings), key(positions), key(plugboard));
	}

	static Stream<Arguments> vectors() {
		return Stream.of(
				arguments("Wikipedia, ROT13", new Rot47(), new Rot47().defaultAlphabet(),
						"TheQuickBrownFoxJumpsOverTheLazyDog.", "%96\"F:4<qC@H?u@IyF>AD~G6C%96{2KJs@8]"),
				arguments("Wikipedia, Vigenère cipher", new Vigenere(key("LEMON")), LATIN26, "ATTACKATDAWN",
						"LXFOPVEFRNHR"),
				arguments("CryptoCrack, Progressive Key, variant: the first eight letters",
						new VariantVigenere(key("POLITICS")), LATIN26, "HISTORYW", "SUHLVJWE"),
				arguments("Practical Cryptography, Beaufort", new Beaufort(key("FORTIFICATION")), LATIN26, DEFEND,
						"CKMPVCPVWPIWUJOGIUAPVWRIWUUK"),
				arguments("Practical Cryptography, Porta", new Porta(key("FORTIFICATION"), null), LATIN26, DEFEND,
						"SYNNJSCVRNRLAHUTUKUCVRYRLANY"),
				arguments("Jules Verne, La Jangada", new Gronsfeld(key("432513")), WITHOUT_W,
						"LEVERITABLEAUTEURDUVOLDESDIAMANTS", "PHYJSLYDDQFDZXGASGZZQQEHXGKFNDRXUJ".substring(0, 33)),
				arguments("Wikipedia, Autokey cipher", new Autokey(key("QUEENLY")), LATIN26, "ATTACKATDAWN",
						"QNXEPVYTWTWP"),
				arguments("Wikipedia, Running key cipher",
						new RunningKey("errors can occur in several places. A label can be put on"), LATIN26,
						"FLEEATONCEWEAREDISCOVERED", "JCVSRLQNPSYGUIMQAWXSMECTO"),
				arguments("Trithemius, Polygraphia", new Trithemius(), TRITHEMIUS, "HUNCCAUETOUIRUM",
						"HXPFGFBMCZFUEIB"),
				arguments("CryptoCrack, Progressive Key", new Progressive(key("POLITICS"), 3), LATIN26,
						"HISTORYWILLBEKINDTOMEFORIINTENDTOWRITEIT", "WWDBHZAOACZMAVNIYNFADTWPGFHKGEOUPWOCYYWX"),
				arguments("Wikipedia, Hill cipher", new Hill(key("GYBNQKURP")), LATIN26, "ACTCAT", "POHFIN"),
				arguments("Crypto Corner, Hill cipher", new Hill(key("HILL")), LATIN26, "SHORTEXAMPLE", "APADJTFTWLFJ"),
				arguments("Wikipedia, Playfair cipher",
						new Playfair(key("PLAYFAIREXAMPLE"), null, null, null, null, null), LATIN25,
						"HIDETHEGOLDINTHETREXESTUMP", "BMODZBXDNABEKUDMUIXMMOUVIF"),
				arguments("Wikipedia, Bifid cipher", new Bifid(key("BGWKZQPNDSIOAXEFCLUMTHYVR"), 10, null), LATIN25,
						"FLEEATONCE", "UAEOLWRINS"),
				arguments("Wikipedia, Trifid cipher", new Trifid(key("FELIXMARIEDELASTELLE"), 5),
						Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ+"), "AIDETOILECIELTAIDERA", "FMJFVOISSUFTFPUFEQQC"),
				arguments("Wikipedia, Four-square cipher", new FourSquare(key("EXAMPLE"), key("KEYWORD"), null, null),
						WITHOUT_Q, "HELPMEOBIWANKENOBI", "FYGMKYHOBXMFKKKIMD"),
				arguments("Wikipedia, Two-square cipher",
						new TwoSquare(key("EXAMPLE"), key("KEYWORD"), "vertical", null, null), WITHOUT_Q,
						"HELPMEOBIWANKENOBI", "HEDLXWSDJYANHOTKDG"),
				arguments("AtoZmath, Two-square cipher",
						new TwoSquare(key("KEY"), key("WORD"), "horizontal", null, null),
						Alphabet.of("ABCDEFGHIKLMNOPQRSTUVWXYZ"), "ABCDEFGHIZ", "WGFKDDBNMU"),
				arguments("Wikipedia, Transposition cipher", new Columnar(key("ZEBRAS"), null), LATIN26,
						"WEAREDISCOVEREDFLEEATONCE", WIKIPEDIA_COLUMNAR),
				arguments("Wikipedia, Transposition cipher, with nulls", new Columnar(key("ZEBRAS"), null), LATIN26,
						"WEAREDISCOVEREDFLEEATONCEQKJEU", "EVLNEACDTKESEAQROFOJDEECUWIREE"),
				arguments("Wikipedia, Transposition cipher", new DoubleColumnar(key("ZEBRAS"), key("STRIPE"), null),
						LATIN26, "WEAREDISCOVEREDFLEEATONCE", "CAEENSOIAEDRLEFWEDREEVTOC"),
				arguments("Wikipedia, Rail fence cipher", new RailFence(3, null, null), LATIN26,
						"WEAREDISCOVEREDRUNATONCE", "WECRUOERDSOEERNTNEAIVDAC"),
				arguments("Wikipedia, Scytale", new Scytale(5, null, null), LATIN26, "IAMHURTVERYBADLYHELP",
						"IRYYATBHMVAEHEDLURLP"),
				arguments("Rubin, Chaocipher Revealed",
						new Chaocipher(key("HXUCZVAMDSLKPEFJRIGTWOBNYQ"), key("PTLNBQDEOYSFAVZKGJRIHWXUMC")), LATIN26,
						"WELLDONEISBETTERTHANWELLSAID", "OAHQHCNYNXTSZJRRHJBYHQKSOUJY"),
				arguments("Schlüsselanleitung zur Chiffriermaschine Enigma I, 1930",
						enigma("I", List.of("II", "I", "III"), "A", "XMV", "ABL", "AM FI NV PS TU WZ"), LATIN26,
						"FEINDLIQEINFANTERIEKOLONNEBEOBAQTETXANFANGSUEDAUSGANGBAERWALDEXENDEDREIKMOSTWAERTSNEUSTADT",
						"GCDSEAHUGWTQGRKVLFGXUCALXVYMIGMMNMFDXTGNVHVRMMEVOUYFZSLRHDRRXFJWCFHUHMUNZEFRDISIKBGPMYVXUZ"),
				arguments("Operation Barbarossa, 1941, part 1",
						enigma("I", List.of("II", "IV", "V"), "B", "BUL", "BLA", "AV BS CG DL FU HZ IN KM OW RX"),
						LATIN26,
						"AUFKLXABTEILUNGXVONXKURTINOWAXKURTINOWAXNORDWESTLXSEBEZXSEBEZXUAFFLIEGERSTRASZERIQTUNGXDUB"
								+ "ROWKIXDUBROWKIXOPOTSCHKAXOPOTSCHKAXUMXEINSAQTDREINULLXUHRANGETRETENXANGRIFFXINFXRGTX",
						"EDPUDNRGYSZRCXNUYTPOMRMBOFKTBZREZKMLXLVEFGUEYSIOZVEQMIKUBPMMYLKLTTDEISMDICAGYKUACTCDOMOHWX"
								+ "MUUIAUBSTSLRNBZSZWNRFXWFYSSXJZVIJHIDISHPRKLKAYUPADTXQSPINQMATLPIFSVKDASCTACDPBOPVHJK"),
				arguments("Operation Barbarossa, 1941, part 2",
						enigma("I", List.of("II", "IV", "V"), "B", "BUL", "LSD", "AV BS CG DL FU HZ IN KM OW RX"),
						LATIN26,
						"DREIGEHTLANGSAMABERSIQERVORWAERTSXEINSSIEBENNULLSEQSXUHRXROEMXEINSXINFRGTXDREIXAUFFLIEGERSTR"
								+ "ASZEMITANFANGXEINSSEQSXKMXKMXOSTWXKAMENECXK",
						"SFBWDNJUSEGQOBHKRTAREEZMWKPPRBXOHDROEQGBBGTQVPGVKBVVGBIMHUSZYDAJQIROAXSSSNREHYGGRPISEZBOVMQI"
								+ "EMMZCYSGQDGRERVBILEKXYQIRGIRQNRDNVRXCYYTNJR"),
				arguments("Scharnhorst, 1943",
						enigma("M3", List.of("III", "VI", "VIII"), "B", "AHM", "UZV", "AN EZ HK IJ LR MQ OT PV SW UX"),
						LATIN26, "STEUEREJTANAFJORDJANSTANDORTQUAAACCCVIERNEUNNEUNZWOFAHRTZWONULSMXXSCHARNHORSTHCO",
						"YKAENZAPMSCHZBFOCUVMRMDPYCOFHADZIZMEFXTHFLOLPZLFGGBOTGOXGRETDWTJIQHLMXVJWKZUASTR"),
				arguments("U-264, 1942",
						enigma("M4", List.of("Beta", "II", "IV", "I"), "B", "AAAV", "VJNA",
								"AT BL DF GJ HM NW OP QY RZ VX"),
						LATIN26,
						"VONVONJLOOKSJHFFTTTEINSEINSDREIZWOYYQNNSNEUNINHALTXXBEIANGRIFFUNTERWASSERGEDRUECKTYWABOSXL"
								+ "ETZTERGEGNERSTANDNULACHTDREINULUHRMARQUANTONJOTANEUNACHTSEYHSDREIYZWOZWONULGRADYACHTSMY"
								+ "STOSSENACHXEKNSVIERMBFAELLTYNNNNNNOOOVIERYSICHTEINSNULL",
						"NCZWVUSXPNYMINHZXMQXSFWXWLKJAHSHNMCOCCAKUQPMKCSMHKSEINJUSBLKIOSXCKUBHMLLXCSJUSRRDVKOHULXWC"
								+ "CBGVLIYXEOAHXRHKKFVDREWEZLXOBAFGYUJQUKGRTVUKAMEURBVEKSUHHVOYHABCJWMAKLFKLMYFVNRIZRVVRTK"
								+ "OFDANJMOLBGFFLEOPRGTFLVRHOWOPBEKVWMUQFMPWPARMFHAGKXIIBG"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("vectors")
	void reproduces(String source, Cipher cipher, Alphabet alphabet, String plaintext, String ciphertext) {
		cipher.requireAlphabet(alphabet);
		SymbolCipher symbolCipher = cipher.over(alphabet);
		assertThat(text(symbolCipher.encrypt(alphabet.read(plaintext).symbols()), alphabet)).isEqualTo(ciphertext);
		assertThat(text(symbolCipher.decrypt(alphabet.read(ciphertext).symbols()), alphabet)).isEqualTo(plaintext);
	}

	/** Wikipedia, Nihilist cipher. */
	@Test
	void nihilist() {
		Cipher cipher = new Nihilist(key("RUSSIAN"), key("ZEBRAS"), null, null);
		SymbolCipher symbolCipher = cipher.over(LATIN25);
		int[] ciphertext = symbolCipher.encrypt(LATIN25.read("DYNAMITEWINTERPALACE").symbols());
		assertThat(Arrays.stream(ciphertext).mapToObj(cipher.ciphertextSymbols(LATIN25)::symbol)).containsExactly("37",
				"106", "62", "36", "67", "47", "86", "26", "104", "53", "62", "77", "27", "55", "57", "66", "55", "36",
				"54", "27");
		assertThat(text(symbolCipher.decrypt(ciphertext), LATIN25)).isEqualTo("DYNAMITEWINTERPALACE");
	}

	/** Practical Cryptography, Homophonic substitution. */
	@Test
	void homophonic() {
		Map<String, String> table = Map.ofEntries(Map.entry("A", "D9"), Map.entry("B", "X"), Map.entry("C", "S"),
				Map.entry("D", "F"), Map.entry("E", "Z721"), Map.entry("F", "E"), Map.entry("G", "H"),
				Map.entry("H", "C"), Map.entry("I", "V3"), Map.entry("L", "P"), Map.entry("M", "G"),
				Map.entry("N", "A5"), Map.entry("O", "Q0"), Map.entry("P", "L"), Map.entry("Q", "K"),
				Map.entry("R", "J"), Map.entry("S", "R4"), Map.entry("T", "U6"), Map.entry("U", "O"),
				Map.entry("V", "W"), Map.entry("W", "M"), Map.entry("X", "Y"), Map.entry("Y", "B"), Map.entry("Z", "N"),
				Map.entry("J", "I"), Map.entry("K", "T"));
		Map<String, List<String>> tokens = table.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> List.of(entry.getValue().split(""))));
		Cipher cipher = new Homophonic(new Homophones.Given(tokens));
		Symbols symbols = cipher.ciphertextSymbols(LATIN26);
		int[] ciphertext = "F7EZ5FUC21DR6M9PP0E6CZSD4UP1".chars()
			.map((character) -> indexOf(Character.toString(character), symbols))
			.toArray();
		SymbolCipher symbolCipher = cipher.over(LATIN26);
		assertThat(text(symbolCipher.decrypt(ciphertext), LATIN26)).isEqualTo(DEFEND);
		assertThat(symbolCipher.decrypt(symbolCipher.encrypt(LATIN26.read(DEFEND).symbols())))
			.isEqualTo(LATIN26.read(DEFEND).symbols());
	}

	/**
	 * American Cryptogram Association, Tri-Square: the outer two of three letters may be
	 * others.
	 */
	@Test
	void triSquare() {
		Cipher cipher = new TriSquare(key("NSFMUOAGPWVBHQXECIRYLDKTZ"), key("READINGBCFHKLMOPQSTUVWXYZ"),
				key("PASTINOQRMLYZUEKXWVBHGFDC"), null, null);
		SymbolCipher symbolCipher = cipher.over(LATIN25);
		String published = "RHLQXRLXOEVZBATXSERXDDIUAAABFZ";
		int[] plaintext = symbolCipher.decrypt(LATIN25.read(published).symbols());
		assertThat(text(plaintext, LATIN25)).isEqualTo("THREEKEYSQUARESUSEDX");
		String ciphertext = text(symbolCipher.encrypt(plaintext), LATIN25);
		assertThat(ciphertext.replaceAll(".(.).", "$1")).isEqualTo(published.replaceAll(".(.).", "$1"));
		assertThat(text(symbolCipher.decrypt(LATIN25.read(ciphertext).symbols()), LATIN25))
			.isEqualTo("THREEKEYSQUARESUSEDX");
	}

	/** Wikipedia, Enigma rotor details: AAAAA with rotors I to III and reflector B. */
	@Test
	void theSimplestEnigma() {
		SymbolCipher machine = enigma("I", List.of("I", "II", "III"), "B", "AAA", "AAA", "").over(LATIN26);
		assertThat(text(machine.encrypt(new int[5]), LATIN26)).isEqualTo("BDZGO");
		assertThat(text(enigma("I", List.of("I", "II", "III"), "b", "bbb", "aaa", "").over(LATIN26).encrypt(new int[5]),
				LATIN26))
			.isEqualTo("EWTYX");
	}

	/**
	 * With its fourth rotor Beta at A and thin B an M4 is an M3 with B; so are Gamma and
	 * C.
	 */
	@Test
	void anM4IsAnM3() {
		int[] plaintext = new int[2000];
		for (String[] parts : new String[][] { { "Beta", "B" }, { "Gamma", "C" } }) {
			SymbolCipher four = enigma("M4", List.of(parts[0], "VII", "V", "VI"), parts[1], "AFGH", "AXYZ", "")
				.over(LATIN26);
			SymbolCipher three = enigma("M3", List.of("VII", "V", "VI"), parts[1], "FGH", "XYZ", "").over(LATIN26);
			assertThat(four.encrypt(plaintext)).isEqualTo(three.encrypt(plaintext));
		}
	}

	/** The American Cryptogram Association's sheet on Pollux. */
	@Test
	void pollux() {
		TextCipher cipher = TextCipher.of(new Pollux(key("x-..x.--x.")), null, null);
		assertThat(cipher.decrypt("08639 34257 02417 68596 30414 56234 90874 5360", false)).isEqualTo("LUCK HELPS");
		assertThat(cipher.encrypt("Luck helps")).hasSize(39);
		assertThat(cipher.decrypt(cipher.encrypt("Luck helps"), false)).isEqualTo("LUCK HELPS");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("published")
	void reproducesTheText(CipherVectors.Vector vector) {
		TextCipher cipher = TextCipher.of(vector.read(), vector.alphabet(), null);
		assertThat(cipher.encrypt(vector.plaintext())).isEqualTo(vector.ciphertext());
		assertThat(cipher.decrypt(vector.ciphertext(), false)).isEqualTo(vector.deciphered());
	}

	static Stream<CipherVectors.Vector> published() {
		return CipherVectors.families().flatMap((family) -> family.vectors().stream());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ambiguous")
	void deciphersTheText(CipherVectors.Vector vector) {
		TextCipher cipher = TextCipher.of(vector.read(), vector.alphabet(), null);
		assertThat(cipher.decrypt(vector.ciphertext(), false)).isEqualTo(vector.deciphered());
		assertThat(cipher.decrypt(cipher.encrypt(vector.plaintext()), false)).isEqualTo(vector.deciphered());
	}

	static Stream<CipherVectors.Vector> ambiguous() {
		return CipherVectors.families().flatMap((family) -> family.ambiguous().stream());
	}

	@Test
	void everyTypeHasAVector() {
		List<Class<?>> elsewhere = List.of(Caesar.class, Rot13.class, Atbash.class, Affine.class, Substitution.class,
				Nihilist.class, Homophonic.class, TriSquare.class, Pollux.class);
		Stream<Class<?>> here = Stream.concat(vectors().map((vector) -> vector.get()[1].getClass()),
				Stream.concat(published(), ambiguous()).map((vector) -> vector.read().getClass()));
		assertThat(Stream.concat(here, elsewhere.stream())).contains(CipherCatalogue.types().toArray(Class<?>[]::new));
	}

	/** Clients rely on these names. */
	@Test
	void typesKeepTheirNames() {
		assertThat(CipherCatalogue.examples().keySet()).containsExactlyInAnyOrder("""
				caesar rot13 rot47 atbash affine substitution keyword a1z26 polybius bacon morse tap-code nomenclator
				homophonic key-phrase numbered-key tridigital grandpre checkerboard syllabary
				vigenere variant-vigenere beaufort porta gronsfeld autokey running-key trithemius progressive nihilist
				quagmire-1 quagmire-2 quagmire-3 quagmire-4 alberti vernam interrupted-key gromark periodic-gromark
				nicodemus portax ragbaby condi slidefair
				hill playfair four-square two-square seriated-playfair tri-square phillips bazeries
				bifid trifid cm-bifid digrafid adfgx adfgvx straddling-checkerboard fractionated-morse morbit pollux
				monome-dinome vic
				columnar double-columnar rail-fence scytale reverse permutation route amsco myszkowski redefence grille
				cadenus swagman nihilist-transposition ubchi
				chaocipher enigma m-209 m-94 solitaire chain
				""".split("\\s+"));
	}

	@Test
	void everyCipherIsListed() {
		Stream<Class<?>> ciphers = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(Cipher.class.getPackageName())
			.stream()
			.filter((type) -> type.isAssignableTo(Cipher.class) && !type.isInterface())
			.map(JavaClass::reflect);
		assertThat(ciphers).containsExactlyInAnyOrder(CipherCatalogue.types().toArray(Class<?>[]::new));
	}

	private static int indexOf(String token, Symbols symbols) {
		int index = 0;
		while (!symbols.symbol(index).equals(token)) {
			index++;
		}
		return index;
	}

	private static String text(int[] symbols, Alphabet alphabet) {
		return Arrays.stream(symbols).mapToObj(alphabet::symbol).collect(Collectors.joining());
	}

}
