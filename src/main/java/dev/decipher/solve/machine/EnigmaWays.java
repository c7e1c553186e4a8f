package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import dev.decipher.cipher.machine.EnigmaScrambler;

/** The ways in which the rotors of machines may step during a text. One thread's. */
final class EnigmaWays {

	private static final int LETTERS = 26;

	private final int length;

	private final Map<String, EnigmaSteps[]> known = new HashMap<>();

	EnigmaWays(int length) {
		this.length = length;
	}

	/** How many letters the text has. */
	int length() {
		return this.length;
	}

	/**
	 * The ways of a machine: where the windows are settled one for each pair of letters
	 * in them, else those that differ, without a step of the left rotor first.
	 */
	EnigmaSteps[] of(EnigmaRange.Machine machine) {
		EnigmaScrambler scrambler = machine.scrambler();
		boolean settled = machine.settlesSteps();
		String rotors = settled + Arrays.toString(scrambler.turnovers(1)) + Arrays.toString(scrambler.turnovers(2));
		return this.known.computeIfAbsent(rotors, (key) -> settled ? byWindows(scrambler)
				: EnigmaSteps.all(scrambler, this.length).toArray(EnigmaSteps[]::new));
	}

	private EnigmaSteps[] byWindows(EnigmaScrambler scrambler) {
		EnigmaSteps[] ways = new EnigmaSteps[LETTERS * LETTERS];
		for (int way = 0; way < ways.length; way++) {
			ways[way] = EnigmaSteps.of(scrambler, way / LETTERS, way % LETTERS, this.length);
		}
		return ways;
	}

	/**
	 * The number of the only way for rotors turned so far, or -1 where there are more.
	 */
	static int only(EnigmaRange.Machine machine, int middle, int right) {
		return machine.settlesSteps() ? machine.window(1, middle) * LETTERS + machine.window(2, right) : -1;
	}

}
