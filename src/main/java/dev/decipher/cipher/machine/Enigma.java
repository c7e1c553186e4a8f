package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Enigma in all models of which wirings are known. What is left out is left to
 * chance, but for what a model doesn't have.
 * <p>
 * From a day's sheet come {@code rotors}, {@code rings} (numbers there) and
 * {@code plugboard}. How the rotors stand at a message's first letter is its message key:
 * {@code positions} themselves if it is known. If it was sent enciphered, as in 1940,
 * {@code WXC KCH}, the ground setting WXC are the {@code positions} and KCH, the message
 * key BLA enciphered with it, is the {@code indicator}; until then it was enciphered
 * twice over, and {@code indicator} has six letters.
 *
 * @param model {@code I}, {@code M3}, {@code M4}…
 * @param rotors three from left to right; four for an M4, the first of them {@code Beta}
 * or {@code Gamma}
 * @param reflector its name, or the pairs of reflector D
 * @param rings the ring settings, a letter for each window
 * @param positions the letters in the windows at the start, one for each; of a reflector
 * that can be set, first
 * @param plugboard up to 13 pairs of letters with spaces between them
 * @param indicator the message key as it was enciphered with {@code positions}, once or
 * twice
 */
@JsonTypeName("enigma")
@Source("Dirk Rijmenants, Technical Details of the Enigma Machine, 2004")
@Schema(description = "The rotor machine, in the models of the services, of commerce, railway and Abwehr",
		example = "{\"type\": \"enigma\", \"model\": \"I\", \"rotors\": [\"II\", \"IV\", \"V\"], \"reflector\": \"B\", "
				+ "\"rings\": \"BUL\", \"positions\": \"BLA\", \"plugboard\": \"AV BS CG DL FU HZ IN KM OW RX\"}")
public record Enigma(@Schema(
		description = "I (army, air force), M3 (navy), M4 (submarines), Norway (Norenigma), Sonder (Sondermaschine), "
				+ "D and K (commercial), Swiss-K, Railway (Rocket), Tirpitz (T), KD (K with reflector D), G (Zählwerk, "
				+ "A28 and G31), G-111, G-260 and G-312 (Abwehr)",
		allowableValues = {
				"I", "M3", "M4", "Norway", "Sonder", "D", "K", "Swiss-K", "Railway", "Tirpitz", "KD", "G", "G-111",
				"G-260", "G-312" },
		example = "I") String model,
		@Nullable @Schema(
				description = "Three of I to V, or to VIII for M3, M4 and Tirpitz, to III for the others (I, II and V "
						+ "for G-111), from left to right; an M4 has Beta or Gamma before them. Left out, they are "
						+ "drawn") Rotors rotors,
		@Nullable @Schema(
				description = "A (only model I), B or C, which are the thin ones in an M4 (\"B\", \"B thin\", "
						+ "\"Bruno\"); models I, M3 and KD take the wiring of reflector D: 12 pairs of letters without "
						+ "J and Y, as on German key sheets, or without B and O, as Bletchley Park lettered the "
						+ "contacts; or any 13 pairs as the contacts are lettered (with JY and without BO: the German "
						+ "way). The others have only one. Left out, it is drawn",
				example = "B") Key reflector,
		@Nullable @Schema(
				description = "The ring settings, a letter or a number (\"02 21 12\") for each rotor, before them one "
						+ "for a reflector that can be set (D, K, Swiss-K, Railway, Tirpitz and the G's); left out, "
						+ "they are drawn",
				example = "BUL") Key rings,
		@Nullable @Schema(
				description = "The letters in the windows at the start, or with an indicator those of the ground "
						+ "setting, as many as rings; left out, they are drawn",
				example = "BLA") Key positions,
		@Nullable @Schema(
				description = "Up to 13 pairs of letters (or numbers, \"1/20 2/12\"), or nothing; left out, ten are "
						+ "drawn. Only I, M3, M4, Norway and Sonder have one",
				example = "AV BS CG DL FU HZ IN KM OW RX") Key plugboard,
		@Nullable @Schema(
				description = "The message key as it was sent, enciphered with the ground setting once or twice: the "
						+ "letters that it deciphers to are the windows at the start",
				example = "KCH") String indicator)
		implements
			Cipher{

	private static final Alphabet LETTERS = Alphabet.LATIN26;

	private static final int MOST_PLUGS = 13;

	private static final int USUAL_PLUGS = 10;

	/** A machine that starts as its windows say. */
	public Enigma(String model, @Nullable Rotors rotors, @Nullable Key reflector, @Nullable Key rings,
			@Nullable Key positions, @Nullable Key plugboard) {
		this(model, rotors, reflector, rings, positions, plugboard, null);
	}

	@Override
	public boolean takesAnyKey(String name) {
		return name.equals("positions");
	}

	private EnigmaModel ofModel() {
		return EnigmaModel.of(this.model);
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		if (!alphabet.symbols().equals(LETTERS.symbols())) {
			throw InvalidInput.at("", "must be the letters A to Z for an Enigma");
		}
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		EnigmaModel of = ofModel();
		Rotors drawnRotors = (this.rotors instanceof Rotors.Given) ? this.rotors : drawRotors(of, random);
		Key drawnReflector = this.reflector;
		if (this.reflector instanceof Key.Random || this.reflector == null && of.reflectors().size() != 1) {
			drawnReflector = drawReflector(of, random);
		}
		Key drawnRings = letters("rings", this.rings, of.windows(), random);
		Key drawnPositions = letters("positions", this.positions, of.windows(), random);
		boolean plugged = of.has(EnigmaModel.Trait.PLUGBOARD);
		Key drawnPlugs = (plugged && isOpen(this.plugboard)) ? drawPlugs(random) : this.plugboard;
		Enigma drawn = new Enigma(this.model, drawnRotors, drawnReflector, drawnRings, drawnPositions, drawnPlugs,
				this.indicator);
		return drawn.equals(this) ? this : drawn;
	}

	private static boolean isOpen(@Nullable Key key) {
		return key == null || key instanceof Key.Random;
	}

	private static Rotors drawRotors(EnigmaModel model, RandomGenerator random) {
		List<String> names = new ArrayList<>();
		for (int place = 0; place < model.places(); place++) {
			List<String> left = new ArrayList<>(model.rotorsAt(place).keySet());
			left.removeAll(names);
			names.add(left.get(random.nextInt(left.size())));
		}
		return new Rotors.Given(names);
	}

	/** One of those that have a name, or the wiring of reflector D. */
	private Key drawReflector(EnigmaModel model, RandomGenerator random) {
		requireLength("reflector", this.reflector, 1);
		List<String> names = model.reflectors();
		return names.isEmpty() ? drawPairs("AZXWVUTSRQPONMLKIHGFEDCB", EnigmaParts.REWIRED / 2, random)
				: new Key.Given(names.get(random.nextInt(names.size())));
	}

	private static @Nullable Key letters(String name, @Nullable Key key, int windows, RandomGenerator random) {
		if (!isOpen(key)) {
			return key;
		}
		requireLength(name, key, windows);
		return Parameters.key(random.ints(windows, 0, LETTERS.size()).toArray(), LETTERS);
	}

	private static void requireLength(String name, @Nullable Key key, int windows) {
		Key.Length length = (key instanceof Key.Random left) ? left.length()
				: (key instanceof Key.Any any) ? any.length() : null;
		if (length != null && !length.contains(windows)) {
			throw InvalidInput.at("/" + name + ((key instanceof Key.Any) ? "/any/length" : "/random/length"),
					"must allow " + windows + ", how many letters there are");
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
		return drawPairs(LETTERS.symbols(), pairs, random);
	}

	private static Key drawPairs(String symbols, int pairs, RandomGenerator random) {
		int[] order = KeyPart.permutation(symbols.length()).draw(random);
		return new Key.Given(IntStream.range(0, pairs)
			.mapToObj((pair) -> "" + symbols.charAt(order[2 * pair]) + symbols.charAt(order[2 * pair + 1]))
			.sorted()
			.collect(Collectors.joining(" ")));
	}

	/** Rotors, reflector, windows, the two rings that matter, and plugs. */
	@Override
	public double keyNats(Alphabet alphabet) {
		EnigmaModel of = ofModel();
		int plugged = (this.plugboard instanceof Key.Given given)
				? 2 * (int) Arrays.stream(given.text().split(" ")).filter((pair) -> !pair.isEmpty()).count() : 0;
		return Math.log(of.orders() * Math.max(1.0, of.reflectors().size()))
				+ (of.windows() + 2 + plugged) * Math.log(26);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		EnigmaModel of = ofModel();
		EnigmaMachine machine = machine(EnigmaParts.windows(of, "positions", this.positions));
		return (this.indicator != null) ? machine.at(messageKey(of, this.indicator, machine)) : machine;
	}

	/** The windows that an indicator deciphers to. */
	private static int[] messageKey(EnigmaModel model, String indicator, EnigmaMachine ground) {
		int windows = model.windows();
		int[] sent = EnigmaParts.windows(indicator);
		InvalidInput.throwIf(
				IntStream.of(sent).anyMatch((letter) -> letter < 0)
						|| sent.length != windows && sent.length != 2 * windows,
				"/indicator", "must be " + windows + " letters, or twice as many of a message key enciphered twice");
		int[] keys = ground.decrypt(sent);
		int[] key = Arrays.copyOf(keys, windows);
		InvalidInput.throwIf(
				sent.length > windows && !Arrays.equals(key, Arrays.copyOfRange(keys, windows, 2 * windows)),
				"/indicator", "must be a message key enciphered twice over; it deciphers to "
						+ Arrays.stream(keys).mapToObj(LETTERS::symbol).collect(Collectors.joining()));
		return key;
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		if (!(this.positions instanceof Key.Any)) {
			return null;
		}
		InvalidInput.throwIf(this.indicator != null, "/indicator",
				"must be left out where each message has positions of its own");
		int windows = ofModel().windows();
		requireLength("positions", this.positions, windows);
		EnigmaMachine machine = machine(new int[windows]);
		return new AnyKey(LETTERS, new Key.Length(windows, windows),
				(random) -> random.ints(windows, 0, LETTERS.size()).toArray(), machine::at);
	}

	private EnigmaMachine machine(int[] start) {
		EnigmaModel of = ofModel();
		return EnigmaMachine.of(of, EnigmaParts.rotors(of, this.rotors), EnigmaParts.reflector(of, this.reflector),
				EnigmaParts.windows(of, "rings", this.rings), start, EnigmaParts.plugs(of, this.plugboard));
	}

}
