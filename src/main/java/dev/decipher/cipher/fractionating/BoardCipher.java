package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.cipher.SymbolCipher;

/**
 * A checkerboard at work.
 *
 * @param shift the sign that figures follow, -1 where they are on the board
 * @param times how often each figure is written; where that is once, there is a shift
 * before each of them, else one before and one behind all of them
 * @param figures the symbol of each digit, -1 where the alphabet lacks it: (10)
 */
record BoardCipher(Board board, int shift, int times, int[] figures) implements SymbolCipher {

	/** Without the shift, which says nothing by itself. */
	@Override
	public int[] prepare(int[] plaintext) {
		return (this.shift < 0) ? plaintext
				: IntStream.of(plaintext).filter((symbol) -> symbol != this.shift).toArray();
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(0, size).filter((symbol) -> symbol != this.shift).limit(length).toArray();
	}

	/** The digit that a symbol is, -1 if it is on the board. */
	private int digitOf(int symbol) {
		if (this.shift >= 0) {
			for (int digit = 0; digit < this.figures.length; digit++) {
				if (this.figures[digit] == symbol) {
					return digit;
				}
			}
		}
		return -1;
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		IntStream.Builder digits = IntStream.builder();
		boolean shifted = false;
		for (int symbol : plaintext) {
			if (symbol == this.shift) {
				throw new IllegalArgumentException("it has the sign of the figure shift");
			}
			int digit = digitOf(symbol);
			if (shifted != digit >= 0 || (shifted && this.times == 1)) {
				if (digit >= 0 || this.times > 1) {
					write(this.shift, digits);
				}
				shifted = digit >= 0;
			}
			if (digit >= 0) {
				for (int i = 0; i < this.times; i++) {
					digits.add(digit);
				}
			}
			else {
				write(symbol, digits);
			}
		}
		if (shifted && this.times > 1) {
			write(this.shift, digits);
		}
		return digits.build().toArray();
	}

	private void write(int symbol, IntStream.Builder digits) {
		for (int digit : this.board.code(symbol)) {
			digits.add(digit);
		}
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		int[] plaintext = new int[ciphertext.length];
		int length = 0;
		boolean shifted = false;
		int position = 0;
		while (position < ciphertext.length) {
			if (shifted && (this.times == 1 || isFigure(ciphertext, position))) {
				plaintext[length++] = figure(ciphertext[position]);
				position += this.times;
				shifted = this.times > 1;
				continue;
			}
			int symbol = this.board.symbolAt(ciphertext, position);
			if (shifted && symbol != this.shift) {
				throw new IllegalArgumentException("no figure is written " + this.times + " times at position "
						+ position + ", and no shift ends them");
			}
			position += this.board.lengthAt(ciphertext, position);
			if (symbol == this.shift) {
				shifted = !shifted;
			}
			else {
				plaintext[length++] = symbol;
			}
		}
		if (shifted) {
			throw new IllegalArgumentException("it ends behind a figure shift");
		}
		return Arrays.copyOf(plaintext, length);
	}

	private boolean isFigure(int[] digits, int position) {
		if (position + this.times > digits.length) {
			return false;
		}
		for (int i = 1; i < this.times; i++) {
			if (digits[position + i] != digits[position]) {
				return false;
			}
		}
		return true;
	}

	private int figure(int digit) {
		if (this.figures[digit] < 0) {
			throw new IllegalArgumentException("the alphabet doesn't have the figure " + digit);
		}
		return this.figures[digit];
	}

}
