package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Looks for transpositions, and for substitutions before or behind them: at which place
 * of the ciphertext does the symbol stand that a place of the plaintext depends on? Where
 * two messages agree in the one they agree in the other, whatever the substitution.
 * Messages of one length show that by themselves. With lengths that occur too seldom, one
 * key must explain all: orders of columns are found column by column, and of the
 * catalogue's transpositions with few keys all are tried.
 */
final class PlaceAnalysis {

	/** Messages of one length that show where symbols stand. */
	static final int MIN_MESSAGES = 5;

	/** Pairs of messages that agree in a symbol, to say that they agree in another. */
	private static final int MIN_COINCIDENCES = 8;

	/** Coincidences of all pairs of places that are looked at. */
	private static final double MAX_COINCIDENCES = 2e8;

	/** The share of what is right that an explanation must have. */
	static final double MIN_SHARE = 0.85;

	/** The share of messages whose length must be explained. */
	private static final double MIN_MESSAGES_EXPLAINED = 0.8;

	static final int MAX_MESSAGES = 400;

	private static final int MAX_COLUMNS = 40;

	/** Of longer messages there would be too many pairs of places. */
	static final int MAX_LENGTH = 1_024;

	private final MessageSample sample;

	private final BooleanSupplier cancelled;

	PlaceAnalysis(MessageSample sample, BooleanSupplier cancelled) {
		this.sample = sample;
		this.cancelled = cancelled;
	}

	@Nullable Structure explain() {
		Map<Integer, MessageSample> byLength = this.sample.byLength();
		List<Places> candidates = new ArrayList<>();
		if (byLength.size() > 1 || this.sample.messages() < MIN_MESSAGES) {
			candidates.add(columns());
			candidates.add(blocks());
			candidates.add(new CataloguedPlaces(this.sample, this.cancelled).find());
		}
		candidates.add(byLength(byLength));
		return candidates.stream()
			.filter(Objects::nonNull)
			.map(this::substituted)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** With the substitution that there is once symbols are back at their places. */
	private @Nullable Structure substituted(Places places) {
		MessageSample restored = places.restore(this.sample);
		if (restored.messages() < MIN_MESSAGES_EXPLAINED * this.sample.messages()) {
			return null;
		}
		if (this.sample.ciphertextSymbols() == this.sample.plaintextSymbols() && agreement(restored) >= MIN_SHARE) {
			return new SymbolTables("transposition", places, SymbolTables.same(this.sample.plaintextSymbols()));
		}
		PeriodAnalysis analysis = new PeriodAnalysis(restored);
		int period = analysis.period();
		if (period == 0) {
			return null;
		}
		return Arrays.deepEquals(restored.ciphertexts(), this.sample.ciphertexts()) ? analysis.substitution(period)
				: new SymbolTables("substitution-and-transposition", places, analysis.tables(period));
	}

	/** The share of symbols that are the same. */
	private static double agreement(MessageSample restored) {
		long symbols = 0;
		long same = 0;
		for (int message = 0; message < restored.messages(); message++) {
			for (int i = 0; i < restored.ciphertexts()[message].length; i++) {
				symbols++;
				same += (restored.ciphertexts()[message][i] == restored.plaintexts()[message][i]) ? 1 : 0;
			}
		}
		return (symbols > 0) ? (double) same / symbols : 0;
	}

	private Places byLength(Map<Integer, MessageSample> byLength) {
		Map<Integer, int[]> places = new HashMap<>();
		byLength.forEach((length, messages) -> {
			boolean few = this.cancelled.getAsBoolean() || messages.messages() < MIN_MESSAGES || length > MAX_LENGTH;
			int[] found = few ? null : places(messages);
			if (found != null) {
				places.put(length, found);
			}
		});
		return places::get;
	}

	/**
	 * For messages of one length, the place of each plaintext symbol; null if there is
	 * none.
	 */
	private int @Nullable [] places(MessageSample messages) {
		boolean comparable = messages.ciphertextSymbols() == messages.plaintextSymbols();
		int[] places = comparable ? match(agreements(messages)) : null;
		return (places != null) ? places : match(dependences(messages));
	}

	/**
	 * How often the same symbol stands at two places: (plaintext places, ciphertext
	 * places).
	 */
	private static double[][] agreements(MessageSample messages) {
		MessageSample some = messages.first(MAX_MESSAGES);
		int length = some.ciphertexts()[0].length;
		double[][] agreements = new double[length][length];
		for (int message = 0; message < some.messages(); message++) {
			for (int i = 0; i < length; i++) {
				int symbol = some.plaintexts()[message][i];
				for (int j = 0; j < length; j++) {
					agreements[i][j] += (some.ciphertexts()[message][j] == symbol) ? 1.0 / some.messages() : 0;
				}
			}
		}
		return agreements;
	}

	/**
	 * How often messages that agree at a place of the ciphertext agree at one of the
	 * plaintext: (plaintext places, ciphertext places).
	 */
	private static double[][] dependences(MessageSample messages) {
		int length = messages.ciphertexts()[0].length;
		double pairs = MAX_COINCIDENCES / ((double) length * length);
		int most = (int) Math.sqrt(2 * messages.ciphertextSymbols() * Math.max(4 * MIN_COINCIDENCES, pairs));
		MessageSample some = messages.first(Math.min(MAX_MESSAGES, most));
		double[][] dependences = new double[length][length];
		for (int j = 0; j < length; j++) {
			int coincidences = 0;
			for (int one = 0; one < some.messages(); one++) {
				for (int other = 0; other < one; other++) {
					if (some.ciphertexts()[one][j] == some.ciphertexts()[other][j]) {
						coincidences++;
						for (int i = 0; i < length; i++) {
							dependences[i][j] += (some.plaintexts()[one][i] == some.plaintexts()[other][i]) ? 1 : 0;
						}
					}
				}
			}
			for (int i = 0; i < length; i++) {
				dependences[i][j] /= Math.max(MIN_COINCIDENCES, coincidences);
			}
		}
		return dependences;
	}

	/**
	 * Matches the places of two sides, those first that belong together most clearly.
	 * @param shares how well they go together: (places of one side, of the other)
	 * @return null if some don't go with any
	 */
	private static int @Nullable [] match(double[][] shares) {
		int[] matched = new int[shares.length];
		boolean[] taken = new boolean[shares.length];
		Arrays.fill(matched, -1);
		double sum = 0;
		for (int number = 0; number < shares.length; number++) {
			int bestOne = -1;
			int bestOther = -1;
			for (int one = 0; one < shares.length; one++) {
				for (int other = 0; matched[one] < 0 && other < shares.length; other++) {
					if (!taken[other] && (bestOne < 0 || shares[one][other] > shares[bestOne][bestOther])) {
						bestOne = one;
						bestOther = other;
					}
				}
			}
			matched[bestOne] = bestOther;
			taken[bestOther] = true;
			sum += shares[bestOne][bestOther];
		}
		return (sum >= MIN_SHARE * shares.length) ? matched : null;
	}

	/**
	 * The order in which columns are read, for the least number of them that explains the
	 * messages.
	 */
	private @Nullable Places columns() {
		MessageSample some = this.sample.first(MAX_MESSAGES);
		for (int columns = 2; columns <= Math.min(MAX_COLUMNS, some.longest() / 2); columns++) {
			int[] order = columnOrder(some, columns);
			if (order != null) {
				return new ColumnPlaces(order);
			}
		}
		return null;
	}

	/** Finds the column that is read first, then the next one, and so on. */
	private static int @Nullable [] columnOrder(MessageSample some, int columns) {
		int[] order = new int[columns];
		boolean[] taken = new boolean[columns];
		int[] read = new int[some.messages()];
		for (int rank = 0; rank < columns; rank++) {
			double best = -1;
			for (int column = 0; column < columns; column++) {
				double share = taken[column] ? -1 : columnShare(some, columns, column, read);
				if (share > best) {
					best = share;
					order[rank] = column;
				}
			}
			if (best < MIN_SHARE) {
				return null;
			}
			taken[order[rank]] = true;
			for (int message = 0; message < read.length; message++) {
				read[message] += ColumnPlaces.rows(some.ciphertexts()[message].length, columns, order[rank]);
			}
		}
		return order;
	}

	/**
	 * How well a column's symbols agree with those of the ciphertext from some place on:
	 * the share of symbols that the most frequent reading of the same ciphertext symbol
	 * elsewhere gets right.
	 */
	private static double columnShare(MessageSample some, int columns, int column, int[] read) {
		int[][] counts = new int[some.ciphertextSymbols()][some.plaintextSymbols()];
		int symbols = 0;
		for (int message = 0; message < read.length; message++) {
			int[] ciphertext = some.ciphertexts()[message];
			int rows = ColumnPlaces.rows(ciphertext.length, columns, column);
			for (int row = 0; row < rows; row++) {
				counts[ciphertext[read[message] + row]][some.plaintexts()[message][row * columns + column]]++;
			}
			symbols += rows;
		}
		return (symbols > 0) ? (double) right(counts) / symbols : 1;
	}

	/** How many symbols the most frequent one seen elsewhere gets right. */
	static long right(int[][] counts) {
		long right = 0;
		for (int[] count : counts) {
			int most = Arrays.stream(count).max().orElse(0);
			right += (most > 1) ? most : 0;
		}
		return right;
	}

	/** The order of symbols in blocks, for the least length of these. */
	private @Nullable Places blocks() {
		MessageSample some = this.sample.first(MAX_MESSAGES);
		for (int block = 2; block <= Math.min(MAX_COLUMNS, some.longest() / 2); block++) {
			int[] order = match(blockShares(some, block));
			if (order != null) {
				return new BlockPlaces(order);
			}
		}
		return null;
	}

	/**
	 * How well the symbols at a place of all blocks agree with those at another, as
	 * {@link #columnShare} has it: (plaintext places, ciphertext places).
	 */
	private static double[][] blockShares(MessageSample some, int block) {
		double[][] shares = new double[block][block];
		for (int i = 0; i < block; i++) {
			for (int j = 0; j < block; j++) {
				int[][] counts = new int[some.ciphertextSymbols()][some.plaintextSymbols()];
				int symbols = 0;
				for (int message = 0; message < some.messages(); message++) {
					int[] ciphertext = some.ciphertexts()[message];
					for (int start = 0; start + block <= ciphertext.length; start += block) {
						counts[ciphertext[start + j]][some.plaintexts()[message][start + i]]++;
						symbols++;
					}
				}
				shares[i][j] = (symbols > 0) ? (double) right(counts) / symbols : 0;
			}
		}
		return shares;
	}

}
