package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Known-plaintext pairs, one at a time, so that there may be any number of them: to each
 * ciphertext the plaintext it was made from, a symbol for a symbol. An instance is told
 * of all pairs, one after the other, and then names the alphabets that they speak of.
 * <p>
 * Pointers of what is refused are relative to the pair, as in {@code /plaintext}.
 */
public final class KnownPairs {

	private boolean latin26 = true;

	private final BitSet inCiphertexts = new BitSet();

	private final BitSet inPlaintexts = new BitSet();

	/**
	 * The alphabets of the two sides.
	 *
	 * @param plaintext what plaintexts are made of
	 * @param ciphertext what ciphertexts are made of
	 */
	public record Alphabets(Alphabet plaintext, Alphabet ciphertext) {

		static Alphabets both(Alphabet alphabet) {
			return new Alphabets(alphabet, alphabet);
		}

	}

	/**
	 * A pair in symbols.
	 *
	 * @param ciphertext indices into the ciphertext's alphabet, (length); not to be
	 * changed
	 * @param plaintext indices into the plaintext's alphabet, (length); not to be changed
	 */
	public record Pair(int[] ciphertext, int[] plaintext) {
	}

	/**
	 * Tells of one more pair.
	 * @param ciphertext its ciphertext
	 * @param plaintext its plaintext
	 * @throws InvalidInput where a text has NUL or a lone surrogate
	 */
	public void add(String ciphertext, String plaintext) {
		requireUsable(ciphertext, plaintext);
		this.latin26 = this.latin26 && isLatin26(ciphertext, plaintext);
		ciphertext.codePoints().forEach(this.inCiphertexts::set);
		plaintext.codePoints().forEach(this.inPlaintexts::set);
	}

	/**
	 * Finds the alphabets of the pairs:
	 * <ol>
	 * <li>{@code latin26}, if every text has a letter and what is no letter stands
	 * unchanged in its place in both texts of each pair;
	 * <li>else {@code latin27}, if it has every character;
	 * <li>else the characters that occur, sorted by code point: one alphabet for both
	 * sides if they share a character, and one for each side if not. These let foreign
	 * characters pass through.
	 * </ol>
	 * @return the alphabets
	 * @throws InvalidInput at the empty pointer if the characters that occur are too few
	 * or too many for an alphabet
	 */
	public Alphabets alphabets() {
		if (this.latin26) {
			return Alphabets.both(Alphabet.LATIN26);
		}
		if (isIn(Alphabet.LATIN27, this.inCiphertexts) && isIn(Alphabet.LATIN27, this.inPlaintexts)) {
			return Alphabets.both(Alphabet.LATIN27);
		}
		if (this.inCiphertexts.intersects(this.inPlaintexts)) {
			BitSet all = (BitSet) this.inCiphertexts.clone();
			all.or(this.inPlaintexts);
			return Alphabets.both(sorted(all, "the pairs"));
		}
		return new Alphabets(sorted(this.inPlaintexts, "the plaintexts"),
				sorted(this.inCiphertexts, "the ciphertexts"));
	}

	/**
	 * Reads a pair and holds it to what training needs: as many symbols on one side as on
	 * the other, at least one, and what passes through at the same places.
	 * @param ciphertext its ciphertext
	 * @param plaintext its plaintext
	 * @param alphabets what to read them with
	 * @return the pair in symbols
	 * @throws InvalidInput at a text or, where they don't match, at the empty pointer
	 */
	public static Pair read(String ciphertext, String plaintext, Alphabets alphabets) {
		requireUsable(ciphertext, plaintext);
		Message read = alphabets.ciphertext().read(ciphertext);
		Message meant = alphabets.plaintext().read(plaintext);
		String fault = mismatch(read, meant);
		if (fault != null) {
			throw InvalidInput.at("", fault);
		}
		return new Pair(read.symbols(), meant.symbols());
	}

	private static void requireUsable(String ciphertext, String plaintext) {
		String inCiphertext = Characters.faultOf(ciphertext);
		String inPlaintext = Characters.faultOf(plaintext);
		if (inCiphertext != null || inPlaintext != null) {
			List<InvalidInput.Fault> faults = new ArrayList<>();
			if (inCiphertext != null) {
				faults.add(new InvalidInput.Fault("/ciphertext", inCiphertext));
			}
			if (inPlaintext != null) {
				faults.add(new InvalidInput.Fault("/plaintext", inPlaintext));
			}
			throw new InvalidInput(faults);
		}
	}

	private static @Nullable String mismatch(Message ciphertext, Message plaintext) {
		if (ciphertext.length() != plaintext.length()) {
			return "ciphertext has " + symbols(ciphertext.length()) + ", plaintext " + plaintext.length();
		}
		if (ciphertext.length() == 0) {
			return "has no symbols of the alphabet";
		}
		int positions = Math.max(ciphertext.positions(), plaintext.positions());
		for (int position = 0; position < positions; position++) {
			if (passesAt(ciphertext, position) != passesAt(plaintext, position)) {
				Message holder = passesAt(ciphertext, position) ? ciphertext : plaintext;
				return "has a foreign character (" + Characters.show(holder.given(position).codePointAt(0))
						+ ") at position " + position + " of the "
						+ ((holder == ciphertext) ? "ciphertext" : "plaintext") + " only";
			}
		}
		return null;
	}

	private static String symbols(int count) {
		return count + ((count == 1) ? " symbol" : " symbols");
	}

	private static boolean passesAt(Message message, int position) {
		return position < message.positions() && message.symbolAt(position) < 0;
	}

	private static boolean isLatin26(String ciphertext, String plaintext) {
		Message read = Alphabet.LATIN26.read(ciphertext);
		Message meant = Alphabet.LATIN26.read(plaintext);
		return read.length() > 0 && meant.length() > 0 && haveSameForeign(read, meant);
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

}
