package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;

/** A cipher whose keys can be searched for. */
public interface SearchableCipher extends Cipher {

	/**
	 * The keys of the same shape as this one's: as long, or of the same period.
	 * @param alphabet the plaintext's
	 * @return the space that this key is one of
	 */
	KeySpace keySpace(Alphabet alphabet);

	/**
	 * A cipher of each shape that is searched where only the type is known.
	 * @param alphabet the plaintext's
	 * @param ciphertext indices of ciphertext symbols, (length)
	 * @return ciphers with any key, the likeliest shape first
	 */
	default Stream<? extends SearchableCipher> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(this);
	}

	@Override
	default double keyNats(Alphabet alphabet) {
		return keySpace(alphabet).nats();
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return shapes(alphabet, ciphertext).map((cipher) -> cipher.keySpace(alphabet)).toList();
	}

}
