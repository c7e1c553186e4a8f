package dev.decipher.training.structure;

import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A look at distinct training messages before anything is learned from them: does the
 * ciphertext symbol together with its position, modulo some period, settle the plaintext
 * symbol? So it is with every cipher that substitutes symbol by symbol, with whatever
 * alphabets in whatever order: one (period 1), a few in turn, or one for each position of
 * a message.
 */
public final class PeriodAnalysis {

	/** Numbers that the counts of one period may take. */
	private static final long MAX_COUNTS = 1 << 24;

	private static final int MAX_PERIOD = 512;

	/** The share of symbols that a period must explain. */
	private static final double MIN_SHARE_EXPLAINED = 0.9;

	/** A longer period must explain so much more to be preferred. */
	private static final double MIN_GAIN_OF_LONGER = 0.02;

	/** Symbols at a phase that show by how much an alphabet is shifted there. */
	private static final int MIN_SYMBOLS_PER_SHIFT = 3;

	private final MessageSample sample;

	public PeriodAnalysis(MessageSample sample) {
		this.sample = sample;
	}

	/**
	 * The shortest period with which a symbol is settled by what was seen of the same
	 * symbol at the same phase elsewhere.
	 * @return the period, 1 where the position plays no part, or 0 if there is none
	 */
	public int period() {
		if (!this.sample.isAligned()) {
			return 0; // a key in front makes messages differ
		}
		double[] explained = new double[Math.min(MAX_PERIOD, this.sample.longest()) + 1];
		double most = 0;
		for (int period = 1; period < explained.length; period++) {
			if ((long) period * this.sample.ciphertextSymbols() * this.sample.plaintextSymbols() > MAX_COUNTS) {
				break;
			}
			explained[period] = explained(period);
			most = Math.max(most, explained[period]);
		}
		for (int period = 1; period < explained.length && most >= MIN_SHARE_EXPLAINED; period++) {
			if (explained[period] >= most - MIN_GAIN_OF_LONGER) {
				return period;
			}
		}
		return shiftPeriod();
	}

	/**
	 * The shortest period with which the symbols' indices differ by a number, or add up
	 * to one: far fewer messages show that.
	 */
	private int shiftPeriod() {
		for (int period = 1; period <= Math.min(MAX_PERIOD, this.sample.longest()); period++) {
			if (shifts(period) != null) {
				return period;
			}
		}
		return 0;
	}

	/**
	 * The alphabets of a period if they are shifted or reversed ones, and so are known
	 * whole.
	 * @return (period, ciphertext symbols), or null if they are others
	 */
	private int @Nullable [][] shifts(int period) {
		int size = this.sample.plaintextSymbols();
		if (size != this.sample.ciphertextSymbols()) {
			return null;
		}
		for (int sign = 1; sign >= -1; sign -= 2) {
			int[][] counts = new int[period][size];
			int factor = sign;
			forEach((ciphertext, plaintext,
					position) -> counts[position % period][Math.floorMod(plaintext - factor * ciphertext, size)]++);
			int[][] tables = new int[period][size];
			long seen = 0;
			long right = 0;
			for (int phase = 0; phase < period; phase++) {
				int shift = most(counts[phase], 0, size);
				seen += IntStream.of(counts[phase]).sum();
				// what was seen once tells nothing of what else there is
				right += (counts[phase][shift] > 1) ? counts[phase][shift] : 0;
				for (int symbol = 0; symbol < size; symbol++) {
					tables[phase][symbol] = Math.floorMod(shift + factor * symbol, size);
				}
			}
			if (seen >= MIN_SYMBOLS_PER_SHIFT * period && right >= MIN_SHARE_EXPLAINED * seen) {
				return tables;
			}
		}
		return null;
	}

	/** The place of the greatest of some counts, counted from the first of them. */
	private static int most(int[] counts, int from, int size) {
		int most = 0;
		for (int other = 1; other < size; other++) {
			most = (counts[from + other] > counts[from + most]) ? other : most;
		}
		return most;
	}

	/**
	 * The share of symbols that the most frequent reading of the same symbol at the same
	 * phase gets right, itself left out; of those symbols that were seen there more than
	 * once, if they are not too few.
	 */
	private double explained(int period) {
		int[] counts = counts(period);
		long[] seenAndRight = new long[3];
		forEach((ciphertext, plaintext, position) -> {
			int cell = cell(ciphertext, position, period);
			int own = counts[cell + plaintext] - 1;
			int other = 0;
			for (int symbol = 0; symbol < this.sample.plaintextSymbols(); symbol++) {
				other = (symbol == plaintext) ? other : Math.max(other, counts[cell + symbol]);
			}
			seenAndRight[0]++;
			seenAndRight[1] += (own + other > 0) ? 1 : 0;
			seenAndRight[2] += (own > other) ? 1 : 0;
		});
		boolean few = seenAndRight[1] < seenAndRight[0] / 4;
		return few ? 0 : (double) seenAndRight[2] / seenAndRight[1];
	}

	/** How often each plaintext symbol was seen in each cell. */
	private int[] counts(int period) {
		int[] counts = new int[period * this.sample.ciphertextSymbols() * this.sample.plaintextSymbols()];
		forEach((ciphertext, plaintext, position) -> counts[cell(ciphertext, position, period) + plaintext]++);
		return counts;
	}

	/** Where the counts of a ciphertext symbol at a phase begin. */
	private int cell(int ciphertext, int position, int period) {
		return ((position % period) * this.sample.ciphertextSymbols() + ciphertext) * this.sample.plaintextSymbols();
	}

	/**
	 * Whether a symbol always deciphers to the one that deciphers to it, at the same
	 * phase, as it is with the Enigma.
	 */
	boolean isReciprocal(int period) {
		if (this.sample.ciphertextSymbols() != this.sample.plaintextSymbols()) {
			return false;
		}
		int[] counts = counts(period);
		long[] seenAndRight = new long[2];
		forEach((ciphertext, plaintext, position) -> {
			int cell = cell(plaintext, position, period);
			int mostSeen = 0;
			for (int symbol = 1; symbol < this.sample.plaintextSymbols(); symbol++) {
				mostSeen = (counts[cell + symbol] > counts[cell + mostSeen]) ? symbol : mostSeen;
			}
			if (counts[cell + mostSeen] > 0) {
				seenAndRight[0]++;
				seenAndRight[1] += (mostSeen == ciphertext) ? 1 : 0;
			}
		});
		return seenAndRight[0] > 0 && seenAndRight[1] >= MIN_SHARE_EXPLAINED * seenAndRight[0];
	}

	/**
	 * The plaintext symbol that each ciphertext symbol was seen to decipher to most
	 * often, at each phase of a period; where symbols decipher to one another, what was
	 * seen of the other is used as well.
	 * @return (period, ciphertext symbols), {@link Structure#UNKNOWN} for what was never
	 * seen
	 */
	int[][] tables(int period) {
		int[][] shifts = shifts(period);
		return (shifts != null) ? shifts : seen(period);
	}

	private int[][] seen(int period) {
		int[] counts = counts(period);
		if (isReciprocal(period)) {
			forEach((ciphertext, plaintext, position) -> counts[cell(plaintext, position, period) + ciphertext]++);
		}
		int[][] tables = new int[period][this.sample.ciphertextSymbols()];
		for (int phase = 0; phase < period; phase++) {
			for (int symbol = 0; symbol < tables[phase].length; symbol++) {
				int cell = cell(symbol, phase, period);
				int most = most(counts, cell, this.sample.plaintextSymbols());
				tables[phase][symbol] = (counts[cell + most] > 0) ? most : Structure.UNKNOWN;
			}
		}
		return tables;
	}

	/** The messages' substitution with a period, its symbols where they are. */
	public Structure substitution(int period) {
		return new SymbolTables("substitution", Places.SAME, tables(period));
	}

	private interface Visitor {

		void visit(int ciphertext, int plaintext, int position);

	}

	private void forEach(Visitor visitor) {
		for (int message = 0; message < this.sample.messages(); message++) {
			int[] ciphertext = this.sample.ciphertexts()[message];
			int[] plaintext = this.sample.plaintexts()[message];
			for (int position = 0; position < ciphertext.length; position++) {
				visitor.visit(ciphertext[position], plaintext[position], position);
			}
		}
	}

}
