package dev.decipher.cipher;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CipherTests {

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
		for (String key : List.of("", "LE MON", "LE-MON", "\0", "\ud800", "😀")) {
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
