package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * An Enigma's rotors in one order, and its reflector, without plugboard: what each letter
 * becomes at every turn of the rotors, in a table for those who look for keys. How far a
 * rotor is turned means against its ring. Where a fourth rotor, or a reflector that can
 * be set, stands still to the left of three rotors that step, each of its 26 turns is a
 * table of its own.
 */
public final class EnigmaScrambler {

	/** The number of rotors that step. */
	public static final int ROTORS = 3;

	private static final int LETTERS = 26;

	private final Enigma start;

	private final EnigmaModel model;

	private final List<String> names;

	private final List<EnigmaWheels.Rotor> rotors;

	private final String reflectorName;

	private final int[] reflector;

	/** The letters of rings and windows that are known, by place, -1 for others. */
	private final int[] rings;

	private final int[] positions;

	private EnigmaScrambler(Enigma start, EnigmaModel model, List<String> names, String reflectorName) {
		this.start = start;
		this.model = model;
		this.names = names;
		this.rotors = EnigmaParts.rotors(model, new Rotors.Given(names));
		this.reflectorName = reflectorName;
		this.reflector = EnigmaParts.reflector(model, reflectorName.isEmpty() ? null : new Key.Given(reflectorName));
		this.rings = known("rings", start.rings(), model);
		this.positions = known("positions", (start.indicator() != null) ? null : start.positions(), model);
	}

	private static int[] known(String name, @Nullable Key key, EnigmaModel model) {
		return (key instanceof Key.Given) ? EnigmaParts.windows(model, name, key)
				: IntStream.range(0, model.windows()).map((place) -> -1).toArray();
	}

	/**
	 * All ways to fill in what an Enigma leaves open of its rotors and its reflector.
	 * @param start rotors or a reflector that are null or random are open
	 * @return none for a model whose reflector steps, or whose reflector's wiring is a
	 * part of the key that isn't given
	 * @throws InvalidInput with a pointer relative to the Enigma if it has parts that its
	 * model hasn't
	 */
	public static List<EnigmaScrambler> of(Enigma start) {
		EnigmaModel model = EnigmaModel.of(start.model());
		if (model.has(EnigmaModel.Trait.COGS)) {
			return List.of();
		}
		List<String> reflectors = (start.reflector() instanceof Key.Given given) ? List.of(given.text())
				: (model.reflectors().size() == 1) ? List.of("") : inOrderOfUse(model.reflectors());
		List<List<String>> orders = (start.rotors() instanceof Rotors.Given given) ? List.of(given.names())
				: orders(model);
		return reflectors.stream()
			.flatMap((reflector) -> orders.stream().map((order) -> new EnigmaScrambler(start, model, order, reflector)))
			.toList();
	}

	/** Reflector A was soon withdrawn. */
	private static List<String> inOrderOfUse(List<String> reflectors) {
		List<String> inOrder = new ArrayList<>(reflectors);
		if (inOrder.remove("A")) {
			inOrder.add("A");
		}
		return inOrder;
	}

	private static List<List<String>> orders(EnigmaModel model) {
		List<List<String>> orders = List.of(List.of());
		for (int place = 0; place < model.places(); place++) {
			List<List<String>> longer = new ArrayList<>();
			for (List<String> order : orders) {
				for (String rotor : model.rotorsAt(place).keySet()) {
					if (!order.contains(rotor)) {
						List<String> one = new ArrayList<>(order);
						one.add(rotor);
						longer.add(one);
					}
				}
			}
			orders = longer;
		}
		return orders;
	}

	/** How many turns there are of what stands still: 26, or 1 of a fixed reflector. */
	public int turnsOfStill() {
		return (this.model.windows() == ROTORS) ? 1 : LETTERS;
	}

	/**
	 * What every letter becomes.
	 * @param still how far what stands still is turned, less than {@link #turnsOfStill()}
	 * @return indices of letters, by how far the left, the middle and the right rotor are
	 * turned against their rings, and by the letter: (26 · 26 · 26 · 26)
	 */
	public byte[] table(int still) {
		int[][] wirings = this.rotors.stream().map(EnigmaWheels.Rotor::wiring).toArray(int[][]::new);
		int last = wirings.length - 1;
		int[] unmoved = (wirings.length > ROTORS) ? through(wirings[0], still, this.reflector)
				: IntStream.range(0, LETTERS)
					.map((contact) -> EnigmaMachine.turned(this.reflector, still, contact))
					.toArray();
		int[] leaving = this.model.entry();
		int[] entering = KeyNumbers.inverse(leaving);
		byte[] table = new byte[LETTERS * LETTERS * LETTERS * LETTERS];
		int entry = 0;
		for (int left = 0; left < LETTERS; left++) {
			int[] leftAndReflector = through(wirings[last - 2], left, unmoved);
			for (int middle = 0; middle < LETTERS; middle++) {
				int[] allButRight = through(wirings[last - 1], middle, leftAndReflector);
				for (int right = 0; right < LETTERS; right++) {
					int[] all = through(wirings[last], right, allButRight);
					for (int letter = 0; letter < LETTERS; letter++) {
						table[entry++] = (byte) leaving[all[entering[letter]]];
					}
				}
			}
		}
		return table;
	}

	/** What letters become on their way through a rotor, what is behind it, and back. */
	private static int[] through(int[] wiring, int turn, int[] behind) {
		int[] entering = new int[LETTERS];
		int[] leaving = new int[LETTERS];
		for (int letter = 0; letter < LETTERS; letter++) {
			entering[letter] = EnigmaMachine.turned(wiring, turn, letter);
			leaving[entering[letter]] = letter;
		}
		return IntStream.range(0, LETTERS).map((letter) -> leaving[behind[entering[letter]]]).toArray();
	}

	/**
	 * The letters in the window at which a rotor takes its left neighbour with it.
	 * @param rotor 0 for the left, 1 for the middle, 2 for the right one
	 * @return (26)
	 */
	public boolean[] turnovers(int rotor) {
		return this.rotors.get(this.rotors.size() - ROTORS + rotor).turnovers().clone();
	}

	/**
	 * The letter of a rotor's ring.
	 * @param rotor 0 for the left, 1 for the middle, 2 for the right one
	 * @return -1 if it isn't known
	 */
	public int ring(int rotor) {
		return this.rings[this.rings.length - ROTORS + rotor];
	}

	/** The letter in a rotor's window at the start, as {@link #ring(int)}. */
	public int position(int rotor) {
		return this.positions[this.positions.length - ROTORS + rotor];
	}

	/** Whether what stands still may be turned so far. */
	public boolean admits(int still) {
		boolean known = this.rings.length > ROTORS && this.rings[0] >= 0 && this.positions[0] >= 0;
		return !known || Math.floorMod(this.positions[0] - this.rings[0], LETTERS) == still;
	}

	/** Whether the model has plugs. */
	public boolean hasPlugboard() {
		return this.model.has(EnigmaModel.Trait.PLUGBOARD);
	}

	/**
	 * The machine that starts like this.
	 * @param still how far what stands still is turned
	 * @param turns how far the three rotors are turned: (3)
	 * @param middleWindow the letter in the middle rotor's window
	 * @param rightWindow the letter in the right rotor's window
	 * @param plugboard pairs of letters with spaces between them
	 */
	public Enigma machine(int still, int[] turns, int middleWindow, int rightWindow, String plugboard) {
		int windows = this.rings.length;
		int[] positionsThen = new int[windows];
		int[] ringsThen = new int[windows];
		int[] given = { -1, middleWindow, rightWindow };
		for (int place = 0; place < windows; place++) {
			int rotor = place - (windows - ROTORS);
			int turn = (rotor < 0) ? still : turns[rotor];
			int window = (rotor < 0) ? -1 : given[rotor];
			if (window >= 0) {
				positionsThen[place] = window;
			}
			else if (this.rings[place] >= 0) {
				positionsThen[place] = (turn + this.rings[place]) % LETTERS;
			}
			else {
				positionsThen[place] = (this.positions[place] >= 0) ? this.positions[place] : turn;
			}
			ringsThen[place] = Math.floorMod(positionsThen[place] - turn, LETTERS);
		}
		return new Enigma(this.start.model(), new Rotors.Given(this.names),
				this.reflectorName.isEmpty() ? this.start.reflector() : new Key.Given(this.reflectorName),
				Parameters.key(ringsThen, Alphabet.LATIN26), Parameters.key(positionsThen, Alphabet.LATIN26),
				hasPlugboard() ? new Key.Given(plugboard) : null);
	}

	/**
	 * What each letter is plugged to.
	 * @return (26), or null if the start leaves that open
	 */
	public int @Nullable [] plugs() {
		return (!hasPlugboard() || this.start.plugboard() instanceof Key.Given)
				? EnigmaParts.plugs(this.model, this.start.plugboard()) : null;
	}

	/** Rotors and reflector. */
	@Override
	public String toString() {
		return String.join(" ", this.names) + " " + this.reflectorName;
	}

}
