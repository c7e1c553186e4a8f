package dev.decipher.cipher.machine;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The converter M-209, Hagelin's C-38: each of six wheels has a pin in play, which may be
 * set; of the 27 bars of a drum those move that have a lug where the pin of a wheel is
 * set, and as many places does the reversed alphabet move. The operator types Z for a
 * blank, and the machine prints a blank for Z. It does so here over an alphabet with a
 * 27th symbol behind {@code Z}, such as {@code latin27} or one that ends with a blank;
 * over {@code latin26} Z is a letter, and blanks pass through.
 *
 * @param pins the letters of each wheel whose pins are set, with spaces between wheels
 * @param lugs the wheels that the two lugs of each bar stand at, with spaces between bars
 * @param positions the letters at which the six wheels stand at the start
 * @param systemIndicator where {@code positions} is a message's external indicator, the
 * letter that is enciphered over and over to find the positions at the start
 */
@JsonTypeName("m-209")
@Source("War Department, TM 11-380, Converter M-209, 1942")
@Schema(description = "Hagelin's machine: pins of six wheels choose the bars of a drum that move a reversed alphabet",
		example = "{\"type\": \"m-209\", \"pins\": \"ABDHIKMNSTVW ADEGJKLORSUX ABGHJLMNRSTUX CEFHIMNPSTU BDEFHIMNPS "
				+ "ABDHKNOQ\", \"lugs\": \"3-6 0-6 1-6 1-5 4-5 0-4*4 2-0*10 2-5*2 0-5*6\", \"positions\": \"AAAAAA\"}")
public record M209(@Schema(
		description = "The letters whose pins are set (to the right), for each of the six wheels, with spaces between "
				+ "them; a wheel without any is -",
		example = "ABDHIKMNSTVW ADEGJKLORSUX ABGHJLMNRSTUX CEFHIMNPSTU BDEFHIMNPS ABDHKNOQ") Key pins,
		@Schema(description = "For each of the 27 bars of the drum the wheels that its two lugs stand at, 0 for none, with "
				+ "spaces between bars; 0-4*3 is three such bars",
				example = "3-6 0-6 1-6 1-5 4-5 0-4*4 2-0*10 2-5*2 0-5*6") Key lugs,
		@Schema(description = "The letters of the six wheels at the start, or the message's external indicator",
				example = "AAAAAA") Key positions,
		@Nullable @Schema(
				description = "The message's system indicator, one letter; enciphered over and over from the external "
						+ "indicator on, it gives the letters of the wheels at the start",
				example = "G") String systemIndicator)
		implements
			Cipher {

	private static final Alphabet LETTERS = Alphabet.LATIN26;

	/** The wheels' letters, from left to right. */
	static final String[] WHEELS = { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVXYZ",
			"ABCDEFGHIJKLMNOPQRSTUVX", "ABCDEFGHIJKLMNOPQRSTU", "ABCDEFGHIJKLMNOPQRS", "ABCDEFGHIJKLMNOPQ" };

	/** With A in all windows the pins in play are those of PONMLK. */
	static final int FIRST_PIN = 15;

	static final int BARS = 27;

	/** A bar has two lugs, one or none that count. */
	private static final int BARS_THAT_DIFFER = 22;

	private static final int BLANK = 26;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(!alphabet.symbols().startsWith(LETTERS.symbols()) || alphabet.size() > BLANK + 1, "",
				"must be the letters A to Z, and behind them one for a blank if Z is to stand for blanks");
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return (alphabet.size() > LETTERS.size()) ? LETTERS : alphabet;
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		Key drawnPins = isOpen("pins", this.pins) ? drawPins(random) : this.pins;
		Key drawnLugs = isOpen("lugs", this.lugs) ? drawLugs(random) : this.lugs;
		Key drawnPositions = isOpen("positions", this.positions) ? drawPositions(random) : this.positions;
		M209 drawn = new M209(drawnPins, drawnLugs, drawnPositions, this.systemIndicator);
		return drawn.equals(this) ? this : drawn;
	}

	private static boolean isOpen(String name, Key key) {
		InvalidInput.throwIf(key instanceof Key.Random left && left.length() != null, "/" + name + "/random/length",
				"is not for the parts of a machine, which has as many as it has");
		return key instanceof Key.Random;
	}

	/** Half of them are set. */
	private static Key drawPins(RandomGenerator random) {
		return new Key.Given(Stream.of(WHEELS)
			.map((wheel) -> wheel.chars()
				.filter((letter) -> random.nextBoolean())
				.mapToObj(Character::toString)
				.collect(Collectors.joining()))
			.map((pins) -> pins.isEmpty() ? "-" : pins)
			.collect(Collectors.joining(" ")));
	}

	/** Each wheel has a bar of its own; a bar in four has two lugs that count. */
	private static Key drawLugs(RandomGenerator random) {
		return new Key.Given(IntStream.range(0, BARS).mapToObj((bar) -> {
			int one = (bar < WHEELS.length) ? bar + 1 : random.nextInt(1, WHEELS.length + 1);
			int other = (bar >= WHEELS.length && random.nextInt(4) == 0) ? random.nextInt(1, WHEELS.length + 1) : 0;
			return (one == other || other == 0) ? "0-" + one : Math.min(one, other) + "-" + Math.max(one, other);
		}).sorted().collect(Collectors.joining(" ")));
	}

	private static Key drawPositions(RandomGenerator random) {
		return new Key.Given(Stream.of(WHEELS)
			.map((wheel) -> Character.toString(wheel.charAt(random.nextInt(wheel.length()))))
			.collect(Collectors.joining()));
	}

	/** Pins and lugs; a start is one of the ways to turn the pins. */
	@Override
	public double keyNats(Alphabet alphabet) {
		int pinsOfAll = Stream.of(WHEELS).mapToInt(String::length).sum();
		double nats = pinsOfAll * Math.log(2);
		for (int bar = 1; bar <= BARS; bar++) {
			nats += Math.log((BARS_THAT_DIFFER - 1.0 + bar) / bar);
		}
		return nats;
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		boolean[][] pinsSet = readPins();
		boolean[][] bars = readLugs();
		int[] windows = readPositions();
		boolean blanks = alphabet.size() > LETTERS.size();
		if (this.systemIndicator == null) {
			return new Converter(pinsSet, bars, windows, blanks);
		}
		int letter = (this.systemIndicator.length() == 1) ? LETTERS.indexOf(this.systemIndicator.charAt(0)) : -1;
		InvalidInput.throwIf(letter < 0, "/systemIndicator", "must be a letter");
		return new Converter(pinsSet, bars, internal(new Converter(pinsSet, bars, windows, false), letter), blanks);
	}

	/**
	 * The letters on the tape are set wheel by wheel; one that a wheel lacks is passed
	 * over.
	 */
	private static int[] internal(Converter external, int letter) {
		int[] repeated = new int[1000];
		Arrays.fill(repeated, letter);
		int[] tape = external.encrypt(repeated);
		int[] windows = new int[WHEELS.length];
		int next = 0;
		for (int wheel = 0; wheel < windows.length; wheel++) {
			do {
				InvalidInput.throwIf(next == tape.length, "/systemIndicator",
						"must give letters that the wheels have; these pins and lugs give none");
				windows[wheel] = WHEELS[wheel].indexOf('A' + tape[next++]);
			}
			while (windows[wheel] < 0);
		}
		return windows;
	}

	/** For each pin of each wheel, whether it is set: (6, letters of the wheel). */
	private boolean[][] readPins() {
		String[] wheels = Parameters.given("pins", this.pins).strip().split("[\\s,;/]+");
		InvalidInput.throwIf(wheels.length != WHEELS.length, "/pins",
				"must be letters for six wheels with spaces between wheels; there are " + wheels.length);
		boolean[][] set = new boolean[WHEELS.length][];
		for (int wheel = 0; wheel < WHEELS.length; wheel++) {
			set[wheel] = new boolean[WHEELS[wheel].length()];
			if (wheels[wheel].equals("-")) {
				continue;
			}
			for (int position : letters("pins", wheels[wheel], wheel)) {
				InvalidInput.throwIf(set[wheel][position], "/pins",
						"must have each letter of wheel " + (wheel + 1) + " once at most");
				set[wheel][position] = true;
			}
		}
		return set;
	}

	/** The places of letters on a wheel. */
	private static int[] letters(String name, String text, int wheel) {
		int[] letters = text.codePoints()
			.map(LETTERS::indexOf)
			.map((letter) -> (letter < 0) ? -1 : WHEELS[wheel].indexOf('A' + letter))
			.toArray();
		InvalidInput.throwIf(IntStream.of(letters).anyMatch((letter) -> letter < 0), "/" + name,
				"must have only letters of wheel " + (wheel + 1) + " for that, " + WHEELS[wheel]);
		return letters;
	}

	/** For each bar, the wheels that it has a lug at: (27, 6). */
	private boolean[][] readLugs() {
		boolean[][] bars = new boolean[BARS][];
		int count = 0;
		for (String bar : Parameters.given("lugs", this.lugs).strip().split("[\\s,;]+")) {
			InvalidInput.throwIf(!bar.matches("[0-6]-?[0-6]([*×]\\d{1,2})?"), "/lugs",
					"must be pairs of wheels, 0 to 6, such as 1-5 or 0-4*3, with spaces between them");
			String[] parts = bar.replace("-", "").split("[*×]");
			int one = parts[0].charAt(0) - '0';
			int other = parts[0].charAt(1) - '0';
			InvalidInput.throwIf(one == other && one > 0, "/lugs", "can't have two lugs of a bar at the same wheel");
			boolean[] lugsAt = new boolean[WHEELS.length];
			IntStream.of(one, other).filter((wheel) -> wheel > 0).forEach((wheel) -> lugsAt[wheel - 1] = true);
			for (int same = (parts.length > 1) ? Integer.parseInt(parts[1]) : 1; same > 0; same--) {
				if (count < BARS) {
					bars[count] = lugsAt;
				}
				count++;
			}
		}
		InvalidInput.throwIf(count != BARS, "/lugs",
				"must be 27 bars, those without lugs that count (0-0) included; there are " + count);
		return bars;
	}

	private int[] readPositions() {
		String text = Parameters.given("positions", this.positions).replaceAll("\\s", "");
		InvalidInput.throwIf(text.length() != WHEELS.length, "/positions", "must be six letters, one for each wheel");
		return IntStream.range(0, WHEELS.length)
			.map((wheel) -> letters("positions", text.substring(wheel, wheel + 1), wheel)[0])
			.toArray();
	}

	/**
	 * A machine at work.
	 *
	 * @param pins for each pin of each wheel, whether it is set: (6, letters of the
	 * wheel)
	 * @param bars for each bar, the wheels that it has a lug at: (27, 6)
	 * @param windows where each wheel stands at the start: (6)
	 * @param blanks whether plaintexts have a symbol that is typed as Z
	 */
	private record Converter(boolean[][] pins, boolean[][] bars, int[] windows,
			boolean blanks) implements SymbolCipher {

		private static final int Z = 25;

		@Override
		public int[] prepare(int[] plaintext) {
			return this.blanks ? IntStream.of(plaintext).map((symbol) -> (symbol == Z) ? BLANK : symbol).toArray()
					: plaintext;
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return through(IntStream.of(plaintext).map((symbol) -> Math.min(symbol, Z)).toArray());
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return prepare(through(ciphertext));
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return prepare(SymbolCipher.super.draw(length, size, random));
		}

		private int[] through(int[] letters) {
			int[] wheels = this.windows.clone();
			int[] through = new int[letters.length];
			for (int i = 0; i < letters.length; i++) {
				through[i] = Math.floorMod(moved(wheels) - 1 - letters[i], LETTERS.size());
				for (int wheel = 0; wheel < wheels.length; wheel++) {
					wheels[wheel] = (wheels[wheel] + 1) % this.pins[wheel].length;
				}
			}
			return through;
		}

		/** How many bars move. */
		private int moved(int[] wheels) {
			int moved = 0;
			for (boolean[] bar : this.bars) {
				for (int wheel = 0; wheel < wheels.length; wheel++) {
					if (bar[wheel] && this.pins[wheel][(wheels[wheel] + FIRST_PIN - wheel) % this.pins[wheel].length]) {
						moved++;
						break;
					}
				}
			}
			return moved;
		}

	}

}
