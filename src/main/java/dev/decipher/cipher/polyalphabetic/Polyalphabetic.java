package dev.decipher.cipher.polyalphabetic;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

import dev.decipher.cipher.SymbolCipher;

/**
 * Enciphers each symbol with a key symbol of its own, which depends on its position
 * alone.
 *
 * @param maxLength how many positions have a key symbol
 * @param keyAt the key symbol at a position
 * @param encipher what a symbol, the first operand, becomes with a key symbol, the second
 * @param decipher the inverse
 */
record Polyalphabetic(int maxLength, IntUnaryOperator keyAt, IntBinaryOperator encipher,
		IntBinaryOperator decipher) implements SymbolCipher {

	/** With a key that is repeated along the message. */
	static Polyalphabetic repeating(int[] key, IntBinaryOperator encipher, IntBinaryOperator decipher) {
		return new Polyalphabetic(Integer.MAX_VALUE, (position) -> key[position % key.length], encipher, decipher);
	}

	/** The tabula recta: the symbol's and the key's index are added. */
	static Polyalphabetic adding(int size, int maxLength, IntUnaryOperator keyAt) {
		return new Polyalphabetic(maxLength, keyAt, (symbol, key) -> (symbol + key) % size,
				(symbol, key) -> (symbol + size - key) % size);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		return replace(plaintext, this.encipher);
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return replace(ciphertext, this.decipher);
	}

	private int[] replace(int[] symbols, IntBinaryOperator step) {
		if (symbols.length > this.maxLength) {
			throw new IllegalArgumentException(
					symbols.length + " symbols, and the key is long enough for " + this.maxLength);
		}
		int[] replaced = new int[symbols.length];
		for (int i = 0; i < symbols.length; i++) {
			replaced[i] = step.applyAsInt(symbols[i], this.keyAt.applyAsInt(i));
		}
		return replaced;
	}

}
