package dev.decipher.cipher.polyalphabetic;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The Nicodemus cipher: a periodic cipher, written in rows under its key, of which so
 * many at a time are taken off column by column as the key's symbols number these.
 *
 * @param key one symbol of the alphabet or more
 * @param base the periodic cipher; null for Vigenère's
 * @param rows how many rows are taken off together, null for 5
 */
@JsonTypeName("nicodemus")
@Schema(description = "A periodic cipher written in rows under its key, five of which at a time are taken off by columns",
		example = "{\"type\": \"nicodemus\", \"key\": \"MONEY\"}")
@Source("DELAC, Nicodemus, The Cryptogram, August 1949")
public record Nicodemus(@Schema(description = TextKeyed.KEY) Key key,
		@Nullable @Schema(description = "The cipher that each column is enciphered by", allowableValues = {
				"vigenere", "variant-vigenere", "beaufort", "porta" }, defaultValue = "vigenere") String base,
		@Nullable @Range(min = 1, max = 1000) @Schema(
				description = "Rows that are taken off together, 1 to 1,000; the Association has five",
				defaultValue = "5") Integer rows)
		implements
			TextKeyed{

	private static final int USUAL_ROWS = 5;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Base.of(this.base).requireAlphabet(alphabet);
	}

	@Override
	public SymbolCipher with(int[] symbols, int size) {
		return new Rows(symbols, KeyNumbers.order(symbols), (this.rows != null) ? this.rows : USUAL_ROWS,
				Base.of(this.base), size);
	}

	/**
	 * At work.
	 *
	 * @param key indices of symbols, (columns)
	 * @param columns in the order in which they are taken off, (columns)
	 */
	private record Rows(int[] key, int[] columns, int rows, Base table, int size) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			int[] places = places(plaintext.length);
			for (int i = 0; i < places.length; i++) {
				int place = places[i];
				ciphertext[i] = this.table.encipher(plaintext[place], keyAt(place), this.size);
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			int[] places = places(ciphertext.length);
			for (int i = 0; i < places.length; i++) {
				int place = places[i];
				plaintext[place] = this.table.decipher(ciphertext[i], keyAt(place), this.size);
			}
			return plaintext;
		}

		private int keyAt(int place) {
			return this.key[place % this.key.length];
		}

		/** Where in the plaintext each ciphertext symbol comes from. */
		private int[] places(int length) {
			int width = this.key.length;
			int[] places = new int[length];
			int taken = 0;
			for (int start = 0; start < length; start += this.rows * width) {
				int end = Math.min(length, start + this.rows * width);
				for (int column : this.columns) {
					for (int place = start + column; place < end; place += width) {
						places[taken++] = place;
					}
				}
			}
			return places;
		}

	}

}
