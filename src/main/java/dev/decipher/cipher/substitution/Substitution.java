package dev.decipher.cipher.substitution;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Permutations;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Simple substitution: each symbol becomes the one that stands in its place in the key.
 *
 * @param key every symbol of the alphabet once, in any order
 */
@JsonTypeName("substitution")
@Schema(name = "substitution", description = "Each symbol becomes the one that stands in its place in the key",
		example = "{\"type\": \"substitution\", \"key\": \"QWERTYUIOPASDFGHJKLZXCVBNM\"}")
public record Substitution(@Schema(description = "Every symbol of the alphabet once: what the first becomes, "
		+ "what the second becomes, and so on", requiredMode = Schema.RequiredMode.REQUIRED) Key key)
		implements
			Cipher {

	public Substitution {
		Parameters.requireOneKey("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		int[] symbols;
		do {
			symbols = Permutations.key("key", left, alphabet.size(), random);
		}
		while (isIdentity(symbols));
		return new Substitution(Parameters.key(symbols, alphabet));
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return KeySpace.of((key) -> new Monoalphabetic(alphabet.size(), (symbol) -> key[0][symbol]),
				(key) -> new Substitution(Parameters.key(key[0], alphabet)), KeyPart.permutation(alphabet.size()));
	}

	/** A message shows what its own symbols become. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		int unseen = alphabet.size() - (int) IntStream.of(plaintext).distinct().count();
		return keySpace(alphabet).nats() - KeyPart.logFactorial(unseen);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] symbols = Permutations.read("key", this.key, alphabet);
		return new Monoalphabetic(symbols.length, (symbol) -> symbols[symbol]);
	}

	private static boolean isIdentity(int[] symbols) {
		return IntStream.range(0, symbols.length).allMatch((i) -> symbols[i] == i);
	}

}
