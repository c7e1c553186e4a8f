package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Search;

/**
 * One thread's climb over plugs, by what the text costs: a change for the better is made,
 * and the next one looked for. Pairs are plugged in and taken out, and where two pairs
 * stand in the way of a new one, the two letters that are left over are also tried as a
 * pair: Frode Weierud and Geoff Sullivan's changes, as in Olaf Ostwald and Frode Weierud,
 * Modern breaking of Enigma ciphertexts, Cryptologia 41(5), 2017.
 */
final class EnigmaClimb {

	private static final int LETTERS = 26;

	/** A letter that differs from the crib's, in nats / NGrams.UNITS. */
	private static final int MISMATCH = 6 * NGrams.UNITS;

	/** The first letter that is looked at. */
	private final int from;

	/** All that is looked at: (length). */
	private final int[] ciphertext;

	/** The letter that is known of each place of the plaintext, -1 for none: (length). */
	private final int[] expected;

	private final int[] two;

	private final int[] three;

	private final NGrams grams;

	private final int[] places;

	private final int[] text;

	private final int[] plugs = new int[LETTERS];

	private final int[] before = new int[LETTERS];

	private byte[] table = {};

	/** How many keys it has tried. */
	private long tried;

	/**
	 * A climb.
	 * @param ciphertext the whole text
	 * @param from the first of the letters that are looked at
	 * @param to the letter behind the last of them
	 */
	EnigmaClimb(int[] ciphertext, int from, int to, EnigmaCosts costs, NGrams grams) {
		this.from = from;
		this.ciphertext = Arrays.copyOfRange(ciphertext, from, to);
		this.expected = new int[to - from];
		Arrays.fill(this.expected, -1);
		this.two = costs.two();
		this.three = costs.three();
		this.grams = grams;
		this.places = new int[to - from];
		this.text = new int[to - from];
	}

	/** By what a text is judged. */
	enum By {

		PAIRS, TRIPLES, LANGUAGE

	}

	/** What the text has at a place and behind it, and nothing else that is known. */
	void expect(int[] letters, int place) {
		Arrays.fill(this.expected, -1);
		for (int i = 0; i < letters.length; i++) {
			int at = place + i - this.from;
			if (at >= 0 && at < this.expected.length) {
				this.expected[at] = letters[i];
			}
		}
	}

	/** The letter behind the last that is looked at. */
	int to() {
		return this.from + this.places.length;
	}

	/** How many letters are looked at. */
	int length() {
		return this.places.length;
	}

	/** Turns the rotors to a start. */
	void start(byte[] table, int left, int middle, int right, EnigmaSteps steps) {
		this.table = table;
		steps.places(left, middle, right, this.from, this.places);
	}

	/** Puts plugs in: (26). */
	void plug(int[] plugs) {
		System.arraycopy(plugs, 0, this.plugs, 0, LETTERS);
	}

	/** What each letter is plugged to: (26), read-only. */
	int[] plugs() {
		return this.plugs;
	}

	/** The plugs as a key has them. */
	static String pairs(int[] plugs) {
		return IntStream.range(0, LETTERS)
			.filter((letter) -> plugs[letter] > letter)
			.mapToObj((letter) -> Alphabet.LATIN26.symbol(letter) + Alphabet.LATIN26.symbol(plugs[letter]))
			.collect(Collectors.joining(" "));
	}

	/** Tells a search how many keys were tried since this was last told. */
	void tell(Search search) {
		search.tried(this.tried);
		this.tried = 0;
	}

	/** What the text costs with the plugs as they are. */
	int cost(By by) {
		this.tried++;
		int[] text = this.text;
		int[] plugs = this.plugs;
		int cost = 0;
		for (int i = 0; i < text.length; i++) {
			int letter = plugs[this.table[this.places[i] + plugs[this.ciphertext[i]]]];
			text[i] = letter;
			int expected = this.expected[i];
			cost += (expected >= 0 && expected != letter) ? MISMATCH : 0;
		}
		return switch (by) {
			case PAIRS -> {
				for (int i = 1; i < text.length; i++) {
					cost += this.two[text[i - 1] * LETTERS + text[i]];
				}
				yield cost;
			}
			case TRIPLES -> {
				for (int i = 2; i < text.length; i++) {
					cost += this.three[(text[i - 2] * LETTERS + text[i - 1]) * LETTERS + text[i]];
				}
				yield cost;
			}
			case LANGUAGE -> cost + this.grams.cost(text);
		};
	}

	/**
	 * By how many nats the text is likelier as a telegram than as letters of chance;
	 * letters that are known and right tell as much as they can.
	 */
	double evidence() {
		cost(By.TRIPLES);
		double chance = Math.log(LETTERS);
		double evidence = 0;
		for (int i = 2; i < this.text.length; i++) {
			int before = this.text[i - 2] * LETTERS + this.text[i - 1];
			double cost = (double) (this.three[before * LETTERS + this.text[i]] - this.two[before]) / NGrams.UNITS;
			evidence += chance - ((this.expected[i] == this.text[i]) ? 0 : cost);
		}
		return evidence;
	}

	/**
	 * Changes plugs until no change is for the better.
	 * @param fixed letters whose plugs are known: (26)
	 * @param plugCost what each pair has to bring
	 * @return what the text costs then, without its plugs
	 */
	int climb(By by, boolean[] fixed, int plugCost, Search search) {
		int best = cost(by) + plugCost * pairs();
		boolean better = true;
		while (better && !search.isOver()) {
			better = false;
			for (int one = 0; one < LETTERS; one++) {
				for (int other = one + 1; other < LETTERS; other++) {
					if (fixed[one] || fixed[other]) {
						continue;
					}
					System.arraycopy(this.plugs, 0, this.before, 0, LETTERS);
					int partner = this.plugs[one];
					int otherPartner = this.plugs[other];
					toggle(one, other);
					int cost = cost(by) + plugCost * pairs();
					if (cost < best) {
						best = cost;
						better = true;
						continue;
					}
					if (partner != one && otherPartner != other && partner != other) {
						connect(partner, otherPartner);
						cost = cost(by) + plugCost * pairs();
						if (cost < best) {
							best = cost;
							better = true;
							continue;
						}
					}
					System.arraycopy(this.before, 0, this.plugs, 0, LETTERS);
				}
			}
		}
		return best - plugCost * pairs();
	}

	private int pairs() {
		int plugged = 0;
		for (int letter = 0; letter < LETTERS; letter++) {
			plugged += (this.plugs[letter] > letter) ? 1 : 0;
		}
		return plugged;
	}

	/** Takes a plug out, or puts it in in place of those that are in its way. */
	private void toggle(int one, int other) {
		boolean plugged = this.plugs[one] == other;
		unplug(one);
		unplug(other);
		if (!plugged) {
			connect(one, other);
		}
	}

	private void connect(int one, int other) {
		this.plugs[one] = other;
		this.plugs[other] = one;
	}

	private void unplug(int letter) {
		int partner = this.plugs[letter];
		this.plugs[partner] = partner;
		this.plugs[letter] = letter;
	}

	/** No letter plugged to another. */
	static int[] unplugged() {
		return IntStream.range(0, LETTERS).toArray();
	}

}
