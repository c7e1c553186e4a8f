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
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * How often each n-gram occurs in texts, which may count with weights. Makes
 * probabilities of it by interpolated Kneser–Ney smoothing with three discounts (Chen and
 * Goodman, "An empirical study of smoothing techniques for language modeling", 1998,
 * sections 2.7 and 3); of its weight, an n-gram keeps the share that the discount leaves
 * of its count.
 */
public final class NGramCounts {

	/** The longest n-grams. */
	private static final int MAX_ORDER = 5;

	/** The most cells of a table. */
	private static final int MAX_CELLS = 1 << 25;

	private final int symbols; // V

	private final int order; // n

	private final int[] counts; // Vⁿ

	private int[] weights; // likewise: each occurrence with its text's weight

	private NGramCounts(int symbols, int order) {
		this.symbols = symbols;
		this.order = order;
		this.counts = new int[power(symbols, order)];
		this.weights = this.counts; // until there is a weight other than 1
	}

	private static int power(int base, int exponent) {
		int power = 1;
		for (int i = 0; i < exponent; i++) {
			power = Math.multiplyExact(power, base);
		}
		return power;
	}

	/**
	 * Counts n-grams as long as a table of reasonable size can hold.
	 * @param texts at least one, all of one language
	 * @param spaces whether spaces count as a symbol; they are left out otherwise
	 */
	public static NGramCounts of(Collection<Text> texts, boolean spaces) {
		int symbols = texts.iterator().next().letters() + (spaces ? 1 : 0);
		int order = MAX_ORDER;
		while (Math.pow(symbols, order) > MAX_CELLS) {
			order--;
		}
		return of(texts, spaces, order);
	}

	/** Counts n-grams of an order. */
	static NGramCounts of(Collection<Text> texts, boolean spaces, int order) {
		int symbols = texts.iterator().next().letters() + (spaces ? 1 : 0);
		NGramCounts counts = new NGramCounts(symbols, order);
		if (texts.stream().anyMatch((text) -> text.weight() != 1)) {
			counts.weights = new int[counts.counts.length];
		}
		texts.forEach((text) -> counts.add(spaces ? text : text.withoutSpaces()));
		return counts;
	}

	private void add(Text text) {
		int contexts = this.counts.length / this.symbols;
		int context = 0;
		for (int i = 0; i < text.length(); i++) {
			int gram = context * this.symbols + text.symbol(i);
			if (i >= this.order - 1) {
				this.counts[gram]++;
				if (this.weights != this.counts) {
					this.weights[gram] += text.weight();
				}
			}
			context = gram % contexts;
		}
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
		out.writeInt((int) Arrays.stream(this.counts).filter((count) -> count > 0).count());
		int before = 0;
		for (int gram = 0; gram < this.counts.length; gram++) {
			if (this.counts[gram] > 0) {
				write(gram - before, out);
				write(this.counts[gram], out);
				write(this.weights[gram] - this.counts[gram], out);
				before = gram;
			}
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
			NGramCounts counts = new NGramCounts(in.readInt(), in.readInt());
			int different = in.readInt();
			int[] grams = new int[different];
			int[] extra = new int[different];
			boolean weighted = false;
			int gram = 0;
			for (int i = 0; i < different; i++) {
				gram += read(in);
				counts.counts[gram] = read(in);
				extra[i] = read(in);
				weighted |= extra[i] > 0;
				grams[i] = gram;
			}
			if (weighted) {
				counts.weights = counts.counts.clone();
				for (int i = 0; i < different; i++) {
					counts.weights[grams[i]] += extra[i];
				}
			}
			return counts;
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

	/** What the counts say. */
	NGrams estimate() {
		int[][] continuations = new int[this.order][]; // by length: how many end in it
		int[] longer = this.counts;
		for (int length = this.order - 1; length > 0; length--) {
			continuations[length] = new int[longer.length / this.symbols];
			for (int gram = 0; gram < longer.length; gram++) {
				if (longer[gram] > 0) {
					continuations[length][gram % continuations[length].length]++;
				}
			}
			longer = continuations[length];
		}
		float[] shorter = new float[this.symbols];
		Arrays.fill(shorter, 1f / this.symbols);
		for (int length = 1; length < this.order; length++) {
			float[] probabilities = new float[continuations[length].length];
			Smoothing smoothing = new Smoothing(continuations[length], continuations[length], shorter);
			for (int first = 0; first < probabilities.length; first += this.symbols) {
				smoothing.smooth(first, probabilities, first);
			}
			shorter = probabilities;
		}
		return new NGrams(this.symbols, this.order, costs(shorter));
	}

	private byte[] costs(float[] shorter) {
		byte[] ofShorter = new byte[shorter.length];
		for (int gram = 0; gram < ofShorter.length; gram++) {
			ofShorter[gram] = cost(shorter[gram]);
		}
		byte[] costs = new byte[this.counts.length];
		float[] probabilities = new float[this.symbols];
		Smoothing smoothing = new Smoothing(this.counts, this.weights, shorter);
		for (int first = 0; first < costs.length; first += this.symbols) {
			if (smoothing.smooth(first, probabilities, 0)) {
				for (int symbol = 0; symbol < this.symbols; symbol++) {
					costs[first + symbol] = cost(probabilities[symbol]);
				}
			}
			else {
				System.arraycopy(ofShorter, first % ofShorter.length, costs, first, this.symbols);
			}
		}
		return costs;
	}

	private static byte cost(float probability) {
		return (byte) Math.min(255, Math.round(-NGrams.UNITS * Math.log(probability)));
	}

	/** Counts of n-grams of one length, smoothed by the probabilities of shorter ones. */
	private final class Smoothing {

		private final int[] counts;

		private final int[] weights;

		private final float[] shorter;

		private final double[] discounts = new double[4]; // from counts of 1, 2, and more

		Smoothing(int[] counts, int[] weights, float[] shorter) {
			this.counts = counts;
			this.weights = weights;
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
		 * Computes the probabilities of all symbols after a context.
		 * @param first the first n-gram with the context
		 * @return whether the context occurs; where not, they are those after a shorter
		 * context
		 */
		boolean smooth(int first, float[] probabilities, int offset) {
			int size = NGramCounts.this.symbols;
			double all = 0;
			double kept = 0;
			for (int symbol = 0; symbol < size; symbol++) {
				int count = this.counts[first + symbol];
				double keeps = (count > 0) ? 1 - this.discounts[Math.min(count, 3)] / count : 0;
				double weight = this.weights[first + symbol];
				probabilities[offset + symbol] = (float) (weight * keeps);
				all += weight;
				kept += weight * keeps;
			}
			int lower = first % this.shorter.length;
			if (all == 0) {
				System.arraycopy(this.shorter, lower, probabilities, offset, size);
				return false;
			}
			for (int symbol = 0; symbol < size; symbol++) {
				probabilities[offset + symbol] = (float) ((probabilities[offset + symbol]
						+ (all - kept) * this.shorter[lower + symbol]) / all);
			}
			return true;
		}

	}

}
