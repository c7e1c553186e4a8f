package dev.decipher.cipher;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.Rotors;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Nihilist;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Rot13;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CipherTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	// the tutorial's own
	@CsvSource({ "SECRET, ERPDRF", "THIS-IS-A-SECRET, FUVEMVEMNMERPDRF",
			"THIS-IS-ANOTHER-SECRET, FUVEMVEMN-AFURDMERPDRF",
			"ABCDEFGHIJKLMNOPQRSTUVWXYZ-, NOPQRSTUVWXYZ-ABCDEFGHIJKLM" })
	void caesarOverTwentySevenSymbols(String plaintext, String ciphertext) {
		verify(new Caesar(13), Alphabet.LATIN27, plaintext, ciphertext);
	}

	@Test
	void caesarTakesAnyShift() {
		verify(new Caesar(3), Alphabet.LATIN26, "Hello, World! 😀", "Khoor, Zruog! 😀");
		verify(new Caesar(-23), Alphabet.LATIN26, "XYZ", "ABC");
		verify(new Caesar(Integer.MAX_VALUE), Alphabet.of("01"), "0110", "1001");
		verify(new Caesar(Integer.MIN_VALUE), Alphabet.of("01"), "0110", "0110");
	}

	@Test
	void rot13() {
		verify(new Rot13(), Alphabet.LATIN26, "Why did the chicken cross the road?",
				"Jul qvq gur puvpxra pebff gur ebnq?");
	}

	@Test
	void atbash() {
		verify(new Atbash(), Alphabet.LATIN26, "ABCXYZ", "ZYXCBA");
		verify(new Atbash(), Alphabet.LATIN26, "Wizard", "Draziw");
	}

	@Test
	void affine() {
		verify(new Affine(5, 8), Alphabet.LATIN26, "AFFINECIPHER", "IHHWVCSWFRCP");
		verify(new Affine(-21, 34), Alphabet.LATIN26, "AFFINECIPHER", "IHHWVCSWFRCP");
	}

	@Test
	void substitution() {
		verify(new Substitution(new Key.Given("ZEBRASCDFGHIJKLMNOPQTUVWXY")), Alphabet.LATIN26,
				"flee at once. we are discovered!", "siaa zq lkba. va zoa rfpbluaoar!");
	}

	@ParameterizedTest
	@ValueSource(strings = { "LEMON", "lemon" })
	void vigenere(String key) {
		verify(new Vigenere(new Key.Given(key)), Alphabet.LATIN26, "ATTACKATDAWN", "LXFOPVEFRNHR");
		verify(new Vigenere(new Key.Given(key)), Alphabet.LATIN26, "Attack at dawn", "Lxfopv ef rnhr");
	}

	@Test
	void foreignCharactersAdvanceNoKey() {
		verify(new Vigenere(new Key.Given("AB")), Alphabet.LATIN26, "a 1ßaaa", "a 1ßbab");
	}

	@Test
	void refusesAnAlphabetTheCipherCannotUse() {
		assertThat(faultOf(() -> new Rot13().requireAlphabet(Alphabet.LATIN27)).pointer()).isEmpty();
		assertThat(faultOf(() -> new Rot13().requireAlphabet(Alphabet.of("ZYXWVUTSRQPONMLKJIHGFEDCBA"))).pointer())
			.isEmpty();
		new Rot13().requireAlphabet(Alphabet.of(Alphabet.LATIN26.symbols(), "X"));
		new Caesar(1).requireAlphabet(Alphabet.of("01"));
	}

	@Test
	void refusesWhatDoesNotSuitTheAlphabet() {
		assertThat(faultOf(() -> new Affine(13, 1).over(Alphabet.LATIN26)).pointer()).isEqualTo("/a");
		assertThat(faultOf(() -> new Affine(0, 1).over(Alphabet.LATIN26)).pointer()).isEqualTo("/a");
		assertThat(faultOf(() -> new Affine(3, 1).over(Alphabet.LATIN27)).pointer()).isEqualTo("/a");
		for (String key : List.of("", " ", "LE-MON", "\0", "\ud800", "😀")) {
			assertThat(faultOf(() -> new Vigenere(new Key.Given(key)).over(Alphabet.LATIN26)).pointer())
				.isEqualTo("/key");
		}
		for (String key : List.of("", "AB", "ABB", "ABCA", "AB1", "ABD")) {
			assertThat(faultOf(() -> new Substitution(new Key.Given(key)).over(Alphabet.of("ABC"))).pointer())
				.isEqualTo("/key");
		}
	}

	@Test
	void aKeyLeftToChanceMustBeDrawnFirst() {
		assertThat(faultOf(() -> new Vigenere(new Key.Random(null)).over(Alphabet.LATIN26)))
			.isEqualTo(new Fault("/key", "must be given"));
		assertThat(faultOf(() -> new Substitution(new Key.Random(null)).over(Alphabet.LATIN26)))
			.isEqualTo(new Fault("/key", "must be given"));
	}

	@Test
	void drawsVigenereKeys() {
		Random random = new Random(1);
		Cipher cipher = new Vigenere(new Key.Random(new Key.Length(1, 2)));
		boolean[] seen = new boolean[3];
		for (int i = 0; i < 200; i++) {
			String key = drawnKey(cipher, Alphabet.of("01"), random);
			assertThat(key).matches("[01]{1,2}").isNotIn("0", "00");
			seen[key.length()] = true;
			assertThat(drawnKey(new Vigenere(new Key.Random(null)), Alphabet.LATIN27, random)).matches("[A-Z-]{3,10}");
		}
		assertThat(seen).containsExactly(false, true, true);
	}

	@Test
	void drawsSubstitutionKeys() {
		Random random = new Random(1);
		for (int i = 0; i < 50; i++) {
			assertThat(drawnKey(new Substitution(new Key.Random(null)), Alphabet.of("01"), random)).isEqualTo("10");
		}
		Cipher cipher = new Substitution(new Key.Random(new Key.Length(20, 30)));
		cipher.withKeyDrawn(Alphabet.LATIN26, random).over(Alphabet.LATIN26);
		assertThat(faultOf(
				() -> new Substitution(new Key.Random(new Key.Length(3, 25))).withKeyDrawn(Alphabet.LATIN26, random))
			.pointer()).isEqualTo("/key/random/length");
	}

	@Test
	void drawsKeysOfTheLengthThatIsAskedFor() {
		Random random = new Random(1);
		for (int i = 0; i < 50; i++) {
			assertThat(drawn("{'type':'gronsfeld','key':{'random':{'length':[2,2]}}}", random))
				.containsPattern("\"\\d\\d\"");
			assertThat(drawn("{'type':'hill','key':{'random':true}}", random)).containsPattern("\"[A-Z]{4}\"");
			assertThat(drawn("{'type':'hill','key':{'random':{'length':[5,20]}}}", random))
				.containsPattern("\"([A-Z]{9}|[A-Z]{16})\"");
			assertThat(drawn("{'type':'playfair','key':{'random':true}}", random)).containsPattern("\"[A-IK-Z]{25}\"");
			assertThat(drawn("{'type':'playfair','key':{'random':{'length':[2,3]}}}", random))
				.containsPattern("\"([A-IK-Z])(?!\\1)[A-IK-Z]{1,2}\"");
			assertThat(drawn("{'type':'columnar','key':{'random':true}}", random)).containsPattern("\"[A-Z]{4,8}\"")
				.doesNotContainPattern("([A-Z]).*\\1");
			assertThat(drawn("{'type':'chaocipher','left':{'random':true},'right':{'random':true}}", random))
				.containsPattern("\"left\":\"[A-Z]{26}\",\"right\":\"[A-Z]{26}\"");
			assertThat(drawn("{'type':'homophonic','key':{'random':{'length':[2,3]}}}", random))
				.containsPattern("\"A\":\\[\"\\d\\d\",\"\\d\\d\"(,\"\\d\\d\")?\\],\"B\"");
			assertThat(drawn("{'type':'enigma','model':'I'}", random))
				.matches("\\{\"type\":\"enigma\",\"model\":\"I\",\"rotors\":\\[\"[IV]+\",\"[IV]+\",\"[IV]+\"],"
						+ "\"reflector\":\"[ABC]\",\"rings\":\"[A-Z]{3}\",\"positions\":\"[A-Z]{3}\","
						+ "\"plugboard\":\"([A-Z]{2} ){9}[A-Z]{2}\"}");
			assertThat(drawn("{'type':'enigma','model':'M4','positions':'ABCD','plugboard':''}", random))
				.containsPattern("\\[\"(Beta|Gamma)\",\"[IV]+\",")
				.contains("\"ABCD\"", "\"plugboard\":\"\"");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'hill','key':{'random':{'length':[5,8]}}} | /key/random/length",
			"{'type':'playfair','key':{'random':{'length':[26,30]}}} | /key/random/length/0",
			"{'type':'four-square','key1':'A','key2':{'random':{'length':[26,30]}}} | /key2/random/length/0",
			"{'type':'columnar','key':{'random':{'length':[1,1]}}} | /key/random/length/1",
			"{'type':'chaocipher','left':'A','right':{'random':{'length':[1,2]}}} | /right/random/length",
			"{'type':'homophonic','key':{'random':{'length':[1,257]}}} | /key/random/length/1",
			"{'type':'enigma','model':'I','rings':{'random':{'length':[4,5]}}} | /rings/random/length",
			"{'type':'enigma','model':'M4','positions':{'random':{'length':[3,3]}}} | /positions/random/length",
			"{'type':'enigma','model':'I','reflector':{'random':{'length':[2,2]}}} | /reflector/random/length",
			"{'type':'enigma','model':'I','plugboard':{'random':{'length':[2,14]}}} | /plugboard/random/length/1" })
	void refusesALengthThatNoKeyHas(String cipher, String pointer) {
		assertThat(faultOf(() -> drawn(cipher, new Random(1))).pointer()).isEqualTo(pointer);
	}

	private static String drawn(String quoted, Random random) {
		Cipher cipher = JSON.readValue(quoted.replace('\'', '"'), Cipher.class);
		Cipher drawn = cipher.withKeyDrawn(cipher.defaultAlphabet(), random);
		drawn.over(drawn.defaultAlphabet());
		return JSON.writeValueAsString(drawn);
	}

	@Test
	void eachMessageMayHaveAKeyOfItsOwn() {
		AnyKey keys = new Vigenere(new Key.Any(new Key.Length(2, 3))).anyKey(Alphabet.LATIN26);
		assertThat(keys.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(keys.length()).isEqualTo(new Key.Length(2, 3));
		int[] key = Alphabet.LATIN26.read("LEMON").symbols();
		assertThat(keys.with(key).encrypt(Alphabet.LATIN26.read("ATTACKATDAWN").symbols()))
			.isEqualTo(Alphabet.LATIN26.read("LXFOPVEFRNHR").symbols());
		assertThat(new Gronsfeld(new Key.Any(null)).anyKey(Alphabet.LATIN26).alphabet().symbols())
			.isEqualTo("0123456789");
		assertThat(new Vigenere(new Key.Given("A")).anyKey(Alphabet.LATIN26)).isNull();
		assertThat(new Caesar(1).anyKey(Alphabet.LATIN26)).isNull();
	}

	@Test
	void eachMessageMayHaveStartPositionsOfItsOwn() {
		Rotors rotors = new Rotors.Given(List.of("I", "II", "III"));
		Enigma enigma = new Enigma("I", rotors, new Key.Given("B"), new Key.Given("AAA"), new Key.Any(null),
				new Key.Given(""));
		assertThat(enigma.anyKey(Alphabet.LATIN26).length()).isEqualTo(new Key.Length(3, 3));
		assertThat(enigma.anyKey(Alphabet.LATIN26).with(new int[3]).encrypt(new int[5]))
			.isEqualTo(Alphabet.LATIN26.read("BDZGO").symbols());
		assertThat(faultOf(() -> new Enigma("I", rotors, null, null, new Key.Any(null), null).anyKey(Alphabet.LATIN26))
			.pointer()).isEqualTo("/reflector");
		assertThat(faultOf(() -> new Enigma("M4", null, null, null, new Key.Any(new Key.Length(3, 3)), null)
			.anyKey(Alphabet.LATIN26)).pointer()).isEqualTo("/positions/any/length");
	}

	@Test
	void preparedMessagesAreWhatIsDrawn() {
		Random random = new Random(1);
		int[] drawn = new Playfair(new Key.Given("A"), null, null, null, null, null).over(Alphabet.LATIN25)
			.draw(999, 25, random);
		assertThat(drawn).hasSize(1000);
		assertThat(IntStream.range(0, 500)).noneMatch((pair) -> drawn[2 * pair] == drawn[2 * pair + 1]);
		assertThat(new Hill(new Key.Given("GYBNQKURP")).over(Alphabet.LATIN26).draw(7, 26, random)).hasSize(9);
		assertThat(new FourSquare(new Key.Given("A"), new Key.Given("B"), null, null).over(Alphabet.LATIN25)
			.draw(7, 25, random)).hasSize(8);
		assertThat(new Scytale(3, null, 10).over(Alphabet.LATIN26).draw(11, 26, random)).hasSize(20);
		assertThat(new RunningKey("ABC").over(Alphabet.LATIN26).draw(4, 26, random)).hasSize(3);
	}

	@Test
	void refusesLengthsItCannotDo() {
		for (SymbolCipher cipher : List.of(new Hill(new Key.Given("HILL")).over(Alphabet.LATIN26),
				new Playfair(new Key.Given("A"), null, null, null, null, null).over(Alphabet.LATIN25),
				new RunningKey("AB").over(Alphabet.LATIN26))) {
			assertThatIllegalArgumentException().isThrownBy(() -> cipher.encrypt(new int[] { 1, 2, 3 }));
			assertThatIllegalArgumentException().isThrownBy(() -> cipher.decrypt(new int[] { 1, 2, 3 }));
		}
		SymbolCipher nihilist = new Nihilist(new Key.Given("Z"), new Key.Given("A"), null, null).over(Alphabet.LATIN25);
		assertThatIllegalArgumentException().isThrownBy(() -> nihilist.decrypt(new int[] { 0 }));
	}

	@Test
	void theSameSeedDrawsTheSameKey() {
		Cipher cipher = new Vigenere(new Key.Random(null));
		assertThat(cipher.withKeyDrawn(Alphabet.LATIN26, new Random(7)))
			.isEqualTo(cipher.withKeyDrawn(Alphabet.LATIN26, new Random(7)));
	}

	@Test
	void whatIsGivenStaysAsItIs() {
		for (Cipher cipher : List.of(new Caesar(1), new Rot13(), new Atbash(), new Affine(1, 2),
				new Vigenere(new Key.Given("LEMON")), new Substitution(new Key.Given("BA")))) {
			assertThat(cipher.withKeyDrawn(Alphabet.LATIN26, new Random(1))).isSameAs(cipher);
			assertThat(cipher.defaultAlphabet()).isEqualTo(Alphabet.LATIN26);
		}
	}

	@Test
	void leavesWhatItIsGivenUnchanged() {
		int[] symbols = IntStream.range(0, 26).toArray();
		SymbolCipher cipher = new Vigenere(new Key.Given("LEMON")).over(Alphabet.LATIN26);
		cipher.encrypt(symbols);
		cipher.decrypt(symbols);
		assertThat(symbols).isEqualTo(IntStream.range(0, 26).toArray());
	}

	private static void verify(Cipher cipher, Alphabet alphabet, String plaintext, String ciphertext) {
		SymbolCipher symbolCipher = cipher.over(alphabet);
		Message read = alphabet.read(plaintext);
		assertThat(read.write(symbolCipher.encrypt(read.symbols()), alphabet)).isEqualTo(ciphertext);
		Message enciphered = alphabet.read(ciphertext);
		assertThat(enciphered.write(symbolCipher.decrypt(enciphered.symbols()), alphabet)).isEqualTo(plaintext);
	}

	private static String drawnKey(Cipher cipher, Alphabet alphabet, Random random) {
		Cipher drawn = cipher.withKeyDrawn(alphabet, random);
		drawn.over(alphabet);
		Key key = (drawn instanceof Vigenere vigenere) ? vigenere.key() : ((Substitution) drawn).key();
		return ((Key.Given) key).text();
	}

	private static Fault faultOf(Runnable call) {
		List<Fault> faults = catchThrowableOfType(InvalidInput.class, call::run).faults();
		assertThat(faults).hasSize(1);
		return faults.get(0);
	}

}
