package dev.decipher.cipher.fractionating;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Monome-dinome: 24 letters in three rows of eight; those on top become the digit of
 * their column, the others the digits of their row and their column.
 *
 * @param key a keyword that the box starts with, row by row
 * @param digits ten digits: of the second and the third row, and then of the columns; or
 * ten letters whose order gives them
 */
@JsonTypeName("monome-dinome")
@Schema(description = "Of 24 letters in three rows those on top become one digit and the others two",
		example = "{\"type\": \"monome-dinome\", \"key\": \"NOTARIES\", \"digits\": \"6318927054\"}")
@Source("American Cryptogram Association, The ACA and You, 2016, Monome-Dinome")
public record MonomeDinome(
		@Schema(description = "The box's keyword: its letters come first, each once; of an alphabet "
				+ "of 26 letters J is I and Z is Y") Key key,
		@Schema(description = "The digits of the second row, the third row and the eight columns; or ten letters whose "
				+ "alphabetical order gives these digits, 0 the last") Key digits)
		implements
			KeyedCipher {

	private static final int COLUMNS = 8;

	private static final int LETTERS = 3 * COLUMNS;

	/** What letters are read as that the box has no place for. */
	private static final Map<Integer, Integer> READINGS = Map.of((int) 'J', (int) 'I', (int) 'Z', (int) 'Y');

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(keyAlphabet(alphabet).size() != LETTERS, "", "must have 24 letters, or with J, which is "
				+ "read as I, and Z, which is read as Y, 26; it has " + alphabet.size());
	}

	/** Columns and rows may change places together with what stands in them. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return -KeyPart.logFactorial(COLUMNS) - Math.log(2);
	}

	/** The letters of the box. */
	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		int[] letters = letters(alphabet);
		return (letters.length == alphabet.size()) ? alphabet
				: Alphabet.of(IntStream.of(letters).mapToObj(alphabet::symbol).collect(Collectors.joining()));
	}

	private static int[] letters(Alphabet alphabet) {
		return IntStream.range(0, alphabet.size()).filter((letter) -> reading(alphabet, letter) == letter).toArray();
	}

	/** The letter that a letter of an alphabet is read as. */
	private static int reading(Alphabet alphabet, int letter) {
		Integer read = (alphabet.size() > LETTERS) ? READINGS.get(alphabet.codePoint(letter)) : null;
		int reading = (read != null) ? alphabet.indexOf(read) : -1;
		return (reading >= 0) ? reading : letter;
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
		return name.equals("key") ? new Box() : new RowsAndColumns();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int[] readings = IntStream.range(0, alphabet.size()).map((letter) -> reading(alphabet, letter)).toArray();
		int[] letters = letters(alphabet);
		return (keys) -> {
			int[] digits = IntStream.of(keys[1]).map((rank) -> (rank + 1) % Alphabet.DIGITS.size()).toArray();
			int[] columns = Arrays.copyOfRange(digits, 2, digits.length);
			int[] symbols = IntStream.of(keys[0]).map((place) -> letters[place]).toArray();
			Board board = new Board(symbols, columns, Arrays.copyOf(digits, 2), columns);
			return new Boxed(new BoardCipher(board, -1, 1, new int[0]), readings, letters);
		};
	}

	/** A keyword of the box, in which letters that it has no place for are read too. */
	private record Box() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			return KeyForm.ALPHABET.read(name,
					(key instanceof Key.Given given) ? new Key.Given(given.text()
						.codePoints()
						.map((letter) -> (alphabet.indexOf(letter) >= 0) ? letter
								: READINGS.getOrDefault(Character.toUpperCase(letter), letter))
						.mapToObj(Character::toString)
						.collect(Collectors.joining())) : key,
					alphabet);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			return KeyForm.ALPHABET.draw(name, left, alphabet, random);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyForm.ALPHABET.part(alphabet, length);
		}

	}

	/**
	 * Ten letters, whose order gives the digits 1 to 9 and 0, or these digits themselves:
	 * as numbers from 0, which are digits less 1.
	 */
	private record RowsAndColumns() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			String text = Parameters.given(name, key).replaceAll("[\\s,;]", "");
			boolean inDigits = text.codePoints().allMatch((character) -> Alphabet.DIGITS.indexOf(character) >= 0);
			int[] symbols = inDigits ? text.chars().map(Alphabet.DIGITS::indexOf).toArray()
					: new ColumnKey().read(name, key, alphabet);
			InvalidInput.throwIf(symbols.length != Alphabet.DIGITS.size(), "/" + name,
					"must be ten digits, or ten letters whose order gives them, not " + symbols.length);
			InvalidInput.throwIf(inDigits && IntStream.of(symbols).distinct().count() < symbols.length, "/" + name,
					"must have each of the ten digits once");
			return inDigits ? IntStream.of(symbols)
				.map((digit) -> (digit + Alphabet.DIGITS.size() - 1) % Alphabet.DIGITS.size())
				.toArray() : KeyNumbers.ranks(symbols);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			left.requireLength(name, Alphabet.DIGITS.size(), "which every key has");
			return part(alphabet, Alphabet.DIGITS.size()).draw(random);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.permutation(Alphabet.DIGITS.size());
		}

	}

	/**
	 * At work.
	 *
	 * @param readings the letter that each letter is read as: (size)
	 * @param letters those with a place in the box
	 */
	private record Boxed(BoardCipher board, int[] readings, int[] letters) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			return IntStream.of(plaintext).map((letter) -> this.readings[letter]).toArray();
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(length, 0, this.letters.length).map((place) -> this.letters[place]).toArray();
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return this.board.encrypt(plaintext);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return this.board.decrypt(ciphertext);
		}

	}

}
