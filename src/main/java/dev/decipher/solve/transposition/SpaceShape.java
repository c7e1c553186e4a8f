package dev.decipher.solve.transposition;

import java.util.List;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;

/**
 * Any transposition's keys of one size, deciphering as the cipher itself does.
 *
 * @param space the keys
 * @param ciphertext (length)
 * @param steps how many keys one annealing tries
 */
record SpaceShape(KeySpace space, int[] ciphertext, int steps) implements Shape {

	@Override
	public List<KeyPart> parts() {
		return this.space.parts();
	}

	@Override
	public void decipher(int[][] key, int[] text) {
		int[] plaintext = this.space.symbolCipher().apply(key).decrypt(this.ciphertext);
		System.arraycopy(plaintext, 0, text, 0, text.length);
	}

	@Override
	public Cipher cipher(int[][] key) {
		return this.space.cipher().apply(key);
	}

}
