package dev.decipher.alphabet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An ordered set of 2 to 256 symbols, each one Unicode code point, and a rule for every
 * other character: it becomes the <em>foreign symbol</em> where the alphabet has one, and
 * otherwise passes through untouched. Immutable; equal when symbols and foreign symbol
 * are equal.
 * <p>
 * A character is read as itself if the alphabet has it, else as its upper case, else as
 * its lower case, by Unicode's simple case mappings (one code point to one code point, no
 * locale, no normalisation).
 * <p>
 * In JSON it is the name of a well-known alphabet, {@code "latin27"}, or an object,
 * <code>{"symbols": "0123456789", "foreign": "0"}</code>. One that equals a well-known
 * alphabet is that alphabet, and is written by its name.
 */
@Schema(description = "A well-known alphabet by name, or 2 to 256 distinct characters with, if wanted, the one "
		+ "that every foreign character becomes", oneOf = { AlphabetSchema.Name.class, AlphabetSchema.Custom.class },
		example = "latin26")
@JsonSerialize(using = AlphabetSerializer.class)
public final class Alphabet implements Symbols {

	/** {@code A} to {@code Z}; any other character passes through. */
	public static final Alphabet LATIN26 = new Alphabet("latin26", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", null);

	/** {@code A} to {@code Z}, then {@code -}, which any other character becomes. */
	public static final Alphabet LATIN27 = new Alphabet("latin27", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-", "-");

	/**
	 * {@code A} to {@code Z} without {@code J}, which is read as {@code I}: the alphabet
	 * of five-by-five squares. Any other character passes through.
	 */
	public static final Alphabet LATIN25 = new Alphabet("latin25", "ABCDEFGHIKLMNOPQRSTUVWXYZ", null);

	private static final List<Alphabet> WELL_KNOWN = List.of(LATIN26, LATIN27, LATIN25);

	static final int MIN_SIZE = 2;

	static final int MAX_SIZE = 256;

	/** How a character was read: as it stands, or through a change of its case. */
	static final int AS_IS = 0;

	static final int UPPER_CASED = 1;

	static final int LOWER_CASED = 2;

	/** Code points below this are read by a look-up; it covers the Latin blocks. */
	private static final int TABLE_SIZE = 0x250;

	private final @Nullable String name;

	private final String symbols;

	private final int[] codePoints;

	/** The code point of the foreign symbol, -1 where foreign characters pass through. */
	private final int foreign;

	/** All symbols in order of their code points, for a binary search. */
	private final int[] sortedCodePoints;

	private final int[] sortedIndices;

	private final int[] readings = new int[TABLE_SIZE];

	private final int[] inLowerCase;

	private final int[] inUpperCase;

	private Alphabet(@Nullable String name, String symbols, @Nullable String foreign) {
		this.name = name;
		this.symbols = symbols;
		this.codePoints = distinctCodePoints(symbols);
		this.foreign = (foreign != null) ? oneOf(foreign, symbols) : -1;
		this.sortedCodePoints = this.codePoints.clone();
		Arrays.sort(this.sortedCodePoints);
		this.sortedIndices = new int[this.codePoints.length];
		for (int index = 0; index < this.codePoints.length; index++) {
			this.sortedIndices[Arrays.binarySearch(this.sortedCodePoints, this.codePoints[index])] = index;
		}
		for (int codePoint = 0; codePoint < TABLE_SIZE; codePoint++) {
			this.readings[codePoint] = work(codePoint);
		}
		this.inLowerCase = inCase(UPPER_CASED);
		this.inUpperCase = inCase(LOWER_CASED);
	}

	/**
	 * An alphabet that lets foreign characters pass through.
	 * @param symbols the symbols, in order
	 * @return the alphabet
	 * @throws InvalidInput at {@code /symbols} unless these are 2 to 256 distinct code
	 * points without NUL and lone surrogates
	 */
	public static Alphabet of(String symbols) {
		return of(symbols, null);
	}

	/**
	 * An alphabet.
	 * @param symbols the symbols, in order
	 * @param foreign the symbol that stands for every foreign character; null to let them
	 * pass through
	 * @return the alphabet
	 * @throws InvalidInput at {@code /symbols} unless these are 2 to 256 distinct code
	 * points without NUL and lone surrogates, at {@code /foreign} unless this is exactly
	 * one of them
	 */
	public static Alphabet of(String symbols, @Nullable String foreign) {
		Alphabet alphabet = new Alphabet(null, symbols, foreign);
		for (Alphabet wellKnown : WELL_KNOWN) {
			if (wellKnown.equals(alphabet)) {
				return wellKnown;
			}
		}
		return alphabet;
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Alphabet fromJson(JsonNode json) {
		if (json.isString()) {
			return named(json.stringValue());
		}
		if (!json.isObject()) {
			throw InvalidInput.at("", "must be the name of an alphabet or an object with its symbols");
		}
		requireOnly(Set.of("symbols", "foreign"), json);
		String symbols = string(json, "symbols");
		if (symbols == null) {
			throw InvalidInput.at("/symbols", "is required");
		}
		return of(symbols, string(json, "foreign"));
	}

	static void requireOnly(Set<String> fields, JsonNode json) {
		List<InvalidInput.Fault> faults = json.propertyNames()
			.stream()
			.filter((field) -> !fields.contains(field))
			.map((field) -> new InvalidInput.Fault(JsonPointers.of(field), "is not a known field"))
			.toList();
		if (!faults.isEmpty()) {
			throw new InvalidInput(faults);
		}
	}

	private static Alphabet named(String name) {
		for (Alphabet alphabet : WELL_KNOWN) {
			if (name.equals(alphabet.name)) {
				return alphabet;
			}
		}
		throw InvalidInput.at("", "is not a known alphabet; known are "
				+ String.join(", ", WELL_KNOWN.stream().map((alphabet) -> alphabet.name).toList()));
	}

	private static @Nullable String string(JsonNode json, String field) {
		JsonNode value = json.get(field);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw InvalidInput.at("/" + field, "must be a string");
		}
		return value.stringValue();
	}

	private static int[] distinctCodePoints(String symbols) {
		String fault = Characters.faultOf(symbols);
		if (fault != null) {
			throw InvalidInput.at("/symbols", fault);
		}
		int size = symbols.codePointCount(0, symbols.length());
		if (size < MIN_SIZE || size > MAX_SIZE) {
			throw InvalidInput.at("/symbols",
					"must be between " + MIN_SIZE + " and " + MAX_SIZE + " characters, not " + size);
		}
		int[] codePoints = symbols.codePoints().toArray();
		int[] sorted = codePoints.clone();
		Arrays.sort(sorted);
		for (int i = 1; i < size; i++) {
			if (sorted[i] == sorted[i - 1]) {
				throw InvalidInput.at("/symbols", "must be distinct, but has " + Characters.show(sorted[i]) + " twice");
			}
		}
		return codePoints;
	}

	private static int oneOf(String foreign, String symbols) {
		String fault = Characters.faultOf(foreign);
		if (fault != null) {
			throw InvalidInput.at("/foreign", fault);
		}
		if (foreign.codePointCount(0, foreign.length()) != 1) {
			throw InvalidInput.at("/foreign", "must be exactly one character");
		}
		if (symbols.indexOf(foreign.codePointAt(0)) < 0) {
			throw InvalidInput.at("/foreign", "must be one of the symbols");
		}
		return foreign.codePointAt(0);
	}

	/**
	 * Each symbol as it is written where the text had a character in another case than
	 * the alphabet's. A symbol whose changed case would not be read as this symbol again
	 * stays as it is.
	 */
	private int[] inCase(int readThrough) {
		int[] written = this.codePoints.clone();
		for (int index = 0; index < written.length; index++) {
			int changed = (readThrough == UPPER_CASED) ? Character.toLowerCase(written[index])
					: Character.toUpperCase(written[index]);
			if (indexOf(changed) == index) {
				written[index] = changed;
			}
		}
		return written;
	}

	/**
	 * The number of symbols.
	 * @return between 2 and 256
	 */
	@Override
	public int size() {
		return this.codePoints.length;
	}

	/**
	 * The name of a well-known alphabet.
	 * @return the name, or null for any other alphabet
	 */
	public @Nullable String name() {
		return this.name;
	}

	/**
	 * One symbol.
	 * @param index from 0 to the size, exclusive
	 * @return the symbol, a string of one code point
	 */
	@Override
	public String symbol(int index) {
		return Character.toString(this.codePoints[index]);
	}

	/**
	 * All symbols.
	 * @return the symbols in order
	 */
	public String symbols() {
		return this.symbols;
	}

	/**
	 * One symbol as a code point.
	 * @param index from 0 to the size, exclusive
	 * @return the code point
	 */
	public int codePoint(int index) {
		return this.codePoints[index];
	}

	/**
	 * The symbol that a character is read as: itself, else its upper case, else its lower
	 * case.
	 * @param codePoint the character
	 * @return the index of the symbol, or -1 for a foreign character
	 */
	public int indexOf(int codePoint) {
		int reading = reading(codePoint);
		return (reading < 0) ? -1 : indexIn(reading);
	}

	/**
	 * What happens to foreign characters.
	 * @return true if they pass through in their places, false if they become a symbol
	 */
	@Schema(hidden = true) // no property of the JSON, though it is named like one
	public boolean isForeignPassedThrough() {
		return this.foreign < 0;
	}

	/**
	 * Reads a text, with a say in what line breaks are.
	 * @param text any text
	 * @param lineBreaksPass whether CR and LF pass through whatever the alphabet is, as
	 * they do in a plain text document
	 * @return the text in symbols of this alphabet
	 * @throws InvalidInput at the empty pointer if the text has a lone surrogate
	 */
	@Override
	public Message read(String text, boolean lineBreaksPass) {
		return new Message(this, text, lineBreaksPass);
	}

	/**
	 * How a character is read: an index and the change of case that led to it in one
	 * number, because a text has a million of them.
	 * @param codePoint the character
	 * @return a reading for {@link #indexIn} and {@link #caseIn}, or -1 if it is foreign
	 */
	int reading(int codePoint) {
		return (codePoint < TABLE_SIZE) ? this.readings[codePoint] : work(codePoint);
	}

	/** The index of the foreign symbol, -1 where there is none. */
	int foreignIndex() {
		return (this.foreign < 0) ? -1 : find(this.foreign);
	}

	static int indexIn(int reading) {
		return reading >> 2;
	}

	static int caseIn(int reading) {
		return reading & 3;
	}

	/** The code point to write for a symbol at a place that was read in this way. */
	int written(int index, int readThrough) {
		return switch (readThrough) {
			case UPPER_CASED -> this.inLowerCase[index];
			case LOWER_CASED -> this.inUpperCase[index];
			default -> this.codePoints[index];
		};
	}

	private int work(int codePoint) {
		int index = find(codePoint);
		if (index >= 0) {
			return index << 2 | AS_IS;
		}
		index = find(Character.toUpperCase(codePoint));
		if (index >= 0) {
			return index << 2 | UPPER_CASED;
		}
		index = find(Character.toLowerCase(codePoint));
		return (index >= 0) ? index << 2 | LOWER_CASED : -1;
	}

	private int find(int codePoint) {
		int place = Arrays.binarySearch(this.sortedCodePoints, codePoint);
		if (place >= 0) {
			return this.sortedIndices[place];
		}
		return (codePoint == 'J' && "latin25".equals(this.name)) ? find('I') : -1;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Alphabet alphabet && this.symbols.equals(alphabet.symbols)
				&& this.foreign == alphabet.foreign;
	}

	@Override
	public int hashCode() {
		return 31 * this.symbols.hashCode() + this.foreign;
	}

	@Override
	public String toString() {
		return (this.name != null) ? this.name : this.symbols
				+ (isForeignPassedThrough() ? "" : " (foreign " + Character.toString(this.foreign) + ")");
	}

}
