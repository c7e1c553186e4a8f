package dev.decipher.client;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An alphabet in a request.
 *
 * @param json its name, or its symbols
 */
public record Alphabet(@JsonValue Object json) {

	/**
	 * A well-known one: {@code latin25}, {@code latin26}, {@code latin27},
	 * {@code latin36}.
	 */
	public static Alphabet named(String name) {
		return new Alphabet(name);
	}

	/** One of its own; other characters pass through in their places. */
	public static Alphabet of(String symbols) {
		return new Alphabet(Map.of("symbols", symbols));
	}

	/** One of its own that has a symbol for every other character. */
	public static Alphabet of(String symbols, String foreign) {
		return new Alphabet(Map.of("symbols", symbols, "foreign", foreign));
	}

}
