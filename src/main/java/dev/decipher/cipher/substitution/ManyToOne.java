package dev.decipher.cipher.substitution;

import java.util.Arrays;

import dev.decipher.cipher.SymbolCipher;

/**
 * Replaces each symbol by one other, everywhere the same, and several by the same one
 * where the table has it so: that one is then read as the first of them.
 */
final class ManyToOne implements SymbolCipher {

	private final int[] forward;

	/** A plaintext symbol for each ciphertext symbol, or -1. */
	private final int[] backward;

	/**
	 * The cipher as a table.
	 * @param forward what each symbol becomes: (size)
	 * @param symbols how many symbols ciphertexts are made of
	 */
	ManyToOne(int[] forward, int symbols) {
		this.forward = forward;
		this.backward = new int[symbols];
		Arrays.fill(this.backward, -1);
		for (int symbol = forward.length - 1; symbol >= 0; symbol--) {
			this.backward[forward[symbol]] = symbol;
		}
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		int[] ciphertext = new int[plaintext.length];
		for (int i = 0; i < plaintext.length; i++) {
			ciphertext[i] = this.forward[plaintext[i]];
		}
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] plaintext = new int[ciphertext.length];
		for (int i = 0; i < ciphertext.length; i++) {
			plaintext[i] = this.backward[ciphertext[i]];
			if (plaintext[i] < 0) {
				throw new IllegalArgumentException("no symbol becomes what is at position " + i);
			}
		}
		return plaintext;
	}

}
