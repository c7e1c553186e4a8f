package dev.decipher.cipher.transposition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The turning grille: a quarter of the message is written through the holes of a square,
 * row by row, and the next one when it has been turned by a right angle. The text in the
 * square is then read in rows. In a square with a middle cell the last symbol stands
 * there. The last square is filled up with X.
 *
 * @param holes the numbers of the cells that are holes, counted row by row from 1; or the
 * rows as a picture
 * @param direction in which the grille is turned, clockwise if null
 */
@JsonTypeName("grille")
@Schema(description = "The message is written through the holes of a square that is turned three times",
		example = "{\"type\": \"grille\", \"holes\": [1, 8, 10, 12]}")
@Source("Eduard Fleissner von Wostrowitz, Handbuch der Kryptographie, 1881")
public record Grille(@Schema(description = "The cells that are holes, counted row by row from 1: a quarter of the "
		+ "square's cells, each of which only one hole comes to lie on; or a picture, \".X.. .X.. ...X X...\"") Key holes,
		@Nullable @Schema(description = "In which direction the grille is turned", allowableValues = {
				"clockwise", Grille.COUNTERCLOCKWISE }, defaultValue = "clockwise",
				example = "clockwise") String direction)
		implements
			TranspositionCipher,
			KeyedCipher{

	static final String COUNTERCLOCKWISE = "counterclockwise";

	private static final KeyForm HOLES = new Holes();

	@Override
	public KeyForm keyForm(String name) {
		return HOLES;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		boolean clockwise = !COUNTERCLOCKWISE.equals(this.direction);
		Map<Integer, int[][]> fours = new ConcurrentHashMap<>();
		return (keys) -> Filled.blocks(
				order(fours.computeIfAbsent(Holes.side(keys[0].length), Holes::fours), keys[0], clockwise), alphabet);
	}

	/** Each of its squares is a message for a network; null as long as it isn't known. */
	@Override
	public @Nullable Integer block() {
		int side = (this.holes instanceof Key.Numbers given) ? Holes.side(given.numbers().size()) : 0;
		return (side > 0) ? side * side : null;
	}

	@Override
	public boolean fits(int length) {
		return sides(length).findAny().isPresent();
	}

	private static IntStream sides(int length) {
		return IntStream.rangeClosed(3, 12).filter((side) -> length % (side * side) == 0);
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return sides(ciphertext.length).mapToObj((side) -> keySpace(alphabet, side * side / 4)).toList();
	}

	/**
	 * The place in the plaintext of each cell: (side × side).
	 * @param fours the cells that each hole comes to lie on: (holes, 4)
	 * @param turns how far each hole is from the first of its four: (holes)
	 */
	private static int[] order(int[][] fours, int[] turns, boolean clockwise) {
		int side = Holes.side(turns.length);
		int[] uncovered = new int[side * side];
		Arrays.fill(uncovered, Holes.TURNS); // the middle
		for (int hole = 0; hole < turns.length; hole++) {
			for (int turn = 0; turn < Holes.TURNS; turn++) {
				int further = clockwise ? turn : Holes.TURNS - turn;
				uncovered[fours[hole][(turns[hole] + further) % Holes.TURNS]] = turn;
			}
		}
		return KeyNumbers.inverse(Transposition.inTurn(uncovered.length, Holes.TURNS + 1, (cell) -> uncovered[cell]));
	}

}
