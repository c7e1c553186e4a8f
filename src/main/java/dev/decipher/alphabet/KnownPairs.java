package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Known-plaintext pairs in symbols: to each ciphertext the plaintext it was made from, a
 * symbol for a symbol. Also finds the alphabets that pairs speak of where nobody named
 * them.
 * <p>
 * Pointers of what is refused are relative to the array of pairs, as in
 * {@code /7/plaintext}.
 */
public final class KnownPairs {

	/** A client that sent a wrong file wants to see a few faults, not a million. */
	private static final int MAX_FAULTS = 20;

	private final int[][] ciphertexts;

	private final int[][] plaintexts;

	private KnownPairs(int[][] ciphertexts, int[][] plaintexts) {
		this.ciphertexts = ciphertexts;
		this.plaintexts = plaintexts;
	}

	/**
	 * The alphabets of the two sides.
	 *
	 * @param plaintext what plaintexts are made of
	 * @param ciphertext what ciphertexts are made of
	 */
	public record Alphabets(Alphabet plaintext, Symbols ciphertext) {

		static Alphabets both(Alphabet alphabet) {
			return new Alphabets(alphabet, alphabet);
		}

	}

	/**
	 * Finds the alphabets of pairs:
	 * <ol>
	 * <li>{@code latin26}, if every text has a letter and what is no letter stands
	 * unchanged in its place in both texts of each pair;
	 * <li>else {@code latin27}, if it has every character;
	 * <li>else the characters that occur, sorted by code point: one alphabet for both
	 * sides if they share a character, and one for each side if not. These let foreign
	 * characters pass through.
	 * </ol>
	 * @param ciphertexts a ciphertext for each pair
	 * @param plaintexts a plaintext for each pair
	 * @return the alphabets
	 * @throws InvalidInput where a text has NUL or a lone surrogate; at the empty pointer
	 * if the characters that occur are too few or too many for an alphabet
	 */
	public static Alphabets alphabetsOf(List<String> ciphertexts, List<String> plaintexts) {
		requireSameSize(ciphertexts, plaintexts);
		Faults faults = new Faults();
		for (int i = 0; i < ciphertexts.size() && !faults.enough(); i++) {
			faults.unlessUsable(i, ciphertexts.get(i), plaintexts.get(i));
		}
		faults.throwIfAny();
		if (isLatin26(ciphertexts, plaintexts)) {
			return Alphabets.both(Alphabet.LATIN26);
		}
		BitSet inCiphertexts = charactersOf(ciphertexts);
		BitSet inPlaintexts = charactersOf(plaintexts);
		if (isIn(Alphabet.LATIN27, inCiphertexts) && isIn(Alphabet.LATIN27, inPlaintexts)) {
			return Alphabets.both(Alphabet.LATIN27);
		}
		if (inCiphertexts.intersects(inPlaintexts)) {
			inCiphertexts.or(inPlaintexts);
			return Alphabets.both(sorted(inCiphertexts, "the pairs"));
		}
		return new Alphabets(sorted(inPlaintexts, "the plaintexts"), sorted(inCiphertexts, "the ciphertexts"));
	}

	/**
	 * Reads pairs and holds them to what training needs: as many symbols on one side as
	 * on the other, at least one, and what passes through at the same places.
	 * @param ciphertexts a ciphertext for each pair
	 * @param plaintexts a plaintext for each pair
	 * @param alphabets what to read them with
	 * @return the pairs in symbols
	 * @throws InvalidInput with the first 20 faults, at {@code /{i}} or at a text of it
	 */
	public static KnownPairs read(List<String> ciphertexts, List<String> plaintexts, Alphabets alphabets) {
		requireSameSize(ciphertexts, plaintexts);
		int count = ciphertexts.size();
		KnownPairs pairs = new KnownPairs(new int[count][], new int[count][]);
		Faults faults = new Faults();
		for (int i = 0; i < count && !faults.enough(); i++) {
			if (!faults.unlessUsable(i, ciphertexts.get(i), plaintexts.get(i))) {
				continue;
			}
			Message ciphertext = alphabets.ciphertext().read(ciphertexts.get(i));
			Message plaintext = alphabets.plaintext().read(plaintexts.get(i));
			String fault = mismatch(ciphertext, plaintext);
			if (fault != null) {
				faults.add("/" + i, fault);
				continue;
			}
			pairs.ciphertexts[i] = ciphertext.symbols();
			pairs.plaintexts[i] = plaintext.symbols();
		}
		faults.throwIfAny();
		return pairs;
	}

	/**
	 * A pair as a model's format reads it.
	 *
	 * @param ciphertext the ciphertext, with what the network reads of it
	 * @param plaintext indices into the plaintext's alphabet, (length); not to be changed
	 */
	public record Match(CiphertextFormat.Reading ciphertext, int[] plaintext) {
	}

	/**
	 * Reads a pair and holds it to what training needs: as many symbols on one side as on
	 * the other, a key in front apart, at least one, and what passes through at the same
	 * places.
	 * @param ciphertext its ciphertext
	 * @param plaintext its plaintext
	 * @param alphabet what to read plaintexts with
	 * @param format what to read ciphertexts with
	 * @return the pair in symbols
	 * @throws InvalidInput at a text or, where they don't match, at the empty pointer
	 */
	public static Match read(String ciphertext, String plaintext, Alphabet alphabet, CiphertextFormat format) {
		requireUsable(ciphertext, plaintext);
		CiphertextFormat.Reading read = InvalidInput.under("/ciphertext", () -> format.read(ciphertext));
		Message meant = alphabet.read(plaintext);
		String fault = mismatch(read.body(), meant);
		if (fault != null) {
			throw InvalidInput.at("", fault);
		}
		return new Match(read, meant.symbols());
	}

	private static void requireUsable(String ciphertext, String plaintext) {
		Faults faults = new Faults();
		faults.unlessUsable("/ciphertext", ciphertext);
		faults.unlessUsable("/plaintext", plaintext);
		faults.throwIfAny();
	}

	/**
	 * The number of pairs.
	 * @return how many pairs there are
	 */
	public int size() {
		return this.ciphertexts.length;
	}

	/**
	 * The ciphertexts in symbols of their alphabet.
	 * @return (pairs)(length of the pair), not to be changed
	 */
	public int[][] ciphertexts() {
		return this.ciphertexts;
	}

	/**
	 * The plaintexts in symbols of their alphabet.
	 * @return (pairs)(length of the pair), not to be changed
	 */
	public int[][] plaintexts() {
		return this.plaintexts;
	}

	/**
	 * What keeps a pair from being one, as a phrase for {@code /{i}}; null if nothing.
	 */
	static @Nullable String mismatch(Message ciphertext, Message plaintext) {
		if (ciphertext.length() != plaintext.length()) {
			return "ciphertext has " + symbols(ciphertext.length()) + ", plaintext " + plaintext.length();
		}
		if (ciphertext.length() == 0) {
			return "has no symbols of the alphabet";
		}
		boolean spacesCount = !ciphertext.isOfTokens();
		int inCiphertext = next(ciphertext, 0, spacesCount);
		int inPlaintext = next(plaintext, 0, spacesCount);
		while (inCiphertext < ciphertext.positions() || inPlaintext < plaintext.positions()) {
			boolean passes = passesAt(ciphertext, inCiphertext);
			if (passes != passesAt(plaintext, inPlaintext)) {
				Message holder = passes ? ciphertext : plaintext;
				int position = passes ? inCiphertext : inPlaintext;
				return "has a foreign " + shown(holder.given(position)) + " at position " + position + " of the "
						+ (passes ? "ciphertext" : "plaintext") + " only";
			}
			inCiphertext = next(ciphertext, inCiphertext + 1, spacesCount);
			inPlaintext = next(plaintext, inPlaintext + 1, spacesCount);
		}
		return null;
	}

	/**
	 * The next position to compare: white space that passes through stands between the
	 * tokens of the other text, and counts for nothing there.
	 */
	private static int next(Message message, int position, boolean spacesCount) {
		int next = position;
		while (!spacesCount && next < message.positions() && message.isSpaceAt(next)) {
			next++;
		}
		return next;
	}

	private static String shown(String given) {
		int first = given.codePointAt(0);
		return (given.length() == Character.charCount(first)) ? "character (" + Characters.show(first) + ")"
				: "token (" + given + ")";
	}

	private static String symbols(int count) {
		return count + ((count == 1) ? " symbol" : " symbols");
	}

	private static boolean passesAt(Message message, int position) {
		return position < message.positions() && message.symbolAt(position) < 0;
	}

	private static boolean isLatin26(List<String> ciphertexts, List<String> plaintexts) {
		for (int i = 0; i < ciphertexts.size(); i++) {
			Message ciphertext = Alphabet.LATIN26.read(ciphertexts.get(i));
			Message plaintext = Alphabet.LATIN26.read(plaintexts.get(i));
			if (ciphertext.length() == 0 || plaintext.length() == 0 || !haveSameForeign(ciphertext, plaintext)) {
				return false;
			}
		}
		return true;
	}

	private static boolean haveSameForeign(Message one, Message other) {
		int positions = Math.max(one.positions(), other.positions());
		for (int position = 0; position < positions; position++) {
			boolean passes = passesAt(one, position);
			if (passes != passesAt(other, position) || (passes && !one.given(position).equals(other.given(position)))) {
				return false;
			}
		}
		return true;
	}

	private static BitSet charactersOf(List<String> texts) {
		BitSet characters = new BitSet();
		for (String text : texts) {
			text.codePoints().forEach(characters::set);
		}
		return characters;
	}

	private static boolean isIn(Alphabet alphabet, BitSet characters) {
		return characters.stream().allMatch((codePoint) -> alphabet.indexOf(codePoint) >= 0);
	}

	private static Alphabet sorted(BitSet characters, String where) {
		int size = characters.cardinality();
		if (size < Alphabet.MIN_SIZE || size > Alphabet.MAX_SIZE) {
			throw InvalidInput.at("", where + " have " + size + " distinct characters; an alphabet has between "
					+ Alphabet.MIN_SIZE + " and " + Alphabet.MAX_SIZE);
		}
		return Alphabet.of(characters.stream().mapToObj(Character::toString).collect(Collectors.joining()));
	}

	private static void requireSameSize(List<String> ciphertexts, List<String> plaintexts) {
		if (ciphertexts.size() != plaintexts.size()) {
			throw new IllegalArgumentException(
					ciphertexts.size() + " ciphertexts and " + plaintexts.size() + " plaintexts");
		}
	}

	private static final class Faults {

		private final List<InvalidInput.Fault> faults = new ArrayList<>();

		boolean enough() {
			return this.faults.size() >= MAX_FAULTS;
		}

		void add(String pointer, String detail) {
			if (!enough()) {
				this.faults.add(new InvalidInput.Fault(pointer, detail));
			}
		}

		boolean unlessUsable(int pair, String ciphertext, String plaintext) {
			int before = this.faults.size();
			unlessUsable("/" + pair + "/ciphertext", ciphertext);
			unlessUsable("/" + pair + "/plaintext", plaintext);
			return this.faults.size() == before;
		}

		private void unlessUsable(String pointer, String text) {
			String fault = Characters.faultOf(text);
			if (fault != null) {
				add(pointer, fault);
			}
		}

		void throwIfAny() {
			if (!this.faults.isEmpty()) {
				throw new InvalidInput(this.faults);
			}
		}

	}

}
