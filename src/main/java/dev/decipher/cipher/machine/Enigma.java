package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Enigma with a plugboard: model I of the army, M3 of the navy, M4 of the submarines.
 * Described in Dirk Rijmenants, Technical Details of the Enigma Machine. What is left out
 * is left to chance.
 *
 * @param model {@code I}, {@code M3} or {@code M4}
 * @param rotors three from left to right; four for an M4, the first of them {@code Beta}
 * or {@code Gamma}
 * @param reflector {@code A} (only model I), {@code B} or {@code C}; an M4's are the thin
 * ones
 * @param rings the ring settings, a letter for each rotor
 * @param positions the letters in the windows at the start, one for each rotor
 * @param plugboard up to 13 pairs of letters with spaces between them
 */
@JsonTypeName("enigma")
@Schema(description = "The rotor machine with a plugboard",
		example = "{\"type\": \"enigma\", \"model\": \"I\", \"rotors\": [\"II\", \"IV\", \"V\"], \"reflector\": \"B\", "
				+ "\"rings\": \"BUL\", \"positions\": \"BLA\", \"plugboard\": \"AV BS CG DL FU HZ IN KM OW RX\"}")
public record Enigma(@Schema(description = "I (army), M3 (navy) or M4 (submarines)", allowableValues = {
		"I", "M3", "M4" }, example = "I") String model,
		@Nullable @Schema(
				description = "Three of I to V, or to VIII for M3 and M4, from left to right; an M4 has Beta or "
						+ "Gamma before them. Left out, they are drawn") Rotors rotors,
		@Nullable @Schema(
				description = "A (only model I), B or C, which are the thin ones in an M4; left out, it is drawn",
				example = "B") Key reflector,
		@Nullable @Schema(description = "The ring settings, a letter for each rotor; left out, they are drawn",
				example = "BUL") Key rings,
		@Nullable @Schema(
				description = "The letters in the windows at the start, one for each rotor; left out, they are "
						+ "drawn",
				example = "BLA") Key positions,
		@Nullable @Schema(description = "Up to 13 pairs of letters, or nothing; left out, ten are drawn",
				example = "AV BS CG DL FU HZ IN KM OW RX") Key plugboard)
		implements
			Cipher{

	private static final Alphabet LETTERS = Alphabet.LATIN26;

	private static final int MOST_PLUGS = 13;

	private static final int USUAL_PLUGS = 10;

	@Override
	public boolean takesAnyKey(String name) {
		return name.equals("positions");
	}

	private static EnigmaModel of(String label) {
		return Arrays.stream(EnigmaModel.values())
			.filter((model) -> model.label().equals(label))
			.findAny()
			.orElseThrow();
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (!alphabet.symbols().equals(LETTERS.symbols())) {
			throw InvalidInput.at("", "must be the letters A to Z for an Enigma");
		}
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		EnigmaModel of = of(this.model);
		Rotors drawnRotors = (this.rotors instanceof Rotors.Given) ? this.rotors : drawRotors(of, random);
		Key drawnReflector = this.reflector;
		if (isOpen(this.reflector)) {
			requireLength("reflector", this.reflector, 1);
			drawnReflector = new Key.Given(of.reflectors().get(random.nextInt(of.reflectors().size())));
		}
		Key drawnRings = letters("rings", this.rings, of.places(), random);
		Key drawnPositions = letters("positions", this.positions, of.places(), random);
		Key drawnPlugs = isOpen(this.plugboard) ? drawPlugs(random) : this.plugboard;
		Enigma drawn = new Enigma(this.model, drawnRotors, drawnReflector, drawnRings, drawnPositions, drawnPlugs);
		return drawn.equals(this) ? this : drawn;
	}

	private static boolean isOpen(@Nullable Key key) {
		return key == null || key instanceof Key.Random;
	}

	private static Rotors drawRotors(EnigmaModel model, RandomGenerator random) {
		List<String> names = new ArrayList<>();
		for (int place = 0; place < model.places(); place++) {
			List<String> left = new ArrayList<>(model.rotorsAt(place));
			left.removeAll(names);
			names.add(left.get(random.nextInt(left.size())));
		}
		return new Rotors.Given(names);
	}

	private static @Nullable Key letters(String name, @Nullable Key key, int places, RandomGenerator random) {
		if (!isOpen(key)) {
			return key;
		}
		requireLength(name, key, places);
		return Parameters.key(random.ints(places, 0, LETTERS.size()).toArray(), LETTERS);
	}

	private static void requireLength(String name, @Nullable Key key, int places) {
		Key.Length length = (key instanceof Key.Random left) ? left.length()
				: (key instanceof Key.Any any) ? any.length() : null;
		if (length != null && !length.contains(places)) {
			throw InvalidInput.at("/" + name + ((key instanceof Key.Any) ? "/any/length" : "/random/length"),
					"must allow " + places + ", how many letters there are");
		}
	}

	/** The length of a plugboard is its number of pairs. */
	private Key drawPlugs(RandomGenerator random) {
		int pairs = USUAL_PLUGS;
		if (this.plugboard instanceof Key.Random left && left.length() != null) {
			if (left.length().max() > MOST_PLUGS) {
				throw InvalidInput.at("/plugboard/random/length/1",
						"must be at most 13, how many pairs of letters there are");
			}
			pairs = left.length().draw(random);
		}
		int[] letters = KeyPart.permutation(LETTERS.size()).draw(random);
		return new Key.Given(IntStream.range(0, pairs)
			.mapToObj((pair) -> LETTERS.symbol(letters[2 * pair]) + LETTERS.symbol(letters[2 * pair + 1]))
			.sorted()
			.collect(Collectors.joining(" ")));
	}

	/** Rotors, reflector, positions, the two rings that matter, and plugs. */
	@Override
	public double keyNats(Alphabet alphabet) {
		int plugged = (this.plugboard instanceof Key.Given given)
				? (int) given.text().chars().filter(Character::isLetter).count() : 0;
		return Math.log(60 * 3) + (5 + plugged) * Math.log(26);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return machine(readLetters("positions", this.positions));
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		if (!(this.positions instanceof Key.Any)) {
			return null;
		}
		int places = of(this.model).places();
		requireLength("positions", this.positions, places);
		EnigmaMachine machine = machine(new int[places]);
		return new AnyKey(LETTERS, new Key.Length(places, places),
				(random) -> random.ints(places, 0, LETTERS.size()).toArray(), machine::at);
	}

	private EnigmaMachine machine(int[] start) {
		EnigmaModel of = of(this.model);
		return EnigmaMachine.of(readRotors(of), readReflector(of), readLetters("rings", this.rings), start,
				readPlugs());
	}

	private List<String> readRotors(EnigmaModel model) {
		if (!(this.rotors instanceof Rotors.Given given)) {
			throw InvalidInput.at("/rotors", "must be given");
		}
		List<String> names = given.names();
		if (names.size() != model.places()) {
			throw InvalidInput.at("/rotors", "must be " + model.places() + " rotors for model " + model.label());
		}
		for (int place = 0; place < names.size(); place++) {
			if (!model.rotorsAt(place).contains(names.get(place))) {
				throw InvalidInput.at("/rotors/" + place, "must be one of " + String.join(", ", model.rotorsAt(place)));
			}
			if (names.indexOf(names.get(place)) < place) {
				throw InvalidInput.at("/rotors/" + place, "must be another rotor, for there is only one of each");
			}
		}
		return names;
	}

	private int[] readReflector(EnigmaModel model) {
		String name = Parameters.given("reflector", this.reflector).toUpperCase(Locale.ROOT);
		if (!model.reflectors().contains(name)) {
			throw InvalidInput.at("/reflector", "must be one of " + String.join(", ", model.reflectors()));
		}
		return model.reflector(name);
	}

	private int[] readLetters(String name, @Nullable Key key) {
		int places = of(this.model).places();
		int[] letters = Parameters.given(name, key).codePoints().map(LETTERS::indexOf).toArray();
		if (letters.length != places || IntStream.of(letters).anyMatch((letter) -> letter < 0)) {
			throw InvalidInput.at("/" + name, "must be " + places + " letters, one for each rotor");
		}
		return letters;
	}

	private int[] readPlugs() {
		String text = Parameters.given("plugboard", this.plugboard);
		int[] plugs = IntStream.range(0, LETTERS.size()).toArray();
		for (String pair : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
			int[] letters = pair.codePoints().map(LETTERS::indexOf).toArray();
			if (letters.length != 2 || letters[0] < 0 || letters[1] < 0) {
				throw InvalidInput.at("/plugboard", "must be pairs of letters with one space between them");
			}
			if (letters[0] == letters[1] || plugs[letters[0]] != letters[0] || plugs[letters[1]] != letters[1]) {
				throw InvalidInput.at("/plugboard", "must have each letter once at most");
			}
			plugs[letters[0]] = letters[1];
			plugs[letters[1]] = letters[0];
		}
		return plugs;
	}

}
