package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds the whole key of an Enigma. Without plugs all keys are tried, and judged by pairs
 * of letters. With plugs, they are climbed to at every start of the rotors: by single
 * letters, then for the best starts by pairs and triples, as in Olaf Ostwald and Frode
 * Weierud, Modern breaking of Enigma ciphertexts, Cryptologia 41(5), 2017.
 * <p>
 * What is known of the key is what an Enigma has that is the search's start; what it
 * leaves out, its rotors, reflector, rings, positions or plugs, is looked for. Without a
 * start it is an Enigma I of which nothing is known.
 */
public final class EnigmaAttack implements Attack {

	/** A shorter text fits too many keys even without plugs. */
	private static final int SHORTEST = 20;

	/** A shorter text fits too many keys with plugs. */
	private static final int SHORTEST_WITH_PLUGS = 100;

	/** A shorter crib refutes too few starts. */
	private static final int SHORTEST_CRIB = 6;

	/** Letters of a crib beyond which its place is worth more. */
	private static final int ENOUGH_OF_CRIB = 16;

	/** How many starts without plugs are worth a second look. */
	private static final int KEPT_WITHOUT_PLUGS = 1000;

	/**
	 * How many starts are worth climbing from: where there is one machine, and of each.
	 */
	private static final int KEPT_OF_ONE = 1500;

	private static final int KEPT_OF_EACH = 300;

	@Override
	public Set<String> types() {
		return Set.of("enigma");
	}

	@Override
	public double power() {
		return 0.2;
	}

	@Override
	public boolean plansItsTime() {
		return true;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.START);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		if (!Readable.is(Objects.requireNonNull(CipherCatalogue.examples().get("enigma")), ciphertext,
				search.language()) || ciphertext.length() < SHORTEST) {
			return;
		}
		EnigmaRange range = EnigmaRange.of(search.hints().start());
		EnigmaCosts costs = EnigmaCosts.of(search.language().letters());
		if (!range.knowsPlugs() && !search.hints().cribs().isEmpty()) {
			cribs(range, search, costs, worker, workers);
		}
		int enough = Math.min(PlugSweep.ENOUGH, ciphertext.length());
		EnigmaRefinement refinement = new EnigmaRefinement(range, search, costs, 0, enough,
				new Shortlist(EnigmaRefinement.FINALISTS));
		sweep(range, search, costs, refinement, worker, workers);
		if (!range.knowsPlugs() && ciphertext.length() >= SHORTEST_WITH_PLUGS) {
			climb(range, false, search, costs, refinement, worker, workers);
			climb(range, true, search, costs, refinement, worker, workers);
		}
	}

	/** Goes by the longest crib; the others tell which readings are kept. */
	private static void cribs(EnigmaRange range, Search search, EnigmaCosts costs, int worker, int workers) {
		Crib crib = search.hints()
			.cribs()
			.stream()
			.max(Comparator.comparingInt(
					(one) -> Math.min(one.length(), ENOUGH_OF_CRIB) * 2 + ((one.position() != Crib.ANYWHERE) ? 1 : 0)))
			.orElseThrow();
		int[] ciphertext = search.ciphertext().symbols();
		if (crib.length() < SHORTEST_CRIB) {
			return;
		}
		Shortlist worthwhile = new Shortlist(CribSweep.WORTHWHILE);
		Shortlist finalists = new Shortlist(EnigmaRefinement.FINALISTS);
		boolean few = range.machines().size() < workers;
		for (boolean leftSteps : new boolean[] { false, true }) {
			for (int place = 0; place + crib.length() <= ciphertext.length && !search.isOver(); place++) {
				if (!mayStand(crib, place, ciphertext)) {
					continue;
				}
				CribSweep sweep = new CribSweep(crib.letters(), place, range, costs, search, worthwhile, finalists);
				int turn = 0;
				for (EnigmaRange.Machine machine : range.machines()) {
					if (search.isOver()) {
						break;
					}
					if (few) {
						sweep.run(machine, leftSteps, worker, workers);
					}
					else if (turn++ % workers == worker) {
						sweep.run(machine, leftSteps, 0, 1);
					}
				}
			}
		}
	}

	/** No letter becomes itself. */
	private static boolean mayStand(Crib crib, int place, int[] ciphertext) {
		for (int i = 0; i < crib.length(); i++) {
			if (crib.letters()[i] == ciphertext[place + i]) {
				return false;
			}
		}
		return crib.position() == Crib.ANYWHERE || crib.position() == place;
	}

	private static void sweep(EnigmaRange range, Search search, EnigmaCosts costs, EnigmaRefinement refinement,
			int worker, int workers) {
		int[] beginning = beginning(search, EnigmaSweep.ENOUGH);
		int[] known = range.plugs();
		int[] plugs = (known != null) ? known : EnigmaClimb.unplugged();
		EnigmaWays ways = new EnigmaWays(beginning.length);
		EnigmaStarts starts = new EnigmaStarts(KEPT_WITHOUT_PLUGS);
		EnigmaSweep sweep = new EnigmaSweep(beginning, costs, plugs, ways, starts, search);
		int turn = 0;
		for (EnigmaRange.Machine machine : range.machines()) {
			if (turn++ % workers == worker && !search.isOver()) {
				sweep.run(machine);
			}
		}
		List<EnigmaRefinement.Plugged> found = new ArrayList<>();
		for (EnigmaStarts.Start start : starts.best()) {
			EnigmaRange.Machine machine = range.machines().get(start.machine());
			found.add(new EnigmaRefinement.Plugged(start.cost(), machine, start.left(), start.middle(), start.right(),
					ways.of(machine)[start.way()], plugs));
		}
		refinement.run(found.subList(0, Math.min(20, found.size())));
		found.sort(Comparator.comparingInt((start) -> start.machine().number()));
		refinement.run(found);
	}

	private static void climb(EnigmaRange range, boolean leftSteps, Search search, EnigmaCosts costs,
			EnigmaRefinement refinement, int worker, int workers) {
		int[] beginning = beginning(search, PlugSweep.ENOUGH);
		EnigmaWays ways = new EnigmaWays(beginning.length);
		PlugSweep sweep = new PlugSweep(beginning, costs, ways, search);
		boolean few = range.machines().size() < workers;
		int turn = 0;
		for (EnigmaRange.Machine machine : range.machines()) {
			if (search.isOver()) {
				return;
			}
			EnigmaStarts starts = new EnigmaStarts(few ? KEPT_OF_ONE : KEPT_OF_EACH);
			if (few) {
				sweep.run(machine, leftSteps, worker, workers, starts);
			}
			else if (turn++ % workers == worker) {
				sweep.run(machine, leftSteps, 0, 1, starts);
			}
			refinement.run(sweep.plugged(starts, range));
		}
	}

	private static int[] beginning(Search search, int most) {
		return Arrays.copyOf(search.ciphertext().symbols(), Math.min(most, search.ciphertext().length()));
	}

}
