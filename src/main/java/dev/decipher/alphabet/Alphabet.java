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

	/**
	 * {@code A} to {@code Z}, then {@code 0} to {@code 9}: the alphabet of six-by-six
	 * squares. Any other character passes through.
	 */
	public static final Alphabet LATIN36 = new Alphabet("latin36", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", null);

	/** {@code 0} to {@code 9}; any other character passes through. */
	public static final Alphabet DIGITS = new Alphabet(null, "0123456789", null);

	private static final List<Alphabet> WELL_KNOWN = List.of(LATIN26, LATIN27, LATIN25, LATIN36);

	static final int MIN_SIZE = 2;

	/** The most symbols. */
	public static final int MAX_SIZE = 256;

	private final @Nullable String name;

	private final String symbols;

	private final int[] codePoints;

	/** The code point of the foreign symbol, -1 where foreign characters pass through. */
	private final int foreign;

	private final int foreignIndex;

	private final CharacterTable table;

	private Alphabet(@Nullable String name, String symbols, @Nullable String foreign) {
		this.name = name;
		this.symbols = symbols;
		this.codePoints = distinctCodePoints(symbols);
		this.foreign = (foreign != null) ? oneOf(foreign, symbols) : -1;
		this.table = new CharacterTable(this.codePoints, "latin25".equals(name));
		this.foreignIndex = (this.foreign < 0) ? -1 : this.table.find(this.foreign);
	}

	/**
	 * An alphabet that lets foreign characters pass through.
	 * @throws InvalidInput at {@code /symbols} unless these are 2 to 256 distinct code
	 * points without NUL and lone surrogates
	 */
	public static Alphabet of(String symbols) {
		return of(symbols, null);
	}

	/**
	 * An alphabet.
	 * @param foreign the symbol that stands for every foreign character; null to let them
	 * pass through
	 * @throws InvalidInput at {@code /symbols} unless these are 2 to 256 distinct code
	 * points without NUL and lone surrogates, at {@code /foreign} unless this is exactly
	 * one of them
	 */
	public static Alphabet of(String symbols, @Nullable String foreign) {
		Alphabet alphabet = new Alphabet(null, symbols, foreign);
		return WELL_KNOWN.stream().filter(alphabet::equals).findFirst().orElse(alphabet);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Alphabet fromJson(JsonNode json) {
		if (json.isString()) {
			return named(json.stringValue());
		}
		InvalidInput.throwIf(!json.isObject(), "", "must be the name of an alphabet or an object with its symbols");
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
		return WELL_KNOWN.stream()
			.filter((alphabet) -> name.equals(alphabet.name))
			.findFirst()
			.orElseThrow(() -> InvalidInput.at("", "is not a known alphabet; known are "
					+ String.join(", ", WELL_KNOWN.stream().map((alphabet) -> alphabet.name).toList())));
	}

	private static @Nullable String string(JsonNode json, String field) {
		JsonNode value = json.get(field);
		if (value == null || value.isNull()) {
			return null;
		}
		InvalidInput.throwIf(!value.isString(), "/" + field, "must be a string");
		return value.stringValue();
	}

	private static int[] distinctCodePoints(String symbols) {
		String fault = Characters.faultOf(symbols);
		if (fault != null) {
			throw InvalidInput.at("/symbols", fault);
		}
		int size = symbols.codePointCount(0, symbols.length());
		InvalidInput.throwIf(size < MIN_SIZE || size > MAX_SIZE, "/symbols",
				"must be between " + MIN_SIZE + " and " + MAX_SIZE + " characters, not " + size);
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
		InvalidInput.throwIf(foreign.codePointCount(0, foreign.length()) != 1, "/foreign",
				"must be exactly one character");
		InvalidInput.throwIf(symbols.indexOf(foreign.codePointAt(0)) < 0, "/foreign", "must be one of the symbols");
		return foreign.codePointAt(0);
	}

	@Override
	public int size() {
		return this.codePoints.length;
	}

	/** The name of a well-known alphabet, or null for any other. */
	public @Nullable String name() {
		return this.name;
	}

	@Override
	public String symbol(int index) {
		return Character.toString(this.codePoints[index]);
	}

	@Override
	public String separator() {
		return "";
	}

	@Override
	public boolean dropsForeign() {
		return false;
	}

	/** All symbols, in order. */
	public String symbols() {
		return this.symbols;
	}

	/** One symbol as a code point. */
	public int codePoint(int index) {
		return this.codePoints[index];
	}

	/**
	 * The symbol that a character is read as: itself, else its upper case, else its lower
	 * case.
	 * @return the index of the symbol, or -1 for a foreign character
	 */
	public int indexOf(int codePoint) {
		int reading = this.table.reading(codePoint);
		return (reading < 0) ? -1 : CharacterTable.indexIn(reading);
	}

	/** Whether foreign characters pass through; else they become a symbol. */
	@Schema(hidden = true) // no property of the JSON, though it is named like one
	public boolean isForeignPassedThrough() {
		return this.foreign < 0;
	}

	@Override
	public Message read(String text, boolean lineBreaksPass) {
		return new Message(this, text, lineBreaksPass);
	}

	/** How characters are read, and written in the case that they had. */
	CharacterTable table() {
		return this.table;
	}

	/** The index of the foreign symbol, -1 where there is none. */
	int foreignIndex() {
		return this.foreignIndex;
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
