package dev.decipher.cipher;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AffineTests {

	@ParameterizedTest
	@CsvSource({ "31, 8", "5, 34", "-21, -18", "2147483629, 2147483632" })
	void aKeyOutsideTheAlphabetIsTakenModuloItsSize(int a, int b) {
		assertThat(encrypt(a, b)).isEqualTo("IHHWVCSWFRCP");
	}

	@Test
	void saysWhichFactorsHaveAnInverse() {
		assertThat(detail(13, Alphabet.LATIN26)).isEqualTo("has no inverse modulo the alphabet's size, 26; "
				+ "1, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23 and 25 have one, and so has what is one of these modulo 26");
		assertThat(detail(0, Alphabet.of("01"))).isEqualTo("has no inverse modulo the alphabet's size, 2; "
				+ "1 has one, and so has what is one of these modulo 2");
		assertThat(detail(94, Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")))
			.startsWith("has no inverse modulo the alphabet's size, 62; 1, 3, 5");
		StringBuilder many = new StringBuilder();
		for (int character = 0x100; character < 0x200; character++) {
			many.append((char) character);
		}
		assertThat(detail(4, Alphabet.of(many.toString()))).isEqualTo("has no inverse modulo the alphabet's size, 256; "
				+ "numbers below 256 that have no divisor in common with it have one, and so has what is one of these "
				+ "modulo 256");
	}

	private static String encrypt(int a, int b) {
		return TextCipher.of(new Affine(a, b), null, null).encrypt("AFFINECIPHER");
	}

	private static String detail(int a, Alphabet alphabet) {
		return catchThrowableOfType(InvalidInput.class, () -> new Affine(a, 0).over(alphabet)).faults().get(0).detail();
	}

}
