package dev.decipher.solve.machine;

/**
 * How the rotors of an Enigma stand before the first letter. How far a rotor is turned
 * means against its ring.
 *
 * @param order the number of the rotors' order
 * @param left how far the left rotor is turned
 * @param middle how far the middle rotor is turned
 * @param right how far the right rotor is turned
 * @param middleSteps the letter before which the middle rotor steps for the first time, 0
 * to 25
 * @param leftSteps with which of those steps the middle rotor comes to where it takes the
 * left one with it, 1 to {@value #NEVER}, which takes 625 letters
 */
record EnigmaStart(int order, int left, int middle, int right, int middleSteps, int leftSteps) {

	/** Steps of the middle rotor that a short text has not. */
	static final int NEVER = 25;

	/** As a number of {@value #BITS} bits. */
	static long pack(int order, int left, int middle, int right, int middleSteps, int leftSteps) {
		return ((((order * 26L + left) * 26 + middle) * 26 + right) * 26 + middleSteps) * 26 + leftSteps;
	}

	static final int BITS = 30;

	static EnigmaStart unpack(long packed) {
		return new EnigmaStart((int) (packed / (26 * 26 * 26 * 26 * 26)), (int) (packed / (26 * 26 * 26 * 26) % 26),
				(int) (packed / (26 * 26 * 26) % 26), (int) (packed / (26 * 26) % 26), (int) (packed / 26 % 26),
				(int) (packed % 26));
	}

}
