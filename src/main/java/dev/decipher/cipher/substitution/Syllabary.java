package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The syllabary square: a hundred letters, digits and syllables, each of which is written
 * as the digits of its row and its column. How a word is taken apart follows from the
 * message, so that it is written in one way here and in another there.
 *
 * @param key letters and syllables that come first, with blanks between them
 * @param rows a digit for each row
 * @param columns a digit for each column
 * @param table the hundred cells, row by row
 */
@JsonTypeName("syllabary")
@Schema(description = "Letters, digits and syllables are written as their row and column in a table of a hundred",
		example = "{\"type\": \"syllabary\", \"key\": \"SE C RE T\", \"rows\": \"7854320196\", \"columns\": \"8905673214\"}")
@Source("William F. Friedman and Lambros D. Callimahos, Military Cryptanalytics, part I, 1956, chapter 11")
public record Syllabary(@Nullable @Schema(
		description = "Letters and syllables of the table that come first, with blanks between them; a "
				+ "word without blanks is taken apart, the longest syllable first. A digit stays behind its letter") String key,
		@Nullable @Schema(description = "The ten digits, one for each row; Friedman's own are 1234567890",
				defaultValue = "0123456789") String rows,
		@Nullable @Schema(description = "The ten digits, one for each column",
				defaultValue = "0123456789") String columns,
		@Nullable @Schema(
				description = "A hundred letters, digits and syllables, row by row; left out, the usual English "
						+ "ones") List<String> table)
		implements
			Cipher {

	private static final int SIDE = 10;

	private static final int LONGEST_CELL = 16;

	private static final int LONGEST_KEY = 1000;

	private static final String DIGITS = "0123456789";

	private static final List<String> ENGLISH = List.of(("""
			A 1 AL AN AND AR ARE AS AT ATE ATI B 2 BE C 3 CA CE CO COM D 4 DA DE E 5 EA ED EN ENT
			ER ERE ERS ES EST F 6 G 7 H 8 HAS HE I 9 IN ING ION IS IT IVE J 0 K L LA LE M ME N
			ND NE NT O OF ON OR OU P Q R RA RE RED RES RI RO S SE SH ST STO T TE TED TER TH THE THI THR
			TI TO U V VE W WE X Y Z""").split("\\s+"));

	public Syllabary {
		table = (table != null) ? Parameters.list("table", table) : null;
		InvalidInput.throwIf(
				table != null && (table.size() != SIDE * SIDE
						|| table.stream().anyMatch((cell) -> cell.isEmpty() || cell.length() > LONGEST_CELL)
						|| table.stream().distinct().count() < table.size()),
				"/table", "must have a hundred different cells, of 1 to " + LONGEST_CELL + " characters each");
		InvalidInput.throwIf(key != null && key.length() > LONGEST_KEY, "/key",
				"must have at most " + LONGEST_KEY + " characters");
		InvalidInput.throwIf(rows != null && !isOfTenDigits(rows), "/rows", "must be the ten digits in any order");
		InvalidInput.throwIf(columns != null && !isOfTenDigits(columns), "/columns",
				"must be the ten digits in any order");
	}

	private static boolean isOfTenDigits(String text) {
		char[] digits = text.toCharArray();
		Arrays.sort(digits);
		return DIGITS.equals(new String(digits));
	}

	@Override
	public Alphabet defaultAlphabet() {
		return Alphabet.LATIN36;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		String.join("", all())
			.codePoints()
			.filter((character) -> alphabet.indexOf(character) < 0)
			.findFirst()
			.ifPresent((character) -> {
				throw InvalidInput.at("", "must have each character of the table, as latin36 has those of the usual "
						+ "one; it lacks " + Character.toString(character));
			});
	}

	@Override
	public boolean keepsLength() {
		return false;
	}

	/** Rows, columns, and the order of the table. */
	@Override
	public double keyNats(Alphabet alphabet) {
		return 2 * KeyPart.logFactorial(SIDE) + ((this.key != null) ? KeyPart.logFactorial(SIDE * SIDE) : 0);
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return Tokens.ofLength(2,
				LabelledGrid
					.of(SIDE * SIDE, Objects.requireNonNullElse(this.rows, DIGITS),
							Objects.requireNonNullElse(this.columns, DIGITS))
					.names(SIDE * SIDE, false));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new WordCoder(alphabet,
				cells().stream().map((cell) -> alphabet.read(cell).symbols()).toArray(int[][]::new), false);
	}

	private List<String> all() {
		return (this.table != null) ? this.table : ENGLISH;
	}

	/** The table with the key in front; a digit stays behind the letter it follows. */
	private List<String> cells() {
		List<String> all = all();
		Set<String> cells = new LinkedHashSet<>();
		for (int cell : keyed(all)) {
			add(all, cell, cells);
		}
		for (int cell = 0; cell < all.size(); cell++) {
			add(all, cell, cells);
		}
		return List.copyOf(cells);
	}

	private static void add(List<String> all, int cell, Set<String> cells) {
		cells.add(all.get(cell));
		if (cell + 1 < all.size() && isDigit(all.get(cell + 1)) && !isDigit(all.get(cell))) {
			cells.add(all.get(cell + 1));
		}
	}

	private static boolean isDigit(String cell) {
		return cell.length() == 1 && Character.isDigit(cell.charAt(0));
	}

	/** The cells that the key puts in front. */
	private List<Integer> keyed(List<String> all) {
		List<String> upper = all.stream().map((cell) -> cell.toUpperCase(Locale.ROOT)).toList();
		List<Integer> cells = new ArrayList<>();
		String[] groups = (this.key != null) ? this.key.strip().toUpperCase(Locale.ROOT).split("\\s+") : new String[0];
		for (String group : groups) {
			int start = 0;
			while (start < group.length()) {
				int end = group.length();
				while (end > start && !upper.contains(group.substring(start, end))) {
					end--;
				}
				InvalidInput.throwIf(end == start, "/key", "must be made of the table's letters and syllables");
				cells.add(upper.indexOf(group.substring(start, end)));
				start = end;
			}
		}
		return cells;
	}

}
