package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySchema;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The key of a homophonic cipher: the tokens that stand for each symbol, given or left to
 * chance. In JSON <code>{"E": ["01", "17"], …}</code>, or
 * <code>{"random": {"length": [1, 4]}}</code>, where the length is how many tokens a
 * symbol has and may be left out.
 */
@Schema(description = "The tokens that stand for each symbol, or (for training) to be drawn at random",
		oneOf = KeySchema.RandomKey.class, example = "{\"random\": {\"length\": [1, 4]}}")
public sealed interface Homophones {

	/**
	 * Tokens for each symbol.
	 *
	 * @param table the tokens by symbol, in the order in which they are given
	 */
	record Given(Map<String, List<String>> table) implements Homophones {

		public Given {
			Map<String, List<String>> copy = new LinkedHashMap<>();
			table.forEach((symbol, tokens) -> copy.put(symbol, List.copyOf(tokens)));
			table = Collections.unmodifiableMap(copy);
		}

		@JsonValue
		@Override
		public Object toJson() {
			return this.table;
		}

	}

	/**
	 * Tokens that are yet to be drawn.
	 *
	 * @param length how many each symbol shall have; null leaves that to the cipher
	 */
	record Random(Key.@Nullable Length length) implements Homophones {

		@JsonValue
		@Override
		public Object toJson() {
			return Map.of("random", Key.fields(this.length));
		}

	}

	/** The key's JSON: a map. */
	Object toJson();

	/**
	 * Reads a key.
	 * @param json an object
	 * @return the key
	 * @throws InvalidInput with a pointer relative to the key
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Homophones fromJson(JsonNode json) {
		if (!json.isObject()) {
			throw InvalidInput.at("", "must be an object with an array of tokens for each symbol, or with \"random\"");
		}
		if (json.has("random")) {
			return new Random(Key.randomLength(json));
		}
		if (json.has("any")) {
			throw InvalidInput.at("/any", "is not possible for this cipher: give the tokens, or \"random\"");
		}
		Map<String, List<String>> table = new LinkedHashMap<>();
		json.properties().forEach((entry) -> table.put(entry.getKey(), tokens(entry.getKey(), entry.getValue())));
		return new Given(table);
	}

	private static List<String> tokens(String symbol, JsonNode json) {
		String pointer = JsonPointers.of(symbol);
		if (!json.isArray()) {
			throw InvalidInput.at(pointer, "must be an array of tokens");
		}
		List<String> tokens = new ArrayList<>();
		for (JsonNode token : json) {
			if (!token.isString()) {
				throw InvalidInput.at(pointer + "/" + tokens.size(), "must be a string");
			}
			tokens.add(token.stringValue());
		}
		return tokens;
	}

}
