package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/** A cipher whose keys can be searched for. */
public interface SearchableCipher extends Cipher {

	/**
	 * The keys of the same shape as this one's: as long, or of the same period.
	 * @param alphabet the plaintext's
	 * @return the space that this key is one of
	 */
	KeySpace keySpace(Alphabet alphabet);

	/**
	 * This cipher's own key as one of its key space.
	 * @param alphabet the plaintext's
	 * @return (parts, length), or null where a search can't go on from a key
	 */
	default int @Nullable [][] searchedKey(Alphabet alphabet) {
		return null;
	}

	/**
	 * A cipher of each shape that is searched where only the type is known.
	 * @param alphabet the plaintext's
	 * @param ciphertext indices of ciphertext symbols, (length)
	 * @return ciphers with any key, the likeliest shape first
	 */
	default Stream<? extends SearchableCipher> shapes(Alphabet alphabet, int[] ciphertext) {
		return Stream.of(this);
	}

	/** Whether the likelier shapes come first, by what the ciphertext shows of them. */
	default boolean ranksShapes() {
		return false;
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
