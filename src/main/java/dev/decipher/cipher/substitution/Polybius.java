package dev.decipher.cipher.substitution;

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
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Polybius square: a symbol is written as the labels of its row and its column. An
 * alphabet that fills no square leaves cells at the end empty.
 *
 * @param key a keyword that the square starts with; the alphabet in its order if null
 * @param labels a character for each row, and for each column unless these have labels of
 * their own
 * @param columnLabels a character for each column
 * @param order which of the two labels comes first
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("polybius")
@Schema(description = "A symbol is written as the labels of its row and its column in a square",
		example = "{\"type\": \"polybius\", \"key\": \"ZEBRAS\", \"labels\": \"12345\"}")
@Source("Polybius, Histories, book 10, chapters 45 to 47")
public record Polybius(
		@Nullable @Schema(
				description = SquareCipher.KEYWORD + "; left out, the alphabet stands there in its order") Key key,
		@Nullable @Schema(description = "A character for each row and, unless these have their own, each column; left "
				+ "out, as many digits from 1 on as are needed") String labels,
		@Nullable @Schema(description = "A character for each column; left out, those of the rows") String columnLabels,
		@Nullable @Schema(description = "The label that comes first", defaultValue = "row-column", allowableValues = {
				"row-column", "column-row" }) String order,
		@Nullable @Omit String omit) implements KeyedCipher{

	private static final List<String> USUAL_LABELS = List.of("ADFGVX", "ABCDEF");

	/** The letters, and digits where labels give them places. */
	@Override
	public Alphabet defaultAlphabet() {
		int cells = cells();
		if (this.omit != null || cells < Alphabet.LATIN26.size()) {
			return SquareCipher.alphabetWithout(this.omit);
		}
		return (cells < Alphabet.LATIN36.size()) ? Alphabet.LATIN26 : Alphabet.LATIN36;
	}

	/** The cells that have labels, 0 where as many as are needed have them. */
	private int cells() {
		if (this.labels == null) {
			return 0;
		}
		String columns = (this.columnLabels != null) ? this.columnLabels : this.labels;
		return this.labels.codePointCount(0, this.labels.length()) * columns.codePointCount(0, columns.length());
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		SquareCipher.requireWithout(this.omit, alphabet);
		InvalidInput.throwIf(this.labels == null && this.columnLabels == null && alphabet.size() > 81, "",
				"must have at most 81 symbols, whose rows and columns a digit can name, unless there are other labels");
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	/** The cells row by row. */
	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return Tokens.ofLength(2, LabelledGrid.of(alphabet.size(), this.labels, this.columnLabels)
			.names(alphabet.size(), "column-row".equals(this.order)));
	}

	/** A message shows where its own symbols stand. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		int unseen = alphabet.size() - (int) IntStream.of(plaintext).distinct().count();
		double square = (this.key != null) ? keyNats(alphabet) - KeyPart.logFactorial(Math.max(0, unseen)) : 0;
		return square + labelNats(this.labels) + labelNats(this.columnLabels);
	}

	/** Letters are any of the alphabet, in its order, unless they are the usual ones. */
	private static double labelNats(@Nullable String labels) {
		if (labels == null || USUAL_LABELS.stream().anyMatch((usual) -> usual.startsWith(labels))
				|| labels.chars().anyMatch((label) -> Alphabet.LATIN26.indexOf(label) < 0)) {
			return 0;
		}
		int letters = Alphabet.LATIN26.size();
		return KeyPart.logFactorial(letters) - KeyPart.logFactorial(labels.length())
				- KeyPart.logFactorial(letters - labels.length());
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int[] plain = IntStream.range(0, alphabet.size()).toArray();
		return (keys) -> {
			int[] cells = (keys.length > 0) ? KeyNumbers.inverse(keys[0]) : plain;
			return new Monoalphabetic(cells.length, (symbol) -> cells[symbol]);
		};
	}

}
