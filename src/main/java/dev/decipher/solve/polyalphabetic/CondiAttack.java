package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Condi;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.RankedPasses;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds the alphabet of a Condi cipher. A ciphertext symbol's place in it is the sum of
 * the places of two plaintext symbols, so that one symbol at a wrong place moves all that
 * follows, by as much forward and backward in turn. The search therefore lets the text be
 * moved anew at any place, at a price: what lies between two wrong symbols reads well
 * then.
 */
final class CondiAttack implements Attack {

	private static final int ENOUGH_LETTERS = 300;

	@Override
	public Set<String> types() {
		return Set.of("condi");
	}

	@Override
	public double power() {
		return 0.4;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get("condi"));
		if (search.isTooShort() || !Readable.is(example, search.ciphertext(), search.language())) {
			return;
		}
		Readable readable = Readable.of(example, search.ciphertext(), search.language());
		RankedPasses.run(List.of(new Alphabets(readable, search, true), new Alphabets(readable, search, false)), search,
				random);
	}

	/** Alphabets with a keyword, or in any order. */
	private static final class Alphabets implements RankedPasses.Pass {

		private static final int STEPS = 20_000;

		private static final int LAST_STEPS = 10_000;

		/** Changes between two looks at the clock. */
		private static final int STRETCH = 1000;

		/** Where annealing begins and ends, in nats a letter. */
		private static final double HOT = 0.06;

		private static final double COLD = 0.01;

		private final Readable readable;

		private final Search search;

		private final boolean keyworded;

		private final int[] symbols;

		private final int size;

		private final NGrams grams;

		/** −ln p of pairs, the second after the first, and of single letters. */
		private final int[] pairs;

		private final int[] singles;

		/** Places of the ciphertext's symbols. */
		private final int[] places;

		/** The language's letter at each place. */
		private final int[] letters;

		private int[] costs;

		private int[] before;

		private int[] lettersBefore;

		private int[] lettersNow;

		private final int[] text;

		Alphabets(Readable readable, Search search, boolean keyworded) {
			this.readable = readable;
			this.search = search;
			this.keyworded = keyworded;
			this.size = readable.alphabet().size();
			this.symbols = Arrays.copyOf(readable.symbols(), Math.min(readable.symbols().length, ENOUGH_LETTERS));
			this.grams = search.language().letters();
			int count = this.grams.symbols();
			double[] two = this.grams.frequencies(2);
			double[] one = this.grams.frequencies(1);
			this.pairs = new int[two.length];
			for (int pair = 0; pair < two.length; pair++) {
				this.pairs[pair] = cost(Math.max(two[pair], 1e-7) / Math.max(one[pair / count], 1e-5));
			}
			this.singles = new int[count];
			for (int letter = 0; letter < count; letter++) {
				this.singles[letter] = cost(Math.max(one[letter], 1e-5));
			}
			this.places = new int[this.size];
			this.letters = new int[this.size];
			this.costs = new int[this.size];
			this.before = new int[this.size];
			this.lettersBefore = new int[this.size];
			this.lettersNow = new int[this.size];
			this.text = new int[this.symbols.length];
		}

		private static int cost(double probability) {
			return (int) Math.min(12 * NGrams.UNITS, Math.round(-NGrams.UNITS * Math.log(probability)));
		}

		@Override
		public Cipher run(int number, SplittableRandom random) {
			int[] alphabet = new int[this.size];
			int keyword = AlphabetMoves.draw(alphabet, this.keyworded, random);
			int[][] key = { alphabet, { keyword }, { 0 } };
			anneal(key, false, HOT, COLD, STEPS, random);
			key[2][0] = bestStart(key);
			anneal(key, true, COLD, COLD / 5, LAST_STEPS, random);
			Alphabet own = this.readable.alphabet();
			int length = Keywords.length(key[0]);
			return new Condi(Parameters.key(Arrays.copyOf(key[0], length), own), start(key));
		}

		/** How far the first symbol was moved. */
		private int start(int[][] key) {
			place(key[0]);
			return Math.floorMod(this.places[this.symbols[0]] - key[2][0], this.size);
		}

		private void anneal(int[][] key, boolean exactly, double hot, double cold, int all, SplittableRandom random) {
			double temperature = hot * this.symbols.length;
			double cooling = Math.pow(cold / hot, (double) STRETCH / all);
			for (int step = 0; step < all && !this.search.isOver(); step += STRETCH) {
				MetropolisRule.anneal(key, (changed, chance) -> change(changed, exactly, chance),
						(changed) -> exactly ? exactCost(changed) : movedCost(changed), temperature,
						temperature * cooling, STRETCH, random);
				this.search.tried(STRETCH);
				temperature *= cooling;
			}
		}

		private void change(int[][] key, boolean exactly, SplittableRandom random) {
			if (exactly && random.nextInt(10) == 0) {
				key[2][0] = random.nextInt(this.size);
				return;
			}
			key[1][0] = AlphabetMoves.change(key[0], key[1][0], random);
		}

		private void place(int[] alphabet) {
			for (int place = 0; place < this.size; place++) {
				this.places[alphabet[place]] = place;
				this.letters[place] = this.readable.letters()[alphabet[place]];
			}
		}

		/** The cost of the likeliest text that may be moved anew anywhere. */
		private int movedCost(int[][] key) {
			place(key[0]);
			int count = this.size;
			int moved = 4 * NGrams.UNITS;
			int sum = this.places[this.symbols[0]];
			int least = 0;
			Arrays.fill(this.before, 0);
			for (int offset = 0; offset < count; offset++) {
				this.lettersBefore[offset] = this.letters[(sum + offset) % count];
			}
			for (int i = 1; i < this.symbols.length; i++) {
				sum = this.places[this.symbols[i]] - 1 - sum;
				sum += (sum < 0) ? count : 0;
				sum += (sum < 0) ? count : 0;
				int at = sum;
				int step = ((i & 1) == 0) ? 1 : count - 1;
				int next = Integer.MAX_VALUE;
				for (int offset = 0; offset < count; offset++) {
					int letter = this.letters[at];
					at += step;
					at -= (at >= count) ? count : 0;
					int stays = this.before[offset]
							+ this.pairs[this.lettersBefore[offset] * this.grams.symbols() + letter];
					int turns = least + moved + this.singles[letter];
					int cost = Math.min(stays, turns);
					this.costs[offset] = cost;
					this.lettersNow[offset] = letter;
					next = Math.min(next, cost);
				}
				least = next;
				int[] swapped = this.before;
				this.before = this.costs;
				this.costs = swapped;
				swapped = this.lettersBefore;
				this.lettersBefore = this.lettersNow;
				this.lettersNow = swapped;
			}
			return least;
		}

		/**
		 * The place of the first plaintext symbol with which the text is the likeliest.
		 */
		private int bestStart(int[][] key) {
			int best = 0;
			int least = Integer.MAX_VALUE;
			for (int first = 0; first < this.size; first++) {
				key[2][0] = first;
				int cost = exactCost(key);
				if (cost < least) {
					least = cost;
					best = first;
				}
			}
			return best;
		}

		private int exactCost(int[][] key) {
			place(key[0]);
			int place = key[2][0];
			this.text[0] = this.letters[place];
			for (int i = 1; i < this.text.length; i++) {
				place = Math.floorMod(this.places[this.symbols[i]] - 1 - place, this.size);
				this.text[i] = this.letters[place];
			}
			return this.grams.cost(this.text) + this.search.cribCost(this.text);
		}

	}

}
