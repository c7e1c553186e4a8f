package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.solve.search.Search;

/**
 * One thread's way through starts of the rotors with plugs that nobody knows: for each
 * one plugs are climbed to by the cost of single letters, and the starts at which these
 * cost least are kept. A start at which a rotor steps a little early or late is right for
 * most of the text, so only some of the ways to step are tried.
 */
final class PlugSweep {

	private static final int LETTERS = 26;

	/** Letters that are enough. */
	static final int ENOUGH = 300;

	/** The share of a text that may be read wrong because of when rotors step. */
	private static final double WRONG = 0.08;

	private static final double WRONG_WHERE_LEFT_STEPS = 0.16;

	private final int[] ciphertext;

	private final PlugCounts counts;

	private final EnigmaWays ways;

	private final Search search;

	private final int[] places;

	private final Map<EnigmaSteps[], int[]> some = new HashMap<>();

	private final boolean[] fixed = new boolean[LETTERS];

	private final int[] unplugged = EnigmaClimb.unplugged();

	/**
	 * A sweep.
	 * @param ciphertext its first letters, as many as the ways are for
	 */
	PlugSweep(int[] ciphertext, EnigmaCosts costs, EnigmaWays ways, Search search) {
		this.ciphertext = ciphertext;
		this.counts = new PlugCounts(costs.one());
		this.ways = ways;
		this.search = search;
		this.places = new int[ways.length()];
	}

	/**
	 * Tries starts of one machine, if the search isn't over before.
	 * @param leftSteps whether to try the ways in which the left rotor steps, or those in
	 * which it doesn't
	 * @param right the first turn of the right rotor to try
	 * @param each how many turns there are to the next one
	 */
	void run(EnigmaRange.Machine machine, boolean leftSteps, int right, int each, EnigmaStarts starts) {
		byte[] table = machine.table();
		EnigmaSteps[] steps = this.ways.of(machine);
		boolean settled = machine.settlesSteps();
		int[] some = settled ? new int[1] : this.some.computeIfAbsent(steps, PlugSweep::some);
		for (int rightTurn = right; rightTurn < LETTERS; rightTurn += each) {
			for (int turns = 0; turns < LETTERS * LETTERS; turns++) {
				int left = turns / LETTERS;
				int middle = turns % LETTERS;
				if (!machine.admits(left, middle, rightTurn)) {
					continue;
				}
				if (settled) {
					some[0] = EnigmaWays.only(machine, middle, rightTurn);
				}
				for (int way : some) {
					if (steps[way].leftSteps() == leftSteps) {
						steps[way].places(left, middle, rightTurn, 0, this.places);
						this.counts.count(table, this.places, this.ciphertext, this.unplugged);
						starts.add(this.counts.climb(this.fixed), machine.number(), left, middle, rightTurn, way);
						this.search.tried(1);
					}
				}
				if (this.search.isOver()) {
					return;
				}
			}
		}
	}

	/** The starts found, with the plugs climbed to. */
	List<EnigmaRefinement.Plugged> plugged(EnigmaStarts starts, EnigmaRange range) {
		List<EnigmaRefinement.Plugged> plugged = new ArrayList<>();
		EnigmaStarts.Start[] best = starts.best();
		Arrays.sort(best, Comparator.comparingInt(EnigmaStarts.Start::machine));
		byte[] table = {};
		int number = -1;
		for (EnigmaStarts.Start start : best) {
			EnigmaRange.Machine machine = range.machines().get(start.machine());
			if (number != machine.number()) {
				number = machine.number();
				table = machine.table();
			}
			EnigmaSteps steps = this.ways.of(machine)[start.way()];
			steps.places(start.left(), start.middle(), start.right(), 0, this.places);
			this.counts.count(table, this.places, this.ciphertext, this.unplugged);
			int cost = this.counts.climb(this.fixed);
			plugged.add(new EnigmaRefinement.Plugged(cost, machine, start.left(), start.middle(), start.right(), steps,
					this.counts.plugs().clone()));
		}
		return plugged;
	}

	/** So few ways that each other one is like one of them. */
	private static int[] some(EnigmaSteps[] ways) {
		int length = ways[0].left().length;
		boolean[] covered = new boolean[ways.length];
		List<Integer> some = new ArrayList<>();
		for (int way = 0; way < ways.length; way++) {
			if (covered[way]) {
				continue;
			}
			double wrong = ways[way].leftSteps() ? WRONG_WHERE_LEFT_STEPS : WRONG;
			// the last way that this one is like is in the middle of more
			int centre = way;
			int most = 0;
			for (int other = way; other < ways.length; other++) {
				if (!covered[other] && different(ways[way], ways[other]) <= wrong * length) {
					int like = 0;
					for (int third = 0; third < ways.length; third++) {
						like += (!covered[third] && different(ways[other], ways[third]) <= wrong * length) ? 1 : 0;
					}
					if (like > most) {
						most = like;
						centre = other;
					}
				}
			}
			some.add(centre);
			for (int other = 0; other < ways.length; other++) {
				covered[other] |= different(ways[centre], ways[other]) <= wrong * length;
			}
		}
		return some.stream().mapToInt(Integer::intValue).toArray();
	}

	/** How many letters two ways read otherwise, from the starts that suit each best. */
	private static int different(EnigmaSteps one, EnigmaSteps other) {
		int length = one.left().length;
		int[] counts = new int[9 * 9];
		int most = 0;
		for (int i = 0; i < length; i++) {
			int left = one.left()[i] - other.left()[i];
			int middle = one.middle()[i] - other.middle()[i];
			if (Math.abs(left) <= 4 && Math.abs(middle) <= 4) {
				most = Math.max(most, ++counts[(left + 4) * 9 + middle + 4]);
			}
		}
		return length - most;
	}

}
