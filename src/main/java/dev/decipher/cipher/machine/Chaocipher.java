package dev.decipher.cipher.machine;

import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Permutations;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Chaocipher: of two wheels of symbols, the right one has the plaintext and the left one
 * the ciphertext, and after each symbol both are rearranged. John F. Byrne, 1918; Moshe
 * Rubin, Chaocipher Revealed: The Algorithm, 2010.
 *
 * @param left the ciphertext's wheel at the start, each symbol once
 * @param right the plaintext's wheel at the start, each symbol once
 */
@JsonTypeName("chaocipher")
@Schema(name = "chaocipher",
		description = "Each symbol of the right wheel becomes the one at its place on the left; then both are rearranged",
		example = "{\"type\": \"chaocipher\", \"left\": \"HXUCZVAMDSLKPEFJRIGTWOBNYQ\", "
				+ "\"right\": \"PTLNBQDEOYSFAVZKGJRIHWXUMC\"}")
public record Chaocipher(
		@Schema(description = "The ciphertext's wheel: every symbol of the alphabet once",
				requiredMode = Schema.RequiredMode.REQUIRED) Key left,
		@Schema(description = "The plaintext's wheel: every symbol of the alphabet once",
				requiredMode = Schema.RequiredMode.REQUIRED) Key right)
		implements
			Cipher {

	public Chaocipher {
		Parameters.requireOneKey("left", left);
		Parameters.requireOneKey("right", right);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawnLeft = Permutations.drawn("left", this.left, alphabet, random);
		Key drawnRight = Permutations.drawn("right", this.right, alphabet, random);
		return (drawnLeft == this.left && drawnRight == this.right) ? this : new Chaocipher(drawnLeft, drawnRight);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		int size = alphabet.size();
		return KeySpace.of((key) -> new Wheels(key[0], key[1]),
				(key) -> new Chaocipher(Parameters.key(key[0], alphabet), Parameters.key(key[1], alphabet)),
				KeyPart.permutation(size), KeyPart.permutation(size));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new Wheels(Permutations.read("left", this.left, alphabet),
				Permutations.read("right", this.right, alphabet));
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

		@Override
		public int[] draw(int length, RandomGenerator random) {
			return random.ints(length, 0, this.left.length).toArray();
		}

	}

}
