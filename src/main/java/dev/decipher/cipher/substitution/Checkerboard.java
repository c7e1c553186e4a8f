package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The checkerboard: a Polybius square whose rows and columns are labelled by the letters
 * of words. With several words for rows or columns any of their letters is taken; which
 * one follows from the message.
 *
 * @param key a keyword that the square starts with
 * @param rows words of a letter for each row, with blanks between them
 * @param columns words of a letter for each column, with blanks between them
 */
@JsonTypeName("checkerboard")
@Schema(description = "A letter is written as that of its row and that of its column in a square, which words label",
		example = "{\"type\": \"checkerboard\", \"key\": \"BACKUP\", \"rows\": \"BRAIN\", \"columns\": \"WAVES\"}")
@Source("American Cryptogram Association, The ACA and You, chapter 8: Checkerboard")
public record Checkerboard(@Schema(description = SquareCipher.KEYWORD) Key key,
		@Schema(description = "A word with a letter for each row, or several with blanks between them, of which any "
				+ "letter is taken: KNIFE WORLD") String rows,
		@Schema(description = "Likewise for the columns") String columns) implements KeyedCipher {

	/** Pairs of labels: tokens of a ciphertext. */
	private static final int MOST_PAIRS = 4096;

	/** As many characters as a key may have. */
	private static final int MOST_LABELS = 1000;

	public Checkerboard {
		int inRows = (rows != null) ? labels(words("rows", rows)) : 0;
		int inColumns = (columns != null) ? labels(words("columns", columns)) : 0;
		InvalidInput.throwIf(inRows * inColumns > MOST_PAIRS, "/columns",
				"must have so few labels that there are at most " + MOST_PAIRS + " pairs of a row's and a column's");
	}

	private static int labels(List<List<String>> words) {
		return words.size() * words.get(0).size();
	}

	/** The labels by word: (words, letters). */
	private static List<List<String>> words(String name, String text) {
		InvalidInput.throwIf(text.length() > MOST_LABELS, "/" + name,
				"must have at most " + MOST_LABELS + " characters");
		List<List<String>> words = new ArrayList<>();
		for (String word : text.strip().split("\\s+")) {
			words.add(word.codePoints().mapToObj(Character::toString).toList());
		}
		LabelledGrid.distinct(name, text.replaceAll("\\s+", ""));
		InvalidInput.throwIf(words.stream().anyMatch((word) -> word.size() != words.get(0).size()), "/" + name,
				"must be words of the same length");
		return words;
	}

	@Override
	public Alphabet defaultAlphabet() {
		return Alphabet.LATIN25;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		int height = words("rows", this.rows).get(0).size();
		int width = words("columns", this.columns).get(0).size();
		InvalidInput.throwIf(height * width < alphabet.size() || (height - 1) * width >= alphabet.size(), "",
				"must fill " + height + " rows of " + width + " cells, as rows and columns are labelled; it has "
						+ alphabet.size() + " symbols");
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		List<List<String>> left = words("rows", this.rows);
		List<List<String>> above = words("columns", this.columns);
		int width = above.get(0).size();
		return Tokens.ofLength(2, IntStream.range(0, alphabet.size())
			.boxed()
			.flatMap((cell) -> left.stream()
				.flatMap((row) -> above.stream().map((column) -> row.get(cell / width) + column.get(cell % width))))
			.toList());
	}

	/** Each cell has as many names. */
	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int names = words("rows", this.rows).size() * words("columns", this.columns).size();
		return (keys) -> new Homophony(alphabet,
				IntStream.range(0, alphabet.size() * names).map((name) -> keys[0][name / names]).toArray());
	}

}
