package dev.decipher.cipher.polygraphic;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Hill cipher: two to five symbols at a time are a column of indices, which the key's
 * matrix is multiplied with from the left, modulo the alphabet's size.
 *
 * @param key the matrix, 4, 9, 16 or 25 symbols or numbers, row by row; invertible modulo
 * the alphabet's size
 */
@JsonTypeName("hill")
@Schema(description = "Two to five symbols at a time are multiplied with a matrix, modulo the alphabet's size",
		example = "{\"type\": \"hill\", \"key\": \"GYBNQKURP\"}")
@Source("Lester S. Hill, Cryptography in an algebraic alphabet, The American Mathematical Monthly 36, 1929")
public record Hill(
		@Schema(description = "The matrix row by row, 4, 9, 16 or 25 symbols, or as many numbers in a list or "
				+ "with blanks between them; with an inverse modulo the alphabet's size") Key key)
		implements
			Cipher {

	/** Two numbers or more. */
	private static final Pattern NUMBERS = Pattern.compile("\\s*-?\\d{1,9}+(?:[\\s,;]++-?\\d{1,9}+)++\\s*");

	private static final int FEWEST_ROWS = 2;

	private static final int MOST_ROWS = 5;

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		int[] lengths = (left.length() == null) ? new int[] { 4 }
				: IntStream.rangeClosed(FEWEST_ROWS, MOST_ROWS)
					.map((rows) -> rows * rows)
					.filter(left.length()::contains)
					.toArray();
		if (lengths.length == 0) {
			throw InvalidInput.at("/key/random/length", "must allow 4, 9, 16 or 25, the lengths of this cipher's keys");
		}
		int length = lengths[random.nextInt(lengths.length)];
		Matrix matrix;
		do {
			matrix = new Matrix(random.ints(length, 0, alphabet.size()).toArray(), alphabet.size());
		}
		while (!matrix.isInvertible() || matrix.isIdentity());
		return new Hill(Parameters.key(matrix.cells(), alphabet));
	}

	/** As many as are in pairs, threes or fives, whatever the key's size is. */
	@Override
	public boolean fits(int length) {
		return IntStream.rangeClosed(FEWEST_ROWS, MOST_ROWS).anyMatch((rows) -> length % rows == 0);
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return cells(alphabet).length * Math.log(alphabet.size());
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		Matrix matrix = new Matrix(cells(alphabet), alphabet.size());
		if (!matrix.isInvertible()) {
			throw InvalidInput.at("/key", "must be a matrix with an inverse, but its determinant, "
					+ matrix.determinant() + ", has a divisor in common with the alphabet's size, " + alphabet.size());
		}
		return new Multiplication(matrix, matrix.inverse(), Fillers.of(alphabet));
	}

	/** Row by row. */
	private int[] cells(Alphabet alphabet) {
		String text = Parameters.given("key", this.key);
		boolean numbers = NUMBERS.matcher(text).matches();
		int[] cells = numbers ? Stream.of(text.strip().split("[\\s,;]+"))
			.mapToInt((number) -> Math.floorMod(Integer.parseInt(number), alphabet.size()))
			.toArray() : Parameters.symbols("key", this.key, alphabet);
		int rows = (int) Math.sqrt(cells.length);
		if (rows < FEWEST_ROWS || rows > MOST_ROWS || rows * rows != cells.length) {
			throw InvalidInput.at("/key",
					"must have 4, 9, 16 or 25 " + (numbers ? "numbers" : "symbols") + ", not " + cells.length);
		}
		return cells;
	}

	private record Multiplication(Matrix matrix, Matrix inverse, int filler) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			return Fillers.fill(plaintext, this.matrix.rows(), this.filler);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return this.matrix.times(plaintext);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return this.inverse.times(ciphertext);
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(Fillers.roundUp(length, this.matrix.rows()), 0, size).toArray();
		}

	}

}
