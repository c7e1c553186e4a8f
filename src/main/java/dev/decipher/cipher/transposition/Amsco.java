package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * A. M. Scott's Amsco: a {@link Columnar} whose cells have one and two symbols by turns,
 * in each row and in each column. The last cell has what is left.
 *
 * @param key two symbols of the alphabet or more, one above each column, or numbers
 * @param start how many symbols the first cell has, 1 or 2; 2 if null
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("amsco")
@Schema(description = "Columnar transposition with one and two symbols by turns in each cell",
		example = "{\"type\": \"amsco\", \"key\": \"41325\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter VI")
public record Amsco(@Schema(description = ColumnarCipher.KEY) Key key,
		@Nullable @Range(min = 1, max = 2) @Schema(description = "How many symbols the first cell has",
				defaultValue = "2", example = "2") Integer start,
		@Nullable @Block Integer block) implements ColumnarCipher {

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH + Math.log(2);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return ColumnarCipher.columns(alphabet, ciphertext.length)
			.boxed()
			.flatMap((columns) -> Stream.of(new Amsco(this.key, null, this.block), new Amsco(this.key, 1, this.block))
				.map((cipher) -> cipher.keySpace(alphabet, columns)))
			.toList();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int first = (this.start != null) ? this.start : 2;
		return (keys) -> new Transposition(this.block, (length) -> places(keys[0], first, length));
	}

	private static int[] places(int[] ranks, int first, int length) {
		int[] groups = new int[length];
		int place = 0;
		for (int cell = 0; place < length; cell++) {
			int column = cell % ranks.length;
			boolean likeFirst = (cell / ranks.length + column) % 2 == 0;
			int symbols = likeFirst ? first : 3 - first;
			for (int i = 0; i < symbols && place < length; i++) {
				groups[place++] = ranks[column];
			}
		}
		return Transposition.inTurn(length, ranks.length, (i) -> groups[i]);
	}

}
