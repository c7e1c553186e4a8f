package dev.decipher.solve.machine;

import java.util.Arrays;

/**
 * Tells which plugs a crib leaves at a start of the rotors. A letter's plug is supposed,
 * and all that follows is drawn from it along the menu; a contradiction refutes it. One
 * thread's.
 */
final class EnigmaBombe {

	private static final int LETTERS = 26;

	private final EnigmaMenu menu;

	/** Where the table has what each letter of the crib becomes: (length). */
	private final int[] places;

	private byte[] table = {};

	/** What each letter is plugged to, where its bit is set in what is known. */
	private final int[] plugs = new int[LETTERS];

	private final int[] kept = new int[LETTERS];

	private int known;

	/** The plug of the first part's root that is supposed next. */
	private int next;

	/**
	 * A bombe.
	 * @param length the crib's
	 */
	EnigmaBombe(EnigmaMenu menu, int length) {
		this.menu = menu;
		this.places = new int[length];
	}

	/** Where to put the places that the table has for the crib's letters: (length). */
	int[] places() {
		return this.places;
	}

	/** Takes another table. */
	void use(byte[] table) {
		this.table = table;
	}

	/** Begins with the places as they are now. */
	void start() {
		this.next = 0;
	}

	/**
	 * Goes on to the next plug that isn't refuted.
	 * @return whether there is one
	 */
	boolean stops() {
		EnigmaMenu.Part first = this.menu.parts().get(0);
		while (this.next < LETTERS) {
			this.known = 0;
			if (follows(first, this.next++) && othersHold()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The plugs at a stop.
	 * @param plugs what each letter is plugged to, itself where that isn't known: (26)
	 * @param fixed whether it is known: (26)
	 */
	void copy(int[] plugs, boolean[] fixed) {
		for (int letter = 0; letter < LETTERS; letter++) {
			fixed[letter] = (this.known >> letter & 1) != 0;
			plugs[letter] = fixed[letter] ? this.plugs[letter] : letter;
		}
	}

	/**
	 * Whether the menu's other parts leave a plug too; where it is the only one, it is
	 * known.
	 */
	private boolean othersHold() {
		for (int part = 1; part < this.menu.parts().size(); part++) {
			EnigmaMenu.Part other = this.menu.parts().get(part);
			int before = this.known;
			int found = 0;
			int then = 0;
			for (int plug = 0; plug < LETTERS && found < 2; plug++) {
				this.known = before;
				if (follows(other, plug)) {
					found++;
					then = this.known;
					System.arraycopy(this.plugs, 0, this.kept, 0, LETTERS);
				}
			}
			if (found == 0) {
				return false;
			}
			this.known = (found == 1) ? then : before;
			if (found == 1) {
				System.arraycopy(this.kept, 0, this.plugs, 0, LETTERS);
			}
		}
		return true;
	}

	/** Whether nothing that follows from the plug of a part's root is a contradiction. */
	private boolean follows(EnigmaMenu.Part part, int plug) {
		int[] plugs = this.plugs;
		int known = this.known;
		int root = part.root();
		if ((known >> root & 1) != 0) {
			if (plugs[root] != plug) {
				return false;
			}
		}
		else if ((known >> plug & 1) != 0) {
			return false;
		}
		plugs[root] = plug;
		plugs[plug] = root;
		known |= 1 << root | 1 << plug;
		int[] from = part.from();
		int[] to = part.to();
		int[] at = part.places();
		for (int joint = 0; joint < from.length; joint++) {
			int letter = this.table[this.places[at[joint]] + plugs[from[joint]]];
			int end = to[joint];
			if ((known >> end & 1) != 0) {
				if (plugs[end] != letter) {
					return false;
				}
			}
			else if ((known >> letter & 1) != 0) {
				return false;
			}
			else {
				plugs[end] = letter;
				plugs[letter] = end;
				known |= 1 << end | 1 << letter;
			}
		}
		this.known = known;
		return true;
	}

	@Override
	public String toString() {
		return Arrays.toString(this.plugs);
	}

}
