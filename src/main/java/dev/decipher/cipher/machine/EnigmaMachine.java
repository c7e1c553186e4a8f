package dev.decipher.cipher.machine;

import java.util.List;

import dev.decipher.cipher.SymbolCipher;

/**
 * An Enigma with its rotors in place: current goes through the plugboard, the rotors from
 * right to left, the reflector, and all the way back. It deciphers what it enciphered.
 *
 * @param wirings the contacts of each rotor, from left to right: (rotors, 26)
 * @param backward their inverses: (rotors, 26)
 * @param turnovers where each rotor turns its left neighbour on: (rotors, 26)
 * @param rings by how many letters each ring is turned against its wiring: (rotors)
 * @param positions the letters in the windows at the start: (rotors)
 * @param plugboard what each letter is plugged to: (26)
 */
record EnigmaMachine(int[][] wirings, int[][] backward, boolean[][] turnovers, int[] reflector, int[] rings,
		int[] positions, int[] plugboard) implements SymbolCipher {

	private static final int LETTERS = 26;

	/** The machine with rotors by their names, from left to right. */
	static EnigmaMachine of(List<String> rotors, int[] reflector, int[] rings, int[] positions, int[] plugboard) {
		int[][] wirings = rotors.stream().map(EnigmaModel::rotor).toArray(int[][]::new);
		int[][] backward = new int[wirings.length][LETTERS];
		for (int rotor = 0; rotor < wirings.length; rotor++) {
			for (int contact = 0; contact < LETTERS; contact++) {
				backward[rotor][wirings[rotor][contact]] = contact;
			}
		}
		boolean[][] turnovers = rotors.stream().map(EnigmaModel::turnovers).toArray(boolean[][]::new);
		return new EnigmaMachine(wirings, backward, turnovers, reflector, rings, positions, plugboard);
	}

	/** The same machine with other letters in its windows. */
	EnigmaMachine at(int[] positions) {
		return new EnigmaMachine(this.wirings, this.backward, this.turnovers, this.reflector, this.rings, positions,
				this.plugboard);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		int[] windows = this.positions.clone();
		int[] ciphertext = new int[plaintext.length];
		for (int i = 0; i < plaintext.length; i++) {
			step(windows);
			ciphertext[i] = through(plaintext[i], windows);
		}
		return ciphertext;
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return encrypt(ciphertext);
	}

	/**
	 * What happens before each letter: the right rotor steps, and each of the two right
	 * ones at its turnover takes its left neighbour with it. The middle one steps itself
	 * then as well, which is the double step; a fourth rotor stays.
	 */
	private void step(int[] windows) {
		int right = windows.length - 1;
		boolean middleTurns = this.turnovers[right - 1][windows[right - 1]];
		boolean rightTurns = this.turnovers[right][windows[right]];
		if (middleTurns) {
			windows[right - 2] = (windows[right - 2] + 1) % LETTERS;
		}
		if (middleTurns || rightTurns) {
			windows[right - 1] = (windows[right - 1] + 1) % LETTERS;
		}
		windows[right] = (windows[right] + 1) % LETTERS;
	}

	private int through(int letter, int[] windows) {
		int contact = this.plugboard[letter];
		for (int rotor = windows.length - 1; rotor >= 0; rotor--) {
			contact = turned(this.wirings[rotor], windows[rotor] - this.rings[rotor], contact);
		}
		contact = this.reflector[contact];
		for (int rotor = 0; rotor < windows.length; rotor++) {
			contact = turned(this.backward[rotor], windows[rotor] - this.rings[rotor], contact);
		}
		return this.plugboard[contact];
	}

	/** What a contact becomes by a wiring that is turned. */
	static int turned(int[] wiring, int turn, int contact) {
		return Math.floorMod(wiring[Math.floorMod(contact + turn, LETTERS)] - turn, LETTERS);
	}

}
