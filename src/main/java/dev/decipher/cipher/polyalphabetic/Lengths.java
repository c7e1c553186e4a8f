package dev.decipher.cipher.polyalphabetic;

import java.util.List;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Lengths that a cipher parts messages into, as they are given. */
final class Lengths {

	private Lengths() {
	}

	/**
	 * Holds lengths to what is possible.
	 * @param name the parameter's
	 * @param most how many there may be, and how long each
	 * @throws InvalidInput with a pointer relative to the cipher
	 */
	static List<Integer> read(String name, List<@Nullable Integer> lengths, int most) {
		InvalidInput.throwIf(lengths.isEmpty() || lengths.size() > most, "/" + name,
				"must be 1 to " + most + " lengths");
		for (int i = 0; i < lengths.size(); i++) {
			Integer length = lengths.get(i);
			InvalidInput.throwIf(length == null || length < 1 || length > most, "/" + name + "/" + i,
					"must be between 1 and " + most);
		}
		return List.copyOf(lengths);
	}

}
