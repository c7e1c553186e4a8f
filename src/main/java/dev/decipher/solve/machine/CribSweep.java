package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import dev.decipher.solve.search.Search;

/**
 * One thread's way through the starts of the rotors that a crib leaves. The bombe stops
 * at some of them; there the other plugs are climbed to, and the rings found, by the text
 * around the crib.
 */
final class CribSweep {

	private static final int LETTERS = 26;

	/** Letters around the crib that are looked at. */
	private static final int AROUND = 125;

	/** A longer crib isn't put on the menu as a whole: more rotors step inside it. */
	private static final int LONGEST_MENU = 22;

	/** How many stops are worth a longer climb: of all, and of a machine. */
	static final int WORTHWHILE = 300;

	private static final int KEPT = 30;

	/** Stops between two looks at the clock, at least. */
	private static final int STRIDE = 1_000;

	private final Search search;

	private final int[] ciphertext;

	private final EnigmaRefinement refinement;

	private final Shortlist worthwhile;

	private final PlugCounts counts;

	/** The part of the text that is looked at, and where it begins. */
	private final int from;

	private final int[] part;

	private final int[] places;

	/** Where the menu's part of the crib begins, and how long it is. */
	private final int place;

	private final int length;

	private final EnigmaBombe bombe;

	private final Map<String, List<CribSteps>> steps = new HashMap<>();

	private final PriorityQueue<EnigmaRefinement.Plugged> stops = new PriorityQueue<>(
			Comparator.comparingInt((EnigmaRefinement.Plugged stop) -> -stop.cost()));

	private final int[] plugs = new int[LETTERS];

	private final boolean[] fixed = new boolean[LETTERS];

	/**
	 * Places of the table by the crib's letters, for the left and middle rotor's turns.
	 */
	private final int[] rows;

	private long stopped;

	/**
	 * A sweep.
	 * @param crib its letters (length)
	 * @param at where it stands, so that no letter is above itself
	 * @param worthwhile tells which stops are worth a longer climb
	 * @param finalists tells which keys are worth the last one
	 */
	CribSweep(int[] crib, int at, EnigmaRange range, EnigmaCosts costs, Search search, Shortlist worthwhile,
			Shortlist finalists) {
		this.worthwhile = worthwhile;
		this.search = search;
		this.ciphertext = search.ciphertext().symbols();
		this.length = Math.min(crib.length, LONGEST_MENU);
		int best = 0;
		for (int start = 1; start + this.length <= crib.length; start++) {
			best = (weight(crib, at, start) > weight(crib, at, best)) ? start : best;
		}
		this.place = at + best;
		this.from = Math.max(0, this.place - AROUND);
		int to = Math.min(this.ciphertext.length, this.place + this.length + AROUND);
		this.part = Arrays.copyOfRange(this.ciphertext, this.from, to);
		this.places = new int[this.part.length];
		this.counts = new PlugCounts(costs.one());
		this.bombe = new EnigmaBombe(menu(crib, at, best), this.length);
		this.rows = new int[this.length];
		this.refinement = new EnigmaRefinement(range, search, costs, this.from, to, finalists);
		this.refinement.expect(crib, at);
	}

	private EnigmaMenu menu(int[] crib, int at, int start) {
		return EnigmaMenu.of(Arrays.copyOfRange(crib, start, start + this.length),
				Arrays.copyOfRange(this.ciphertext, at + start, at + start + this.length));
	}

	/** How much a part of a crib tells. */
	private int weight(int[] crib, int at, int start) {
		EnigmaMenu menu = menu(crib, at, start);
		return menu.parts().get(0).places().length + 2 * menu.closures();
	}

	/** How often the bombe has stopped. */
	long stopped() {
		return this.stopped;
	}

	/**
	 * Tries the starts of one machine, if the search isn't over before.
	 * @param leftSteps whether to try the ways in which the left rotor steps inside the
	 * crib, or those in which it doesn't
	 * @param left the first turn of the left rotor to try
	 * @param each how many turns there are to the next one
	 */
	void run(EnigmaRange.Machine machine, boolean leftSteps, int left, int each) {
		byte[] table = machine.table();
		this.bombe.use(table);
		boolean settled = machine.settlesSteps();
		for (CribSteps way : steps(machine)) {
			if (way.leftSteps() != leftSteps) {
				continue;
			}
			for (int leftTurn = left; leftTurn < LETTERS; leftTurn += each) {
				long looked = this.stopped;
				boolean over = false;
				for (int middleTurn = 0; middleTurn < LETTERS && !over; middleTurn++) {
					run(machine, table, way, leftTurn, middleTurn);
					if (this.stopped - looked >= STRIDE) {
						looked = this.stopped;
						over = this.search.isOver();
					}
				}
				if (!settled && this.search.isOver()) { // else there is little to do
					break;
				}
			}
			if (this.search.isOver()) {
				break;
			}
		}
		List<EnigmaRefinement.Plugged> found = new ArrayList<>();
		for (EnigmaRefinement.Plugged stop : this.stops) {
			if (this.worthwhile.takes((double) stop.cost() / this.part.length)) {
				found.add(stop);
			}
		}
		this.stops.clear();
		this.refinement.run(found);
	}

	private List<CribSteps> steps(EnigmaRange.Machine machine) {
		boolean settled = machine.settlesSteps();
		String rotors = Arrays.toString(machine.scrambler().turnovers(1))
				+ Arrays.toString(machine.scrambler().turnovers(2));
		return this.steps.computeIfAbsent(rotors, (key) -> CribSteps.all(machine.scrambler(), settled, this.place,
				this.length, this.from + this.part.length));
	}

	/**
	 * Tries all turns of the right rotor.
	 * @param left how far the left rotor is turned at the crib's first letter
	 * @param middle how far the middle rotor is turned there
	 */
	private void run(EnigmaRange.Machine machine, byte[] table, CribSteps way, int left, int middle) {
		boolean settled = machine.settlesSteps();
		EnigmaSteps first = way.ways().get(0);
		if (settled && machine.window(1, before(middle, first.middle())) != first.middleWindow()) {
			return;
		}
		for (int i = 0; i < this.length; i++) {
			this.rows[i] = ((left + way.left()[i]) % LETTERS * LETTERS + (middle + way.middle()[i]) % LETTERS)
					* LETTERS;
		}
		int[] places = this.bombe.places();
		int tried = 0;
		for (int right = 0; right < LETTERS; right++) {
			int rightBefore = Math.floorMod(right - this.place, LETTERS);
			if (settled && machine.window(2, rightBefore) != first.rightWindow()
					|| !machine.admits(before(left, first.left()), before(middle, first.middle()), rightBefore)) {
				continue;
			}
			for (int i = 0; i < this.length; i++) {
				places[i] = (this.rows[i] + (right + i + 1) % LETTERS) * LETTERS;
			}
			this.bombe.start();
			while (this.bombe.stops()) {
				this.bombe.copy(this.plugs, this.fixed);
				stop(machine, table, way, left, middle, rightBefore);
			}
			tried++;
		}
		this.search.tried(tried);
	}

	/** A turn before the text, of one at the crib's first letter. */
	private int before(int turn, short[] steps) {
		return Math.floorMod(turn - steps[this.place], LETTERS);
	}

	private void stop(EnigmaRange.Machine machine, byte[] table, CribSteps way, int left, int middle, int right) {
		for (EnigmaSteps steps : way.ways()) {
			this.stopped++;
			int leftTurn = before(left, steps.left());
			int middleTurn = before(middle, steps.middle());
			steps.places(leftTurn, middleTurn, right, this.from, this.places);
			this.counts.count(table, this.places, this.part, this.plugs);
			int cost = this.counts.climb(this.fixed);
			if (this.stops.size() < KEPT || cost < this.stops.peek().cost()) {
				if (this.stops.size() == KEPT) {
					this.stops.poll();
				}
				this.stops.add(new EnigmaRefinement.Plugged(cost, machine, leftTurn, middleTurn, right, steps,
						this.counts.plugs().clone()));
			}
		}
	}

}
