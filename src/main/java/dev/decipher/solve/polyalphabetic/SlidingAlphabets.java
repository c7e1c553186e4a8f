package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.SplittableRandom;

import dev.decipher.language.NGrams;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * Finds keyed alphabets, one of which is slid along the other: simulated annealing over
 * their order and over how far they are slid in each group of symbols that are slid
 * together. The place of a ciphertext symbol in the cipher alphabet, less the places that
 * it is slid by, is the plaintext symbol's in the plain alphabet. One thread's work.
 * Nothing is allocated between the first key and the last.
 */
final class SlidingAlphabets {

	/** Changes between two looks at the clock. */
	private static final int STRIDE = 512;

	/** Where annealing begins and ends, for a letter, in nats / NGrams.UNITS. */
	private static final double HOT = 0.9;

	private static final double COLD = 0.2;

	/** From here a key is bettered by the language's own n-grams. */
	private static final double LAST_HOT = 0.5;

	/** How many changes that takes, of those that a pass takes before. */
	private static final double LAST_MOVES = 0.5;

	/** Symbols of the n-grams by which a key is looked for. */
	private static final int SMOOTH = 4;

	/** Which of the alphabets are keyed. */
	enum Keyed {

		/** The plain one; the cipher alphabet is straight. */
		PLAIN,

		/** The cipher alphabet; the plain one is straight. */
		CIPHER,

		/** Both, and they are the same. */
		SAME,

		/** Both, each in its way. */
		BOTH

	}

	/**
	 * A ciphertext.
	 *
	 * @param symbols indices (length)
	 * @param letters the language's letter of each symbol (size)
	 * @param known how many places each symbol is known to be slid by, 0 to below the
	 * size, beside those of its group (length)
	 * @param groups the group of each symbol (length); none where all is known
	 */
	record Text(int[] symbols, int[] letters, int[] known, int[] groups) {

		int size() {
			return this.letters.length;
		}

		/** A text with a period. */
		static Text periodic(int[] symbols, int[] letters, int period) {
			int[] groups = new int[symbols.length];
			Arrays.setAll(groups, (i) -> i % period);
			return new Text(symbols, letters, new int[symbols.length], groups);
		}

		int groupCount() {
			return Arrays.stream(this.groups).max().orElse(-1) + 1;
		}

	}

	private final Text text;

	private final Keyed keyed;

	private final boolean keyworded;

	private final Search search;

	private final NGrams grams;

	private final NGrams smooth;

	private final int size;

	/** The keyed alphabets, then the places that each group is slid by. */
	private final int[][] key;

	private final int[][] before;

	private final int[][] saved;

	/** How many symbols of the alphabets are keywords. */
	private final int[] keywords;

	private final int[] keywordsBefore;

	private final int[] keywordsSaved;

	private final int alphabets;

	private final int offsets;

	/** The language's letters by their place in the plain alphabet, twice. */
	private final int[] byPlace;

	/** Places in the cipher alphabet, one round more. */
	private final int[] places;

	private final int[] plaintext;

	private final ColumnFit columns;

	private boolean nested;

	/** How well the groups fit where they were slid by single letters. */
	private int fit;

	private int least;

	/**
	 * Prepares to search.
	 * @param keyworded whether alphabets begin with a keyword, the other symbols
	 * following in their order, instead of being mixed throughout
	 */
	SlidingAlphabets(Text text, Keyed keyed, boolean keyworded, Search search) {
		this.text = text;
		this.keyed = keyed;
		this.keyworded = keyworded;
		this.search = search;
		this.grams = search.language().letters();
		this.smooth = this.grams.joint(SMOOTH);
		this.size = text.size();
		this.alphabets = (keyed == Keyed.BOTH) ? 2 : 1;
		this.offsets = text.groupCount();
		int[] lengths = new int[this.alphabets + 1];
		Arrays.fill(lengths, this.size);
		lengths[this.alphabets] = this.offsets;
		this.key = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
		this.before = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
		this.saved = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
		this.keywords = new int[this.alphabets];
		this.keywordsBefore = new int[this.alphabets];
		this.keywordsSaved = new int[this.alphabets];
		this.byPlace = new int[2 * this.size];
		this.places = new int[this.size];
		this.columns = new ColumnFit(text, this.grams);
		this.plaintext = new int[text.symbols().length];
	}

	/** The keyed alphabets found last, and then the groups' places: to be copied. */
	int[][] key() {
		return this.saved;
	}

	/**
	 * Anneals from a random key to a cold one, and from there by the language's own
	 * n-grams; less far if the search is over.
	 * @param moves changes to try
	 * @return what the text costs with the key found
	 */
	int pass(long moves, SplittableRandom random) {
		for (int part = 0; part < this.alphabets; part++) {
			this.keywords[part] = AlphabetMoves.draw(this.key[part], this.keyworded, random);
		}
		Arrays.setAll(this.key[this.alphabets], (group) -> random.nextInt(this.size));
		return anneal(moves, HOT, random);
	}

	/**
	 * The same from a key that is given, as {@link #key} has them, and not as hot.
	 * @param keyword how many symbols keywords have; all of them without
	 */
	int passFrom(int[][] start, int keyword, long moves, SplittableRandom random) {
		for (int part = 0; part < this.key.length; part++) {
			System.arraycopy(start[part], 0, this.key[part], 0, this.key[part].length);
		}
		for (int part = 0; part < this.alphabets; part++) {
			this.keywords[part] = keyword;
		}
		return anneal(moves, LAST_HOT, random);
	}

	/**
	 * How well groups fit an alphabet where each is slid to where its letters are the
	 * likeliest by themselves, the rest of the text aside.
	 * @param alphabet of the one that is keyed, or of both
	 * @return nats / NGrams.UNITS
	 */
	int fit(int[] alphabet) {
		System.arraycopy(alphabet, 0, this.key[0], 0, this.size);
		this.nested = true;
		read();
		return this.fit;
	}

	/**
	 * What the text costs by n-grams with an alphabet, as {@link #fit} slides the groups
	 * and then, one after the other, as n-grams like them best. That is the key found
	 * then.
	 */
	int slide(int[] alphabet) {
		fit(alphabet);
		this.nested = false;
		save(cost(this.smooth));
		slideEach(this.smooth);
		return this.least;
	}

	/**
	 * Anneals from an alphabet as {@link #slide} slides the groups, by the language's own
	 * n-grams alone: where columns are short, single letters would slide some of them
	 * elsewhere.
	 * @param keyword how many symbols its keyword has
	 */
	int passFromSlid(int[] alphabet, int keyword, long moves, SplittableRandom random) {
		slide(alphabet);
		this.keywordsSaved[0] = keyword;
		better(moves, random);
		restore();
		slideEach(this.grams);
		return this.least;
	}

	/** Slides one group after the other to where n-grams like it best, till none is. */
	private void slideEach(NGrams grams) {
		int[] shifts = this.key[this.alphabets];
		int before = Integer.MAX_VALUE;
		while (this.least < before) {
			before = this.least;
			for (int group = 0; group < this.offsets; group++) {
				for (int shift = 0; shift < this.size; shift++) {
					shifts[group] = shift;
					int cost = cost(grams);
					if (cost < this.least) {
						save(cost);
					}
				}
				shifts[group] = this.saved[this.alphabets][group];
			}
		}
	}

	private int anneal(long moves, double hot, SplittableRandom random) {
		this.nested = true;
		int length = this.plaintext.length;
		int cost = cost(this.smooth);
		save(cost);
		for (long move = 0; move < moves && !this.search.isOver(); move += STRIDE) {
			cost = moves(this.smooth, cost, length * hot * Math.pow(COLD / hot, (double) move / moves), random);
		}
		return better(moves, random);
	}

	/** Anneals from the best key so far, by the language's own n-grams. */
	private int better(long moves, SplittableRandom random) {
		restore();
		this.nested = false;
		int cost = cost(this.grams);
		save(cost);
		double last = moves * LAST_MOVES;
		for (int move = 0; move < last && !this.search.isOver(); move += STRIDE) {
			cost = moves(this.grams, cost, this.plaintext.length * LAST_HOT * Math.max(0, 1 - 1.2 * move / last),
					random);
		}
		return this.least;
	}

	private int moves(NGrams grams, int start, double temperature, SplittableRandom random) {
		this.search.tried(STRIDE);
		int cost = start;
		for (int move = 0; move < STRIDE; move++) {
			MetropolisRule.copy(this.key, this.before);
			System.arraycopy(this.keywords, 0, this.keywordsBefore, 0, this.alphabets);
			change(random);
			int changed = cost(grams);
			if (changed - cost <= MetropolisRule.limit((float) temperature, random.nextLong())) {
				cost = changed;
				if (cost < this.least) {
					save(cost);
				}
			}
			else {
				MetropolisRule.copy(this.before, this.key);
				System.arraycopy(this.keywordsBefore, 0, this.keywords, 0, this.alphabets);
			}
		}
		return cost;
	}

	private void save(int cost) {
		this.least = cost;
		MetropolisRule.copy(this.key, this.saved);
		System.arraycopy(this.keywords, 0, this.keywordsSaved, 0, this.alphabets);
	}

	private void restore() {
		MetropolisRule.copy(this.saved, this.key);
		System.arraycopy(this.keywordsSaved, 0, this.keywords, 0, this.alphabets);
	}

	private void change(SplittableRandom random) {
		if (!this.nested && this.offsets > 0 && random.nextInt(3) == 0) {
			int group = random.nextInt(this.offsets);
			this.key[this.alphabets][group] = random.nextInt(this.size);
			return;
		}
		int part = (this.alphabets > 1) ? random.nextInt(this.alphabets) : 0;
		this.keywords[part] = AlphabetMoves.change(this.key[part], this.keywords[part], random);
	}

	private int cost(NGrams grams) {
		read();
		return grams.cost(this.plaintext) + this.search.cribCost(this.plaintext);
	}

	/** Deciphers the text with the key. */
	private void read() {
		int count = this.size;
		int[] plain = (this.keyed == Keyed.CIPHER) ? null : this.key[0];
		for (int place = 0; place < count; place++) {
			int letter = this.text.letters()[(plain != null) ? plain[place] : place];
			this.byPlace[place] = letter;
			this.byPlace[count + place] = letter;
		}
		int[] cipher = this.key[this.alphabets - 1];
		for (int place = 0; place < count; place++) {
			this.places[(this.keyed == Keyed.PLAIN) ? place : cipher[place]] = count + place;
		}
		if (this.nested && this.offsets > 0) {
			this.fit = this.columns.slide(this.byPlace, this.places, this.key[this.alphabets]);
		}
		int[] symbols = this.text.symbols();
		int[] known = this.text.known();
		int[] groups = this.text.groups();
		int[] shifts = this.key[this.alphabets];
		if (this.offsets == 0) {
			for (int i = 0; i < symbols.length; i++) {
				this.plaintext[i] = this.byPlace[this.places[symbols[i]] - known[i]];
			}
			return;
		}
		for (int i = 0; i < symbols.length; i++) {
			int place = this.places[symbols[i]] - known[i] - shifts[groups[i]];
			this.plaintext[i] = this.byPlace[(place < 0) ? place + count : place];
		}
	}

}
