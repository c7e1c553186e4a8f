package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.language.NGrams;

/**
 * Finds the key of a cipher with a period: each of its symbols reads the letters at every
 * period-th place, and no others. Annealing by a heat bath: one key symbol after the
 * other is drawn anew, each of its values as likely as the text makes it, given the rest
 * of the key and a temperature that falls; in the end the best value is taken until no
 * change betters the text. S. Geman and D. Geman, Stochastic relaxation, Gibbs
 * distributions, and the Bayesian restoration of images, 1984. Nothing is allocated
 * between the first key and the last.
 */
final class KeyAnnealing {

	/** Where the annealing begins and ends, in nats. */
	private static final double HOT = 4;

	private static final double COLD = 0.7;

	private static final int SWEEPS = 25;

	private static final int MOST_GREEDY_SWEEPS = 50;

	private final NGrams grams;

	private final byte[] costs;

	private final int symbols;

	private final int order;

	/** Vᵉ for e below the order. */
	private final int[] powers;

	private final int length;

	private final int period;

	private final int values;

	private final int[] readings;

	private final int[] text;

	private final int[] key;

	private final int[] byValue;

	private final double[] weights;

	private int tried;

	/**
	 * Prepares to search.
	 * @param grams what tells plaintext; the text is no shorter than its order
	 * @param period the key's length
	 * @param values how many values a key symbol has
	 * @param readings the plaintext's letter at each place by each value of the key
	 * symbol for this place: (place × values)
	 */
	KeyAnnealing(NGrams grams, int period, int values, int[] readings) {
		this.grams = grams;
		this.costs = grams.costs();
		this.symbols = grams.symbols();
		this.order = grams.order();
		this.powers = new int[this.order];
		this.powers[0] = 1;
		for (int i = 1; i < this.order; i++) {
			this.powers[i] = this.powers[i - 1] * this.symbols;
		}
		this.period = period;
		this.values = values;
		this.readings = readings;
		this.length = readings.length / values;
		this.text = new int[this.length];
		this.key = new int[period];
		this.byValue = new int[values];
		this.weights = new double[values];
	}

	/** The key found last: values (period), to be copied. */
	int[] key() {
		return this.key;
	}

	/** How many keys were tried for it. */
	int tried() {
		return this.tried;
	}

	/** Begins with a random key and betters it: what the text costs with it then. */
	int run(SplittableRandom random) {
		this.tried = 0;
		for (int place = 0; place < this.period; place++) {
			set(place, random.nextInt(this.values));
		}
		double temperature = HOT * NGrams.UNITS;
		double cooling = Math.pow(COLD / HOT, 1.0 / (SWEEPS - 1));
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int place = 0; place < this.period; place++) {
				weigh(place);
				set(place, draw(temperature, random));
			}
			temperature *= cooling;
		}
		boolean better = true;
		for (int sweep = 0; better && sweep < MOST_GREEDY_SWEEPS; sweep++) {
			better = false;
			for (int place = 0; place < this.period; place++) {
				weigh(place);
				int best = best();
				better |= this.byValue[best] < this.byValue[this.key[place]];
				set(place, best);
			}
		}
		return this.grams.cost(this.text);
	}

	private void set(int place, int value) {
		this.key[place] = value;
		for (int i = place; i < this.length; i += this.period) {
			this.text[i] = this.readings[i * this.values + value];
		}
	}

	/** What the text costs by each value of a key symbol, up to a constant. */
	private void weigh(int place) {
		this.tried += this.values;
		if (this.period < this.order) {
			weighWholeTexts(place);
			return;
		}
		Arrays.fill(this.byValue, 0);
		for (int i = place; i < this.length; i += this.period) {
			int first = Math.max(0, i - this.order + 1);
			int last = Math.min(i, this.length - this.order);
			for (int start = first; start <= last; start++) {
				int rest = 0;
				for (int j = 0; j < this.order; j++) {
					rest = rest * this.symbols + ((start + j == i) ? 0 : this.text[start + j]);
				}
				int power = this.powers[this.order - 1 - (i - start)];
				int reading = i * this.values;
				for (int value = 0; value < this.values; value++) {
					this.byValue[value] += this.costs[rest + this.readings[reading + value] * power] & 0xff;
				}
			}
		}
	}

	/** The same where one n-gram has several letters of a key symbol. */
	private void weighWholeTexts(int place) {
		int current = this.key[place];
		for (int value = 0; value < this.values; value++) {
			set(place, value);
			this.byValue[value] = this.grams.cost(this.text);
		}
		set(place, current);
	}

	private int best() {
		int best = 0;
		for (int value = 1; value < this.values; value++) {
			if (this.byValue[value] < this.byValue[best]) {
				best = value;
			}
		}
		return best;
	}

	private int draw(double temperature, SplittableRandom random) {
		int least = this.byValue[best()];
		double sum = 0;
		for (int value = 0; value < this.values; value++) {
			sum += Math.exp((least - this.byValue[value]) / temperature);
			this.weights[value] = sum;
		}
		double drawn = random.nextDouble() * sum;
		int value = 0;
		while (this.weights[value] < drawn) {
			value++;
		}
		return value;
	}

}
