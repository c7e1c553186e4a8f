package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.List;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are looked for: all that agree with what is known, and that is what the
 * Enigma has which a search starts from. Whatever it leaves out is open; without one, it
 * is an Enigma I of which nothing is known.
 *
 * @param machines the rotors and reflectors to try
 * @param plugs what each letter is plugged to (26), or null where that is open
 */
record EnigmaRange(List<Machine> machines, int @Nullable [] plugs) {

	static final int LETTERS = 26;

	private static final Enigma UNKNOWN = new Enigma("I", null, null, null, null, null);

	/**
	 * Rotors and a reflector.
	 *
	 * @param number its place in the list
	 * @param still how far what stands still is turned
	 */
	record Machine(int number, EnigmaScrambler scrambler, int still) {

		byte[] table() {
			return this.scrambler.table(this.still);
		}

		/** Whether the rotors may be turned so far. */
		boolean admits(int left, int middle, int right) {
			return admits(0, left) && admits(1, middle) && admits(2, right);
		}

		private boolean admits(int rotor, int turn) {
			int ring = this.scrambler.ring(rotor);
			int position = this.scrambler.position(rotor);
			return ring < 0 || position < 0 || Math.floorMod(position - ring, LETTERS) == turn;
		}

		/** Whether how the rotors step is known, or follows from how they are turned. */
		boolean settlesSteps() {
			return settles(1) && settles(2);
		}

		private boolean settles(int rotor) {
			return this.scrambler.ring(rotor) >= 0 || this.scrambler.position(rotor) >= 0;
		}

		/** The letter in a rotor's window, where that is settled. */
		int window(int rotor, int turn) {
			int ring = this.scrambler.ring(rotor);
			return (ring >= 0) ? (turn + ring) % LETTERS : this.scrambler.position(rotor);
		}

	}

	/** The range that a start leaves; all of an Enigma I if that is null. */
	static EnigmaRange of(@Nullable Cipher start) {
		Enigma enigma = (start instanceof Enigma given) ? given : UNKNOWN;
		List<Machine> machines = new ArrayList<>();
		int @Nullable [] plugs = null;
		for (EnigmaScrambler scrambler : EnigmaScrambler.of(enigma)) {
			for (int still = 0; still < scrambler.turnsOfStill(); still++) {
				if (scrambler.admits(still)) {
					machines.add(new Machine(machines.size(), scrambler, still));
				}
			}
			plugs = scrambler.plugs();
		}
		return new EnigmaRange(machines, plugs);
	}

	/** Whether it is known that there are no plugs, or which. */
	boolean knowsPlugs() {
		return this.plugs != null;
	}

}
