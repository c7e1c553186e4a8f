package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextCipherTests {

	private static TextCipher cipher(String json, CharacterRule characters) {
		return TextCipher.of(JsonMapper.shared().readValue(json.replace('\'', '"'), Cipher.class), null, characters);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "Attack at dawn! | {'type':'vigenere','key':'LEMON'} | Lxfopv ef rnhr! | Attack at dawn!",
					"Hide the gold | {'type':'playfair','key':'PLAYFAIREXAMPLE'} | Bmod zbx dnagE | Hide the goldX",
					"a , b | {'type':'nihilist','key':'A','squareKey':'A'} | 22 , 23 | A,B" })
	void keepsWhatIsForeignInItsPlace(String plaintext, String json, String ciphertext, String deciphered) {
		TextCipher cipher = cipher(json, null);
		assertThat(cipher.encrypt(plaintext)).isEqualTo(ciphertext);
		assertThat(cipher.decrypt(ciphertext, false)).isEqualToIgnoringCase(deciphered);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "We are, 3 of us! | {'type':'rail-fence','rails':2} | W r,3o s eae  fu!",
					"We are, 3 of us! | {'type':'scytale','columns':4} | \"Wroe, u 3sa! fe\"" })
	void movesEveryCharacter(String plaintext, String json, String ciphertext) {
		TextCipher cipher = cipher(json, CharacterRule.ALL);
		assertThat(cipher.encrypt(plaintext).chars().sorted().toArray())
			.isEqualTo(plaintext.chars().sorted().toArray());
		assertThat(cipher.decrypt(cipher.encrypt(plaintext), false)).isEqualTo(plaintext);
	}

	@Test
	void movesCharactersBeyondTheAlphabet() {
		TextCipher cipher = cipher("{'type':'columnar','key':'BA'}", CharacterRule.ALL);
		assertThat(cipher.encrypt("a\ud83d\ude00\nü")).isEqualTo("\ud83d\ude00üa\n");
		assertThat(cipher.decrypt("\ud83d\ude00üa\n", true)).isEqualTo("a\ud83d\ude00\nü");
	}

	@Test
	void replacesEveryCharacterOnlyIfTheAlphabetHasIt() {
		Cipher caesar = new dev.decipher.cipher.substitution.Caesar(1);
		TextCipher cipher = TextCipher.of(caesar, Alphabet.of("ab "), CharacterRule.ALL);
		assertThat(cipher.encrypt("a b")).isEqualTo("ba ");
		assertThat(cipher.decrypt("ba ", false)).isEqualTo("a b");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.encrypt("A b"))
			.withMessageContaining("position 0");
	}

	/**
	 * The coastwatcher's message on the crew of PT-109: David Kahn, The Codebreakers,
	 * 1967.
	 */
	@Test
	void leavesPairsOfOneLetterAndARestAsTheyAre() {
		String text = "XELWA OHWUW YZMWI HOMNE OBTFW MSSPI AJLUO EAONG OOFCM FEXTT CWCFZ YIPTF EOBHM WEMOC SAWCZ SNYNW "
				+ "MGXEL HEZCU FNZYL NSBTB DANFK OPEWM SSHBK GCWFV EKMUE";
		assertThat(
				cipher("{'type':'playfair','key':'PHYSICAL EXAMINATION','doubles':'keep'}", null).decrypt(text, false))
			.isEqualTo("ELEVE NSURV IVORS PTBOA TONGR OSSIS XHAVE SENTF OODAN DLETT ERADV ISING SENIO RCOME HEREW "
					+ "ITHOU TDELA YXWAR NAVIA TIONO FCANO ESCRO SSING FERGU SONRE");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'playfair','key':'PHYSICAL EXAMINATION'}", null).decrypt(text, false));
	}

	@Test
	void refusesWhatNothingIsEncipheredTo() {
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'playfair','key':'A'}", null).decrypt("ABC", false))
			.withMessageContaining("3 symbols are no multiple of 2");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'nihilist','key':'A','squareKey':'A'}", null).decrypt("110", false));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'nihilist','key':'A','squareKey':'A'}", null).decrypt("22 999 ,", false))
			.withMessageContaining("has 999 at position 1");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'nihilist','key':'A','squareKey':'A'}", null).encrypt("at 9"))
			.withMessageContaining("has 9 at position 3");
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> cipher("{'type':'polybius'}", null).decrypt("23 95 15", false))
			.withMessageContaining("has 9 at position 3");
	}

	@Test
	void joinsTokensOfAChain() {
		TextCipher cipher = cipher("{'type':'chain','steps':[{'type':'nihilist','key':'A','squareKey':'A'},"
				+ "{'type':'scytale','columns':2}]}", null);
		assertThat(cipher.encrypt("ABCDE")).isEqualTo("22 24 26 23 25");
		assertThat(cipher.decrypt("22 24 26 23 25", false)).isEqualTo("ABCDE");
	}

	/** A filler in the middle would move the key of the step before. */
	@Test
	void refusesAChainThatWouldNotDecipher() {
		TextCipher cipher = cipher(
				"{'type':'chain','steps':[{'type':'vigenere','key':'AB'},{'type':'playfair','key':'A'}]}", null);
		assertThat(cipher.decrypt(cipher.encrypt("TEXTS"), false)).isEqualTo("TEXTSX");
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> cipher.encrypt("BAATTACK"))
			.withMessageContaining("fillers");
	}

}
