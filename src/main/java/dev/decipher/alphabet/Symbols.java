package dev.decipher.alphabet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * The symbols of a text: the characters of an {@link Alphabet}, or the {@link Tokens} of
 * a ciphertext that writes a symbol with several characters. JSON tells the two apart by
 * the field {@code tokens}.
 */
@Schema(description = "What a text is made of: the characters of an alphabet, or tokens",
		oneOf = { Alphabet.class, TokensSchema.class }, example = "latin26")
public sealed interface Symbols permits Alphabet, Tokens {

	/** The number of symbols, at least 2. */
	int size();

	/** A symbol as it is written. */
	String symbol(int index);

	/** The text between two symbols: a space between tokens that white space parts. */
	String separator();

	/**
	 * Whether these symbols leave no places for what passes through and no letter case:
	 * so it is where each of them is a fixed number of characters.
	 */
	boolean dropsForeign();

	/** Writes symbols by themselves. */
	default String write(int[] symbols) {
		return IntStream.of(symbols).mapToObj(this::symbol).collect(Collectors.joining(separator()));
	}

	/**
	 * Reads the JSON of an alphabet or of tokens.
	 * @throws InvalidInput with a pointer relative to the JSON
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Symbols fromJson(JsonNode json) {
		return json.has("tokens") ? Tokens.fromJson(json) : Alphabet.fromJson(json);
	}

	/**
	 * Reads a text, with a say in what line breaks are.
	 * @param lineBreaksPass whether CR and LF pass through whatever the alphabet is, as
	 * they do in a plain text document
	 * @throws InvalidInput at the empty pointer if the text has a lone surrogate
	 */
	Message read(String text, boolean lineBreaksPass);

	/**
	 * Reads a text in which line breaks are like any other character.
	 * @throws InvalidInput at the empty pointer if the text has a lone surrogate
	 */
	default Message read(String text) {
		return read(text, false);
	}

}
