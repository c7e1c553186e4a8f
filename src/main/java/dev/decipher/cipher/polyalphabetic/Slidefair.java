package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Slidefair cipher: for each pair of symbols, the alphabet stands over what a
 * periodic cipher makes of it with the key's next symbol. The first symbol is found in
 * the upper row, the second one in the lower; they become the other corners of the
 * rectangle between them, the upper one first, or what stands to their right if they are
 * above one another.
 *
 * @param key one symbol of the alphabet or more, each for a pair
 * @param base the periodic cipher; null for Vigenère's
 */
@JsonTypeName("slidefair")
@Schema(description = "Each pair of symbols becomes the other corners of a rectangle in an alphabet and one slid by the key",
		example = "{\"type\": \"slidefair\", \"key\": \"DIGRAPH\"}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record Slidefair(@Schema(description = TextKeyed.KEY) Key key,
		@Nullable @Schema(description = "The cipher whose alphabets are the lower row", allowableValues = {
				"vigenere", "variant-vigenere", "beaufort" }, defaultValue = "vigenere") String base)
		implements
			PairKeyed{

	@Override
	public PairCipher with(int[] symbols, int size, int filler) {
		return new Rows(symbols, Base.of(this.base), size, filler);
	}

	/**
	 * At work.
	 *
	 * @param key indices of symbols, (length)
	 */
	private record Rows(int[] key, Base table, int size, int filler) implements PairCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return replace(plaintext, 1);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return replace(ciphertext, this.size - 1);
		}

		/** Takes a pair of one column that many places to the right. */
		private int[] replace(int[] symbols, int right) {
			Fillers.require(2, symbols);
			int[] replaced = new int[symbols.length];
			for (int i = 0; i < symbols.length; i += 2) {
				int keyed = this.key[i / 2 % this.key.length];
				int upper = symbols[i];
				int lower = this.table.decipher(symbols[i + 1], keyed, this.size);
				boolean same = upper == lower;
				int one = same ? (upper + right) % this.size : lower;
				int other = same ? one : upper;
				replaced[i] = one;
				replaced[i + 1] = this.table.encipher(other, keyed, this.size);
			}
			return replaced;
		}

	}

}
