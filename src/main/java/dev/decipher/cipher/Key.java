package dev.decipher.cipher;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The key of a cipher: given as a text or as numbers, left to chance, or another one for
 * every message. In JSON a string, {@code "LEMON"}, or a list, {@code [3, 1, 2]}, or
 * <code>{"random": {"length": [3, 6]}}</code>, or
 * <code>{"any": {"length": [3, 6]}}</code>, where the length may be left out.
 */
@Schema(description = "A key as text or (for an order) as numbers, or one to be drawn at random, or any: "
		+ "one for every message", oneOf = { String.class, KeySchema.RandomKey.class, KeySchema.AnyKey.class },
		example = "LEMON")
public sealed interface Key {

	/**
	 * A key as text.
	 *
	 * @param text the key, in characters of whatever alphabet it will be used with
	 */
	record Given(String text) implements Key {

		@JsonValue
		@Override
		public Object toJson() {
			return this.text;
		}

	}

	/**
	 * A key as numbers; what reads a text reads them with blanks between them.
	 *
	 * @param numbers at most 1000, 0 to 9999 each
	 */
	record Numbers(List<Integer> numbers) implements Key {

		private static final int GREATEST = 9999;

		public Numbers {
			numbers = List.copyOf(numbers);
			InvalidInput.throwIf(numbers.size() > Length.LONGEST, "",
					"must have at most " + Length.LONGEST + " numbers");
			for (int i = 0; i < numbers.size(); i++) {
				InvalidInput.throwIf(numbers.get(i) < 0 || numbers.get(i) > GREATEST, "/" + i,
						"must be between 0 and " + GREATEST);
			}
		}

		@JsonValue
		@Override
		public Object toJson() {
			return this.numbers;
		}

	}

	/**
	 * A key that is yet to be drawn.
	 *
	 * @param length how long it shall be; null leaves that to the cipher
	 */
	record Random(@Nullable Length length) implements Key {

		/**
		 * Makes sure that the only length there is may be drawn.
		 * @param name the parameter's
		 * @param only the length of every key
		 * @param reason why that is the only one
		 * @throws InvalidInput with a pointer relative to the cipher
		 */
		public void requireLength(String name, int only, String reason) {
			InvalidInput.throwIf(this.length != null && !this.length.contains(only), "/" + name + "/random/length",
					"must allow " + only + ", " + reason);
		}

		@JsonValue
		@Override
		public Object toJson() {
			return Map.of("random", fields(this.length));
		}

	}

	/**
	 * A key of its own for every message, written in front of the ciphertext.
	 *
	 * @param length how long they are; null leaves that to the cipher
	 */
	record Any(@Nullable Length length) implements Key {

		@JsonValue
		@Override
		public Object toJson() {
			return Map.of("any", fields(this.length));
		}

	}

	/**
	 * How long a key may be, in symbols.
	 *
	 * @param min the shortest, at least 1
	 * @param max the longest, at most 1000
	 */
	record Length(int min, int max) {

		private static final int LONGEST = 1000;

		public Length {
			if (min < 1) {
				throw InvalidInput.at("/0", "must be at least 1");
			}
			if (max < min) {
				throw InvalidInput.at("/1", "must be at least " + min + ", the shortest length");
			}
			if (max > LONGEST) {
				throw InvalidInput.at("/1", "must be at most " + LONGEST);
			}
		}

		public boolean contains(int length) {
			return length >= this.min && length <= this.max;
		}

		public int draw(RandomGenerator random) {
			return random.nextInt(this.min, this.max + 1);
		}

	}

	/** The key's JSON: a string, a list or a map. */
	Object toJson();

	/**
	 * Reads a key.
	 * @param json a string, a list of integers or an object
	 * @return the key
	 * @throws InvalidInput with a pointer relative to the key
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Key fromJson(JsonNode json) {
		if (json.isString()) {
			return new Given(json.stringValue());
		}
		if (json.isArray()
				&& json.valueStream().allMatch((number) -> number.isIntegralNumber() && number.canConvertToInt())) {
			return new Numbers(json.valueStream().map(JsonNode::intValue).toList());
		}
		if (!json.isObject()) {
			throw InvalidInput.at("", "must be a string, a list of integers or an object with \"random\" or \"any\"");
		}
		if (json.has("any")) {
			requireOnly("any", json);
			return new Any(InvalidInput.under("/any", () -> lengthIn(json.get("any"))));
		}
		return new Random(randomLength(json));
	}

	/**
	 * Reads something left to chance, <code>{"random": {"length": [3, 6]}}</code>.
	 * @param json an object
	 * @return the length, or null if it is left out
	 * @throws InvalidInput with a pointer relative to the object
	 */
	static @Nullable Length randomLength(JsonNode json) {
		requireOnly("random", json);
		JsonNode random = json.get("random");
		if (random == null) {
			throw InvalidInput.at("/random", "is required");
		}
		return InvalidInput.under("/random", () -> lengthIn(random));
	}

	private static @Nullable Length lengthIn(JsonNode json) {
		if (json.isBoolean() && json.booleanValue()) {
			return null;
		}
		if (!json.isObject()) {
			throw InvalidInput.at("", "must be true or an object");
		}
		requireOnly("length", json);
		JsonNode length = json.get("length");
		return (length != null) ? InvalidInput.under("/length", () -> length(length)) : null;
	}

	/**
	 * A length as the fields of an object in JSON.
	 * @param length the length, or null to leave it out
	 * @return a map with the length, or an empty one
	 */
	static Map<String, Object> fields(@Nullable Length length) {
		return (length != null) ? Map.of("length", List.of(length.min(), length.max())) : Map.of();
	}

	private static Length length(JsonNode json) {
		if (!json.isArray() || json.size() != 2) {
			throw InvalidInput.at("", "must be two integers, the shortest and the longest length");
		}
		return new Length(integer(json, 0), integer(json, 1));
	}

	private static int integer(JsonNode json, int index) {
		JsonNode value = json.get(index);
		if (!value.isIntegralNumber() || !value.canConvertToInt()) {
			throw InvalidInput.at("/" + index, "must be an integer between 1 and " + Length.LONGEST);
		}
		return value.intValue();
	}

	private static void requireOnly(String field, JsonNode json) {
		List<InvalidInput.Fault> faults = json.propertyNames()
			.stream()
			.filter((name) -> !name.equals(field))
			// a pointer escapes two characters: RFC 6901 section 3
			.map((name) -> new InvalidInput.Fault(JsonPointers.of(name), "is not a known field"))
			.toList();
		if (!faults.isEmpty()) {
			throw new InvalidInput(faults);
		}
	}

}
