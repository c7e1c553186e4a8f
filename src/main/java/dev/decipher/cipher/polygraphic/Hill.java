package dev.decipher.cipher.polygraphic;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Hill cipher: two or three symbols at a time are a column of indices, which the
 * key's matrix is multiplied with from the left, modulo the alphabet's size. Lester S.
 * Hill, Cryptography in an algebraic alphabet, The American Mathematical Monthly 36,
 * 1929.
 *
 * @param key the matrix, 4 or 9 symbols, row by row; invertible modulo the alphabet's
 * size
 */
@JsonTypeName("hill")
@Schema(description = "Two or three symbols at a time are multiplied with a matrix, modulo the alphabet's size",
		example = "{\"type\": \"hill\", \"key\": \"GYBNQKURP\"}")
public record Hill(@Schema(
		description = "The matrix, 4 or 9 symbols, row by row, with an inverse modulo the alphabet's size") Key key)
		implements
			Cipher {

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Key.Random left)) {
			return this;
		}
		int[] lengths = (left.length() == null) ? new int[] { 4 }
				: IntStream.of(4, 9).filter(left.length()::contains).toArray();
		if (lengths.length == 0) {
			throw InvalidInput.at("/key/random/length", "must allow 4 or 9, the lengths of this cipher's keys");
		}
		int length = lengths[random.nextInt(lengths.length)];
		Matrix matrix;
		do {
			matrix = new Matrix(random.ints(length, 0, alphabet.size()).toArray(), alphabet.size());
		}
		while (!matrix.isInvertible() || matrix.isIdentity());
		return new Hill(Parameters.key(matrix.cells(), alphabet));
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0 || length % 3 == 0;
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return Parameters.given("key", this.key).length() * Math.log(alphabet.size());
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] symbols = Parameters.symbols("key", this.key, alphabet);
		if (symbols.length != 4 && symbols.length != 9) {
			throw InvalidInput.at("/key", "must have 4 or 9 symbols, not " + symbols.length);
		}
		Matrix matrix = new Matrix(symbols, alphabet.size());
		if (!matrix.isInvertible()) {
			throw InvalidInput.at("/key", "must be a matrix with an inverse, but its determinant, "
					+ matrix.determinant() + ", has a divisor in common with the alphabet's size, " + alphabet.size());
		}
		return new Multiplication(matrix, matrix.inverse(), Fillers.of(alphabet));
	}

	/**
	 * A square matrix modulo a number of two or three rows.
	 *
	 * @param cells row by row
	 */
	private record Matrix(int[] cells, int modulus) {

		int rows() {
			return (this.cells.length == 4) ? 2 : 3;
		}

		private int at(int row, int column) {
			int rows = rows();
			return this.cells[row % rows * rows + column % rows];
		}

		/** With indices that go round, three rows need no change of sign. */
		private int cofactor(int row, int column) {
			if (rows() == 2) {
				return ((row + column) % 2 == 0) ? at(row + 1, column + 1) : -at(row + 1, column + 1);
			}
			return at(row + 1, column + 1) * at(row + 2, column + 2)
					- at(row + 1, column + 2) * at(row + 2, column + 1);
		}

		int determinant() {
			return Math.floorMod(IntStream.range(0, rows()).map((column) -> at(0, column) * cofactor(0, column)).sum(),
					this.modulus);
		}

		boolean isInvertible() {
			return BigInteger.valueOf(determinant()).gcd(BigInteger.valueOf(this.modulus)).intValue() == 1;
		}

		boolean isIdentity() {
			return IntStream.range(0, this.cells.length)
				.allMatch((cell) -> this.cells[cell] == ((cell % (rows() + 1) == 0) ? 1 : 0));
		}

		/** The transposed cofactors, divided by the determinant. */
		Matrix inverse() {
			int reciprocal = BigInteger.valueOf(determinant()).modInverse(BigInteger.valueOf(this.modulus)).intValue();
			int rows = rows();
			return new Matrix(IntStream.range(0, this.cells.length)
				.map((cell) -> Math.floorMod(cofactor(cell % rows, cell / rows), this.modulus) * reciprocal
						% this.modulus)
				.toArray(), this.modulus);
		}

		int[] times(int[] columns) {
			int rows = rows();
			Fillers.require(rows, columns);
			int[] product = new int[columns.length];
			for (int i = 0; i < columns.length; i++) {
				int start = i - i % rows;
				int sum = 0;
				for (int j = 0; j < rows; j++) {
					sum += at(i % rows, j) * columns[start + j];
				}
				product[i] = sum % this.modulus;
			}
			return product;
		}

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
