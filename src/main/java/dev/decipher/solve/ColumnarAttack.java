package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Columnar;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Scytale;
import dev.decipher.language.Language;

/**
 * Finds the columns of a columnar transposition, their number unknown, by annealing with
 * each number in turn. Of all orders the one is taken that is likeliest together with its
 * text, an order of c columns costing ln c! nats.
 */
record ColumnarAttack() implements Attack {

	private static final int MOST_COLUMNS = 20;

	/** Orders that one annealing tries, for each column. */
	private static final int STEPS = 500;

	/** How often an order is found, each time from another start, to be the one. */
	private static final int HITS = 3;

	private static final int ROUNDS_WITHOUT_PROGRESS = 40;

	@Override
	public Set<String> types() {
		return Set.of("columnar");
	}

	/** A number of columns, what it costs at best so far and how often that came. */
	private static final class Trial {

		private final int columns;

		private final ColumnAnnealing annealing;

		private int cost = Integer.MAX_VALUE;

		private int hits;

		Trial(int columns, ColumnAnnealing annealing) {
			this.columns = columns;
			this.annealing = annealing;
		}

		/** Whether something better was found than ever before. */
		boolean run(int[] ciphertext, SplittableRandom random) {
			int found = this.annealing.run(ciphertext, STEPS * this.columns, random);
			if (found == this.cost) {
				this.hits++;
			}
			if (found >= this.cost) {
				return false;
			}
			this.cost = found;
			this.hits = 1;
			return true;
		}

	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		int length = ciphertext.length();
		if (length < language.letters().order()) {
			return;
		}
		Finds finds = new Finds(ciphertext, language);
		List<Trial> trials = new ArrayList<>();
		int most = Math.min(Math.min(MOST_COLUMNS, language.alphabet().size()), Math.max(2, length / 3));
		for (int columns = 2; columns <= most; columns++) {
			trials.add(new Trial(columns, new ColumnAnnealing(language.letters(), length, columns)));
		}
		anneal(trials, ciphertext, language.alphabet(), finds, search, random);
		finds.offerTo(search);
	}

	private static void anneal(List<Trial> trials, Ciphertext ciphertext, Alphabet alphabet, Finds finds, Search search,
			SplittableRandom random) {
		Trial best = null;
		int lastProgress = 0;
		for (int round = 0; round - lastProgress <= ROUNDS_WITHOUT_PROGRESS; round++) {
			for (Trial trial : trials) {
				if (search.isOver()) {
					return;
				}
				if (!trial.run(ciphertext.symbols(), random)) {
					continue;
				}
				double before = finds.surprise();
				finds.add(cipher(trial.annealing.ranks(), alphabet), keySurprise(trial.columns));
				if (finds.surprise() < before) {
					best = trial;
					lastProgress = round;
				}
			}
			if (best != null && best.hits >= HITS && finds.isPlain()) {
				finds.offerTo(search);
				search.settle();
				return;
			}
		}
	}

	/**
	 * The simplest cipher that reads columns in an order.
	 * @param ranks by column from the left, as which one it is read
	 */
	private static Cipher cipher(int[] ranks, Alphabet alphabet) {
		if (IntStream.range(0, ranks.length).allMatch((column) -> ranks[column] == column)) {
			return new Scytale(ranks.length, null);
		}
		return new Columnar(key(ranks, alphabet), null);
	}

	/** A key whose letters number the columns. */
	static Key key(int[] ranks, Alphabet alphabet) {
		StringBuilder text = new StringBuilder();
		for (int rank : ranks) {
			text.appendCodePoint(alphabet.codePoint(rank));
		}
		return new Key.Given(text.toString());
	}

	/** −ln p(order), in nats, all orders of as many columns being as likely. */
	static double keySurprise(int columns) {
		return IntStream.rangeClosed(2, columns).mapToDouble(Math::log).sum();
	}

}
