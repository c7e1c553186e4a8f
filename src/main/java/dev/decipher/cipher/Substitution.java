package dev.decipher.cipher;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
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
		Parameters.require("key", key);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		int size = alphabet.size();
		if (left.length() != null && !left.length().contains(size)) {
			throw InvalidInput.at("/key/random/length",
					"must allow " + size + ", the alphabet's size, which every key of this cipher has");
		}
		int[] symbols = IntStream.range(0, size).toArray();
		do {
			shuffle(symbols, random);
		}
		while (isIdentity(symbols));
		return new Substitution(Parameters.key(symbols, alphabet));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] symbols = Parameters.symbols("key", this.key, alphabet);
		int size = alphabet.size();
		if (symbols.length != size || IntStream.of(symbols).distinct().count() != size) {
			throw InvalidInput.at("/key", "must have each of the alphabet's " + size + " symbols once");
		}
		return new Monoalphabetic(size, (symbol) -> symbols[symbol]);
	}

	/** Fisher and Yates, in Durstenfeld's form: every order is as likely. */
	private static void shuffle(int[] symbols, RandomGenerator random) {
		for (int i = symbols.length - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int symbol = symbols[i];
			symbols[i] = symbols[j];
			symbols[j] = symbol;
		}
	}

	private static boolean isIdentity(int[] symbols) {
		return IntStream.range(0, symbols.length).allMatch((i) -> symbols[i] == i);
	}

}
