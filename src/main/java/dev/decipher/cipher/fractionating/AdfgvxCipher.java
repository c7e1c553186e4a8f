package dev.decipher.cipher.fractionating;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.transposition.Transposition;
import dev.decipher.problem.InvalidInput;

/**
 * A square whose rows and columns are letters: a symbol becomes those of its row and its
 * column, and these are transposed in columns, of which the last row may be incomplete.
 */
interface AdfgvxCipher extends KeyedCipher {

	/** Describes the columns' key. */
	String COLUMNS = "Two letters or more, one above each column of the transposition; letters that the square "
			+ "lacks may be among them";

	/** More columns were never used, and are not searched for. */
	int MOST_SEARCHED = 24;

	/** The letters of rows and columns. */
	Alphabet labels();

	@Override
	default void requireAlphabet(Alphabet alphabet) {
		int places = labels().size() * labels().size();
		InvalidInput.throwIf(alphabet.size() != places, "",
				"must have the " + places + " symbols of the square; it has " + alphabet.size());
	}

	@Override
	default boolean dependsOnLength() {
		return true;
	}

	@Override
	default KeyForm keyForm(String name) {
		return name.equals("key") ? new ColumnKey() : KeyForm.SQUARE;
	}

	@Override
	default Symbols ciphertextSymbols(Alphabet alphabet) {
		return Tokens.all(labels(), 2);
	}

	@Override
	default double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	default List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int most = Math.min(MOST_SEARCHED, Math.max(2, ciphertext.length / 2));
		return IntStream.rangeClosed(2, most)
			.mapToObj((columns) -> keySpace(alphabet, alphabet.size(), columns))
			.toList();
	}

	@Override
	default Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Halves(Square.of(keys[0]), new Transposition(null, Transposition.columnsUnder(keys[1])));
	}

	/** At work on the numbers of rows and columns, two for each symbol. */
	record Halves(Square square, Transposition transposition) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] halves = new int[2 * plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				halves[2 * i] = this.square.row(plaintext[i]);
				halves[2 * i + 1] = this.square.column(plaintext[i]);
			}
			int[] moved = this.transposition.encrypt(halves);
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				ciphertext[i] = moved[2 * i] * this.square.side() + moved[2 * i + 1];
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] moved = new int[2 * ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				moved[2 * i] = ciphertext[i] / this.square.side();
				moved[2 * i + 1] = ciphertext[i] % this.square.side();
			}
			int[] halves = this.transposition.decrypt(moved);
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < plaintext.length; i++) {
				plaintext[i] = this.square.at(halves[2 * i], halves[2 * i + 1]);
			}
			return plaintext;
		}

	}

}
