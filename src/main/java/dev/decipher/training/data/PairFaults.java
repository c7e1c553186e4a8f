package dev.decipher.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.decipher.problem.InvalidInput;

/**
 * The faults of pairs, counted while they go by. A client that sent a wrong file wants to
 * see a few faults, not a million.
 */
final class PairFaults {

	static final int MAX_FAULTS = 20;

	private final List<InvalidInput.Fault> faults = new ArrayList<>();

	private int index;

	/** Looks at a pair. */
	interface Look {

		void at() throws IOException;

	}

	/**
	 * Goes on to the next pair.
	 * @param where stands before what is wrong with it
	 * @param look throws what is wrong, with pointers relative to the pair
	 * @throws InvalidInput once there are enough faults
	 */
	void look(String where, Look look) throws IOException {
		try {
			look.at();
		}
		catch (InvalidInput ex) {
			ex.faults().forEach((fault) -> add(fault.pointer(), where + fault.detail()));
		}
		if (this.faults.size() == MAX_FAULTS) {
			throwIfAny();
		}
		this.index++;
	}

	/** A fault that makes it useless to go on, behind those found before. */
	InvalidInput end(String detail) {
		add("", detail);
		return new InvalidInput(this.faults);
	}

	private void add(String pointer, String detail) {
		if (this.faults.size() < MAX_FAULTS) {
			this.faults.add(new InvalidInput.Fault("/" + this.index + pointer, detail));
		}
	}

	void throwIfAny() {
		if (!this.faults.isEmpty()) {
			throw new InvalidInput(this.faults);
		}
	}

}
