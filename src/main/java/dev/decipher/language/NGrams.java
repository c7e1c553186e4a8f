package dev.decipher.language;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How surprising each symbol is after the n − 1 before it. The costs are a dense table,
 * one byte for each n-gram, so that a search can add them up without calling anybody.
 * Safe for use by many threads.
 */
public final class NGrams {

	/** Units of a cost in a nat. */
	public static final int UNITS = 16;

	/**
	 * How much more a text may cost than n-grams expect of their language, in nats a
	 * symbol; measured: 95 % of English passages of 64 letters and more stay below, and
	 * the best keys for 64 shuffled letters far above.
	 */
	private static final double TOLERANCE = 0.6;

	/** Units of a joint cost in a nat, and the greatest: see {@link #joint}. */
	private static final int JOINT_UNITS = 12;

	private static final int MOST_JOINT_COST = 128;

	/** The greatest cost that a byte can say. */
	private static final int MOST_COST = 255;

	/** Bits of a float's fraction that say nothing of a cost. */
	private static final int LEFT_OUT = 12;

	/** The cost of each probability by its other bits: a logarithm takes far longer. */
	private static final byte[] COSTS = costsByBits();

	/** What was never met is met so often. */
	private static final double LEAST_FREQUENCY = 1e-12;

	private final int symbols;

	private final int order;

	private final byte[] costs;

	private final Map<Integer, NGrams> joint = new ConcurrentHashMap<>();

	private volatile @Nullable EndlessText endless;

	private volatile byte @Nullable [] withBeginnings;

	/**
	 * A table.
	 * @param symbols the number V of symbols that texts are made of
	 * @param order n
	 * @param costs −16·ln p(last | the n − 1 before it), rounded, as unsigned bytes (Vⁿ);
	 * the n-gram's first symbol is the most significant digit in base V; read-only
	 */
	public NGrams(int symbols, int order, byte[] costs) {
		this.symbols = symbols;
		this.order = order;
		this.costs = costs;
	}

	private static byte[] costsByBits() {
		byte[] costs = new byte[(Float.floatToIntBits(1) >>> LEFT_OUT) + 1];
		for (int bits = 0; bits < costs.length; bits++) {
			float probability = Float.intBitsToFloat((bits << LEFT_OUT) + (1 << (LEFT_OUT - 1)));
			costs[bits] = (byte) Math.max(0, Math.min(MOST_COST, Math.round(-UNITS * Math.log(probability))));
		}
		return costs;
	}

	/** The number V of symbols that texts are made of. */
	public int symbols() {
		return this.symbols;
	}

	/** The length n of an n-gram. */
	public int order() {
		return this.order;
	}

	/** −16·ln p(last | the n − 1 before it), as unsigned bytes (Vⁿ); read-only. */
	public byte[] costs() {
		return this.costs;
	}

	/**
	 * What a text costs.
	 * @param text indices of symbols
	 * @return the sum over all its n-grams, in nats / {@link #UNITS}; 0 for a text that
	 * is shorter than one
	 */
	public int cost(int[] text) {
		if (text.length < this.order) {
			return 0;
		}
		byte[] table = this.costs;
		int base = this.symbols;
		int n = this.order;
		int beyond = table.length; // Vⁿ
		int gram = 0;
		for (int i = 0; i < n; i++) {
			gram = gram * base + text[i];
		}
		int cost = table[gram] & 0xff;
		for (int i = n; i < text.length; i++) {
			// an overflow here is undone by the same subtraction
			gram = gram * base + text[i] - text[i - n] * beyond;
			cost += table[gram] & 0xff;
		}
		return cost;
	}

	/**
	 * How likely a whole text is, its first n − 1 symbols by how often they are met.
	 * @param text indices of symbols
	 * @return ln p, in nats
	 */
	public double logProbability(int[] text) {
		int first = Math.min(text.length, this.order - 1);
		if (first == 0) {
			return 0;
		}
		int context = 0;
		for (int i = 0; i < first; i++) {
			context = context * this.symbols + text[i];
		}
		double[] frequencies = (first == this.order - 1) ? endless().contexts() : frequencies(first);
		return Math.log(Math.max(LEAST_FREQUENCY, frequencies[context])) - (double) cost(text) / UNITS;
	}

	/** The mean of ln p per n-gram of a text, in nats. */
	public double score(int[] text) {
		return -(double) cost(text) / UNITS / Math.max(1, text.length - this.order + 1);
	}

	/**
	 * The same for texts that are written in other symbols.
	 * @param letters the symbol here of each symbol there
	 */
	public NGrams translated(int[] letters) {
		if (Arrays.equals(letters, IntStream.range(0, this.symbols).toArray())) {
			return this;
		}
		int count = 1;
		int[] grams = { 0 }; // here, of each n-gram there, as far as that is made
		for (int length = 1; length < this.order; length++) {
			int[] longer = new int[count * letters.length];
			for (int i = 0; i < longer.length; i++) {
				longer[i] = grams[i / letters.length] * this.symbols + letters[i % letters.length];
			}
			grams = longer;
			count = longer.length;
		}
		byte[] translated = new byte[count * letters.length];
		for (int context = 0, gram = 0; context < count; context++) {
			int here = grams[context] * this.symbols;
			for (int letter : letters) {
				translated[gram++] = this.costs[here + letter];
			}
		}
		NGrams there = new NGrams(letters.length, this.order, translated);
		EndlessText known = this.endless;
		if (known != null && known.isOf(letters)) {
			there.endless = known.translated(grams, letters.length);
		}
		return there;
	}

	/**
	 * The n-grams of texts in which some symbols have been replaced by others, so that
	 * nobody can tell the two any more.
	 * @param kept the symbol that each is written as: (V)
	 * @return n-grams of as many symbols, of which those replaced never occur
	 */
	NGrams merged(int[] kept) {
		int[] written = { 0 }; // of each context, what it is written as
		for (int length = 1; length < this.order; length++) {
			int[] longer = new int[written.length * this.symbols];
			for (int gram = 0; gram < longer.length; gram++) {
				longer[gram] = written[gram / this.symbols] * this.symbols + kept[gram % this.symbols];
			}
			written = longer;
		}
		float[] merged = new float[this.costs.length];
		double[] contexts = endless().contexts();
		for (int context = 0, gram = 0; context < contexts.length; context++) {
			for (int last = 0; last < this.symbols; last++, gram++) {
				merged[written[context] * this.symbols + kept[last]] += (float) (contexts[context]
						* EndlessText.PROBABILITIES[this.costs[gram] & 0xff]);
			}
		}
		NGrams grams = ofJoint(this.symbols, this.order, merged);
		grams.endless = endless().merged(written, merged, grams.costs);
		return grams;
	}

	/**
	 * Adds how often each n-gram occurs in an endless text that they make.
	 * @param share how often that counts
	 * @param joint what it is added to: (Vⁿ)
	 */
	void addJoint(double share, float[] joint) {
		double[] contexts = endless().contexts();
		for (int gram = 0; gram < joint.length; gram++) {
			joint[gram] += (float) (share * contexts[gram / this.symbols]
					* EndlessText.PROBABILITIES[this.costs[gram] & 0xff]);
		}
	}

	/**
	 * n-grams that occur so often.
	 * @param joint shares of the n-grams (Vⁿ)
	 */
	static NGrams ofJoint(int symbols, int order, float[] joint) {
		byte[] costs = new byte[joint.length];
		for (int first = 0; first < joint.length; first += symbols) {
			double all = 0;
			for (int gram = first; gram < first + symbols; gram++) {
				all += joint[gram];
			}
			for (int gram = first; gram < first + symbols; gram++) {
				float probability = (float) ((all > 0) ? joint[gram] / all : 1.0 / symbols);
				costs[gram] = COSTS[Float.floatToIntBits(probability) >>> LEFT_OUT];
			}
		}
		return new NGrams(symbols, order, costs);
	}

	/**
	 * Whether a text reads like the language: it costs hardly more than the texts that
	 * the n-grams themselves make, whatever the language.
	 * @param cost of the text, in nats / {@link #UNITS}
	 * @param grams its number of n-grams
	 */
	public boolean isPlausible(double cost, int grams) {
		return cost <= grams * (expected() + TOLERANCE * UNITS);
	}

	/** What a symbol takes in the texts that the n-grams make, in nats. */
	public double entropy() {
		return expected() / UNITS;
	}

	/**
	 * The mean cost of an n-gram in the texts that the n-grams make, in nats /
	 * {@link #UNITS}: the entropy rate of their Markov chain.
	 */
	private double expected() {
		return endless().expected();
	}

	/** How much of the language each symbol is: (V), 1 in all. */
	public double[] shares() {
		return endless().shares().clone();
	}

	/**
	 * How often each shorter n-gram occurs in an endless text that the n-grams make.
	 * @param length at most n − 1
	 * @return shares (V^length), 1 in all
	 */
	public double[] frequencies(int length) {
		return frequencies(endless().contexts(), (int) Math.pow(this.symbols, length));
	}

	/**
	 * The costs of n-grams (Vⁿ), and behind them those of the first n − 1 symbols of a
	 * text (Vⁿ⁻¹): −ln of how often these are met.
	 * @return unsigned bytes; read-only
	 */
	public byte[] costsWithBeginnings() {
		byte[] known = this.withBeginnings;
		if (known == null) {
			synchronized (this) {
				known = (this.withBeginnings != null) ? this.withBeginnings : appended(endless().contexts());
				this.withBeginnings = known;
			}
		}
		return known;
	}

	private byte[] appended(double[] contexts) {
		byte[] all = Arrays.copyOf(this.costs, this.costs.length + contexts.length);
		for (int context = 0; context < contexts.length; context++) {
			all[this.costs.length + context] = (byte) Math.min(255, Math.round(-UNITS * Math.log(contexts[context])));
		}
		return all;
	}

	private static double[] frequencies(double[] contexts, int shorter) {
		double[] frequencies = new double[shorter];
		for (int context = 0; context < contexts.length; context++) {
			frequencies[context % frequencies.length] += contexts[context];
		}
		return frequencies;
	}

	/**
	 * n-grams whose costs are joint instead of conditional: −ln p of all the symbols of
	 * an n-gram. A text's costs then count how likely its single symbols and pairs are as
	 * well, so that a key which is right in part is already the better for it, and a
	 * search finds its way. The costs are those above the likeliest n-gram's, and
	 * limited: whatever is unlikely is equally so. Those of whole n-grams are in nats /
	 * {@link #UNITS} and hardly limited.
	 * @param length the order of the new n-grams; n if that is less
	 */
	public NGrams joint(int length) {
		return this.joint.computeIfAbsent(Math.min(length, this.order), (order) -> {
			boolean whole = order == this.order;
			double[] frequencies = frequencies(whole ? order - 1 : order);
			byte[] joint = new byte[whole ? this.costs.length : frequencies.length];
			double least = Double.POSITIVE_INFINITY;
			for (int gram = 0; gram < joint.length; gram++) {
				least = Math.min(least, jointCost(frequencies, gram, whole));
			}
			for (int gram = 0; gram < joint.length; gram++) {
				double cost = (whole ? UNITS : JOINT_UNITS) * (jointCost(frequencies, gram, whole) - least);
				joint[gram] = (byte) Math.min(whole ? MOST_COST : MOST_JOINT_COST, Math.round(cost));
			}
			return new NGrams(this.symbols, order, joint);
		});
	}

	/** −ln p of all the symbols of an n-gram, or of a shorter one. */
	private double jointCost(double[] frequencies, int gram, boolean whole) {
		return whole ? (double) (this.costs[gram] & 0xff) / UNITS - Math.log(frequencies[gram / this.symbols])
				: -Math.log(frequencies[gram]);
	}

	private EndlessText endless() {
		EndlessText known = this.endless;
		if (known == null) {
			synchronized (this) {
				known = (this.endless != null) ? this.endless : EndlessText.of(this);
				this.endless = known;
			}
		}
		return known;
	}

}
