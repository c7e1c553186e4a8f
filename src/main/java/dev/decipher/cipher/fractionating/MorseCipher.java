package dev.decipher.cipher.fractionating;

import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.SymbolCipher;

/** A cipher of the dots, dashes and divisions of Morse code. */
interface MorseCipher extends KeyedCipher {

	@Override
	default Alphabet defaultAlphabet() {
		return MorseMarks.ALPHABET;
	}

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		new MorseMarks(alphabet); // has its say
	}

	/** As long as the codes are, whatever the number of letters. */
	@Override
	default boolean keepsLength() {
		return false;
	}

	/** At work. */
	interface Marks extends SymbolCipher {

		MorseMarks code();

		@Override
		default int[] prepare(int[] plaintext) {
			return code().prepare(plaintext);
		}

		@Override
		default int[] draw(int length, int size, RandomGenerator random) {
			return code().draw(length, random);
		}

	}

	/** So many marks at a time become one symbol. */
	record Groups(MorseMarks code, int marks, int[] symbols, int[] groups) implements Marks {

		/**
		 * Groups of marks.
		 * @param marks how many a group has
		 * @param symbols the symbol of each group, in the order of dots, dashes and x:
		 * (groups)
		 */
		Groups(MorseMarks code, int marks, int[] symbols) {
			this(code, marks, symbols, KeyNumbers.inverse(symbols));
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] written = this.code.write(plaintext, this.marks);
			int[] ciphertext = new int[written.length / this.marks];
			for (int i = 0; i < ciphertext.length; i++) {
				int group = 0;
				for (int mark = 0; mark < this.marks; mark++) {
					group = 3 * group + written[i * this.marks + mark];
				}
				ciphertext[i] = this.symbols[group];
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] written = new int[ciphertext.length * this.marks];
			for (int i = 0; i < ciphertext.length; i++) {
				int group = this.groups[ciphertext[i]];
				for (int mark = this.marks - 1; mark >= 0; mark--) {
					written[i * this.marks + mark] = group % 3;
					group /= 3;
				}
			}
			return this.code.read(written);
		}

	}

}
