package dev.decipher.solve.search;

import java.util.List;
import java.util.Map;

import dev.decipher.cipher.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody knows of a plaintext and its key.
 *
 * @param minKeyLength the least number of letters, columns or places of a period that a
 * key has
 * @param maxKeyLength the greatest
 * @param cribs words of the plaintext
 * @param known the letter that a ciphertext symbol stands for: indices
 * @param excluded letters that a ciphertext symbol doesn't stand for: indices
 * @param start a cipher with a key to go on from, or null
 */
public record Hints(int minKeyLength, int maxKeyLength, List<Crib> cribs, Map<Integer, Integer> known,
		Map<Integer, List<Integer>> excluded, @Nullable Cipher start) {

	/** Nobody knows anything. */
	public static final Hints NONE = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(), null);

	/** Kinds of hints, of which an attack can use some. */
	public enum Kind {

		KEY_LENGTH, CRIB, KNOWN, EXCLUDED, START

	}

	/** Whether a key may be so long. */
	public boolean admits(int keyLength) {
		return keyLength >= this.minKeyLength && keyLength <= this.maxKeyLength;
	}

	/** Whether a ciphertext symbol may stand for a letter. */
	public boolean admits(int symbol, int letter) {
		Integer known = this.known.get(symbol);
		return (known != null) ? known == letter : !this.excluded.getOrDefault(symbol, List.of()).contains(letter);
	}

	/** How many letters of a plaintext differ from the cribs, each at its best place. */
	public int mismatches(int[] plaintext) {
		int mismatches = 0;
		for (Crib crib : this.cribs) {
			mismatches += crib.mismatches(plaintext);
		}
		return mismatches;
	}

}
