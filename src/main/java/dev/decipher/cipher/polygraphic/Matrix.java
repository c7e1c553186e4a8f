package dev.decipher.cipher.polygraphic;

import java.math.BigInteger;
import java.util.stream.IntStream;

import dev.decipher.cipher.Fillers;

/**
 * A small square matrix modulo a number.
 *
 * @param cells row by row: (rows²)
 * @param modulus at most 256
 */
public record Matrix(int[] cells, int modulus) {

	public int rows() {
		return (int) Math.sqrt(this.cells.length);
	}

	/** By the first row's minors; 0 to the modulus less 1. */
	public int determinant() {
		if (this.cells.length == 1) {
			return Math.floorMod(this.cells[0], this.modulus);
		}
		int sum = IntStream.range(0, rows()).map((column) -> this.cells[column] * cofactor(0, column)).sum();
		return Math.floorMod(sum, this.modulus);
	}

	/** The determinant of what is left without a row and a column, with its sign. */
	private int cofactor(int row, int column) {
		int rows = rows();
		int[] left = IntStream.range(0, this.cells.length)
			.filter((cell) -> cell / rows != row && cell % rows != column)
			.map((cell) -> this.cells[cell])
			.toArray();
		int minor = new Matrix(left, this.modulus).determinant();
		return ((row + column) % 2 == 0) ? minor : -minor;
	}

	public boolean isInvertible() {
		return BigInteger.valueOf(determinant()).gcd(BigInteger.valueOf(this.modulus)).intValue() == 1;
	}

	boolean isIdentity() {
		int rows = rows();
		return IntStream.range(0, this.cells.length)
			.allMatch((cell) -> this.cells[cell] == ((cell % (rows + 1) == 0) ? 1 : 0));
	}

	/** The transposed cofactors, divided by the determinant. */
	public Matrix inverse() {
		int reciprocal = BigInteger.valueOf(determinant()).modInverse(BigInteger.valueOf(this.modulus)).intValue();
		int rows = rows();
		return new Matrix(IntStream.range(0, this.cells.length)
			.map((cell) -> Math.floorMod(cofactor(cell % rows, cell / rows) * reciprocal, this.modulus))
			.toArray(), this.modulus);
	}

	/**
	 * Multiplies it with columns.
	 * @param columns one after the other: (a multiple of rows)
	 * @throws IllegalArgumentException for another length
	 */
	int[] times(int[] columns) {
		int rows = rows();
		Fillers.require(rows, columns);
		int[] product = new int[columns.length];
		for (int start = 0; start < columns.length; start += rows) {
			for (int row = 0; row < rows; row++) {
				int sum = 0;
				for (int i = 0; i < rows; i++) {
					sum += this.cells[row * rows + i] * columns[start + i];
				}
				product[start + row] = sum % this.modulus;
			}
		}
		return product;
	}

}
