package dev.decipher.cipher.substitution;

import java.util.function.IntUnaryOperator;

import dev.decipher.cipher.SymbolCipher;

/** Replaces each symbol by one other, everywhere the same. */
final class Monoalphabetic implements SymbolCipher {

	private final int[] forward;

	private final int[] backward;

	/**
	 * The cipher as a table.
	 * @param size how many symbols there are
	 * @param encipher what a symbol becomes; a one-to-one mapping of the symbols
	 */
	Monoalphabetic(int size, IntUnaryOperator encipher) {
		this.forward = new int[size];
		this.backward = new int[size];
		for (int symbol = 0; symbol < size; symbol++) {
			int enciphered = encipher.applyAsInt(symbol);
			this.forward[symbol] = enciphered;
			this.backward[enciphered] = symbol;
		}
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		return replace(plaintext, this.forward);
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return replace(ciphertext, this.backward);
	}

	private static int[] replace(int[] symbols, int[] table) {
		int[] replaced = new int[symbols.length];
		for (int i = 0; i < symbols.length; i++) {
			replaced[i] = table[symbols[i]];
		}
		return replaced;
	}

}
