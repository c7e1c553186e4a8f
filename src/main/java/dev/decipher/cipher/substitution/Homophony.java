package dev.decipher.cipher.substitution;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.SymbolCipher;

/**
 * Replaces a symbol by any token that stands for it. Which one follows from the message,
 * so that a message always becomes the same ciphertext.
 */
final class Homophony implements SymbolCipher {

	private final Alphabet alphabet;

	/** The symbol of each token: (tokens). */
	private final int[] symbols;

	/** The tokens of each symbol: (size, tokens of that symbol). */
	private final int[][] tokens;

	/** The symbols that have tokens. */
	private final int[] used;

	/**
	 * The cipher as a table.
	 * @param alphabet the plaintext's
	 * @param symbols the symbol of each token: (tokens)
	 */
	Homophony(Alphabet alphabet, int[] symbols) {
		this.alphabet = alphabet;
		this.symbols = symbols;
		int[] counts = new int[alphabet.size()];
		IntStream.of(symbols).forEach((symbol) -> counts[symbol]++);
		this.tokens = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
		for (int token = symbols.length - 1; token >= 0; token--) {
			this.tokens[symbols[token]][--counts[symbols[token]]] = token;
		}
		this.used = IntStream.of(symbols).sorted().distinct().toArray();
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		SplittableRandom random = SymbolCipher.choices(plaintext);
		int[] ciphertext = new int[plaintext.length];
		for (int i = 0; i < plaintext.length; i++) {
			int[] own = this.tokens[plaintext[i]];
			if (own.length == 0) {
				throw new IllegalArgumentException("the key has no token for " + this.alphabet.symbol(plaintext[i]));
			}
			ciphertext[i] = own[random.nextInt(own.length)];
		}
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return IntStream.of(ciphertext).map((token) -> this.symbols[token]).toArray();
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(length, 0, this.used.length).map((index) -> this.used[index]).toArray();
	}

}
