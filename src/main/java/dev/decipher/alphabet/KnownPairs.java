package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.Arrays;
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

	private final Lacking lacking;

	private final CharacterRule characters;

	private boolean latin26 = true;

	private final BitSet inCiphertexts = new BitSet();

	private final BitSet inPlaintexts = new BitSet();

	/** Pairs of which either side has every character. */
	public KnownPairs() {
		this(Lacking.NOTHING, CharacterRule.LETTERS);
	}

	/**
	 * Pairs in which some characters may be no symbols.
	 * @param lacking those that are none, since one side may lack them
	 * @param characters whether all others are
	 */
	public KnownPairs(Lacking lacking, CharacterRule characters) {
		this.lacking = lacking;
		this.characters = characters;
	}

	/** The alphabets of the two sides. */
	public record Alphabets(Alphabet plaintext, Symbols ciphertext) {

		static Alphabets both(Alphabet alphabet) {
			return new Alphabets(alphabet, alphabet);
		}

	}

	/**
	 * A pair in symbols.
	 *
	 * @param ciphertext indices of what the network reads, (length), behind those of a
	 * key prefix; not to be changed
	 * @param plaintext indices into the plaintext's alphabet, (length); not to be changed
	 */
	public record Pair(int[] ciphertext, int[] plaintext) {
	}

	/**
	 * Tells of one more pair.
	 * @throws InvalidInput where a text has NUL or a lone surrogate
	 */
	public void add(String ciphertext, String plaintext) {
		requireUsable(ciphertext, plaintext);
		String symbols = this.lacking.drop(ciphertext);
		String meant = this.lacking.drop(plaintext);
		this.latin26 = this.latin26 && isLatin26(symbols, meant);
		symbols.codePoints().forEach(this.inCiphertexts::set);
		meant.codePoints().forEach(this.inPlaintexts::set);
	}

	/**
	 * Tells of one more pair whose ciphertext is in tokens, and so has no say in what the
	 * plaintexts' alphabet is. Of {@code latin26} it is if it has a letter, and a token
	 * for each of the plaintext's characters but white space.
	 * @throws InvalidInput where a text has NUL or a lone surrogate
	 */
	public void addInTokens(String ciphertext, String plaintext) {
		String meant = addMeaning(ciphertext, plaintext);
		this.latin26 = this.latin26 && Characters.tokens(ciphertext)
			.size() == meant.codePoints().filter((c) -> !Characters.isSpace(c)).count();
	}

	/**
	 * Tells of one more pair whose ciphertext is in tokens of one length. Of
	 * {@code latin26} it is if it has a letter, and a token for each letter.
	 * @param tokens how many tokens the ciphertext has
	 * @throws InvalidInput where a text has NUL or a lone surrogate
	 */
	public void addInTokens(String ciphertext, int tokens, String plaintext) {
		String meant = addMeaning(ciphertext, plaintext);
		this.latin26 = this.latin26 && Alphabet.LATIN26.read(meant).length() == tokens;
	}

	private String addMeaning(String ciphertext, String plaintext) {
		requireUsable(ciphertext, plaintext);
		String meant = this.lacking.drop(plaintext);
		this.latin26 = this.latin26 && isLatin26(meant, meant);
		meant.codePoints().forEach(this.inCiphertexts::set);
		meant.codePoints().forEach(this.inPlaintexts::set);
		return meant;
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
	 * Where a side may lack some, these pass through, whatever the alphabet is. Where all
	 * characters are symbols, it is those that occur.
	 * @throws InvalidInput at the empty pointer if the characters that occur are too few
	 * or too many for an alphabet
	 */
	public Alphabets alphabets() {
		boolean letters = this.characters == CharacterRule.LETTERS;
		if (letters && this.latin26) {
			return Alphabets.both(Alphabet.LATIN26);
		}
		if (letters && isIn(Alphabet.LATIN27, this.inCiphertexts) && isIn(Alphabet.LATIN27, this.inPlaintexts)) {
			boolean hyphens = this.inCiphertexts.get('-') || this.inPlaintexts.get('-');
			return Alphabets.both((this.lacking == Lacking.NOTHING) ? Alphabet.LATIN27
					: hyphens ? Alphabet.of(Alphabet.LATIN27.symbols()) : Alphabet.LATIN26);
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
	 * A pair as a model's format reads it.
	 *
	 * @param ciphertext the ciphertext, with what the network reads of it
	 * @param plaintext indices into the plaintext's alphabet, (length); not to be changed
	 * @param isSpaced whether one of the texts has foreign characters that the other
	 * lacks
	 */
	public record Match(CiphertextFormat.Reading ciphertext, int[] plaintext, boolean isSpaced) {

		/**
		 * The inputs of the network, each with the plaintext that it is to find: the
		 * whole pair, or each of its blocks where there are such.
		 */
		public List<Pair> pairs() {
			List<Pair> pairs = new ArrayList<>();
			int from = 0;
			for (int[] input : this.ciphertext.inputs()) {
				int to = from + input.length - this.ciphertext.prefixLength();
				pairs.add(new Pair(input, Arrays.copyOfRange(this.plaintext, from, to)));
				from = to;
			}
			return pairs;
		}

	}

	/**
	 * Reads a pair and holds it to what training needs: as many symbols on one side as on
	 * the other, a key prefix apart, at least one, and what passes through at the same
	 * places, unless one side lacks it.
	 * @throws InvalidInput at a text or, where they don't match, at the empty pointer
	 */
	public static Match read(String ciphertext, String plaintext, Alphabet alphabet, CiphertextFormat format) {
		requireUsable(ciphertext, plaintext);
		CiphertextFormat.Reading read = InvalidInput.under("/ciphertext", () -> format.read(ciphertext));
		Message meant = alphabet.read(plaintext);
		if (format.layout().characters() == CharacterRule.ALL) {
			InvalidInput.under("/plaintext", () -> {
				meant.requireAll(alphabet, false);
				return meant;
			});
		}
		String fault = mismatch(read.body(), meant);
		String given = (read.prefixLength() > 0) ? ciphertext.substring(ciphertext.indexOf(':') + 1) : ciphertext;
		if (fault != null && !Spacing.explains(given, read.body(), meant)) {
			throw InvalidInput.at("", fault);
		}
		return new Match(read, meant.symbols(), fault != null);
	}

	/** Whether a ciphertext without a key prefix goes with a plaintext. */
	public static boolean match(String ciphertext, String plaintext, Alphabets alphabets) {
		Message read = alphabets.ciphertext().read(ciphertext);
		Message meant = alphabets.plaintext().read(plaintext);
		return mismatch(read, meant) == null || Spacing.explains(ciphertext, read, meant);
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

	/**
	 * The reason why two texts are no pair, as a phrase for {@code /{i}}; null if
	 * nothing.
	 */
	static @Nullable String mismatch(Message ciphertext, Message plaintext) {
		if (ciphertext.length() != plaintext.length()) {
			return "ciphertext has " + CiphertextFormat.symbols(ciphertext.length()) + ", plaintext "
					+ plaintext.length();
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
