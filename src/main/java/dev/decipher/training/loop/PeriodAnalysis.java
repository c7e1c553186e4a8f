package dev.decipher.training.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.training.data.TrainingData;

/**
 * A look at distinct training messages before anything is learned from them: does the
 * ciphertext symbol together with its position, modulo some period, settle the plaintext
 * symbol? So it is with every cipher that substitutes symbol by symbol, with whatever
 * alphabets in whatever order: one (period 1), a few in turn, or one for each position of
 * a message.
 */
final class PeriodAnalysis {

	/** As many messages tell all that there is to tell. */
	private static final int MIN_MESSAGES_OF_SAMPLE = 4_000;

	private static final int MIN_SYMBOLS_OF_SAMPLE = 200_000;

	private static final int MESSAGES_PER_BATCH = 64;

	/** Batches without a message that is new, after which there are no more. */
	private static final int MAX_BATCHES_WITHOUT_NEWS = 4;

	/** Numbers that the counts of one period may take. */
	private static final long MAX_COUNTS = 1 << 24;

	private static final int MAX_PERIOD = 512;

	/** The share of symbols that a period must explain. */
	private static final double MIN_SHARE_EXPLAINED = 0.9;

	/** A longer period must explain so much more to be preferred. */
	private static final double MIN_GAIN_OF_LONGER = 0.02;

	private final List<int[]> ciphertexts = new ArrayList<>();

	private final List<int[]> plaintexts = new ArrayList<>();

	private final int ciphertextSymbols;

	private final int plaintextSymbols;

	private int longest;

	private boolean keyInFront;

	PeriodAnalysis(TrainingData data) {
		this.ciphertextSymbols = data.format().size();
		this.plaintextSymbols = data.plaintextAlphabet().size();
		Set<List<Integer>> seen = new HashSet<>();
		TrainingData.Batches batches = data.batches();
		int batchesWithoutNews = 0;
		long symbols = 0;
		while (batchesWithoutNews < MAX_BATCHES_WITHOUT_NEWS && seen.size() < MIN_MESSAGES_OF_SAMPLE
				&& symbols < MIN_SYMBOLS_OF_SAMPLE) {
			TrainingData.Examples batch = batches.next(MESSAGES_PER_BATCH);
			int before = seen.size();
			for (int i = 0; i < batch.ciphertexts().length; i++) {
				int[] ciphertext = batch.ciphertexts()[i];
				if (seen.add(Arrays.stream(ciphertext).boxed().toList())) {
					this.ciphertexts.add(ciphertext);
					this.plaintexts.add(batch.plaintexts()[i]);
					this.longest = Math.max(this.longest, ciphertext.length);
					this.keyInFront |= ciphertext.length != batch.plaintexts()[i].length;
					symbols += ciphertext.length;
				}
			}
			batchesWithoutNews = (seen.size() > before) ? 0 : batchesWithoutNews + 1;
		}
	}

	/** How many messages there were to look at, not many more than enough. */
	int messages() {
		return this.ciphertexts.size();
	}

	/** Whether there may be more messages than were looked at. */
	boolean isSample() {
		return messages() >= MIN_MESSAGES_OF_SAMPLE
				|| this.ciphertexts.stream().mapToLong((message) -> message.length).sum() >= MIN_SYMBOLS_OF_SAMPLE;
	}

	/**
	 * The shortest period with which a symbol is settled by what was seen of the same
	 * symbol at the same phase elsewhere.
	 * @return the period, 1 where the position plays no part, or 0 if there is none
	 */
	int period() {
		if (this.keyInFront) {
			return 0; // which makes messages differ
		}
		double[] explained = new double[Math.min(MAX_PERIOD, this.longest) + 1];
		double most = 0;
		for (int period = 1; period < explained.length; period++) {
			if ((long) period * this.ciphertextSymbols * this.plaintextSymbols > MAX_COUNTS) {
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
		return 0;
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
			for (int symbol = 0; symbol < this.plaintextSymbols; symbol++) {
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
		int[] counts = new int[period * this.ciphertextSymbols * this.plaintextSymbols];
		forEach((ciphertext, plaintext, position) -> counts[cell(ciphertext, position, period) + plaintext]++);
		return counts;
	}

	/** Where the counts of a ciphertext symbol at a phase begin. */
	private int cell(int ciphertext, int position, int period) {
		return ((position % period) * this.ciphertextSymbols + ciphertext) * this.plaintextSymbols;
	}

	/**
	 * Whether a symbol always deciphers to the one that deciphers to it, at the same
	 * phase, as it is with the Enigma.
	 */
	boolean isReciprocal(int period) {
		if (this.ciphertextSymbols != this.plaintextSymbols) {
			return false;
		}
		int[] counts = counts(period);
		long[] seenAndRight = new long[2];
		forEach((ciphertext, plaintext, position) -> {
			int cell = cell(plaintext, position, period);
			int mostSeen = 0;
			for (int symbol = 1; symbol < this.plaintextSymbols; symbol++) {
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
	 * Messages put together anew from the symbols that were seen, each at its phase: with
	 * few messages to learn from, that keeps a network from learning them by heart.
	 */
	TrainingData.Batches recombined(int period, long seed) {
		List<IntStream.Builder> ofPhase = Stream.generate(IntStream::builder).limit(period).toList();
		boolean reciprocal = isReciprocal(period);
		forEach((ciphertext, plaintext, position) -> {
			IntStream.Builder phase = ofPhase.get(position % period).add(ciphertext).add(plaintext);
			if (reciprocal) {
				phase.add(plaintext).add(ciphertext);
			}
		});
		List<int[]> symbols = ofPhase.stream().map((phase) -> phase.build().toArray()).toList();
		return TrainingData.Batches.numbered((count, number) -> recombine(symbols, count,
				new SplittableRandom(seed + 0x9e3779b97f4a7c15L * (number + 1))));
	}

	/** Draws messages symbol by symbol, of ciphertext and plaintext symbols in turn. */
	private TrainingData.Examples recombine(List<int[]> ofPhase, int count, SplittableRandom random) {
		int[][] ciphertexts = new int[count][];
		int[][] plaintexts = new int[count][];
		for (int i = 0; i < count; i++) {
			int length = this.ciphertexts.get(random.nextInt(this.ciphertexts.size())).length;
			ciphertexts[i] = new int[length];
			plaintexts[i] = new int[length];
			for (int position = 0; position < length; position++) {
				int[] symbols = ofPhase.get(position % ofPhase.size());
				int drawn = 2 * random.nextInt(symbols.length / 2);
				ciphertexts[i][position] = symbols[drawn];
				plaintexts[i][position] = symbols[drawn + 1];
			}
		}
		return new TrainingData.Examples(ciphertexts, plaintexts);
	}

	private interface Visitor {

		void visit(int ciphertext, int plaintext, int position);

	}

	private void forEach(Visitor visitor) {
		for (int message = 0; message < messages(); message++) {
			int[] ciphertext = this.ciphertexts.get(message);
			int[] plaintext = this.plaintexts.get(message);
			for (int position = 0; position < ciphertext.length; position++) {
				visitor.visit(ciphertext[position], plaintext[position], position);
			}
		}
	}

}
