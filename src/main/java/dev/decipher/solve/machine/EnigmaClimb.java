package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Search;

/**
 * One thread's climb from starts of the rotors to keys: plugs are put in, moved and taken
 * out as long as the text gets likelier, by trigrams first, which show through wrong
 * plugs; then for the best keys also the moments at which the rotors step are moved, by
 * the language's own n-grams.
 */
final class EnigmaClimb {

	private static final int LETTERS = 26;

	/** Letters that are enough to climb by. */
	private static final int ENOUGH = 300;

	/** Letters in which the left rotor has stepped for certain. */
	private static final int ENOUGH_FOR_ALL = 800;

	/** What a plug has to bring: ln of about as many choices as there are. */
	private static final int PLUG_COST = (int) (NGrams.UNITS * Math.log(LETTERS * LETTERS / 2));

	/** How many starts to climb from first; then four times as many, and so on. */
	private static final int FIRST_STARTS = 200;

	/** How many keys are worth the second climb. */
	private static final int FINALISTS = 30;

	private final int[] ciphertext;

	private final int[] beginning;

	/** What the second climb looks at: (at most {@value #ENOUGH_FOR_ALL}). */
	private final int[] longBeginning;

	private final NGrams grams;

	private final NGrams trigrams;

	private final Search search;

	/** Where the table has what letters become at each place of the text: (length). */
	private final int[] places;

	private final int[] text;

	private final int[] finalText;

	/** What each letter is plugged to: (26). */
	private final int[] plugs = new int[LETTERS];

	private final int[] before = new int[LETTERS];

	private byte[] table = {};

	private int tried;

	EnigmaClimb(int[] ciphertext, NGrams grams, Search search) {
		this.ciphertext = ciphertext;
		this.beginning = Arrays.copyOf(ciphertext, Math.min(ciphertext.length, ENOUGH));
		this.grams = grams;
		this.trigrams = grams.joint(3);
		this.search = search;
		this.longBeginning = Arrays.copyOf(ciphertext, Math.min(ciphertext.length, ENOUGH_FOR_ALL));
		this.places = new int[this.longBeginning.length];
		this.text = new int[this.beginning.length];
		this.finalText = new int[this.longBeginning.length];
	}

	/**
	 * A start with plugs.
	 *
	 * @param cost by trigrams
	 * @param plugs what each letter is plugged to (26)
	 */
	private record Plugged(int cost, EnigmaStart start, int[] plugs) {
	}

	/**
	 * Climbs from each of some starts, and offers what it finds. Goes on to less likely
	 * starts only if nothing was found.
	 * @param starts packed, the likeliest first
	 * @param orders the orders of the rotors by their numbers
	 * @param reflector the reflector's name
	 */
	void run(long[] starts, List<List<String>> orders, String reflector) {
		int done = 0;
		for (int next = FIRST_STARTS; done < starts.length && !this.search.isOver(); next *= 5) {
			int end = Math.min(next, starts.length);
			List<Plugged> keys = climb(Arrays.copyOfRange(starts, done, end), orders, reflector);
			keys.sort(Comparator.comparingInt(Plugged::cost));
			for (Plugged key : keys.subList(0, Math.min(FINALISTS, keys.size()))) {
				if (!this.search.isOver()) {
					refine(key, orders.get(key.start.order()), reflector);
				}
			}
			this.search.tried(this.tried);
			this.tried = 0;
			done = end;
		}
	}

	private List<Plugged> climb(long[] starts, List<List<String>> orders, String reflector) {
		Arrays.sort(starts); // by the rotors' order
		int order = -1;
		List<Plugged> keys = new ArrayList<>();
		for (long packed : starts) {
			if (this.search.isOver()) {
				break;
			}
			EnigmaStart start = EnigmaStart.unpack(packed);
			if (start.order() != order) {
				order = start.order();
				this.table = EnigmaScrambler.table(orders.get(order), reflector);
			}
			turn(start, orders.get(order), this.beginning.length);
			for (int letter = 0; letter < LETTERS; letter++) {
				this.plugs[letter] = letter;
			}
			int cost = climb(this.beginning, this.text, this.trigrams);
			keys.add(new Plugged(cost, start, this.plugs.clone()));
		}
		return keys;
	}

	private void refine(Plugged key, List<String> rotors, String reflector) {
		this.table = EnigmaScrambler.table(rotors, reflector);
		System.arraycopy(key.plugs, 0, this.plugs, 0, LETTERS);
		EnigmaStart start = key.start;
		int best = Integer.MAX_VALUE;
		boolean better = true;
		while (better) {
			better = false;
			for (EnigmaStart moved : moved(start)) {
				turn(moved, rotors, this.longBeginning.length);
				int cost = cost(this.longBeginning, this.finalText, this.grams);
				if (cost < best) {
					best = cost;
					start = moved;
					better = true;
				}
			}
			if (better) {
				turn(start, rotors, this.longBeginning.length);
				int cost = climb(this.longBeginning, this.finalText, this.grams);
				better = cost < best;
				best = Math.min(best, cost);
			}
		}
		Candidate found = this.search.read(start.enigma(rotors, reflector, this.plugs));
		this.search.offer(found);
		if (this.search.isConvincing(found)) {
			this.search.settle();
		}
	}

	/**
	 * Starts with other steps of the middle and the left rotor. If the left one steps
	 * inside the text, then what was right may have been the part behind it, before which
	 * both rotors stood one lower; and with the middle rotor's first step moved over a
	 * whole turn it stands one higher or lower.
	 */
	private List<EnigmaStart> moved(EnigmaStart start) {
		int length = this.longBeginning.length;
		List<EnigmaStart> moved = new ArrayList<>();
		for (int left = start.left() + LETTERS - 1; left <= start.left() + LETTERS; left++) {
			for (int middle = start.middle() + LETTERS - 2; middle <= start.middle() + LETTERS + 1; middle++) {
				for (int steps = 0; steps < LETTERS; steps++) {
					int last = Math.min(EnigmaStart.NEVER - 1, (length - steps) / LETTERS + 1);
					for (int leftSteps = 1; leftSteps <= last; leftSteps++) {
						moved.add(new EnigmaStart(start.order(), left % LETTERS, middle % LETTERS, start.right(), steps,
								leftSteps));
					}
					moved.add(new EnigmaStart(start.order(), left % LETTERS, middle % LETTERS, start.right(), steps,
							EnigmaStart.NEVER));
				}
			}
		}
		return moved;
	}

	/** Fills in the places, for rotors that go on from a start. */
	private void turn(EnigmaStart start, List<String> rotors, int length) {
		int left = start.left();
		int middle = start.middle();
		int right = start.right();
		int middleNotch = EnigmaScrambler.turnover(rotors.get(1));
		int rightNotch = EnigmaScrambler.turnover(rotors.get(2));
		int middleWindow = start.middleWindow(rotors);
		int rightWindow = start.rightWindow(rotors);
		for (int i = 0; i < length; i++) {
			boolean middleTurns = middleWindow == middleNotch;
			if (middleTurns) {
				left = (left + 1) % LETTERS;
			}
			if (middleTurns || rightWindow == rightNotch) {
				middle = (middle + 1) % LETTERS;
				middleWindow = (middleWindow + 1) % LETTERS;
			}
			right = (right + 1) % LETTERS;
			rightWindow = (rightWindow + 1) % LETTERS;
			this.places[i] = ((left * LETTERS + middle) * LETTERS + right) * LETTERS;
		}
	}

	private int cost(int[] ciphertext, int[] text, NGrams grams) {
		this.tried++;
		for (int i = 0; i < ciphertext.length; i++) {
			text[i] = this.plugs[this.table[this.places[i] + this.plugs[ciphertext[i]]]];
		}
		int cost = grams.cost(text);
		for (int letter = 0; letter < LETTERS; letter++) {
			cost += (this.plugs[letter] > letter) ? PLUG_COST : 0;
		}
		return cost;
	}

	/** Changes plugs until no change is for the better. */
	private int climb(int[] ciphertext, int[] text, NGrams grams) {
		int best = cost(ciphertext, text, grams);
		int since = 0;
		int pairs = LETTERS * (LETTERS - 1) / 2;
		while (since < pairs) {
			for (int one = 0; one < LETTERS; one++) {
				for (int other = one + 1; other < LETTERS; other++) {
					System.arraycopy(this.plugs, 0, this.before, 0, LETTERS);
					toggle(one, other);
					int cost = cost(ciphertext, text, grams);
					if (cost < best) {
						best = cost;
						since = 0;
					}
					else {
						System.arraycopy(this.before, 0, this.plugs, 0, LETTERS);
						since++;
					}
				}
			}
		}
		return best;
	}

	/** Takes a plug out, or puts it in in place of those that are in its way. */
	private void toggle(int one, int other) {
		boolean plugged = this.plugs[one] == other;
		unplug(one);
		unplug(other);
		if (!plugged) {
			this.plugs[one] = other;
			this.plugs[other] = one;
		}
	}

	private void unplug(int letter) {
		int partner = this.plugs[letter];
		this.plugs[partner] = partner;
		this.plugs[letter] = letter;
	}

}
