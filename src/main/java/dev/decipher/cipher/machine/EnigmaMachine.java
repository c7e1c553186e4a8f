package dev.decipher.cipher.machine;

import java.util.List;

import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.SymbolCipher;

/**
 * An Enigma with its wheels in place: current goes through the plugboard and the entry
 * wheel, the rotors from right to left, the reflector, and all the way back. It deciphers
 * what it enciphered. Its wheels are numbered from the left, the reflector is the first.
 *
 * @param wirings the contacts of each wheel, from left to right: (wheels, 26)
 * @param backward their inverses: (wheels, 26)
 * @param turnovers where each wheel turns its left neighbour on: (wheels, 26)
 * @param rings by how many letters each ring is turned against its wiring: (wheels)
 * @param positions the letters in the windows at the start: (wheels)
 * @param entering the contact that each letter is wired to: (26)
 * @param leaving its inverse: (26)
 * @param cogs whether the wheels are turned by cogs
 */
record EnigmaMachine(int[][] wirings, int[][] backward, boolean[][] turnovers, int[] rings, int[] positions,
		int[] entering, int[] leaving, boolean cogs) implements SymbolCipher {

	private static final int LETTERS = 26;

	/**
	 * The machine of a model.
	 * @param rotors from left to right
	 * @param rings a letter for each window
	 * @param positions a letter for each window
	 * @param plugboard what each letter is plugged to: (26)
	 */
	static EnigmaMachine of(EnigmaModel model, List<EnigmaWheels.Rotor> rotors, int[] reflector, int[] rings,
			int[] positions, int[] plugboard) {
		int wheels = rotors.size() + 1;
		int[][] wirings = new int[wheels][];
		int[][] backward = new int[wheels][];
		boolean[][] turnovers = new boolean[wheels][];
		wirings[0] = reflector;
		backward[0] = reflector;
		turnovers[0] = new boolean[LETTERS];
		for (int wheel = 1; wheel < wheels; wheel++) {
			wirings[wheel] = rotors.get(wheel - 1).wiring();
			backward[wheel] = rotors.get(wheel - 1).backward();
			turnovers[wheel] = rotors.get(wheel - 1).turnovers();
		}
		int[] keys = KeyNumbers.inverse(model.entry());
		int[] entering = new int[LETTERS];
		for (int letter = 0; letter < LETTERS; letter++) {
			entering[letter] = keys[plugboard[letter]];
		}
		return new EnigmaMachine(wirings, backward, turnovers, ofWheels(rings, wheels), ofWheels(positions, wheels),
				entering, KeyNumbers.inverse(entering), model.has(EnigmaModel.Trait.COGS));
	}

	/** A reflector without a window is one at A. */
	private static int[] ofWheels(int[] windows, int wheels) {
		int[] letters = new int[wheels];
		System.arraycopy(windows, 0, letters, wheels - windows.length, windows.length);
		return letters;
	}

	/** The same machine with other letters in its windows. */
	EnigmaMachine at(int[] windows) {
		return new EnigmaMachine(this.wirings, this.backward, this.turnovers, this.rings,
				ofWheels(windows, this.wirings.length), this.entering, this.leaving, this.cogs);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		int[] windows = this.positions.clone();
		int[] ciphertext = new int[plaintext.length];
		for (int i = 0; i < plaintext.length; i++) {
			if (this.cogs) {
				turn(windows);
			}
			else {
				step(windows);
			}
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

	/** With cogs a wheel turns as its right neighbour does that from a turnover. */
	private void turn(int[] windows) {
		boolean turns = true;
		for (int wheel = windows.length - 1; turns && wheel >= 0; wheel--) {
			turns = this.turnovers[wheel][windows[wheel]];
			windows[wheel] = (windows[wheel] + 1) % LETTERS;
		}
	}

	private int through(int letter, int[] windows) {
		int contact = this.entering[letter];
		for (int wheel = windows.length - 1; wheel >= 0; wheel--) {
			contact = turned(this.wirings[wheel], windows[wheel] - this.rings[wheel], contact);
		}
		for (int wheel = 1; wheel < windows.length; wheel++) {
			contact = turned(this.backward[wheel], windows[wheel] - this.rings[wheel], contact);
		}
		return this.leaving[contact];
	}

	/** What a contact becomes by a wiring that is turned. */
	static int turned(int[] wiring, int turn, int contact) {
		return Math.floorMod(wiring[Math.floorMod(contact + turn, LETTERS)] - turn, LETTERS);
	}

}
