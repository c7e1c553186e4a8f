package dev.decipher.solve.machine;

import java.util.ArrayList;
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

	/** Of 16 changes so many are of a pin, of two pins, and the others of the lugs. */
	private static final int ONE_PIN = 10;

	private static final int TWO_PINS = 3;

	private final M209State state = new M209State();

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

	/** The set of wheels whose pins are set, at each of the letters known: (known). */
	private int[] sets = {};

	private final int[] text;

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
	}

	/** What the plaintext has at each place, -1 where that isn't known: (length). */
	void expect(int[] letters) {
		System.arraycopy(letters, 0, this.expected, 0, this.expected.length);
		int known = 0;
		this.at = new int[letters.length];
		this.moved = new int[letters.length];
		int[][] counts = new int[M209State.WHEELS][LETTERS];
		for (int i = 0; i < this.expected.length; i++) {
			if (letters[i] >= 0) {
				this.at[known] = i;
				this.moved[known++] = (this.ciphertext[i] + letters[i] + 1) % LETTERS;
				for (int wheel = 0; wheel < M209State.WHEELS; wheel++) {
					counts[wheel][i % this.state.size(wheel)]++;
				}
			}
		}
		this.sets = new int[known];
		List<int[]> some = new ArrayList<>();
		this.concerned = new int[M209State.WHEELS][LETTERS][];
		for (int wheel = 0; wheel < M209State.WHEELS; wheel++) {
			for (int pin = 0; pin < this.state.size(wheel); pin++) {
				int[] places = new int[counts[wheel][pin]];
				int next = 0;
				for (int k = 0; k < known; k++) {
					if (this.at[k] % this.state.size(wheel) == pin) {
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
		return this.state.machine();
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
		this.state.draw(this.random);
		for (int k = 0; k < this.sets.length; k++) {
			this.sets[k] = this.state.wheelsAt(this.at[k]);
		}
		int cost = cost(this.state.moves());
		for (long step = 0; step < steps && cost > 0 && !this.search.isOver(); step += STRIDE) {
			float temperature = (float) (MISS * HOT * Math.pow(COLD / HOT, (double) step / steps));
			for (int i = 0; i < STRIDE && cost > 0; i++) {
				cost += change(temperature);
			}
			this.search.tried(STRIDE);
		}
		return cost / MISS;
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
		int chosen = (int) (bits >>> 60);
		if (chosen >= ONE_PIN + TWO_PINS) {
			return changeLugs(temperature, bits);
		}
		int one = MetropolisRule.below(this.wheels.length, bits >>> 12);
		int wheel = this.wheels[one];
		int pin = this.pins[one];
		int other = -1;
		if (chosen >= ONE_PIN) { // one that is set for one that isn't
			other = this.random.nextInt(this.state.size(wheel));
			if (this.state.isSet(wheel, other) == this.state.isSet(wheel, pin)) {
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
		int[] moves = this.state.moves();
		for (int k : this.concerned[wheel][pin]) {
			int pinsSet = this.sets[k];
			change += miss(moves[pinsSet ^ 1 << wheel], this.moved[k]) - miss(moves[pinsSet], this.moved[k]);
		}
		return change;
	}

	private void turn(int wheel, int pin) {
		this.state.turn(wheel, pin);
		for (int k : this.concerned[wheel][pin]) {
			this.sets[k] ^= 1 << wheel;
		}
	}

	private int changeLugs(float temperature, long bits) {
		int from = MetropolisRule.below(M209State.KINDS.length, bits >>> 12);
		int to = this.random.nextInt(M209State.KINDS.length);
		if (from == to || this.state.bars(from) == 0) {
			return 0;
		}
		this.state.move(from, to);
		int change = cost(this.state.changed()) - cost(this.state.moves());
		if (change > 0 && change > MetropolisRule.limit(temperature, bits)) {
			return 0;
		}
		this.state.keep(from, to);
		return change;
	}

	/**
	 * Anneals on from the key found, by all of the text: the language settles pins that
	 * the letters known leave open.
	 * @param steps how many changes to try
	 */
	void annealByLanguage(long steps) {
		int cost = costOfText();
		int least = cost;
		this.state.save();
		for (long step = 0; step < steps && !this.search.isOver(); step += LANGUAGE_STRIDE) {
			float temperature = (float) (NGrams.UNITS * LANGUAGE_HOT
					* Math.pow(LANGUAGE_COLD / LANGUAGE_HOT, (double) step / steps));
			for (int i = 0; i < LANGUAGE_STRIDE; i++) {
				long bits = this.random.nextLong();
				int wheel = MetropolisRule.below(M209State.WHEELS, bits >>> 12);
				int pin = this.random.nextInt(this.state.size(wheel));
				int kind = this.random.nextInt(M209State.KINDS.length);
				int from = this.random.nextInt(M209State.KINDS.length);
				boolean ofLugs = bits >>> 60 == 0;
				if (ofLugs && (this.state.bars(from) == 0 || from == kind)) {
					continue;
				}
				if (ofLugs) {
					this.state.move(from, kind);
					this.state.keep(from, kind);
				}
				else {
					this.state.turn(wheel, pin);
				}
				int then = costOfText();
				if (then - cost <= MetropolisRule.limit(temperature, bits)) {
					cost = then;
					if (cost < least) {
						least = cost;
						this.state.save();
					}
				}
				else if (ofLugs) {
					this.state.move(kind, from);
					this.state.keep(kind, from);
				}
				else {
					this.state.turn(wheel, pin);
				}
			}
			this.search.tried(LANGUAGE_STRIDE);
		}
		this.state.restore();
	}

	private int costOfText() {
		int cost = 0;
		int[] moves = this.state.moves();
		for (int i = 0; i < this.text.length; i++) {
			int letter = moves[this.state.wheelsAt(i)] - 1 - this.ciphertext[i];
			letter += (letter < 0) ? LETTERS : (letter >= LETTERS) ? -LETTERS : 0;
			this.text[i] = letter;
			cost += (this.expected[i] >= 0 && this.expected[i] != letter) ? MISMATCH : 0;
		}
		return cost + this.grams.cost(this.text);
	}

}
