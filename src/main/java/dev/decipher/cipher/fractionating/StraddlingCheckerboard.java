package dev.decipher.cipher.fractionating;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The straddling checkerboard: the symbols of the row on top become the digit of their
 * column, and those of other rows two digits, of their row and their column. The digits
 * of the rows are those that no symbol on top has.
 * <p>
 * Where the alphabet has figures and the sign of the figure shift, figures aren't on the
 * board: they are written as themselves behind that sign.
 *
 * @param key a keyword that the board starts with, row by row
 * @param blanks the digits of the rows below the one on top, at which that one is blank
 * @param digits the digits above the columns, 0 to 9 in their order if null
 * @param shift the sign that figures follow, {@code /} if null
 * @param repeats how often each figure is written, once if null, and then with a shift
 * before each; else with a shift before and behind all of them
 */
@JsonTypeName("straddling-checkerboard")
@Schema(description = "Frequent symbols become one digit and the others two, those of their row and column on a board",
		example = "{\"type\": \"straddling-checkerboard\", \"key\": \"ETAONRISBCDFGHJKLMPQ/UVWXYZ.\", "
				+ "\"blanks\": \"26\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 18")
public record StraddlingCheckerboard(
		@Schema(description = "The board's keyword: its symbols come first, row by row, "
				+ "each once; blanks in it are left out") Key key,
		@Schema(description = "The digits of the second row, the third and so on, at which the row on top is blank: "
				+ "as a rule two", example = "26") String blanks,
		@Nullable @Schema(description = "The digits above the columns", defaultValue = "0123456789") String digits,
		@Nullable @Schema(description = "The sign that figures follow, which are on the board themselves where the "
				+ "alphabet lacks it", defaultValue = "/") String shift,
		@Nullable @Range(min = 1, max = 3) @Schema(
				description = "How often each figure is written: once, with a shift "
						+ "before each; or twice or thrice, with a shift before and behind them",
				defaultValue = "1") Integer repeats)
		implements
			KeyedCipher {

	private static final String SHIFT = "/";

	public StraddlingCheckerboard {
		int rows = (blanks != null) ? digitsOf("blanks", blanks).length : 1;
		InvalidInput.throwIf(rows < 1 || rows >= Alphabet.DIGITS.size(), "/blanks", "must be 1 to 9 digits");
		InvalidInput.throwIf(digits != null && digitsOf("digits", digits).length < Alphabet.DIGITS.size(), "/digits",
				"must be each of the ten digits once");
		InvalidInput.throwIf(shift != null && shift.codePointCount(0, shift.length()) != 1, "/shift",
				"must be one character");
	}

	@Override
	public Alphabet defaultAlphabet() {
		String sign = sign();
		boolean known = Alphabet.LATIN36.indexOf(sign.codePointAt(0)) >= 0 || sign.equals(".");
		return Alphabet.of(Alphabet.LATIN36.symbols() + "." + (known ? SHIFT : sign));
	}

	/** The sign of the figure shift. */
	private String sign() {
		return (this.shift != null) ? this.shift : SHIFT;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		int size = keyAlphabet(alphabet).size();
		int rows = digitsOf("blanks", this.blanks).length;
		int places = Alphabet.DIGITS.size() - rows + rows * Alphabet.DIGITS.size();
		InvalidInput.throwIf(size > places, "",
				"must have at most " + places + " symbols on a board with " + rows + " blanks; it has " + size);
	}

	/** Whether figures are written behind a shift. */
	private boolean isShifted(Alphabet alphabet) {
		return isShift(alphabet, sign().codePointAt(0)) && IntStream.range(0, alphabet.size())
			.anyMatch((symbol) -> Alphabet.DIGITS.indexOf(alphabet.codePoint(symbol)) >= 0);
	}

	private static boolean isShift(Alphabet alphabet, int sign) {
		int symbol = alphabet.indexOf(sign);
		return symbol >= 0 && Alphabet.DIGITS.indexOf(alphabet.codePoint(symbol)) < 0;
	}

	/** What stands on the board. */
	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return isShifted(alphabet) ? Alphabet.of(alphabet.symbols()
			.codePoints()
			.filter((symbol) -> Alphabet.DIGITS.indexOf(symbol) < 0)
			.mapToObj(Character::toString)
			.collect(Collectors.joining())) : alphabet;
	}

	@Override
	public boolean keepsLength() {
		return false;
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return Alphabet.DIGITS;
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	/** One of the pairs of blanks. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeyPart.logFactorial(10) - KeyPart.logFactorial(8) - KeyPart.logFactorial(2);
	}

	/**
	 * The digits that begin a number of two are frequent. With figures that are written
	 * once each, any board will do.
	 */
	@Override
	public Stream<StraddlingCheckerboard> shapes(Alphabet alphabet, int[] ciphertext) {
		long[] counts = new long[Alphabet.DIGITS.size()];
		IntStream.of(ciphertext).filter((digit) -> digit < counts.length).forEach((digit) -> counts[digit]++);
		return IntStream.range(0, 100)
			.filter((pair) -> pair / 10 < pair % 10)
			.boxed()
			.sorted(Comparator.comparingLong((pair) -> -counts[pair / 10] - counts[pair % 10]))
			.map((pair) -> new StraddlingCheckerboard(this.key, "%02d".formatted(pair), null, this.shift, null));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int[] columns = digitsOf("digits", (this.digits != null) ? this.digits : Alphabet.DIGITS.symbols());
		int[] labels = digitsOf("blanks", this.blanks);
		int[] top = IntStream.of(columns)
			.filter((digit) -> IntStream.of(labels).noneMatch((label) -> label == digit))
			.toArray();
		int[] onBoard = keyAlphabet(alphabet).symbols().codePoints().map(alphabet::indexOf).toArray();
		int sign = isShifted(alphabet) ? alphabet.indexOf(sign().codePointAt(0)) : -1;
		int times = (this.repeats != null) ? this.repeats : 1;
		int[] figures = IntStream.range(0, Alphabet.DIGITS.size())
			.map((digit) -> alphabet.indexOf(Alphabet.DIGITS.codePoint(digit)))
			.toArray();
		return (keys) -> {
			Board board = new Board(IntStream.of(keys[0]).map((symbol) -> onBoard[symbol]).toArray(), top, labels,
					columns);
			if (sign >= 0 && times > 1 && !isOfTwo(board.code(sign))) {
				throw InvalidInput.at("/repeats",
						"must be 1, for the board writes the shift as "
								+ ((board.code(sign).length < 2) ? "one digit" : "the same digit twice")
								+ ", which can't be told from figures");
			}
			return new BoardCipher(board, sign, times, figures);
		};
	}

	private static boolean isOfTwo(int[] code) {
		return code.length == 2 && code[0] != code[1];
	}

	private static int[] digitsOf(String name, String text) {
		int[] digits = text.codePoints()
			.filter((character) -> character != ' ' && character != ',')
			.map((character) -> Alphabet.DIGITS.indexOf(character))
			.toArray();
		InvalidInput.throwIf(IntStream.of(digits).anyMatch((digit) -> digit < 0), "/" + name, "must be digits");
		InvalidInput.throwIf(IntStream.of(digits).distinct().count() < digits.length, "/" + name,
				"must be different digits");
		return digits;
	}

}
