package dev.decipher.solve.polygraphic;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;

/** Tries every matrix of two rows that has an inverse. */
public final class HillAttack implements Attack {

	/** A shorter text fits too many matrices. */
	private static final int SHORTEST = 10;

	/** Letters that are enough to tell the right matrix. */
	private static final int ENOUGH = 400;

	@Override
	public Set<String> types() {
		return Set.of("hill");
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		Language language = search.language();
		if (ciphertext.length() < SHORTEST || ciphertext.length() % 2 != 0
				|| !ciphertext.alphabet().equals(language.alphabet())) {
			return;
		}
		new Trial(ciphertext.symbols(), language, search).run(worker, workers);
	}

	/** One thread's trial of deciphering matrices. */
	private static final class Trial {

		private final int[] ciphertext;

		private final Alphabet alphabet;

		private final int size;

		private final NGrams grams;

		private final Search search;

		/** What each row makes of each pair: (V², pairs). */
		private final int[][] products;

		/** What each number multiplied with is 1 modulo V, or 0 if nothing is: (V). */
		private final int[] reciprocals;

		private final int[] text;

		private int best = Integer.MAX_VALUE;

		Trial(int[] ciphertext, Language language, Search search) {
			this.ciphertext = ciphertext;
			this.alphabet = language.alphabet();
			this.size = this.alphabet.size();
			this.grams = language.letters();
			this.search = search;
			this.reciprocals = new int[this.size];
			for (int number = 1; number < this.size; number++) {
				for (int other = 1; other < this.size; other++) {
					if (number * other % this.size == 1) {
						this.reciprocals[number] = other;
					}
				}
			}
			int pairs = Math.min(ciphertext.length, ENOUGH) / 2;
			this.text = new int[2 * pairs];
			this.products = new int[this.size * this.size][pairs];
			for (int row = 0; row < this.products.length; row++) {
				for (int pair = 0; pair < pairs; pair++) {
					this.products[row][pair] = (row / this.size * ciphertext[2 * pair]
							+ row % this.size * ciphertext[2 * pair + 1]) % this.size;
				}
			}
		}

		void run(int worker, int workers) {
			for (int upper = worker; upper < this.products.length && !this.search.isOver(); upper += workers) {
				for (int i = 0; i < this.text.length; i += 2) {
					this.text[i] = this.products[upper][i / 2];
				}
				int tried = 0;
				for (int lower = 0; lower < this.products.length; lower++) {
					int determinant = Math.floorMod(
							upper / this.size * (lower % this.size) - upper % this.size * (lower / this.size),
							this.size);
					if (this.reciprocals[determinant] != 0) {
						attempt(upper, lower, this.reciprocals[determinant]);
						tried++;
					}
				}
				this.search.tried(tried);
			}
		}

		private void attempt(int upper, int lower, int reciprocal) {
			for (int i = 0; i < this.text.length; i += 2) {
				this.text[i + 1] = this.products[lower][i / 2];
			}
			int cost = this.grams.cost(this.text);
			if (cost < this.best) {
				this.best = cost;
				offer(upper, lower, reciprocal);
			}
		}

		private void offer(int upper, int lower, int reciprocal) {
			int[] inverse = { lower % this.size, -(upper % this.size), -(lower / this.size), upper / this.size };
			StringBuilder key = new StringBuilder();
			for (int cell : inverse) {
				key.append(this.alphabet.symbol(Math.floorMod(cell * reciprocal, this.size)));
			}
			this.search.offer(this.search.read(new Hill(new Key.Given(key.toString()))));
		}

	}

}
