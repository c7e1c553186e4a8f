package dev.decipher.cipher.machine;

import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;

/**
 * Three rotors of an Enigma I and its reflector, without plugboard and rings: what each
 * letter becomes at every turn of the rotors, in one table for those who look for keys.
 */
public final class EnigmaScrambler {

	private static final int LETTERS = 26;

	private EnigmaScrambler() {
	}

	/**
	 * What every letter becomes.
	 * @param rotors three rotors' names, from left to right
	 * @param reflector the reflector's name
	 * @return indices of letters, by how far the left, the middle and the right rotor are
	 * turned against their rings, and by the letter: (26 · 26 · 26 · 26)
	 */
	public static byte[] table(List<String> rotors, String reflector) {
		int[][] wirings = rotors.stream()
			.map((rotor) -> EnigmaModel.I.rotorAt(0, rotor).wiring())
			.toArray(int[][]::new);
		byte[] table = new byte[LETTERS * LETTERS * LETTERS * LETTERS];
		int entry = 0;
		for (int left = 0; left < LETTERS; left++) {
			int[] leftAndReflector = through(wirings[0], left, EnigmaModel.I.reflector(reflector));
			for (int middle = 0; middle < LETTERS; middle++) {
				int[] allButRight = through(wirings[1], middle, leftAndReflector);
				for (int right = 0; right < LETTERS; right++) {
					for (int letter : through(wirings[2], right, allButRight)) {
						table[entry++] = (byte) letter;
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
	 * The letter in the window at which a rotor takes its left neighbour with it.
	 * @param rotor the rotor's name, I to V
	 * @return the index of the letter
	 */
	public static int turnover(String rotor) {
		boolean[] turnovers = EnigmaModel.I.rotorAt(0, rotor).turnovers();
		return IntStream.range(0, Alphabet.LATIN26.size())
			.filter((letter) -> turnovers[letter])
			.findFirst()
			.orElseThrow();
	}

}
