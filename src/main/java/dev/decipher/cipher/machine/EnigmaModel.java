package dev.decipher.cipher.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The models of the Enigma and the parts that each takes.
 * <p>
 * Wirings and turnover letters: Philip Marks and Frode Weierud, Recovering the wiring of
 * Enigma's Umkehrwalze A, Cryptologia 24(1), 2000, for reflector A; the others as Crypto
 * Museum gives them, <a href="https://www.cryptomuseum.com/crypto/enigma/wiring.htm">
 * Enigma wiring</a>.
 */
enum EnigmaModel {

	/** The army's and the air force's. */
	I("I", EnigmaWheels.first(5, EnigmaWheels.SERVICES), EnigmaWheels.A_B_C, Trait.PLUGBOARD, Trait.REWIRABLE),

	/** The navy's. */
	M3("M3", EnigmaWheels.SERVICES, EnigmaWheels.B_C, Trait.PLUGBOARD, Trait.REWIRABLE),

	/**
	 * The submarines': with a fourth rotor at the left, which doesn't step, and thin
	 * reflectors.
	 */
	M4("M4", EnigmaWheels.SERVICES, EnigmaWheels.THIN, Trait.PLUGBOARD),

	/** The Norwegian police's after the war, "Norenigma". */
	NORWAY("Norway", EnigmaWheels.NORWAY, EnigmaWheels.NORWAYS, Trait.PLUGBOARD),

	/** A special machine of unknown users, "Sondermaschine". */
	SONDER("Sonder", EnigmaWheels.SONDER, EnigmaWheels.SONDERS, Trait.PLUGBOARD),

	/** Commercial. */
	D("D", EnigmaWheels.COMMERCIAL, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE),

	/** Commercial, later. */
	K("K", EnigmaWheels.COMMERCIAL, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE),

	/** The Swiss army's. */
	SWISS_K("Swiss-K", EnigmaWheels.SWISS, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE),

	/** The German railway's, "Rocket". */
	RAILWAY("Railway", EnigmaWheels.RAILWAY, EnigmaWheels.RAILWAYS, Trait.QWERTZ, Trait.SETTABLE),

	/** The German and the Japanese navy's, model T. */
	TIRPITZ("Tirpitz", EnigmaWheels.TIRPITZ, EnigmaWheels.TIRPITZS, Trait.KZROUQ, Trait.SETTABLE),

	/** The Mil Amt's, a K with a rewirable reflector. */
	KD("KD", EnigmaWheels.KD, Map.of(), Trait.QWERTZ, Trait.REWIRABLE),

	/** With cog wheels and a counter, "Zählwerk": A28 and G31. */
	G("G", EnigmaWheels.G, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE, Trait.COGS),

	/** Hungarian. */
	G_111("G-111", EnigmaWheels.G_111, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE, Trait.COGS),

	/** The Abwehr's in Argentina. */
	G_260("G-260", EnigmaWheels.G_260, EnigmaWheels.COMMERCIALS, Trait.QWERTZ, Trait.SETTABLE, Trait.COGS),

	/** The Abwehr's. */
	G_312("G-312", EnigmaWheels.G_312, EnigmaWheels.G_312S, Trait.QWERTZ, Trait.SETTABLE, Trait.COGS);

	private static final String ALPHABETICAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private final String label;

	private final Map<String, EnigmaWheels.Rotor> rotors;

	private final Map<String, int[]> reflectors;

	private final Set<Trait> traits;

	EnigmaModel(String label, Map<String, EnigmaWheels.Rotor> rotors, Map<String, int[]> reflectors, Trait... traits) {
		this.label = label;
		this.rotors = rotors;
		this.reflectors = reflectors;
		this.traits = Set.of(traits);
	}

	/** A way in which a model differs from others. */
	enum Trait {

		/** Pairs of letters are exchanged before and behind the wheels. */
		PLUGBOARD,

		/** Keys are wired to the wheels in the order of the keyboard. */
		QWERTZ,

		/** Keys are wired to the wheels in an order of the T's own. */
		KZROUQ,

		/** The reflector has a window and a ring of its own. */
		SETTABLE,

		/** Takes reflector D, whose wiring is part of the key. */
		REWIRABLE,

		/**
		 * Wheels are turned by cogs, the reflector too, and not by ratchets: there is no
		 * double step.
		 */
		COGS

	}

	static EnigmaModel of(String label) {
		return Arrays.stream(values()).filter((model) -> model.label.equals(label)).findAny().orElseThrow();
	}

	/** The model's name in JSON. */
	String label() {
		return this.label;
	}

	boolean has(Trait trait) {
		return this.traits.contains(trait);
	}

	/** How many rotors it has. */
	int places() {
		return (this == M4) ? 4 : 3;
	}

	/** How many letters its rings and its positions have. */
	int windows() {
		return places() + (has(Trait.SETTABLE) ? 1 : 0);
	}

	/** The rotors that may stand at a place, numbered from the left, by their names. */
	Map<String, EnigmaWheels.Rotor> rotorsAt(int place) {
		return (this == M4 && place == 0) ? EnigmaWheels.GREEK : this.rotors;
	}

	EnigmaWheels.Rotor rotorAt(int place, String name) {
		return Objects.requireNonNull(rotorsAt(place).get(name));
	}

	/** How many ways there are to choose and order the rotors. */
	int orders() {
		int orders = 1;
		for (int place = 0; place < places(); place++) {
			orders *= rotorsAt(place).size() - ((this == M4) ? Math.max(0, place - 1) : place);
		}
		return orders;
	}

	/** The reflectors that have a name. */
	List<String> reflectors() {
		return List.copyOf(this.reflectors.keySet());
	}

	int[] reflector(String name) {
		return Objects.requireNonNull(this.reflectors.get(name)).clone();
	}

	/** The keys in the order of the contacts that they are wired to: (26). */
	int[] entry() {
		return EnigmaWheels.letters(has(Trait.QWERTZ) ? "QWERTZUIOASDFGHJKPYXCVBNML"
				: has(Trait.KZROUQ) ? "KZROUQHYAIGBLWVSTDXFPNMCJE" : ALPHABETICAL);
	}

	/** The models with a trait, as a phrase. */
	static String having(Trait trait) {
		List<String> labels = Stream.of(values()).filter((model) -> model.has(trait)).map(EnigmaModel::label).toList();
		int last = labels.size() - 1;
		return String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
	}

}
