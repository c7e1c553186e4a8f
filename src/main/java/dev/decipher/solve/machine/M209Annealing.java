package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.decipher.cipher.machine.M209;
import dev.decipher.cipher.machine.M209Keys;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.MetropolisRule;
import dev.decipher.solve.search.Search;

/**
 * Anneals pins and lugs of an M-209 so that the alphabet is moved as far as a known part
 * of the plaintext says. A pin or a bar's lugs that are wrong miss by a few places, so
 * the sum of the distances leads to the key: George Lasry, Nils Kopal and Arno Wacker,
 * Automated Known-Plaintext Cryptanalysis of Short Hagelin M-209 Messages, Cryptologia
 * 40(1), 2016. One thread's.
 */
final class M209Annealing {

	private static final int LETTERS = 26;

	private static final int WHEELS = 6;

	/** Which of the wheels' pins are set: as many sets there are. */
	private static final int SETS = 1 << WHEELS;

	/** What a place that the alphabet is moved too far or too little costs. */
	private static final int MISS = 10;

	/** The first and the last temperature, in places. */
	private static final double HOT = 3;

	private static final double COLD = 0.3;

	/** The same for annealing by the language, in nats. */
	private static final double LANGUAGE_HOT = 6;

	private static final double LANGUAGE_COLD = 0.5;

	/** What a letter costs that differs from a crib's, in nats / NGrams.UNITS. */
	private static final int MISMATCH = 12 * NGrams.UNITS;

	/** Changes between two looks at the clock. */
	private static final int STRIDE = 4096;

	private static final int LANGUAGE_STRIDE = 1024;

	/** Of so many changes… */
	private static final int CHANGES = 16;

	/** …so many are of a pin, so many of two pins, and the others of the lugs. */
	private static final int ONE_PIN = 10;

	private static final int TWO_PINS = 3;

	/** The wheels at which the lugs of each kind of bar stand: (22). */
	private static final int[] KINDS = kinds();

	private final int[] sizes = M209Keys.pins();

	private final int[] ciphertext;

	private final NGrams grams;

	private final Search search;

	private final SplittableRandom random;

	/** By letters known, where they are and how far the alphabet was moved: (known). */
	private int[] at = {};

	private int[] moved = {};

	/** The letter that is known of each place, -1 for none: (length). */
	private final int[] expected;

	/** Wheels and pins that the letters known depend on: (pins). */
	private int[] wheels = {};

	private int[] pins = {};

	/** By wheel and pin, which of the letters known depend on it. */
	private int[][][] concerned = {};

	/** Whether each pin is set, and how many bars there are of each kind. */
	private final boolean[][] set = new boolean[WHEELS][];

	private final int[] bars = new int[KINDS.length];

	/** By how many places the alphabet moves, by the set of wheels whose pins are set. */
	private int[] moves = new int[SETS];

	private int[] changed = new int[SETS];

	/** The set of wheels whose pins are set, at each of the letters known: (known). */
	private int[] sets = {};

	private final int[] text;

	private final boolean[][] bestSet = new boolean[WHEELS][];

	private final int[] bestBars = new int[KINDS.length];

	/**
	 * An annealing.
	 * @param ciphertext as much of it as is looked at
	 */
	M209Annealing(int[] ciphertext, Search search, SplittableRandom random) {
		this.ciphertext = ciphertext;
		this.grams = search.language().letters();
		this.search = search;
		this.random = random;
		this.expected = new int[ciphertext.length];
		this.text = new int[ciphertext.length];
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			this.set[wheel] = new boolean[this.sizes[wheel]];
			this.bestSet[wheel] = new boolean[this.sizes[wheel]];
		}
	}

	private static int[] kinds() {
		List<Integer> kinds = new ArrayList<>(List.of(0));
		for (int lugs = 1; lugs < SETS; lugs++) {
			if (Integer.bitCount(lugs) <= 2) {
				kinds.add(lugs);
			}
		}
		return kinds.stream().mapToInt(Integer::intValue).toArray();
	}

	/** What the plaintext has at each place, -1 where that isn't known: (length). */
	void expect(int[] letters) {
		System.arraycopy(letters, 0, this.expected, 0, this.expected.length);
		int known = 0;
		this.at = new int[letters.length];
		this.moved = new int[letters.length];
		int[][] counts = new int[WHEELS][LETTERS];
		for (int i = 0; i < this.expected.length; i++) {
			if (letters[i] >= 0) {
				this.at[known] = i;
				this.moved[known++] = (this.ciphertext[i] + letters[i] + 1) % LETTERS;
				for (int wheel = 0; wheel < WHEELS; wheel++) {
					counts[wheel][i % this.sizes[wheel]]++;
				}
			}
		}
		this.sets = new int[known];
		List<int[]> some = new ArrayList<>();
		this.concerned = new int[WHEELS][LETTERS][];
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			for (int pin = 0; pin < this.sizes[wheel]; pin++) {
				int[] places = new int[counts[wheel][pin]];
				int next = 0;
				for (int k = 0; k < known; k++) {
					if (this.at[k] % this.sizes[wheel] == pin) {
						places[next++] = k;
					}
				}
				this.concerned[wheel][pin] = places;
				if (next > 0) {
					some.add(new int[] { wheel, pin });
				}
			}
		}
		this.wheels = some.stream().mapToInt((one) -> one[0]).toArray();
		this.pins = some.stream().mapToInt((one) -> one[1]).toArray();
	}

	/** The machine found. */
	M209 machine() {
		return M209Keys.machine(this.set, KINDS, this.bars);
	}

	/** How many letters are known. */
	int known() {
		return this.sets.length;
	}

	/**
	 * Anneals from a random key.
	 * @param steps how many changes to try
	 * @return how many places the alphabet is moved too far or too little in all
	 */
	int anneal(long steps) {
		draw();
		int cost = cost(this.moves);
		for (long step = 0; step < steps && cost > 0 && !this.search.isOver(); step += STRIDE) {
			float temperature = (float) (MISS * HOT * Math.pow(COLD / HOT, (double) step / steps));
			for (int i = 0; i < STRIDE && cost > 0; i++) {
				cost += change(temperature);
			}
			this.search.tried(STRIDE);
		}
		return cost / MISS;
	}

	private void draw() {
		for (boolean[] wheel : this.set) {
			for (int pin = 0; pin < wheel.length; pin++) {
				wheel[pin] = this.random.nextBoolean();
			}
		}
		Arrays.fill(this.bars, 0);
		for (int bar = 0; bar < M209Keys.BARS; bar++) {
			int wheel = (bar < WHEELS) ? bar : this.random.nextInt(WHEELS);
			this.bars[kind(1 << wheel)]++;
		}
		count();
	}

	private static int kind(int lugs) {
		return Arrays.binarySearch(KINDS, lugs);
	}

	/** Fills in what follows from pins and bars. */
	private void count() {
		for (int pinsSet = 0; pinsSet < SETS; pinsSet++) {
			int count = 0;
			for (int kind = 0; kind < KINDS.length; kind++) {
				count += ((KINDS[kind] & pinsSet) != 0) ? this.bars[kind] : 0;
			}
			this.moves[pinsSet] = count;
		}
		for (int k = 0; k < this.sets.length; k++) {
			this.sets[k] = pinsAt(this.at[k]);
		}
	}

	private int pinsAt(int place) {
		int pinsSet = 0;
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			pinsSet |= this.set[wheel][place % this.sizes[wheel]] ? 1 << wheel : 0;
		}
		return pinsSet;
	}

	private int cost(int[] moves) {
		int cost = 0;
		for (int k = 0; k < this.sets.length; k++) {
			cost += miss(moves[this.sets[k]], this.moved[k]);
		}
		return cost;
	}

	/** 26 and 27 places are no more than 0 and 1. */
	private static int miss(int moves, int moved) {
		int miss = Math.abs(moves - moved);
		return MISS * ((moved > M209Keys.BARS - LETTERS) ? miss : Math.min(miss, Math.abs(moves - moved - LETTERS)));
	}

	/** Tries a change, and takes it back if it is too much for the worse. */
	private int change(float temperature) {
		long bits = this.random.nextLong();
		int chosen = (int) (bits >>> 60) & CHANGES - 1;
		if (chosen >= ONE_PIN + TWO_PINS) {
			return changeLugs(temperature, bits);
		}
		int one = MetropolisRule.below(this.wheels.length, bits >>> 12);
		int wheel = this.wheels[one];
		int pin = this.pins[one];
		int other = -1;
		if (chosen >= ONE_PIN) { // one that is set for one that isn't
			other = this.random.nextInt(this.sizes[wheel]);
			if (this.set[wheel][other] == this.set[wheel][pin]) {
				return 0;
			}
		}
		int change = change(wheel, pin) + ((other >= 0) ? change(wheel, other) : 0);
		if (change > 0 && change > MetropolisRule.limit(temperature, bits)) {
			return 0;
		}
		turn(wheel, pin);
		if (other >= 0) {
			turn(wheel, other);
		}
		return change;
	}

	private int change(int wheel, int pin) {
		int change = 0;
		for (int k : this.concerned[wheel][pin]) {
			int pinsSet = this.sets[k];
			change += miss(this.moves[pinsSet ^ 1 << wheel], this.moved[k]) - miss(this.moves[pinsSet], this.moved[k]);
		}
		return change;
	}

	private void turn(int wheel, int pin) {
		this.set[wheel][pin] ^= true;
		for (int k : this.concerned[wheel][pin]) {
			this.sets[k] ^= 1 << wheel;
		}
	}

	private int changeLugs(float temperature, long bits) {
		int from = MetropolisRule.below(KINDS.length, bits >>> 12);
		int to = this.random.nextInt(KINDS.length);
		if (from == to || this.bars[from] == 0) {
			return 0;
		}
		move(from, to);
		int change = cost(this.changed) - cost(this.moves);
		if (change > 0 && change > MetropolisRule.limit(temperature, bits)) {
			return 0;
		}
		keep(from, to);
		return change;
	}

	/** How far the alphabet moves if a bar becomes one of another kind. */
	private void move(int from, int to) {
		for (int pinsSet = 0; pinsSet < SETS; pinsSet++) {
			this.changed[pinsSet] = this.moves[pinsSet] - (((KINDS[from] & pinsSet) != 0) ? 1 : 0)
					+ (((KINDS[to] & pinsSet) != 0) ? 1 : 0);
		}
	}

	private void keep(int from, int to) {
		int[] before = this.moves;
		this.moves = this.changed;
		this.changed = before;
		this.bars[from]--;
		this.bars[to]++;
	}

	/**
	 * Anneals on from the key found, by all of the text: the language settles pins that
	 * the letters known leave open.
	 * @param steps how many changes to try
	 */
	void annealByLanguage(long steps) {
		int cost = costOfText();
		int least = cost;
		save();
		for (long step = 0; step < steps && !this.search.isOver(); step += LANGUAGE_STRIDE) {
			float temperature = (float) (NGrams.UNITS * LANGUAGE_HOT
					* Math.pow(LANGUAGE_COLD / LANGUAGE_HOT, (double) step / steps));
			for (int i = 0; i < LANGUAGE_STRIDE; i++) {
				long bits = this.random.nextLong();
				int wheel = MetropolisRule.below(WHEELS, bits >>> 12);
				int pin = this.random.nextInt(this.sizes[wheel]);
				int kind = this.random.nextInt(KINDS.length);
				int from = this.random.nextInt(KINDS.length);
				boolean ofLugs = bits >>> 60 == 0;
				if (ofLugs && (this.bars[from] == 0 || from == kind)) {
					continue;
				}
				if (ofLugs) {
					move(from, kind);
					keep(from, kind);
				}
				else {
					turn(wheel, pin);
				}
				int then = costOfText();
				if (then - cost <= MetropolisRule.limit(temperature, bits)) {
					cost = then;
					if (cost < least) {
						least = cost;
						save();
					}
				}
				else if (ofLugs) {
					move(kind, from);
					keep(kind, from);
				}
				else {
					turn(wheel, pin);
				}
			}
			this.search.tried(LANGUAGE_STRIDE);
		}
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			System.arraycopy(this.bestSet[wheel], 0, this.set[wheel], 0, this.sizes[wheel]);
		}
		System.arraycopy(this.bestBars, 0, this.bars, 0, this.bars.length);
		count();
	}

	private void save() {
		for (int wheel = 0; wheel < WHEELS; wheel++) {
			System.arraycopy(this.set[wheel], 0, this.bestSet[wheel], 0, this.sizes[wheel]);
		}
		System.arraycopy(this.bars, 0, this.bestBars, 0, this.bars.length);
	}

	private int costOfText() {
		int cost = 0;
		for (int i = 0; i < this.text.length; i++) {
			int letter = this.moves[pinsAt(i)] - 1 - this.ciphertext[i];
			letter += (letter < 0) ? LETTERS : (letter >= LETTERS) ? -LETTERS : 0;
			this.text[i] = letter;
			cost += (this.expected[i] >= 0 && this.expected[i] != letter) ? MISMATCH : 0;
		}
		return cost + this.grams.cost(this.text);
	}

}
