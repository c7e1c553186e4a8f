package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Search;

/**
 * One thread's way from starts that may be right to keys: plugs are climbed to by pairs
 * and then by triples of letters; for the best keys the moments at which left and middle
 * rotor step are moved, and the last climb is by the language's own n-grams.
 */
final class EnigmaRefinement {

	private static final int LETTERS = 26;

	/** Letters in which the left rotor has stepped for certain. */
	private static final int ENOUGH_FOR_ALL = 800;

	/** What a plug has to bring: ln of about as many choices as there are. */
	private static final int PLUG_COST = (int) (NGrams.UNITS * Math.log(LETTERS * LETTERS / 2));

	/**
	 * By so many nats a telegram must be likelier than letters of chance, its key
	 * included, to be taken for the plaintext.
	 */
	private static final double EVIDENCE = 25;

	/** How many keys are worth the last climb. */
	static final int FINALISTS = 20;

	/** Changes of the moments and of plugs, in turn. */
	private static final int MOST_ROUNDS = 6;

	private final EnigmaRange range;

	private final Search search;

	private final EnigmaClimb part;

	private final EnigmaClimb all;

	private final EnigmaWays ways;

	private final Shortlist finalists;

	private final boolean[] fixed = new boolean[LETTERS];

	private byte[] table = {};

	private int machine = -1;

	/**
	 * A refinement.
	 * @param from the first of the letters that are climbed by
	 * @param to the letter behind the last of them
	 * @param finalists tells which keys are worth the last climb
	 */
	EnigmaRefinement(EnigmaRange range, Search search, EnigmaCosts costs, int from, int to, Shortlist finalists) {
		this.finalists = finalists;
		this.range = range;
		this.search = search;
		int[] ciphertext = search.ciphertext().symbols();
		int most = Math.min(Math.max(ENOUGH_FOR_ALL, to), ciphertext.length);
		this.part = new EnigmaClimb(ciphertext, from, to, costs, search.language().letters());
		this.all = new EnigmaClimb(ciphertext, 0, most, costs, search.language().letters());
		this.ways = new EnigmaWays(most);
		Arrays.fill(this.fixed, range.knowsPlugs());
	}

	/** What the text has at a place and behind it. */
	void expect(int[] letters, int place) {
		this.part.expect(letters, place);
		this.all.expect(letters, place);
	}

	/**
	 * A start with plugs.
	 *
	 * @param steps how the rotors step, at least as far as the text is looked at
	 * @param plugs what each letter is plugged to: (26)
	 */
	record Plugged(int cost, EnigmaRange.Machine machine, int left, int middle, int right, EnigmaSteps steps,
			int[] plugs) {
	}

	/**
	 * Goes on from some starts.
	 * @param starts in the order of their machines
	 */
	void run(List<Plugged> starts) {
		List<Plugged> keys = new ArrayList<>();
		for (Plugged start : starts) {
			if (this.search.isOver()) {
				break;
			}
			keys.add(climb(start));
		}
		keys.sort(Comparator.comparingInt(Plugged::cost));
		for (Plugged key : keys) {
			if (!this.search.isOver() && this.finalists.takes((double) key.cost / this.part.length())) {
				refine(key);
			}
		}
		this.part.tell(this.search);
		this.all.tell(this.search);
	}

	private byte[] table(EnigmaRange.Machine machine) {
		if (machine.number() != this.machine) {
			this.table = machine.table();
			this.machine = machine.number();
		}
		return this.table;
	}

	private Plugged climb(Plugged start) {
		EnigmaClimb climb = this.part;
		EnigmaSteps steps = EnigmaSteps.of(start.machine.scrambler(), start.steps.middleWindow(),
				start.steps.rightWindow(), climb.to());
		climb.start(table(start.machine), start.left, start.middle, start.right, steps);
		climb.plug(start.plugs);
		if (!this.range.knowsPlugs()) {
			climb.climb(EnigmaClimb.By.PAIRS, this.fixed, 0, this.search);
		}
		int cost = this.range.knowsPlugs() ? climb.cost(EnigmaClimb.By.TRIPLES)
				: climb.climb(EnigmaClimb.By.TRIPLES, this.fixed, 0, this.search);
		return new Plugged(cost, start.machine, start.left, start.middle, start.right, steps, climb.plugs().clone());
	}

	private void refine(Plugged key) {
		EnigmaClimb climb = this.all;
		climb.plug(key.plugs);
		Plugged best = moved(key);
		for (int round = 0; round < MOST_ROUNDS && !this.range.knowsPlugs() && !this.search.isOver(); round++) {
			start(best);
			EnigmaClimb.By by = (round == 0) ? EnigmaClimb.By.TRIPLES : EnigmaClimb.By.LANGUAGE;
			climb.climb(by, this.fixed, (round == 0) ? 0 : PLUG_COST, this.search);
			Plugged next = moved(best);
			boolean settled = round > 0 && next.steps == best.steps && next.left == best.left
					&& next.middle == best.middle && Arrays.equals(next.plugs, best.plugs);
			best = next;
			if (settled) {
				break;
			}
		}
		int[] turns = { best.left, best.middle, best.right };
		Candidate found = this.search.read(best.machine.scrambler()
			.machine(best.machine.still(), turns, best.steps.middleWindow(), best.steps.rightWindow(),
					EnigmaClimb.pairs(climb.plugs())));
		start(best);
		if (this.search.offer(found) > 0
				&& (this.search.isConvincing(found) || climb.evidence() > found.keyCost() + EVIDENCE)) {
			this.search.settle();
		}
	}

	private void start(Plugged key) {
		this.all.start(table(key.machine), key.left, key.middle, key.right, key.steps);
	}

	/**
	 * The best among a start and those with other steps of left and middle rotor. If the
	 * left one steps inside the text, then what was right may have been the part behind
	 * it, before which both rotors stood one lower; and with the middle rotor's first
	 * step moved over a whole turn it stands one higher or lower.
	 */
	private Plugged moved(Plugged key) {
		EnigmaRange.Machine machine = key.machine;
		EnigmaSteps[] steps = this.ways.of(machine);
		int[] plugs = this.all.plugs().clone();
		Plugged best = null;
		byte[] table = table(machine);
		for (int left = key.left + LETTERS - 1; left <= key.left + LETTERS; left++) {
			for (int middle = key.middle + LETTERS - 2; middle <= key.middle + LETTERS + 1; middle++) {
				if (!machine.admits(left % LETTERS, middle % LETTERS, key.right) || this.search.isOver()) {
					continue;
				}
				int only = EnigmaWays.only(machine, middle % LETTERS, key.right);
				int last = (only >= 0) ? only + 1 : steps.length;
				for (int way = Math.max(0, only); way < last; way++) {
					this.all.start(table, left % LETTERS, middle % LETTERS, key.right, steps[way]);
					int cost = this.all.cost(EnigmaClimb.By.LANGUAGE);
					if (best == null || cost < best.cost) {
						best = new Plugged(cost, machine, left % LETTERS, middle % LETTERS, key.right, steps[way],
								plugs);
					}
				}
			}
		}
		return (best != null) ? best : key;
	}

}
