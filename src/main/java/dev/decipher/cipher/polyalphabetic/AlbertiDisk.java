package dev.decipher.cipher.polyalphabetic;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.SymbolCipher;

/**
 * The two rings of Alberti's disk. Turned by some places, an outer symbol stands over the
 * inner one that many places on.
 *
 * @param inner symbols by place, (size)
 * @param places of the inner symbols, (size)
 */
record AlbertiDisk(int[] inner, int[] places) {

	static AlbertiDisk of(int[] inner) {
		return new AlbertiDisk(inner, KeyNumbers.inverse(inner));
	}

	int size() {
		return this.inner.length;
	}

	int encipher(int outer, int turn) {
		return this.inner[(outer + turn) % size()];
	}

	int decipher(int symbol, int turn) {
		return (this.places[symbol] + size() - turn) % size();
	}

	/** How it is turned where an inner symbol stands under an outer one. */
	int turn(int symbol, int outer) {
		return decipher(symbol, outer);
	}

	/**
	 * Turned behind every so many symbols.
	 * @param first places at first
	 * @param length symbols between two turns
	 * @param places of one turn
	 */
	SymbolCipher periodic(int first, int length, int places) {
		return new Polyalphabetic(Integer.MAX_VALUE,
				(position) -> (int) ((first + (long) (position / length) * places) % size()), this::encipher,
				this::decipher);
	}

	/**
	 * By capitals, which are the ciphertext symbols behind the inner ring's.
	 *
	 * @param index a symbol of the inner ring
	 * @param settings the capitals in turn, indices of outer symbols
	 */
	record Capitals(AlbertiDisk disk, int index, int[] settings, int period) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int turns = (plaintext.length + this.period - 1) / this.period;
			int[] ciphertext = new int[plaintext.length + turns];
			int written = 0;
			int turn = 0;
			for (int i = 0; i < plaintext.length; i++) {
				if (i % this.period == 0) {
					int capital = this.settings[i / this.period % this.settings.length];
					turn = this.disk.turn(this.index, capital);
					ciphertext[written++] = this.disk.size() + capital;
				}
				ciphertext[written++] = this.disk.encipher(plaintext[i], turn);
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			int written = 0;
			int turn = -1;
			for (int symbol : ciphertext) {
				if (symbol >= this.disk.size()) {
					turn = this.disk.turn(this.index, symbol - this.disk.size());
					continue;
				}
				if (turn < 0) {
					throw new IllegalArgumentException("it doesn't begin with a capital letter, which sets the disk");
				}
				plaintext[written++] = this.disk.decipher(symbol, turn);
			}
			return Arrays.copyOf(plaintext, written);
		}

	}

	/**
	 * By digits.
	 *
	 * @param index an outer symbol
	 * @param digits the outer symbols that turn the disk
	 */
	record Digits(AlbertiDisk disk, int index, int start, int[] digits) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			int turn = this.start;
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = this.disk.encipher(plaintext[i], turn);
				turn = next(turn, plaintext[i], ciphertext[i]);
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			int turn = this.start;
			for (int i = 0; i < ciphertext.length; i++) {
				plaintext[i] = this.disk.decipher(ciphertext[i], turn);
				turn = next(turn, plaintext[i], ciphertext[i]);
			}
			return plaintext;
		}

		private int next(int turn, int plaintext, int ciphertext) {
			boolean turns = IntStream.of(this.digits).anyMatch((digit) -> digit == plaintext);
			return turns ? this.disk.turn(ciphertext, this.index) : turn;
		}

	}

}
