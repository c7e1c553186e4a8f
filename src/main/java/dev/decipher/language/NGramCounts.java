package dev.decipher.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How often each n-gram occurs in texts, which may count with weights. Makes
 * probabilities of it by interpolated Kneser–Ney smoothing with three discounts (Chen and
 * Goodman, "An empirical study of smoothing techniques for language modeling", 1998,
 * sections 2.7 and 3); of its weight, an n-gram keeps the share that the discount leaves
 * of its count. Only n-grams that occur take memory.
 */
public final class NGramCounts {

	private final int symbols; // V

	private final int order; // n

	private final int[] grams; // those that occur, ascending: (distinct)

	private final int[] counts; // (distinct)

	private final int[] weights; // likewise: each occurrence with its text's weight

	/**
	 * Counts.
	 * @param grams the n-grams that occur, ascending, as numbers of n digits in base V
	 * @param counts how often each does: (distinct)
	 * @param weights the same, each occurrence with its text's weight: (distinct)
	 */
	NGramCounts(int symbols, int order, int[] grams, int[] counts, int[] weights) {
		this.symbols = symbols;
		this.order = order;
		this.grams = grams;
		this.counts = counts;
		this.weights = weights;
	}

	/**
	 * Counts n-grams as long as a table of reasonable size can hold.
	 * @param texts at least one, all of one language
	 * @param spaces whether spaces count as a symbol; they are left out otherwise
	 */
	public static NGramCounts of(Collection<Text> texts, boolean spaces) {
		int symbols = texts.iterator().next().letters() + (spaces ? 1 : 0);
		NGramCounter counter = new NGramCounter(symbols, NGramCounter.order(symbols));
		texts.forEach((text) -> counter.add(spaces ? text : text.withoutSpaces()));
		return counter.counts();
	}

	/**
	 * Writes what {@link #load} reads, deflated: V, n, the number of different n-grams,
	 * and for each the distance from the one before, its count, and what its weight has
	 * more.
	 * @param stream where it goes; stays open
	 */
	void save(OutputStream stream) throws IOException {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		DeflaterOutputStream deflated = new DeflaterOutputStream(stream, deflater);
		DataOutputStream out = new DataOutputStream(new BufferedOutputStream(deflated));
		out.writeInt(this.symbols);
		out.writeInt(this.order);
		out.writeInt(this.grams.length);
		int before = 0;
		for (int i = 0; i < this.grams.length; i++) {
			write(this.grams[i] - before, out);
			write(this.counts[i], out);
			write(this.weights[i] - this.counts[i], out);
			before = this.grams[i];
		}
		out.flush();
		deflated.finish();
		deflater.end();
	}

	/**
	 * Reads what {@link #save} wrote.
	 * @param stream where it comes from; is closed
	 */
	static NGramCounts load(InputStream stream) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(stream)))) {
			int symbols = in.readInt();
			int order = in.readInt();
			int distinct = in.readInt();
			int[] grams = new int[distinct];
			int[] counts = new int[distinct];
			int[] weights = new int[distinct];
			int gram = 0;
			for (int i = 0; i < distinct; i++) {
				gram += read(in);
				grams[i] = gram;
				counts[i] = read(in);
				weights[i] = counts[i] + read(in);
			}
			return new NGramCounts(symbols, order, grams, counts, weights);
		}
	}

	/** Writes seven bits a byte, the lowest first, with the eighth where more follow. */
	private static void write(int number, DataOutput out) throws IOException {
		int rest = number;
		while (rest > 0x7f) {
			out.writeByte(rest & 0x7f | 0x80);
			rest >>>= 7;
		}
		out.writeByte(rest);
	}

	private static int read(DataInput in) throws IOException {
		int number = 0;
		for (int shift = 0;; shift += 7) {
			int next = in.readByte();
			number |= (next & 0x7f) << shift;
			if (next >= 0) {
				return number;
			}
		}
	}

	/**
	 * Counts of the shorter n-grams with which these end.
	 * @param shorter at most n
	 */
	NGramCounts shortened(int shorter) {
		int[] all = new int[power(shorter)];
		int[] weighted = new int[all.length];
		for (int i = 0; i < this.grams.length; i++) {
			all[this.grams[i] % all.length] += this.counts[i];
			weighted[this.grams[i] % all.length] += this.weights[i];
		}
		int[] occurring = IntStream.range(0, all.length).filter((gram) -> all[gram] > 0).toArray();
		return new NGramCounts(this.symbols, shorter, occurring,
				IntStream.of(occurring).map((gram) -> all[gram]).toArray(),
				IntStream.of(occurring).map((gram) -> weighted[gram]).toArray());
	}

	/** What the counts say. */
	NGrams estimate() {
		int[][] continuations = new int[this.order][]; // by length: how many end in it
		continuations[this.order - 1] = new int[power(this.order - 1)];
		for (int gram : this.grams) {
			continuations[this.order - 1][gram % continuations[this.order - 1].length]++;
		}
		for (int length = this.order - 2; length > 0; length--) {
			continuations[length] = new int[power(length)];
			int[] longer = continuations[length + 1];
			for (int gram = 0; gram < longer.length; gram++) {
				if (longer[gram] > 0) {
					continuations[length][gram % continuations[length].length]++;
				}
			}
		}
		float[] shorter = new float[this.symbols];
		Arrays.fill(shorter, 1f / this.symbols);
		for (int length = 1; length < this.order; length++) {
			float[] probabilities = new float[continuations[length].length];
			Smoothing smoothing = new Smoothing(continuations[length], shorter);
			for (int first = 0; first < probabilities.length; first += this.symbols) {
				smoothing.smooth(continuations[length], continuations[length], first, first, probabilities, first);
			}
			shorter = probabilities;
		}
		return new NGrams(this.symbols, this.order, costs(shorter));
	}

	private int power(int exponent) {
		return (int) Math.pow(this.symbols, exponent);
	}

	private byte[] costs(float[] shorter) {
		byte[] ofShorter = new byte[shorter.length];
		for (int gram = 0; gram < ofShorter.length; gram++) {
			ofShorter[gram] = cost(shorter[gram]);
		}
		byte[] costs = new byte[power(this.order)];
		float[] probabilities = new float[this.symbols];
		Smoothing smoothing = new Smoothing(this.counts, shorter);
		int[] rowCounts = new int[this.symbols];
		int[] rowWeights = new int[this.symbols];
		for (int first = 0, next = 0; first < costs.length; first += this.symbols) {
			if (next == this.grams.length || this.grams[next] >= first + this.symbols) {
				System.arraycopy(ofShorter, first % ofShorter.length, costs, first, this.symbols);
				continue;
			}
			Arrays.fill(rowCounts, 0);
			Arrays.fill(rowWeights, 0);
			for (; next < this.grams.length && this.grams[next] < first + this.symbols; next++) {
				rowCounts[this.grams[next] - first] = this.counts[next];
				rowWeights[this.grams[next] - first] = this.weights[next];
			}
			smoothing.smooth(rowCounts, rowWeights, 0, first, probabilities, 0);
			for (int symbol = 0; symbol < this.symbols; symbol++) {
				costs[first + symbol] = cost(probabilities[symbol]);
			}
		}
		return costs;
	}

	private static byte cost(float probability) {
		return (byte) Math.min(255, Math.round(-NGrams.UNITS * Math.log(probability)));
	}

	/** Smooths n-grams of one length by the probabilities of shorter ones. */
	private final class Smoothing {

		private final float[] shorter;

		private final double[] discounts = new double[4]; // from counts of 1, 2, and more

		/**
		 * Smoothing.
		 * @param counts all of the length; zeros don't matter
		 */
		Smoothing(int[] counts, float[] shorter) {
			this.shorter = shorter;
			double[] having = new double[5]; // how many n-grams have a count of 1 to 4
			for (int count : counts) {
				if (count > 0 && count < having.length) {
					having[count]++;
				}
			}
			double once = having[1] / Math.max(1, having[1] + 2 * having[2]);
			for (int count = 1; count < this.discounts.length; count++) {
				double discount = count - (count + 1) * once * having[count + 1] / Math.max(1, having[count]);
				// with few n-grams the estimate may be anything
				this.discounts[count] = (discount > 0 && discount < count) ? discount : count / 2.0;
			}
		}

		/**
		 * Computes the probabilities of all symbols after a context; where that doesn't
		 * occur, they are those after a shorter one.
		 * @param counts how often each symbol follows, from a place on
		 * @param weights likewise
		 * @param place where the symbols begin in both
		 * @param first the first n-gram with the context
		 */
		void smooth(int[] counts, int[] weights, int place, int first, float[] probabilities, int offset) {
			int size = NGramCounts.this.symbols;
			double all = 0;
			double kept = 0;
			for (int symbol = 0; symbol < size; symbol++) {
				int count = counts[place + symbol];
				double keeps = (count > 0) ? 1 - this.discounts[Math.min(count, 3)] / count : 0;
				double weight = weights[place + symbol];
				probabilities[offset + symbol] = (float) (weight * keeps);
				all += weight;
				kept += weight * keeps;
			}
			int lower = first % this.shorter.length;
			if (all == 0) {
				System.arraycopy(this.shorter, lower, probabilities, offset, size);
				return;
			}
			for (int symbol = 0; symbol < size; symbol++) {
				probabilities[offset + symbol] = (float) ((probabilities[offset + symbol]
						+ (all - kept) * this.shorter[lower + symbol]) / all);
			}
		}

	}

}
