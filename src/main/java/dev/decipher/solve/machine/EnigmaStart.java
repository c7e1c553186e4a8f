package dev.decipher.solve.machine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.cipher.machine.Rotors;

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

	private static final int LETTERS = 26;

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

	/** The letter in the middle rotor's window, which tells when the left one steps. */
	int middleWindow(List<String> rotors) {
		return Math.floorMod(EnigmaScrambler.turnover(rotors.get(1)) - this.leftSteps, LETTERS);
	}

	/** The letter in the right rotor's window, which tells when the middle one steps. */
	int rightWindow(List<String> rotors) {
		return Math.floorMod(EnigmaScrambler.turnover(rotors.get(2)) - this.middleSteps, LETTERS);
	}

	/**
	 * The machine that starts like this, with the left rotor's ring at A.
	 * @param plugs what each letter is plugged to (26)
	 */
	Enigma enigma(List<String> rotors, String reflector, int[] plugs) {
		int middleWindow = middleWindow(rotors);
		int rightWindow = rightWindow(rotors);
		String pairs = IntStream.range(0, LETTERS)
			.filter((letter) -> plugs[letter] > letter)
			.mapToObj((letter) -> letters(letter, plugs[letter]).text())
			.collect(Collectors.joining(" "));
		return new Enigma("I", new Rotors.Given(rotors), new Key.Given(reflector),
				letters(0, middleWindow - this.middle, rightWindow - this.right),
				letters(this.left, middleWindow, rightWindow), new Key.Given(pairs));
	}

	private static Key.Given letters(int... letters) {
		return Parameters.key(IntStream.of(letters).map((letter) -> Math.floorMod(letter, LETTERS)).toArray(),
				Alphabet.LATIN26);
	}

}
