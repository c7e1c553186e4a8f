package dev.decipher.cipher.substitution;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Simple substitution: each symbol becomes the one that stands in its place in the key.
 *
 * @param key every symbol of the alphabet once, in any order
 */
@JsonTypeName("substitution")
@Schema(description = "Each symbol becomes the one that stands in its place in the key",
		example = "{\"type\": \"substitution\", \"key\": \"QWERTYUIOPASDFGHJKLZXCVBNM\"}")
@Source("Abraham Sinkov, Elementary Cryptanalysis: A Mathematical Approach, 1966")
public record Substitution(@Schema(description = "Every symbol of the alphabet once: what the first becomes, "
		+ "what the second becomes, and so on") Key key) implements KeyedCipher {

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.PERMUTATION;
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		int[] symbols;
		do {
			symbols = KeyForm.PERMUTATION.draw("key", left, alphabet, random);
		}
		while (isIdentity(symbols));
		return new Substitution(Parameters.key(symbols, alphabet));
	}

	/** A message shows what its own symbols become. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		int unseen = alphabet.size() - (int) IntStream.of(plaintext).distinct().count();
		return keyNats(alphabet) - KeyPart.logFactorial(unseen);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Monoalphabetic(alphabet.size(), (symbol) -> keys[0][symbol]);
	}

	private static boolean isIdentity(int[] symbols) {
		return IntStream.range(0, symbols.length).allMatch((i) -> symbols[i] == i);
	}

}
