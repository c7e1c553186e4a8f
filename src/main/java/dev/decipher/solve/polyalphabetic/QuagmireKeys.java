package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Coprimes;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Quagmire1;
import dev.decipher.cipher.polyalphabetic.Quagmire2;
import dev.decipher.cipher.polyalphabetic.Quagmire3;
import dev.decipher.cipher.polyalphabetic.Quagmire4;
import dev.decipher.language.NGrams;
import dev.decipher.solve.polyalphabetic.SlidingAlphabets.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Names Quagmire ciphers by keys. Many keys have one effect: alphabets may begin
 * elsewhere, and where both are keyed every so manieth symbol may be taken of both. The
 * one with the shortest keywords is the one that somebody has chosen, and so is, of all
 * symbols that the indicator may stand under, the one for which it reads best.
 */
final class QuagmireKeys {

	/** By so much, in nats / NGrams.UNITS, usual places of the indicator are likelier. */
	private static final int USUAL = 60;

	private static final int ORDER = 3;

	private QuagmireKeys() {
	}

	/**
	 * Names a cipher.
	 * @param keyed which alphabets are: the type
	 * @param found the keyed alphabets, each (size), and then how many places the cipher
	 * alphabet is slid by for each symbol of the indicator (period)
	 * @param letters the language's letter for each symbol (size)
	 */
	static Cipher name(Keyed keyed, int[][] found, Alphabet alphabet, int[] letters, NGrams grams) {
		int size = alphabet.size();
		int[] straight = IntStream.range(0, size).toArray();
		int[] plain = (keyed == Keyed.CIPHER) ? straight : found[0];
		int[] cipher = (keyed == Keyed.PLAIN) ? straight : found[found.length - 2];
		int[] shifts = shortest(found[found.length - 1]);
		boolean both = keyed == Keyed.SAME || keyed == Keyed.BOTH;
		int least = Integer.MAX_VALUE;
		int[][] best = new int[0][];
		for (int factor : both ? Coprimes.of(size) : new int[] { 1 }) {
			int[] plainTurned = (keyed == Keyed.CIPHER) ? straight : turned(plain, factor);
			int[] cipherTurned = (keyed == Keyed.PLAIN) ? straight : turned(cipher, factor);
			int length = Keywords.length(plainTurned) + Keywords.length(cipherTurned);
			if (length < least) {
				least = length;
				// what stands above the cipher alphabet's place is slid with it
				int above = place(plainTurned, plain[0]);
				int below = place(cipherTurned, cipher[0]);
				int[] turnedShifts = IntStream.of(shifts)
					.map((shift) -> Math.floorMod(shift * factor + below - above, size))
					.toArray();
				best = new int[][] { plainTurned, cipherTurned, turnedShifts };
			}
		}
		return named(keyed, best[0], best[1], best[2], alphabet, letters, grams);
	}

	private static int[] shortest(int[] key) {
		for (int period = 1; period < key.length; period++) {
			if (key.length % period == 0 && Arrays.equals(key, period, key.length, key, 0, key.length - period)) {
				return Arrays.copyOf(key, period);
			}
		}
		return key;
	}

	/** Takes every so manieth symbol, and begins where the keyword is the shortest. */
	static int[] turned(int[] alphabet, int factor) {
		int size = alphabet.length;
		int[] best = alphabet;
		int least = Integer.MAX_VALUE;
		int[] taken = new int[size];
		for (int place = 0; place < size; place++) {
			taken[place * factor % size] = alphabet[place];
		}
		for (int start = 0; start < size; start++) {
			int first = start;
			int[] turned = IntStream.range(0, size).map((place) -> taken[(place + first) % size]).toArray();
			int length = Keywords.length(turned);
			if (length < least) {
				least = length;
				best = turned;
			}
		}
		return best;
	}

	private static int place(int[] alphabet, int symbol) {
		return KeyNumbers.inverse(alphabet)[symbol];
	}

	private static Cipher named(Keyed keyed, int[] plain, int[] cipher, int[] shifts, Alphabet alphabet, int[] letters,
			NGrams grams) {
		int under = under(plain, cipher, shifts, letters, grams);
		Key indicator = Parameters.key(indicator(plain, cipher, shifts, under), alphabet);
		@Nullable String named = (under == 0) ? null : alphabet.symbol(under);
		return switch (keyed) {
			case PLAIN -> new Quagmire1(keyword(plain, alphabet), indicator, named);
			case CIPHER -> new Quagmire2(keyword(cipher, alphabet), indicator, named);
			case SAME -> new Quagmire3(keyword(cipher, alphabet), indicator, named);
			case BOTH -> new Quagmire4(keyword(plain, alphabet), keyword(cipher, alphabet), indicator, named);
		};
	}

	private static Key keyword(int[] keyed, Alphabet alphabet) {
		return Parameters.key(Arrays.copyOf(keyed, Keywords.length(keyed)), alphabet);
	}

	private static int[] indicator(int[] plain, int[] cipher, int[] shifts, int under) {
		int above = place(plain, under);
		return IntStream.of(shifts).map((shift) -> cipher[(shift + above) % cipher.length]).toArray();
	}

	/**
	 * The alphabet's first symbol, or the plain one's first, unless another reads better.
	 */
	private static int under(int[] plain, int[] cipher, int[] shifts, int[] letters, NGrams grams) {
		if (shifts.length < ORDER) {
			return 0;
		}
		int best = 0;
		int least = Integer.MAX_VALUE;
		for (int symbol = 0; symbol < plain.length; symbol++) {
			int[] text = IntStream.of(indicator(plain, cipher, shifts, symbol)).map((i) -> letters[i]).toArray();
			int cost = grams.joint(ORDER).cost(text) + ((symbol == 0 || symbol == plain[0]) ? 0 : USUAL);
			if (cost < least) {
				least = cost;
				best = symbol;
			}
		}
		return best;
	}

}
