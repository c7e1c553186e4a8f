package dev.decipher.solve.substitution;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.language.NGrams;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * A text whose symbols each stand for one of several letters, while a search changes
 * which these are. The text costs what the likeliest choice of letters does by trigrams,
 * which Viterbi's algorithm finds. One thread's.
 */
final class SharedSymbols {

	private static final int ORDER = 3;

	private static final int STRIDE = 64;

	/** The cost of a trigram that is never met, in nats. */
	private static final double MOST = 9;

	private static final float HOT = 3;

	private static final float COLD = 0.4f;

	private final int[] text;

	private final int letters;

	/** −ln p of a letter behind two others, in nats: (V³). */
	private final float[] costs;

	/** The letters of each symbol, and how many these are. */
	private final int[][] groups;

	private final int[] sizes;

	private float[] before;

	private float[] next;

	/**
	 * A text.
	 * @param text symbols from 0 (length)
	 * @param symbols how many there are
	 * @param grams n-grams of the letters, and of what else the symbols stand for
	 */
	SharedSymbols(int[] text, int symbols, NGrams grams) {
		this.text = text;
		this.letters = grams.symbols();
		this.groups = new int[symbols][this.letters];
		this.sizes = new int[symbols];
		double[] three = grams.frequencies(ORDER);
		double[] two = grams.frequencies(ORDER - 1);
		this.costs = new float[three.length];
		for (int gram = 0; gram < three.length; gram++) {
			double pair = two[gram / this.letters];
			this.costs[gram] = (float) Math.min(MOST, -Math.log((three[gram] + 1e-12) / (pair + 1e-12)));
		}
		this.before = new float[this.letters * this.letters];
		this.next = new float[this.letters * this.letters];
	}

	/** The letters that may stand at each place: (length, choices). */
	int[][] choices(int[] key) {
		group(key);
		return Arrays.stream(this.text)
			.mapToObj((symbol) -> Arrays.copyOf(this.groups[symbol], this.sizes[symbol]))
			.toArray(int[][]::new);
	}

	private void group(int[] key) {
		Arrays.fill(this.sizes, 0);
		for (int letter = 0; letter < this.letters; letter++) {
			int symbol = key[letter];
			this.groups[symbol][this.sizes[symbol]++] = letter;
		}
	}

	/**
	 * What the text costs.
	 * @param key the symbol of each letter, at least (V)
	 * @return nats; infinite if a symbol has no letter
	 */
	float cost(int[] key) {
		group(key);
		for (int symbol : this.text) {
			if (this.sizes[symbol] == 0) {
				return Float.POSITIVE_INFINITY;
			}
		}
		int base = this.letters;
		int[] old = this.groups[this.text[0]];
		int olds = this.sizes[this.text[0]];
		int[] last = this.groups[this.text[1]];
		int lasts = this.sizes[this.text[1]];
		for (int i = 0; i < olds; i++) {
			for (int j = 0; j < lasts; j++) {
				this.before[i * base + j] = 0;
			}
		}
		for (int place = 2; place < this.text.length; place++) {
			int[] now = this.groups[this.text[place]];
			int nows = this.sizes[this.text[place]];
			for (int j = 0; j < lasts; j++) {
				for (int k = 0; k < nows; k++) {
					float least = Float.POSITIVE_INFINITY;
					int gram = last[j] * base + now[k];
					for (int i = 0; i < olds; i++) {
						float cost = this.before[i * base + j] + this.costs[old[i] * base * base + gram];
						least = (cost < least) ? cost : least;
					}
					this.next[j * base + k] = least;
				}
			}
			float[] free = this.before;
			this.before = this.next;
			this.next = free;
			old = last;
			olds = lasts;
			last = now;
			lasts = nows;
		}
		float least = Float.POSITIVE_INFINITY;
		for (int i = 0; i < olds; i++) {
			for (int j = 0; j < lasts; j++) {
				least = Math.min(least, this.before[i * base + j]);
			}
		}
		return least;
	}

	/**
	 * Anneals a key by giving two letters each other's symbols or, where groups may have
	 * any size, one letter another symbol.
	 * @param key the symbol of each letter, at least (V), in the end the best that was
	 * found; behind the letters symbols that any of them may be exchanged for
	 * @param open letters whose symbols aren't known
	 * @param symbols those that letters may have, none where only exchanges are allowed
	 * @return what the text costs with it
	 */
	float anneal(int[] key, int[] open, int[] symbols, int steps, Search search, SplittableRandom random) {
		float now = cost(key);
		float least = now;
		int[] best = key.clone();
		float temperature = HOT;
		float cooling = (float) Math.pow(COLD / HOT, (double) STRIDE / steps);
		for (int step = 0; step < steps && open.length > 1; step++) {
			if (step % STRIDE == 0) {
				if (search.isOver()) {
					break;
				}
				search.tried(STRIDE);
				temperature *= cooling;
			}
			long chance = random.nextLong();
			int one = open[MetropolisRule.below(open.length, chance)];
			int symbol = key[one];
			int other = open[random.nextInt(open.length)];
			boolean moves = symbols.length > 0 && (chance & 1) == 0;
			int to = moves ? symbols[random.nextInt(symbols.length)] : key[other];
			if (to == symbol) {
				continue;
			}
			key[one] = to;
			if (!moves) {
				key[other] = symbol;
			}
			float cost = cost(key);
			if (cost - now <= MetropolisRule.limit(temperature, chance >>> 40)) {
				now = cost;
				if (now < least) {
					least = now;
					System.arraycopy(key, 0, best, 0, key.length);
				}
			}
			else {
				if (!moves) {
					key[other] = to;
				}
				key[one] = symbol;
			}
		}
		System.arraycopy(best, 0, key, 0, key.length);
		return least;
	}

}
