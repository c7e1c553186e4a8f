package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Reads an Enigma's parts as people write them, and says what is wrong with them. */
final class EnigmaParts {

	private static final Alphabet LETTERS = Alphabet.LATIN26;

	private static final Pattern NUMBER = Pattern.compile("0?[1-9]|1\\d|2[0-6]");

	/** Words around the letter of a reflector. */
	private static final Pattern AROUND = Pattern.compile("umkehrwalze|reflector|ukw|wide|thin|dünn|duenn|[^a-zä]");

	private static final Map<String, String> REFLECTOR_NAMES = Map.of("anton", "A", "bruno", "B", "caesar", "C",
			"cäsar", "C", "dora", "D");

	/**
	 * The letters of the contacts of reflector D on the German side of the front, where
	 * the contacts have the other letters: its scale runs backwards, and J and Y, which
	 * are wired to one another, stand outside it.
	 */
	private static final String GERMAN_CONTACTS = "AJZXWVUTSRQPONYMLKIHGFEDCB";

	/** So many contacts of reflector D are plugged in pairs. */
	static final int REWIRED = 24;

	private static final String PAIRS = "12 pairs of letters without J and Y (as German key sheets have them) or "
			+ "without B and O (as Bletchley Park wrote them), or 13 pairs in the order of the contacts";

	private EnigmaParts() {
	}

	/** Each rotor once at most, by names in any case. */
	static List<EnigmaWheels.Rotor> rotors(EnigmaModel model, @Nullable Rotors rotors) {
		if (!(rotors instanceof Rotors.Given given)) {
			throw InvalidInput.at("/rotors", "must be given");
		}
		List<String> names = given.names();
		InvalidInput.throwIf(names.size() != model.places(), "/rotors",
				"must be " + model.places() + " rotors for model " + model.label());
		List<String> seen = new ArrayList<>();
		for (int place = 0; place < names.size(); place++) {
			String pointer = "/rotors/" + place;
			String name = names.get(place).strip().replace("β", "Beta").replace("γ", "Gamma");
			List<String> known = List.copyOf(model.rotorsAt(place).keySet());
			String found = known.stream()
				.filter(name::equalsIgnoreCase)
				.findAny()
				.orElseThrow(() -> InvalidInput.at(pointer, "must be one of " + String.join(", ", known)));
			InvalidInput.throwIf(seen.contains(found), pointer, "must be another rotor, for there is only one of each");
			seen.add(found);
		}
		return IntStream.range(0, seen.size()).mapToObj((place) -> model.rotorAt(place, seen.get(place))).toList();
	}

	/** A reflector by its name, or rewired. */
	static int[] reflector(EnigmaModel model, @Nullable Key key) {
		List<String> names = model.reflectors();
		if (key == null && names.size() == 1) {
			return model.reflector(names.get(0));
		}
		String text = Parameters.given("reflector", key);
		if (text.chars().filter(Character::isLetter).count() >= REWIRED - 2) {
			InvalidInput.throwIf(!model.has(EnigmaModel.Trait.REWIRABLE), "/reflector",
					"can't be rewired in model " + model.label()
							+ ((model == EnigmaModel.M4)
									? "; reflector D takes the place of its fourth rotor too: name model M3"
									: ", only in " + EnigmaModel.having(EnigmaModel.Trait.REWIRABLE)));
			return rewired(text);
		}
		String lower = text.toLowerCase(Locale.ROOT);
		String name = AROUND.matcher(lower).replaceAll("");
		String letter = REFLECTOR_NAMES.getOrDefault(name, name.toUpperCase(Locale.ROOT));
		if (names.size() == 1) {
			InvalidInput.throwIf(!letter.isEmpty(), "/reflector",
					"must be left out: model " + model.label() + " has only one");
			return model.reflector(names.get(0));
		}
		boolean rewirable = model.has(EnigmaModel.Trait.REWIRABLE);
		InvalidInput.throwIf(letter.equals("D") && rewirable, "/reflector",
				"must be the wiring of D, which is part of the key: " + PAIRS);
		InvalidInput.throwIf(!names.contains(letter), "/reflector",
				"must be " + (names.isEmpty() ? "" : "one of " + String.join(", ", names) + (rewirable ? ", or " : ""))
						+ (rewirable ? PAIRS : ""));
		boolean thin = lower.contains("thin") || lower.contains("dünn") || lower.contains("duenn");
		InvalidInput.throwIf(thin && model != EnigmaModel.M4, "/reflector",
				"must not be a thin one, which only the M4 has");
		return model.reflector(letter);
	}

	/** The wiring of reflector D. */
	private static int[] rewired(String text) {
		String joined = text.replaceAll("[\\s,/-]", "").toUpperCase(Locale.ROOT);
		int[] letters = joined.codePoints().map(LETTERS::indexOf).toArray();
		boolean once = IntStream.of(letters).distinct().count() == letters.length;
		String pairs = String.join(" ", joined.split("(?<=\\G..)"));
		boolean fixedGerman = pairs.contains("JY") || pairs.contains("YJ");
		boolean fixed = pairs.contains("BO") || pairs.contains("OB");
		boolean german = !joined.contains("J") && !joined.contains("Y");
		boolean contacts = !joined.contains("B") && !joined.contains("O");
		InvalidInput.throwIf(
				!once || IntStream.of(letters).anyMatch((letter) -> letter < 0)
						|| !(letters.length == REWIRED && (german || contacts) || letters.length == REWIRED + 2),
				"/reflector", "must be " + PAIRS + ", each letter once");
		InvalidInput.throwIf(fixedGerman && fixed, "/reflector",
				"must leave out the pair that is wired for good, JY or BO, so that it tells how the contacts are lettered");
		int[] wiring = IntStream.range(0, LETTERS.size()).toArray();
		for (int i = 0; i < letters.length; i += 2) {
			connect(wiring, contact(letters[i], german || fixedGerman), contact(letters[i + 1], german || fixedGerman));
		}
		if (letters.length == REWIRED) {
			connect(wiring, LETTERS.indexOf('B'), LETTERS.indexOf('O'));
		}
		return wiring;
	}

	private static int contact(int letter, boolean german) {
		return german ? GERMAN_CONTACTS.indexOf('A' + letter) : letter;
	}

	private static void connect(int[] wiring, int one, int other) {
		wiring[one] = other;
		wiring[other] = one;
	}

	/** Letters, or numbers from 1 with blanks between them: one for each window. */
	static int[] windows(EnigmaModel model, String name, @Nullable Key key) {
		int windows = model.windows();
		int[] letters = windows(Parameters.given(name, key));
		InvalidInput.throwIf(letters.length != windows || IntStream.of(letters).anyMatch((letter) -> letter < 0),
				"/" + name, "must be " + windows + " letters or numbers, one for "
						+ (model.has(EnigmaModel.Trait.SETTABLE) ? "the reflector and each rotor" : "each rotor"));
		return letters;
	}

	/** Indices of letters, -1 for what is none. */
	static int[] windows(String text) {
		String[] parts = text.strip().split("[\\s,-]+");
		return Stream.of(parts).allMatch((part) -> NUMBER.matcher(part).matches())
				? Stream.of(parts).mapToInt((part) -> Integer.parseInt(part) - 1).toArray()
				: String.join("", parts).codePoints().map(LETTERS::indexOf).toArray();
	}

	/** The letter that each one is plugged to: (26). */
	static int[] plugs(EnigmaModel model, @Nullable Key key) {
		int[] plugs = IntStream.range(0, LETTERS.size()).toArray();
		boolean hasPlugs = model.has(EnigmaModel.Trait.PLUGBOARD);
		if (key == null && !hasPlugs) {
			return plugs;
		}
		String text = Parameters.given("plugboard", key);
		InvalidInput.throwIf(!text.isEmpty() && !hasPlugs, "/plugboard",
				"must be left out: model " + model.label() + " has none");
		for (String pair : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
			int[] letters = windows(pair.replace('/', ' '));
			InvalidInput.throwIf(letters.length != 2 || letters[0] < 0 || letters[1] < 0, "/plugboard",
					"must be pairs of letters (or of numbers, 1/20) with one space between them");
			InvalidInput.throwIf(
					letters[0] == letters[1] || plugs[letters[0]] != letters[0] || plugs[letters[1]] != letters[1],
					"/plugboard", "must have each letter once at most");
			connect(plugs, letters[0], letters[1]);
		}
		return plugs;
	}

}
