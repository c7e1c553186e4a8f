package dev.decipher.cipher.machine;

import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Chaocipher: of two wheels of symbols, the right one has the plaintext and the left one
 * the ciphertext, and after each symbol both are rearranged. John F. Byrne devised it in
 * 1918.
 *
 * @param left the ciphertext's wheel at the start, each symbol once
 * @param right the plaintext's wheel at the start, each symbol once
 */
@JsonTypeName("chaocipher")
@Source("Moshe Rubin, Chaocipher Revealed: The Algorithm, 2010")
@Schema(description = "Each symbol of the right wheel becomes the one at its place on the left; then both are rearranged",
		example = "{\"type\": \"chaocipher\", \"left\": \"HXUCZVAMDSLKPEFJRIGTWOBNYQ\", "
				+ "\"right\": \"PTLNBQDEOYSFAVZKGJRIHWXUMC\"}")
public record Chaocipher(@Schema(description = "The ciphertext's wheel: every symbol of the alphabet once") Key left,
		@Schema(description = "The plaintext's wheel: every symbol of the alphabet once") Key right)
		implements
			KeyedCipher {

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.PERMUTATION;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Wheels(keys[0], keys[1]);
	}

	private record Wheels(int[] left, int[] right) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return replace(plaintext, true);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return replace(ciphertext, false);
		}

		private int[] replace(int[] symbols, boolean encrypt) {
			int[] turningLeft = this.left.clone();
			int[] turningRight = this.right.clone();
			int[] replaced = new int[symbols.length];
			for (int i = 0; i < symbols.length; i++) {
				int place = indexOf(symbols[i], encrypt ? turningRight : turningLeft);
				replaced[i] = (encrypt ? turningLeft : turningRight)[place];
				turningLeft = rearranged(turningLeft, place, 1);
				turningRight = rearranged(turningRight, place + 1, 2);
			}
			return replaced;
		}

		private static int indexOf(int symbol, int[] wheel) {
			int place = 0;
			while (wheel[place] != symbol) {
				place++;
			}
			return place;
		}

		/**
		 * Turns a wheel until the symbol at a place is at the zenith, 0, and moves
		 * another from its place to the nadir, half a turn further, those between closing
		 * up.
		 */
		private static int[] rearranged(int[] wheel, int zenith, int moved) {
			int size = wheel.length;
			int[] turned = new int[size];
			int before = size - zenith % size;
			System.arraycopy(wheel, size - before, turned, 0, before);
			System.arraycopy(wheel, 0, turned, before, size - before);
			int nadir = size / 2;
			if (moved < nadir) {
				int symbol = turned[moved];
				System.arraycopy(turned, moved + 1, turned, moved, nadir - moved);
				turned[nadir] = symbol;
			}
			return turned;
		}

	}

}
