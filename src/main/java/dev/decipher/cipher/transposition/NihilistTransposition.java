package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Nihilists' transposition: a square's columns are put into the order of a key, its
 * rows too, and then it is read. The last square is filled up with X.
 *
 * @param key two symbols of the alphabet or more, one for each column and row, or numbers
 * @param read whether rows or columns are read, columns if null
 * @param order whether the line numbered 1 becomes the first (taking-out), or the first
 * line becomes the one whose number stands first (writing-in); taking-out if null
 */
@JsonTypeName("nihilist-transposition")
@Schema(description = "The columns and the rows of a square are put into the same order, and then it is read",
		example = "{\"type\": \"nihilist-transposition\", \"key\": \"2134\"}")
@Source("American Cryptogram Association, The ACA and You, Nihilist Transposition")
public record NihilistTransposition(@Schema(
		description = "Two symbols of the alphabet or more, one for each column and row of the square, or numbers") Key key,
		@Nullable @Schema(description = "Whether rows or columns of the square are read at last", allowableValues = {
				NihilistTransposition.ROWS, "columns" }, defaultValue = "columns", example = "columns") String read,
		@Nullable @Schema(
				description = "Whether lines are taken out in the order of their numbers, as the Association has it, "
						+ "or each number says which line is written in there",
				allowableValues = { "taking-out", NihilistTransposition.WRITING_IN }, defaultValue = "taking-out",
				example = "taking-out") String order)
		implements
			ColumnarCipher{

	static final String ROWS = "rows";

	static final String WRITING_IN = "writing-in";

	/** A square of 10,000 cells. */
	private static final int LONGEST_SIDE = 100;

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		boolean rows = ROWS.equals(this.read);
		boolean writingIn = WRITING_IN.equals(this.order);
		return (keys) -> {
			int[] lines = writingIn ? KeyNumbers.ranks(keys[0]) : KeyNumbers.order(keys[0]);
			int side = lines.length;
			InvalidInput.throwIf(side > LONGEST_SIDE, "/key", "must have at most " + LONGEST_SIDE + " columns");
			return Filled.blocks(IntStream.range(0, side * side).map((cell) -> {
				int row = rows ? cell / side : cell % side;
				int column = rows ? cell % side : cell / side;
				return lines[row] * side + lines[column];
			}).toArray(), alphabet);
		};
	}

	/** Each square is a message for a network; null as long as its size isn't known. */
	@Override
	public @Nullable Integer block() {
		return (this.key instanceof Key.Numbers given) ? given.numbers().size() * given.numbers().size() : null;
	}

	@Override
	public boolean fits(int length) {
		return sides(length).findAny().isPresent();
	}

	private static IntStream sides(int length) {
		return IntStream.rangeClosed(2, Transposition.MOST_SEARCHED).filter((side) -> length % (side * side) == 0);
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH + Math.log(2);
	}

	/** The orders of lines, taken out; written in, they are the same ones. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return sides(ciphertext.length).filter((side) -> side <= alphabet.size())
			.boxed()
			.flatMap((side) -> Stream.of(ROWS, "columns")
				.map((read) -> new NihilistTransposition(this.key, read, null).keySpace(alphabet, side)))
			.toList();
	}

}
