package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Grandpré's square: as many words as each has letters, one a row; a letter becomes the
 * labels of the row and the column of any cell that has it. Which one follows from the
 * message.
 *
 * @param words 6 to 10 words, each of as many symbols
 * @param labels a character for each row, and likewise for each column
 */
@JsonTypeName("grandpre")
@Schema(description = "A letter becomes the row and the column of a cell that has it in a square of words",
		example = Grandpre.EXAMPLE)
@Source("A. de Grandpré, Cryptographie pratique, 1905")
public record Grandpre(@Schema(
		description = "6 to 10 words of as many letters each; a letter that none has can't be enciphered") List<String> words,
		@Nullable @Schema(description = "A character for each row and likewise for each column; left out, digits from "
				+ "1 on, and from 0 on where there are ten; Grandpré's own are 1234567890") String labels)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "grandpre", "words": ["ADJACENT", "NAZARENE", "AGGRIEVE", "REQUITED", "CHATEAUX", "HALFBACK",
			 "IMPUNITY", "CROSSBOW"]}""";

	private static final int FEWEST = 6;

	private static final int MOST = 10;

	public Grandpre {
		words = Parameters.list("words", words);
		InvalidInput.throwIf(words.size() < FEWEST || words.size() > MOST, "/words",
				"must be " + FEWEST + " to " + MOST + " words");
		if (labels != null) {
			List<String> distinct = LabelledGrid.distinct("labels", labels);
			InvalidInput.throwIf(distinct.size() != words.size(), "/labels",
					"must be " + words.size() + " characters, one for each row");
		}
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return this.words.size() * this.words.size() * Math.log(alphabet.size());
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		int side = this.words.size();
		String digits = (side == MOST) ? "0123456789" : "123456789".substring(0, side);
		return Tokens.ofLength(2, LabelledGrid.of(side * side, (this.labels != null) ? this.labels : digits, null)
			.names(side * side, false));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		List<Integer> cells = new ArrayList<>();
		for (int row = 0; row < this.words.size(); row++) {
			int[] symbols = this.words.get(row).codePoints().map(alphabet::indexOf).toArray();
			String pointer = "/words/" + row;
			InvalidInput.throwIf(IntStream.of(symbols).anyMatch((symbol) -> symbol < 0), pointer,
					"has a character outside the alphabet");
			InvalidInput.throwIf(symbols.length != this.words.size(), pointer, "must have " + this.words.size()
					+ " symbols, as many as there are words; it has " + symbols.length);
			IntStream.of(symbols).forEach(cells::add);
		}
		return new Homophony(alphabet, cells.stream().mapToInt(Integer::intValue).toArray());
	}

}
