package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The swagman: the message is written in as many rows as a square of numbers has, the
 * square repeated above it. In each column the symbols are read in the order of the
 * numbers. Rows are filled up with X.
 *
 * @param key the rows of the square, each number from 1 once in each of its columns
 */
@JsonTypeName("swagman")
@Schema(description = "The message is written in rows, and the symbols of each column read in the order of a square's",
		example = "{\"type\": \"swagman\", \"key\": \"32145 15324 24531 53412 41253\"}")
@Source("American Cryptogram Association, The ACA and You, Swagman")
public record Swagman(@Schema(
		description = "The rows of a square, its numbers 1 to 9 at most, each once in each row and column") Key key)
		implements
			TranspositionCipher,
			KeyedCipher {

	private static final KeyForm SQUARE = new NumberSquare();

	@Override
	public KeyForm keyForm(String name) {
		return SQUARE;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> {
			int side = (int) Math.sqrt(keys[0].length);
			return new Filled(new Transposition(null, (length) -> places(keys[0], side, length)), side,
					Fillers.of(alphabet));
		};
	}

	private static int[] places(int[] square, int side, int length) {
		int columns = length / side;
		int[] places = new int[length];
		for (int cell = 0; cell < length; cell++) {
			int row = cell / columns;
			int column = cell % columns;
			places[column * side + square[row * side + column % side]] = cell;
		}
		return places;
	}

	@Override
	public boolean fits(int length) {
		return sides(length).findAny().isPresent();
	}

	/** Whose square the message covers once at least. */
	private static IntStream sides(int length) {
		return IntStream.rangeClosed(3, NumberSquare.LONGEST_SIDE - 1)
			.filter((side) -> length % side == 0 && length >= side * side);
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return sides(ciphertext.length).mapToObj((side) -> keySpace(alphabet, side * side)).toList();
	}

}
