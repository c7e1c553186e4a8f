package dev.decipher.cipher.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySchema;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * The rotors of an Enigma by their names, from left to right, given or left to chance. In
 * JSON {@code ["II", "V", "III"]} or <code>{"random": {}}</code>.
 */
@Schema(description = "Rotors by name from left to right, or (for training) to be drawn at random",
		oneOf = KeySchema.RandomKey.class, example = "[\"II\", \"V\", \"III\"]")
public sealed interface Rotors {

	/**
	 * Rotors by name.
	 *
	 * @param names from left to right
	 */
	record Given(List<String> names) implements Rotors {

		public Given {
			names = List.copyOf(names);
		}

		@JsonValue
		@Override
		public Object toJson() {
			return this.names;
		}

	}

	/** Rotors that are yet to be drawn. */
	record Random() implements Rotors {

		@JsonValue
		@Override
		public Object toJson() {
			return Map.of("random", Map.of());
		}

	}

	/** The rotors' JSON: a list or a map. */
	Object toJson();

	/**
	 * Reads rotors.
	 * @param json an array or an object
	 * @return the rotors
	 * @throws InvalidInput with a pointer relative to the rotors
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Rotors fromJson(JsonNode json) {
		if (json.isObject()) {
			if (Key.randomLength(json) != null) {
				throw InvalidInput.at("/random/length", "is not for rotors: the model decides how many there are");
			}
			return new Random();
		}
		if (!json.isArray()) {
			throw InvalidInput.at("", "must be an array of names or an object with \"random\"");
		}
		List<String> names = new ArrayList<>();
		for (JsonNode name : json) {
			if (!name.isString()) {
				throw InvalidInput.at("/" + names.size(), "must be a string");
			}
			names.add(name.stringValue());
		}
		return new Given(names);
	}

}
