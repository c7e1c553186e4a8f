package dev.decipher.cipher.fractionating;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The VIC cipher of the Soviet agent Reino Häyhänen: a straddling checkerboard, a
 * columnar transposition and another one that triangles disrupt, all with keys that are
 * made of a date, a phrase, the agent's number and a group that stands in the message.
 *
 * @param board the row on top of the checkerboard, ten places of which some are blank,
 * and, if wanted, the symbols of the rows below; the alphabet's others follow
 * @param phrase a text of which the first twenty letters count
 * @param date six digits
 * @param personalNumber the agent's number, 1 to 16
 * @param keyGroup the five digits that stand in the message, which follow from it if null
 * @param shift the sign that figures follow, {@code /} if null
 * @param repeats how often each figure is written, three times if null
 * @param start the sign where a message starts whose halves are exchanged, or null
 * @param cut of how many symbols the half is that comes last, or null if halves aren't
 * exchanged
 */
@JsonTypeName("vic")
@Schema(description = "A straddling checkerboard and two transpositions, all with keys made of a date, a phrase, a "
		+ "number and a group of the message", example = Vic.EXAMPLE)
@Source("David Kahn, Number One from Moscow, Studies in Intelligence 5, 1961")
public record Vic(@Schema(description = "The row on top of the checkerboard, ten places of which two or more are blank "
		+ "(those at the end may be left out), and then, if wanted, the symbols of the rows below in their order") String board,
		@Schema(description = "A text of at least 20 letters of the alphabet, of which the first 20 count") String phrase,
		@Schema(description = "A date of six digits: five are subtracted from the group, and the last is the place of "
				+ "that group from the end, 0 the tenth; other characters are left out") String date,
		@Range(min = 1,
				max = 16) @Schema(description = "The agent's number, 1 to 16, to which two digits are added for "
						+ "the numbers of columns", example = "8") Integer personalNumber,
		@Nullable @Schema(
				description = "The group of five digits that stands in the message; it follows from the "
						+ "message if left out, and is read from it when deciphering",
				example = "77651") String keyGroup,
		@Nullable @Schema(description = "The sign that figures follow, which are on the board themselves where the "
				+ "alphabet lacks it", defaultValue = "/") String shift,
		@Nullable @Range(min = 1, max = 3) @Schema(
				description = "How often each figure is written: once, with a shift "
						+ "before each; or twice or thrice, with a shift before and behind them",
				defaultValue = "3") Integer repeats,
		@Nullable @Schema(
				description = "The sign that marks where a message starts whose halves are exchanged") String start,
		@Nullable @Range(min = 1, max = 1_000_000) @Schema(
				description = "How many symbols of the message are written "
						+ "behind the others, with the start's sign between; no exchange if left out",
				example = "60") Integer cut)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "vic", "board": "AT ONE SIR", "phrase": "I dream of Jeannie with the light brown hair",
			 "date": "741776", "personalNumber": 8, "keyGroup": "77651"}""";

	/** Columns of the board and places of its row on top. */
	private static final int COLUMNS = 10;

	private static final int LETTERS = 20;

	private static final int DATE = 6;

	private static final int TRIPLED = 3;

	private static final int AGENTS = 16;

	/** So many dates are usual, those of a century. */
	private static final int DATES = 36_525;

	public Vic {
		InvalidInput.throwIf(date != null && digitsIn(date).length() != DATE, "/date", "must have six digits");
		InvalidInput.throwIf(keyGroup != null && !keyGroup.matches("[0-9]{5}"), "/keyGroup", "must be five digits");
		InvalidInput.throwIf(shift != null && !isOne(shift), "/shift", "must be one character");
		InvalidInput.throwIf(start != null && !isOne(start), "/start", "must be one character");
		InvalidInput.throwIf(cut != null && start == null, "/start", "is required where halves are exchanged");
		int onTop = (board != null) ? lengthOf(onTop(board)) : 1;
		InvalidInput.throwIf(onTop < 1 || onTop == COLUMNS, "/board",
				"must have at least one symbol and one blank at its first ten places");
	}

	private static String digitsIn(String date) {
		return date.replaceAll("[^0-9]", "");
	}

	private static boolean isOne(String sign) {
		return lengthOf(sign) == 1;
	}

	private static int lengthOf(String text) {
		return text.codePointCount(0, text.length());
	}

	/** The symbols of the row on top, without its blanks. */
	private static String onTop(String board) {
		return board.codePoints()
			.limit(COLUMNS)
			.filter((symbol) -> symbol != ' ')
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
	}

	/** A stop and the signs that have a meaning, unless they are letters or digits. */
	@Override
	public Alphabet defaultAlphabet() {
		String signs = ("." + sign() + ((this.start != null) ? this.start : "")).codePoints()
			.filter((sign) -> Alphabet.LATIN36.indexOf(sign) < 0)
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		return Alphabet.of(Alphabet.LATIN36.symbols() + signs);
	}

	private String sign() {
		return (this.shift != null) ? this.shift : "/";
	}

	/** The checkerboard with some digits above its columns. */
	private StraddlingCheckerboard checkerboard(int[] header) {
		int[] symbols = this.board.codePoints().toArray();
		String blanks = IntStream.range(0, COLUMNS)
			.filter((place) -> place >= symbols.length || symbols[place] == ' ')
			.mapToObj((place) -> Integer.toString(header[place]))
			.collect(Collectors.joining());
		String digits = IntStream.of(header).mapToObj(Integer::toString).collect(Collectors.joining());
		return new StraddlingCheckerboard(new Key.Given(this.board.replace(" ", "")), blanks, digits, this.shift,
				(this.repeats != null) ? this.repeats : TRIPLED);
	}

	private StraddlingCheckerboard checkerboard() {
		return checkerboard(IntStream.range(0, COLUMNS).toArray());
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		checkerboard().requireAlphabet(alphabet);
		InvalidInput.throwIf(this.start != null && alphabet.indexOf(this.start.codePointAt(0)) < 0, "",
				"must have " + this.start + ", the sign where messages start");
	}

	@Override
	public boolean keepsLength() {
		return false;
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return Alphabet.DIGITS;
	}

	/** In groups of five. */
	@Override
	public boolean fits(int length) {
		return length % 5 == 0;
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		int size = alphabet.size();
		int onTop = lengthOf(onTop(this.board));
		return LETTERS * Math.log(size) + Math.log(DATES) + Math.log(AGENTS) + KeyPart.logFactorial(size)
				- KeyPart.logFactorial(Math.max(0, size - onTop));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] letters = this.phrase.codePoints()
			.map(alphabet::indexOf)
			.filter((letter) -> letter >= 0)
			.limit(LETTERS)
			.toArray();
		InvalidInput.throwIf(letters.length < LETTERS, "/phrase",
				"must have at least " + LETTERS + " letters of the alphabet, not " + letters.length);
		int filler = filler(alphabet);
		int[] digits = digitsIn(this.date).chars().map((digit) -> digit - '0').toArray();
		int[] group = (this.keyGroup != null) ? this.keyGroup.chars().map((digit) -> digit - '0').toArray() : null;
		int sign = (this.start != null) ? alphabet.indexOf(this.start.codePointAt(0)) : -1;
		return new VicMessage(new VicKeys(letters, digits, this.personalNumber), group, checkerboard().over(alphabet),
				(header) -> checkerboard(header).over(alphabet), filler, sign, (this.cut != null) ? this.cut : -1);
	}

	/**
	 * A symbol of the row on top, which is written as one digit, that means nothing else.
	 */
	private int filler(Alphabet alphabet) {
		Alphabet onBoard = checkerboard().keyAlphabet(alphabet);
		Parameters.symbols("board", new Key.Given(this.board.replace(" ", "")), onBoard);
		int[] onTop = onTop(this.board).codePoints().map(alphabet::indexOf).toArray();
		InvalidInput.throwIf(IntStream.of(onTop).distinct().count() < onTop.length, "/board",
				"must have different symbols at its first ten places");
		String signs = sign() + ((this.start != null) ? this.start : "");
		return IntStream.of(onTop)
			.filter((symbol) -> signs.codePoints().noneMatch((sign) -> alphabet.indexOf(sign) == symbol))
			.findFirst()
			.orElseThrow(() -> InvalidInput.at("/board",
					"must have at its first ten places a symbol that fills groups of five up, which is no sign"));
	}

}
