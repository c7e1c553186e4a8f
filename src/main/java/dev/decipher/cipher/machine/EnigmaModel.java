package dev.decipher.cipher.machine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The models of the Enigma and the parts that each takes.
 * <p>
 * Wirings and turnover letters: Philip Marks and Frode Weierud, Recovering the wiring of
 * Enigma's Umkehrwalze A, Cryptologia 24(1), 2000, for reflector A; the others as Crypto
 * Museum gives them, <a href="https://www.cryptomuseum.com/crypto/enigma/wiring.htm">
 * Enigma wiring</a>.
 */
enum EnigmaModel {

	/** Of the army and the air force. */
	I("I", List.of("I", "II", "III", "IV", "V"), Set.of("A", "B", "C")),

	/** Of the navy. */
	M3("M3", List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), Set.of("B", "C")),

	/**
	 * Of the submarines: with a fourth rotor at the left, which doesn't step, and thin
	 * reflectors.
	 */
	M4("M4", List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII"), Set.of("B", "C"));

	/** The fourth rotors of the M4. */
	static final List<String> FOURTH_ROTORS = List.of("Beta", "Gamma");

	private static final Map<String, String> ROTORS = Map.of("I", "EKMFLGDQVZNTOWYHXUSPAIBRCJ", "II",
			"AJDKSIRUXBLHWTMCQGZNPYFVOE", "III", "BDFHJLCPRTXVZNYEIWGAKMUSQO", "IV", "ESOVPZJAYQUIRHXLNFTGKDCMWB", "V",
			"VZBRGITYUPSDNHLXAWMJQOFECK", "VI", "JPGVOUMFYQBENHZRDKASXLICTW", "VII", "NZJHGRCXMYSWBOUFAIVLPEKQDT",
			"VIII", "FKQHTLXOCBJSPDZRAMEWNIUYGV", "Beta", "LEYJVCNIXWPBQMDRTAKZGFUHOS", "Gamma",
			"FSOKANUERHMBTIYCWLQPZXVGJD");

	/** The letters in the window at which a rotor takes its left neighbour with it. */
	private static final Map<String, String> TURNOVERS = Map.of("I", "Q", "II", "E", "III", "V", "IV", "J", "V", "Z",
			"VI", "ZM", "VII", "ZM", "VIII", "ZM", "Beta", "", "Gamma", "");

	private static final Map<String, String> REFLECTORS = Map.of("A", "EJMZALYXVBWFCRQUONTSPIKHGD", "B",
			"YRUHQSLDPXNGOKMIEBFZCWVJAT", "C", "FVPJIAOYEDRZXWGCTKUQSBNMHL");

	private static final Map<String, String> THIN_REFLECTORS = Map.of("B", "ENKQAUYWJICOPBLMDXZVFTHRGS", "C",
			"RDOBJNTKVEHMLFCWZAXGYIPSUQ");

	private final String label;

	private final List<String> rotors;

	private final List<String> reflectors;

	EnigmaModel(String label, List<String> rotors, Set<String> reflectors) {
		this.label = label;
		this.rotors = rotors;
		this.reflectors = reflectors.stream().sorted().toList();
	}

	/** The model's name in JSON. */
	String label() {
		return this.label;
	}

	/** How many rotors it has. */
	int places() {
		return (this == M4) ? 4 : 3;
	}

	/** The names of the rotors that may stand at a place, numbered from the left. */
	List<String> rotorsAt(int place) {
		return (this == M4 && place == 0) ? FOURTH_ROTORS : this.rotors;
	}

	List<String> reflectors() {
		return this.reflectors;
	}

	int[] reflector(String name) {
		return wiring((this == M4) ? THIN_REFLECTORS : REFLECTORS, name);
	}

	static int[] rotor(String name) {
		return wiring(ROTORS, name);
	}

	/** For each of the 26 letters, whether the rotor turns its neighbour on there. */
	static boolean[] turnovers(String name) {
		boolean[] turnovers = new boolean[26];
		Objects.requireNonNull(TURNOVERS.get(name)).chars().forEach((letter) -> turnovers[letter - 'A'] = true);
		return turnovers;
	}

	private static int[] wiring(Map<String, String> wirings, String name) {
		String letters = Objects.requireNonNull(wirings.get(name));
		return IntStream.range(0, letters.length()).map((contact) -> letters.charAt(contact) - 'A').toArray();
	}

}
