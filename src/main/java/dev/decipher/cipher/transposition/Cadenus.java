package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Cadenus: 25 rows are written below the key and its columns put into the order of
 * its letters; each is turned so that the symbol beside its letter comes to the top, the
 * letters standing beside the rows as A, Z, Y and so on to B, W and V in one row. The
 * last 25 rows are filled up with X.
 *
 * @param key letters from A to Z, one above each column
 */
@JsonTypeName("cadenus")
@Schema(description = "Columns of 25 symbols are put in order, and each is turned as far as its letter says",
		example = "{\"type\": \"cadenus\", \"key\": \"WINK\"}")
@Source("American Cryptogram Association, The ACA and You, Cadenus")
public record Cadenus(@Schema(
		description = "One letter from A to Z above each column, whatever the alphabet of messages; W counts as V where the column is turned") Key key)
		implements
			TranspositionCipher,
			KeyedCipher {

	private static final int ROWS = 25;

	/** With 10,000 cells in all. */
	private static final int MOST_COLUMNS = 400;

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.TEXT;
	}

	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return Alphabet.LATIN26;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> {
			InvalidInput.throwIf(keys[0].length > MOST_COLUMNS, "/key",
					"must have at most " + MOST_COLUMNS + " letters");
			return Filled.blocks(order(keys[0]), alphabet);
		};
	}

	private static int[] order(int[] key) {
		int columns = key.length;
		int[] inOrder = KeyNumbers.order(key);
		return IntStream.range(0, ROWS * columns).map((cell) -> {
			int column = inOrder[cell % columns];
			return (cell / columns + row(key[column])) % ROWS * columns + column;
		}).toArray();
	}

	/** The row beside which a letter stands. */
	private static int row(int letter) {
		boolean behindV = letter > 'V' - 'A';
		return (letter == 0) ? 0 : (behindV ? ROWS + 1 : ROWS) - letter;
	}

	/** The 25 rows are a message for a network; null as long as the key isn't known. */
	@Override
	public @Nullable Integer block() {
		return (this.key instanceof Key.Given given) ? ROWS * given.text().length() : null;
	}

	@Override
	public boolean fits(int length) {
		return columns(length).findAny().isPresent();
	}

	private static IntStream columns(int length) {
		return IntStream.rangeClosed(2, Transposition.MOST_SEARCHED)
			.filter((columns) -> length % (ROWS * columns) == 0);
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return columns(ciphertext.length).mapToObj((columns) -> keySpace(alphabet, columns)).toList();
	}

}
