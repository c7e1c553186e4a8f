package dev.decipher.solve;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The ciphertexts that everybody prints. */
class PublicCiphertextTests {

	static List<PublicCiphertext> all() {
		return PublicCiphertext.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void itsKeyDeciphersIt(PublicCiphertext ciphertext) {
		assertThat(ciphertext.deciphered()).isEqualTo(ciphertext.plaintext());
	}

}
