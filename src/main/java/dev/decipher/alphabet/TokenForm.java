package dev.decipher.alphabet;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * How the tokens of a text are told apart, in JSON {@code "whitespace"} or
 * <code>{"length": 2}</code>.
 *
 * @param length the characters of each token; 0 where white space parts them
 */
@Schema(description = "`whitespace` where that parts tokens, or the number of characters that each has",
		oneOf = { String.class, TokensSchema.Length.class }, example = "whitespace")
public record TokenForm(@Schema(hidden = true) int length) { // no property of both its
																// forms

	private static final int MAX_LENGTH = 8;

	private static final String WHITESPACE = "whitespace";

	/**
	 * Reads the JSON.
	 * @throws InvalidInput at the empty pointer or at {@code /length}
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static TokenForm fromJson(JsonNode json) {
		if (json.isString() && WHITESPACE.equals(json.stringValue())) {
			return new TokenForm(0);
		}
		InvalidInput.throwIf(!json.isObject() || !json.has("length"), "",
				"must be \"" + WHITESPACE + "\" or {\"length\": 2}");
		Alphabet.requireOnly(Set.of("length"), json);
		JsonNode length = json.get("length");
		InvalidInput.throwIf(!length.isInt() || length.intValue() < 1 || length.intValue() > MAX_LENGTH, "/length",
				"must be an integer between 1 and " + MAX_LENGTH);
		return new TokenForm(length.intValue());
	}

	Object toJson() {
		return isFixed() ? Map.of("length", this.length) : WHITESPACE;
	}

	/** Whether each token has the same number of characters. */
	@Schema(hidden = true) // no property of the JSON, though it is named like one
	public boolean isFixed() {
		return this.length > 0;
	}

}
