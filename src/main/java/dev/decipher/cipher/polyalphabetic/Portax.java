package dev.decipher.cipher.polyalphabetic;

import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Portax cipher: the message is written under the key in pairs of rows, and two
 * symbols above one another are a pair. The first one is found in a slide of the
 * alphabet's halves, A to M over N to Z, the second one in one of its symbols by turns, A
 * C E over B D F; all but the first half slide until the key's symbol stands under A.
 * Symbols of different columns become the other corners of the rectangle between them,
 * those of one column the ones above or below them. Twice is nothing. The last two rows
 * may be shorter than the key, and are as long as one another.
 *
 * @param key one symbol of the alphabet or more
 */
@JsonTypeName("portax")
@Schema(description = "Pairs of symbols in rows above one another become the other corners of a rectangle in Porta's slide",
		example = "{\"type\": \"portax\", \"key\": \"EASY\"}")
@Source("RED E RASER, Portax, The Cryptogram, October 1948")
public record Portax(@Schema(description = TextKeyed.KEY) Key key) implements PairKeyed {

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Base.PORTA.requireAlphabet(alphabet);
	}

	/** Two symbols of the alphabet set the slide in the same way. */
	@Override
	public KeySpace keySpace(Alphabet alphabet, int... lengths) {
		int size = alphabet.size();
		int filler = Fillers.of(alphabet);
		return KeySpace
			.of((key) -> with(firstOfPairs(key[0]), size, filler),
					(key) -> new Portax(Parameters.key(firstOfPairs(key[0]), alphabet)),
					KeyPart.numbers(lengths[0], size / 2))
			.plus(shapeNats(alphabet));
	}

	private static int[] firstOfPairs(int[] pairs) {
		return IntStream.of(pairs).map((pair) -> 2 * pair).toArray();
	}

	@Override
	public PairCipher with(int[] symbols, int size, int filler) {
		return new Slide(symbols, size / 2, filler);
	}

	/**
	 * At work.
	 *
	 * @param key indices of symbols, (length)
	 * @param half of the alphabet's size
	 */
	private record Slide(int[] key, int half, int filler) implements PairCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			Fillers.require(2, plaintext);
			int[] ciphertext = new int[plaintext.length];
			int rows = 2 * this.key.length;
			for (int start = 0; start < plaintext.length; start += rows) {
				int width = Math.min(rows, plaintext.length - start) / 2;
				for (int column = 0; column < width; column++) {
					int upper = start + column;
					exchange(plaintext, upper, upper + width, this.key[column] / 2, ciphertext);
				}
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return encrypt(ciphertext);
		}

		/**
		 * Takes one pair.
		 * @param places that the slide is moved by
		 */
		private void exchange(int[] symbols, int upper, int lower, int places, int[] written) {
			boolean fixed = symbols[upper] < this.half;
			int one = fixed ? symbols[upper] : (symbols[upper] - places) % this.half;
			int other = Math.floorMod(symbols[lower] / 2 - places, this.half);
			boolean same = one == other;
			written[upper] = (fixed != same) ? other : this.half + (other + places) % this.half;
			written[lower] = (one + places) % this.half * 2 + (same ? 1 - symbols[lower] % 2 : symbols[lower] % 2);
		}

	}

}
