package dev.decipher;

import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes messages that have nothing to do with those that a job made.
 */
final class FreshMessages {

	private final SplittableRandom random = new SplittableRandom(AccuracyBenchmark.SEED);

	private final Cipher cipher;

	private final Alphabet alphabet;

	private final Symbols symbols;

	private final int length;

	FreshMessages(JsonNode data, int length, JsonMapper mapper) {
		this.length = length;
		this.cipher = mapper.treeToValue(data.at("/cipher"), Cipher.class);
		this.alphabet = mapper.treeToValue(data.at("/alphabet"), Alphabet.class);
		this.symbols = this.cipher.ciphertextSymbols(this.alphabet);
	}

	record Pair(String ciphertext, String plaintext) {
	}

	Pair next() {
		AnyKey keys = this.cipher.anyKey(this.alphabet);
		int[] key = (keys != null) ? keys.draw(this.random) : new int[0];
		SymbolCipher keyed = (keys != null) ? keys.with(key) : this.cipher.over(this.alphabet);
		int[] plaintext = keyed.draw(this.length, this.alphabet.size(), this.random);
		String front = (keys != null) ? keys.alphabet().write(key) + ":" : "";
		return new Pair(front + this.symbols.write(keyed.encrypt(plaintext)), this.alphabet.write(plaintext));
	}

}
