package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.decipher.cipher.Key;

/** Keys of the M-209 as those see them who look for one. */
public final class M209Keys {

	/** The number of bars of the drum. */
	public static final int BARS = M209.BARS;

	private M209Keys() {
	}

	/** How many pins each wheel has: (6). */
	public static int[] pins() {
		return Stream.of(M209.WHEELS).mapToInt(String::length).toArray();
	}

	/**
	 * The machine with all wheels at A at the start.
	 * @param set whether each wheel's pin is set that is in play at the first letter, the
	 * second and so on: (6, pins of the wheel)
	 * @param lugs for each kind of bar the wheels that its lugs stand at, as a sum of 1
	 * for the first wheel, 2 for the second, 4 for the third and so on: (kinds)
	 * @param bars how many bars there are of each kind: (kinds)
	 */
	public static M209 machine(boolean[][] set, int[] lugs, int[] bars) {
		List<String> wheels = new ArrayList<>();
		for (int wheel = 0; wheel < set.length; wheel++) {
			String letters = M209.WHEELS[wheel];
			StringBuilder pins = new StringBuilder();
			for (int window = 0; window < letters.length(); window++) {
				int pin = Math.floorMod(window - M209.FIRST_PIN + wheel, letters.length());
				if (set[wheel][pin]) {
					pins.append(letters.charAt(window));
				}
			}
			wheels.add(pins.isEmpty() ? "-" : pins.toString());
		}
		List<String> drum = new ArrayList<>();
		for (int kind = 0; kind < lugs.length; kind++) {
			if (bars[kind] > 0) {
				drum.add(pair(lugs[kind]) + ((bars[kind] > 1) ? "*" + bars[kind] : ""));
			}
		}
		return new M209(new Key.Given(String.join(" ", wheels)), new Key.Given(String.join(" ", drum)),
				new Key.Given("A".repeat(set.length)), null);
	}

	/** The wheels of two lugs, 0 for none. */
	private static String pair(int lugs) {
		int last = Integer.SIZE - Integer.numberOfLeadingZeros(lugs);
		int first = (Integer.bitCount(lugs) == 2) ? Integer.numberOfTrailingZeros(lugs) + 1 : 0;
		return first + "-" + last;
	}

}
