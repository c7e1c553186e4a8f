package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.cipher.machine.EnigmaScrambler;

/**
 * A way in which the rotors may step inside a crib, and the ways in which they then step
 * in the text around it.
 *
 * @param left how many steps the left rotor has made since the crib's first letter:
 * (length)
 * @param middle how many steps the middle rotor has made since then: (length)
 * @param ways how the rotors may step in the text
 */
record CribSteps(short[] left, short[] middle, List<EnigmaSteps> ways) {

	private static final int LETTERS = 26;

	/**
	 * All ways to step inside a crib.
	 * @param settled whether each pair of letters in the windows is a way of its own
	 * @param place where the crib stands
	 * @param length how long it is
	 * @param textLength as much of the text as is looked at
	 * @return those without a step of the left rotor inside the crib first
	 */
	static List<CribSteps> all(EnigmaScrambler scrambler, boolean settled, int place, int length, int textLength) {
		Map<String, CribSteps> still = new LinkedHashMap<>();
		Map<String, CribSteps> stepping = new LinkedHashMap<>();
		for (int rightWindow = 0; rightWindow < LETTERS; rightWindow++) {
			EnigmaSteps farthest = null;
			for (int middleWindow = 0; middleWindow < LETTERS; middleWindow++) {
				EnigmaSteps steps = EnigmaSteps.of(scrambler, middleWindow, rightWindow, textLength);
				if (settled) {
					add(still, steps, place, length, middleWindow + " " + rightWindow);
				}
				else if (stepsOfLeft(steps, place, length) > 0) {
					add(stepping, steps, place, length, "");
				}
				else if (farthest == null || nearness(steps, place) < nearness(farthest, place)) {
					farthest = steps;
				}
			}
			if (farthest != null) {
				add(still, farthest, place, length, "");
			}
		}
		List<CribSteps> all = new ArrayList<>(still.values());
		all.addAll(stepping.values());
		return all;
	}

	private static void add(Map<String, CribSteps> all, EnigmaSteps steps, int place, int length, String windows) {
		short[] left = Arrays.copyOfRange(steps.left(), place, place + length);
		short[] middle = Arrays.copyOfRange(steps.middle(), place, place + length);
		for (int i = length - 1; i >= 0; i--) {
			left[i] -= left[0];
			middle[i] -= middle[0];
		}
		all.computeIfAbsent(windows + Arrays.toString(left) + Arrays.toString(middle),
				(key) -> new CribSteps(left, middle, new ArrayList<>()))
			.ways()
			.add(steps);
	}

	/** Whether the left rotor steps inside the crib. */
	boolean leftSteps() {
		return this.left[this.left.length - 1] > 0;
	}

	private static int stepsOfLeft(EnigmaSteps steps, int place, int length) {
		return steps.left()[place + length - 1] - steps.left()[place];
	}

	/** How near to the crib the left rotor steps. */
	private static double nearness(EnigmaSteps steps, int place) {
		double nearness = 0;
		for (int i = 0; i < steps.left().length; i++) {
			int before = (i > 0) ? steps.left()[i - 1] : 0;
			nearness += (double) (steps.left()[i] - before) / (1 + Math.abs(i - place));
		}
		return nearness;
	}

}
