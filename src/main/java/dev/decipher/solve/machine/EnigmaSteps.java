package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.decipher.cipher.machine.EnigmaScrambler;

/**
 * How the rotors of an Enigma step during a text.
 *
 * @param middleWindow the letter in the middle rotor's window before the first letter
 * @param rightWindow the letter in the right rotor's window before the first letter
 * @param left how many steps the left rotor has made by each letter, its own included:
 * (length)
 * @param middle how many steps the middle rotor has made: (length)
 * @param starts the letters from which left and middle rotor stand still, the first one
 * and those at which one steps: (parts)
 */
record EnigmaSteps(int middleWindow, int rightWindow, short[] left, short[] middle, int[] starts) {

	static final int LETTERS = 26;

	/** How they step from two letters in their windows. */
	static EnigmaSteps of(EnigmaScrambler scrambler, int middleWindow, int rightWindow, int length) {
		boolean[] middleTurnovers = scrambler.turnovers(1);
		boolean[] rightTurnovers = scrambler.turnovers(2);
		short[] left = new short[length];
		short[] middle = new short[length];
		int[] starts = new int[length];
		int parts = 0;
		int lefts = 0;
		int middles = 0;
		for (int i = 0; i < length; i++) {
			boolean middleTurns = middleTurnovers[(middleWindow + middles) % LETTERS];
			boolean rightTurns = rightTurnovers[(rightWindow + i) % LETTERS];
			lefts += middleTurns ? 1 : 0;
			middles += (middleTurns || rightTurns) ? 1 : 0;
			left[i] = (short) lefts;
			middle[i] = (short) middles;
			if (i == 0 || middleTurns || rightTurns) {
				starts[parts++] = i;
			}
		}
		return new EnigmaSteps(middleWindow, rightWindow, left, middle, Arrays.copyOf(starts, parts));
	}

	/**
	 * All ways to step that differ within a text, those without a step of the left rotor
	 * first. The left rotor doesn't step before the first letter: that is the same as
	 * another start.
	 */
	static List<EnigmaSteps> all(EnigmaScrambler scrambler, int length) {
		List<EnigmaSteps> still = new ArrayList<>();
		List<EnigmaSteps> stepping = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int middleWindow = 0; middleWindow < LETTERS; middleWindow++) {
			for (int rightWindow = 0; rightWindow < LETTERS; rightWindow++) {
				EnigmaSteps steps = of(scrambler, middleWindow, rightWindow, length);
				if (steps.left[0] == 0 && seen.add(Arrays.toString(steps.middle) + Arrays.toString(steps.left))) {
					(steps.leftSteps() ? stepping : still).add(steps);
				}
			}
		}
		still.addAll(stepping);
		return still;
	}

	/** Whether the left rotor steps. */
	boolean leftSteps() {
		return this.left[this.left.length - 1] > 0;
	}

	/**
	 * Where the table of a scrambler has what each letter becomes.
	 * @param leftTurn how far the left rotor is turned before the text's first letter
	 * @param middleTurn how far the middle rotor is turned
	 * @param rightTurn how far the right rotor is turned
	 * @param from the letter to begin with
	 * @param places is filled in from there: (letters)
	 */
	void places(int leftTurn, int middleTurn, int rightTurn, int from, int[] places) {
		for (int i = 0; i < places.length; i++) {
			int at = from + i;
			places[i] = (((leftTurn + this.left[at]) % LETTERS * LETTERS + (middleTurn + this.middle[at]) % LETTERS)
					* LETTERS + (rightTurn + at + 1) % LETTERS) * LETTERS;
		}
	}

}
