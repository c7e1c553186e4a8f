package dev.decipher.cipher.transposition;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.SymbolCipher;

/**
 * A transposition of messages that are filled up with X.
 *
 * @param transposition of a message that has been
 * @param multiple of which every length is a multiple
 * @param filler what a message is filled up with
 */
record Filled(Transposition transposition, int multiple, int filler) implements SymbolCipher {

	/**
	 * Block after block, all in the same order.
	 * @param order which symbol of a block is the first of the ciphertext's, which the
	 * second, and so on: (length of a block)
	 */
	static SymbolCipher blocks(int[] order, Alphabet alphabet) {
		return new Filled(new Transposition(order.length, (length) -> order), order.length, Fillers.of(alphabet));
	}

	@Override
	public int[] prepare(int[] plaintext) {
		return Fillers.fill(plaintext, this.multiple, this.filler);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		Fillers.require(this.multiple, plaintext);
		return (plaintext.length > 0) ? this.transposition.encrypt(plaintext) : plaintext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		Fillers.require(this.multiple, ciphertext);
		return (ciphertext.length > 0) ? this.transposition.decrypt(ciphertext) : ciphertext;
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(Fillers.roundUp(length, this.multiple), 0, size).toArray();
	}

}
