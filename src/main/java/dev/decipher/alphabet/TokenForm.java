package dev.decipher.alphabet;

import java.util.Set;

import dev.decipher.problem.InvalidInput;
import tools.jackson.databind.JsonNode;

/** The JSON of what parts tokens: {@code "whitespace"} or <code>{"length": 2}</code>. */
final class TokenForm {

	private static final int MAX_LENGTH = 8;

	private TokenForm() {
	}

	/**
	 * Reads it.
	 * @return the characters of each token; 0 where white space parts them
	 * @throws InvalidInput at {@code /tokens} or {@code /tokens/length}
	 */
	static int fromJson(JsonNode json) {
		if (json.isString() && Tokens.WHITESPACE.equals(json.stringValue())) {
			return 0;
		}
		InvalidInput.throwIf(!json.isObject() || !json.has("length"), "/tokens",
				"must be \"whitespace\" or {\"length\": 2}");
		InvalidInput.under("/tokens", () -> {
			Alphabet.requireOnly(Set.of("length"), json);
			return json;
		});
		JsonNode length = json.get("length");
		InvalidInput.throwIf(!length.isInt() || length.intValue() < 1 || length.intValue() > MAX_LENGTH,
				"/tokens/length", "must be an integer between 1 and " + MAX_LENGTH);
		return length.intValue();
	}

}
