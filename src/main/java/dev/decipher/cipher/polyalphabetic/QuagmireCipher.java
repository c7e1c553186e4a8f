package dev.decipher.cipher.polyalphabetic;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import org.jspecify.annotations.Nullable;

/**
 * A Vigenère cipher over keyed alphabets, one slid along the other: with each symbol of
 * the indicator, in turn, that symbol of the cipher alphabet stands under a fixed one of
 * the plain alphabet. The indicator is the last of the keys.
 */
interface QuagmireCipher extends KeyedCipher {

	/** Describes the keyword of an alphabet. */
	String ALPHABET = "A keyword that the keyed alphabet starts with: its symbols come first, each once";

	/** Describes the keyword of alphabets slid along the plain one. */
	String CIPHER_ALPHABET = "A keyword that the cipher alphabet starts with: its symbols come first, each once";

	/** Describes the indicator. */
	String INDICATOR = "The symbols that stand under the same plaintext symbol in turn: one or more, repeated along the message";

	/** Describes where the indicator stands. */
	String UNDER = "The plaintext symbol that the indicator stands under; the alphabet's first one if left out";

	/** What numbers the alphabets in turn. */
	Key indicator();

	/** The plaintext symbol above it; null for the alphabet's first. */
	@Nullable String under();

	/**
	 * The keys of the alphabets, all but the indicator, read.
	 * @return (keys, size)
	 */
	int[][] alphabetKeys(Alphabet alphabet);

	/**
	 * The plain alphabet and the cipher alphabet.
	 * @param keys as {@link #alphabetKeys} has them, and more
	 * @param straight the alphabet as it is, (size)
	 * @return (2, size)
	 */
	int[][] alphabets(int[][] keys, int[] straight);

	/**
	 * The logarithm of how many keys of alphabets have the same effect, in nats.
	 * @param size the alphabet's
	 */
	double sameNats(int size);

	@Override
	default KeyForm keyForm(String name) {
		return name.equals("indicator") ? KeyForm.TEXT : KeyForm.ALPHABET;
	}

	@Override
	default boolean takesAnyKey(String name) {
		return name.equals("indicator");
	}

	@Override
	default @Nullable AnyKey anyKey(Alphabet alphabet) {
		if (!(indicator() instanceof Key.Any any)) {
			return null;
		}
		Function<int[][], SymbolCipher> keyed = keyed(alphabet);
		int[][] alphabetKeys = alphabetKeys(alphabet);
		return AnyKey.text(alphabet, any.length(), (key) -> {
			int[][] keys = Arrays.copyOf(alphabetKeys, alphabetKeys.length + 1);
			keys[alphabetKeys.length] = key;
			return keyed.apply(keys);
		});
	}

	@Override
	default Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		String symbol = under();
		int under = (symbol != null) ? Parameters.symbol("under", symbol, alphabet) : 0;
		int size = alphabet.size();
		int[] straight = IntStream.range(0, size).toArray();
		return (keys) -> {
			int[][] alphabets = alphabets(keys, straight);
			int[] plain = alphabets[0];
			int[] cipher = alphabets[1];
			int[] inPlain = KeyNumbers.inverse(plain);
			int[] inCipher = KeyNumbers.inverse(cipher);
			int[] shifts = IntStream.of(keys[keys.length - 1])
				.map((letter) -> (inCipher[letter] + size - inPlain[under]) % size)
				.toArray();
			return Polyalphabetic.repeating(shifts, (letter, shift) -> cipher[(inPlain[letter] + shift) % size],
					(letter, shift) -> plain[(inCipher[letter] + size - shift) % size]);
		};
	}

	@Override
	default double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH - sameNats(alphabet.size());
	}

	@Override
	default double keyNats(Alphabet alphabet) {
		return Keywords.keyNats(KeyedCipher.super.keyNats(alphabet), sameNats(alphabet.size()), alphabetKeys(alphabet));
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int[] keys = new int[alphabetKeys(alphabet).length + 1];
		Arrays.fill(keys, alphabet.size());
		return IntStream.rangeClosed(1, Math.max(1, Math.min(TextKeyed.LONGEST_SEARCHED, ciphertext.length / 3)))
			.mapToObj((length) -> {
				keys[keys.length - 1] = length;
				return keySpace(alphabet, keys);
			})
			.toList();
	}

}
