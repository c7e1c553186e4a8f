package dev.decipher.training.structure;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Looks for ciphers that compute with the symbols' indices modulo the alphabet's size:
 * Hill's and other linear maps of blocks, and those whose key is what was read or written
 * some places before, or a number for each place.
 */
final class LinearAnalysis {

	private static final int MAX_BLOCK = 6;

	private static final int MAX_LAG = 64;

	private final MessageSample sample;

	private final RandomGenerator random;

	private final BooleanSupplier cancelled;

	private final int modulus;

	LinearAnalysis(MessageSample sample, RandomGenerator random, BooleanSupplier cancelled) {
		this.sample = sample;
		this.cancelled = cancelled;
		this.random = random;
		this.modulus = sample.plaintextSymbols();
	}

	@Nullable Structure explain() {
		if (this.sample.ciphertextSymbols() != this.modulus) {
			return null;
		}
		Structure found = null;
		for (int block = 2; found == null && block <= Math.min(MAX_BLOCK, this.sample.longest()); block++) {
			found = blocks(block);
		}
		for (int lag = 1; found == null && !this.cancelled.getAsBoolean()
				&& lag <= Math.min(MAX_LAG, this.sample.longest() - 1); lag++) {
			found = autokey(lag, true);
			found = (found != null) ? found : autokey(lag, false);
		}
		return found;
	}

	private @Nullable Structure blocks(int block) {
		int[][] rows = new int[block][];
		for (int row = 0; row < block; row++) {
			LinearEquations equations = new LinearEquations(this.modulus, block + 1);
			for (int message = 0; message < this.sample.messages() && !equations.isEnough(); message++) {
				int[] ciphertext = this.sample.ciphertexts()[message];
				for (int start = 0; start + block <= ciphertext.length; start += block) {
					int[] equation = Arrays.copyOf(Arrays.copyOfRange(ciphertext, start, start + block), block + 2);
					equation[block] = 1;
					equation[block + 1] = this.sample.plaintexts()[message][start + row];
					equations.add(equation);
				}
			}
			int[] solution = equations.solve(this.random);
			if (solution == null) {
				return null;
			}
			rows[row] = solution;
		}
		return new Blocks(rows, this.modulus);
	}

	/**
	 * A plaintext symbol follows from the ciphertext's and from another symbol.
	 * @param lag how many places before the other one stands
	 * @param ofPlaintext whether it is the plaintext's
	 */
	private @Nullable Structure autokey(int lag, boolean ofPlaintext) {
		LinearEquations equations = new LinearEquations(this.modulus, 3);
		for (int message = 0; message < this.sample.messages() && !equations.isEnough(); message++) {
			int[] ciphertext = this.sample.ciphertexts()[message];
			int[] plaintext = this.sample.plaintexts()[message];
			for (int i = lag; i < ciphertext.length; i++) {
				equations.add(ciphertext[i], ofPlaintext ? plaintext[i - lag] : ciphertext[i - lag], 1, plaintext[i]);
			}
		}
		int[] solution = equations.solve(this.random);
		return (solution != null) ? new Autokey(lag, ofPlaintext, solution, primer(lag, solution[0]), this.modulus)
				: null;
	}

	/** The number that is most often added at each of the first places. */
	private int[] primer(int places, int factor) {
		int[][] counts = new int[places][this.modulus];
		for (int message = 0; message < this.sample.messages(); message++) {
			int[] ciphertext = this.sample.ciphertexts()[message];
			for (int i = 0; i < Math.min(places, ciphertext.length); i++) {
				counts[i][Math.floorMod(this.sample.plaintexts()[message][i] - factor * ciphertext[i], this.modulus)]++;
			}
		}
		return Arrays.stream(counts)
			.mapToInt((count) -> IntStream.range(0, this.modulus)
				.reduce(0, (most, other) -> (count[other] > count[most]) ? other : most))
			.toArray();
	}

	/** Draws a ciphertext, each symbol as likely as any other, and deciphers it. */
	private static Structure.Message drawn(Structure structure, int length, int symbols, RandomGenerator random) {
		int[] ciphertext = random.ints(length, 0, symbols).toArray();
		return new Structure.Message(ciphertext, structure.decrypt(ciphertext));
	}

	/**
	 * A block of the plaintext is that of the ciphertext multiplied with a matrix, and
	 * something added.
	 *
	 * @param rows the matrix row by row, each with what is added behind it
	 */
	private record Blocks(int[][] rows, int modulus) implements Structure {

		@Override
		public String name() {
			return "linear-blocks-of-" + this.rows.length;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int block = this.rows.length;
			int[] plaintext = new int[ciphertext.length];
			int whole = ciphertext.length - ciphertext.length % block;
			Arrays.fill(plaintext, whole, ciphertext.length, UNKNOWN);
			for (int i = 0; i < whole; i++) {
				int[] row = this.rows[i % block];
				int sum = row[block];
				for (int j = 0; j < block; j++) {
					sum += row[j] * ciphertext[i - i % block + j];
				}
				plaintext[i] = sum % this.modulus;
			}
			return plaintext;
		}

		@Override
		public @Nullable Message draw(int length, RandomGenerator generator) {
			return (length % this.rows.length == 0) ? drawn(this, length, this.modulus, generator) : null;
		}

	}

	/**
	 * Each plaintext symbol is the ciphertext's, multiplied with a number, and another
	 * symbol some places before it, multiplied likewise, and something added.
	 *
	 * @param factors of the ciphertext's symbol, of the other one, and what is added
	 * @param primer what is added where no other symbol stands before: (lag)
	 */
	private record Autokey(int lag, boolean ofPlaintext, int[] factors, int[] primer,
			int modulus) implements Structure {

		@Override
		public String name() {
			return (this.ofPlaintext ? "plaintext" : "ciphertext") + "-as-key-" + this.lag;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] plaintext = new int[ciphertext.length];
			for (int i = 0; i < ciphertext.length; i++) {
				int key = (i < this.lag) ? this.primer[i]
						: this.factors[1] * (this.ofPlaintext ? plaintext : ciphertext)[i - this.lag] + this.factors[2];
				plaintext[i] = (this.factors[0] * ciphertext[i] + key) % this.modulus;
			}
			return plaintext;
		}

		@Override
		public boolean usesPlaintext() {
			return this.ofPlaintext;
		}

		@Override
		public Message draw(int length, RandomGenerator generator) {
			return drawn(this, length, this.modulus, generator);
		}

	}

}
