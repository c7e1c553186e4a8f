package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Search;

/**
 * Finds the key of a cipher each of whose key symbols reads some letters: as a rule those
 * at every period-th place, and no others. Annealing by a heat bath: one key symbol after
 * the other is drawn anew, each of its values as likely as the text makes it, given the
 * rest of the key and a temperature that falls; in the end the best value is taken until
 * no change betters the text. S. Geman and D. Geman, Stochastic relaxation, Gibbs
 * distributions, and the Bayesian restoration of images, 1984. Nothing is allocated
 * between the first key and the last.
 */
final class KeyAnnealing {

	/**
	 * Where the annealing begins and ends, in nats. A colder end finds short texts' keys
	 * less than half as often: what is to be found has been found by then.
	 */
	private static final double HOT = 4;

	private static final double COLD = 1.5;

	private static final int SWEEPS = 25;

	private static final int MOST_GREEDY_SWEEPS = 50;

	/** Where the annealing begins from a key that a crib gives, in nats. */
	private static final double WARM = 2;

	private final Search search;

	private final NGrams grams;

	private final byte[] costs;

	private final int symbols;

	private final int order;

	/** Vᵉ for e below the order. */
	private final int[] powers;

	private final int length;

	private final int period;

	private final int values;

	/** (place × values); none where letters are read otherwise. */
	private final int[] readings;

	/** Whether each key symbol reads every period-th letter. */
	private final boolean plain;

	private final Reader reader;

	private final int[] text;

	private final int[] key;

	private final int[] byValue;

	private final double[] weights;

	private int tried;

	/** Reads a text. */
	interface Reader {

		/**
		 * Deciphers.
		 * @param key values (period)
		 * @param text receives letters of the language (length)
		 */
		void read(int[] key, int[] text);

	}

	/**
	 * Prepares to search for keys of which each symbol reads every period-th letter.
	 * @param period the key's length
	 * @param values how many values a key symbol has
	 * @param readings the plaintext's letter at each place by each value of the key
	 * symbol for this place: (place × values)
	 */
	KeyAnnealing(Search search, int period, int values, int[] readings) {
		this(search, period, values, readings.length / values, readings, (key, text) -> {
			for (int i = 0; i < text.length; i++) {
				text[i] = readings[i * values + key[i % period]];
			}
		});
	}

	/**
	 * Prepares to search for keys each symbol of which reads some letters.
	 * @param keyAt which symbol reads each letter (length)
	 * @see #KeyAnnealing(Search, int, int, int[])
	 */
	static KeyAnnealing of(Search search, int period, int values, int[] readings, int[] keyAt) {
		return new KeyAnnealing(search, period, values, keyAt.length, (key, text) -> {
			for (int i = 0; i < text.length; i++) {
				text[i] = readings[i * values + key[keyAt[i]]];
			}
		});
	}

	/**
	 * Prepares to search for keys that read a text in any way.
	 * @param length of the text, at least the n-grams' order
	 */
	KeyAnnealing(Search search, int period, int values, int length, Reader reader) {
		this(search, period, values, length, new int[0], reader);
	}

	private KeyAnnealing(Search search, int period, int values, int length, int[] readings, Reader reader) {
		this.search = search;
		this.grams = search.language().letters();
		this.costs = this.grams.costs();
		this.symbols = this.grams.symbols();
		this.order = this.grams.order();
		this.powers = new int[this.order];
		this.powers[0] = 1;
		for (int i = 1; i < this.order; i++) {
			this.powers[i] = this.powers[i - 1] * this.symbols;
		}
		this.period = period;
		this.values = values;
		this.readings = readings;
		this.reader = reader;
		this.length = length;
		this.plain = readings.length > 0 && period >= this.order && search.hints().cribs().isEmpty();
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
			this.key[place] = random.nextInt(this.values);
		}
		boolean warm = fitCrib(random);
		this.reader.read(this.key, this.text);
		double hot = warm ? WARM : HOT;
		double temperature = hot * NGrams.UNITS;
		double cooling = Math.pow(COLD / hot, 1.0 / (SWEEPS - 1));
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int place = 0; place < this.period; place++) {
				weigh(place);
				set(place, draw(temperature, random));
			}
			temperature *= cooling;
		}
		return better();
	}

	/** Betters the key found last until no change of one symbol does. */
	int better() {
		this.reader.read(this.key, this.text);
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
		return cost();
	}

	/**
	 * Every other time, sets the key so that a crib stands at its place or at a random
	 * one.
	 */
	private boolean fitCrib(SplittableRandom random) {
		List<Crib> cribs = this.search.hints().cribs();
		if (this.readings.length == 0 || cribs.isEmpty() || random.nextBoolean()) {
			return false;
		}
		Crib crib = cribs.get(random.nextInt(cribs.size()));
		int places = this.length - crib.length() + 1;
		if (places <= 0) {
			return false;
		}
		int start = (crib.position() != Crib.ANYWHERE) ? crib.position() : random.nextInt(places);
		for (int i = 0; i < crib.length() && start + i < this.length; i++) {
			for (int value = 0; value < this.values; value++) {
				if (this.readings[(start + i) * this.values + value] == crib.letters()[i]) {
					this.key[(start + i) % this.period] = value;
				}
			}
		}
		return true;
	}

	private int cost() {
		return this.grams.cost(this.text) + this.search.cribCost(this.text);
	}

	private void set(int place, int value) {
		this.key[place] = value;
		if (this.readings.length == 0) {
			this.reader.read(this.key, this.text);
			return;
		}
		for (int i = place; i < this.length; i += this.period) {
			this.text[i] = this.readings[i * this.values + value];
		}
	}

	/** What the text costs by each value of a key symbol, up to a constant. */
	private void weigh(int place) {
		this.tried += this.values;
		if (!this.plain) {
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

	/** The same by reading the text with each value. */
	private void weighWholeTexts(int place) {
		int current = this.key[place];
		for (int value = 0; value < this.values; value++) {
			set(place, value);
			this.byValue[value] = cost();
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
