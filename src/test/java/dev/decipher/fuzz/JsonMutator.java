package dev.decipher.fuzz;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Changes an example of a JSON body in one to three places: fields dropped, doubled and
 * invented, values of other types, at the bounds of the schema and past them, texts that
 * are seldom thought of; and now and then the bytes.
 */
final class JsonMutator {

	private static final List<String> TYPES = List.of("null", "true", "false", "[]", "{}", "[null]", "{\"\":null}",
			"[[[]]]", "7", "\"text\"", "[7]", "{\"type\":\"caesar\",\"shift\":3}");

	private static final List<String> NUMBERS = List.of("0", "-0", "-0.0", "1", "-1", "2", "1.5", "1e2", "1.0",
			"2147483647", "2147483648", "-2147483649", "9007199254740992", "9007199254740993", "9223372036854775807",
			"9223372036854775808", "1e999", "-1e999", "1e-999", "1e308", "4.9e-324", "1e99999999999", "NaN", "Infinity",
			"01", "+1", ".5", "1.", "0x10", "1".repeat(101), "0." + "1".repeat(98));

	/** As they stand in JSON; what is in braces are bytes. */
	private static final List<String> STRINGS = List.of("\"\"", "\" \"", "\"\\u0000\"", "\"A\\u0000B\"", "\"\\ud800\"",
			"\"\\udc00\"", "\"A\\ud83dB\"", "\"\u202eCBA\u202c\u200f\"", "\"\u2028\u2029\u0085\ufeff\"",
			"\"\\r\\n2026-01-01T00:00:00.000Z ERROR 1 --- forged\\n\"", "\"\u001b[2J\"", "\"\\u001b[2J\"", "\"A{ff}B\"",
			"\"{eda080}\"", "\"{c080}\"", "\"{f4908080}\"", "\"{e282}\"", "\"tab\tbed\"",
			"\"${jndi:ldap://127.0.0.1:1/a}${java.version}\"", "\"%s%n{}\"", "\"'; DROP TABLE job; --\"",
			"\"../../etc/passwd\"", "\"/\"", "\"A\\u0301\"", "\"ẞßİıſKŉ\"", "\"😀😀\"", "\"17 03 99\"", "'single'",
			"\"open", "\"\\x\"", "\"\\ud800\\u0041\"", "\"auto\"", "\"latin27\"", "\"seed\"", "\"english\"",
			"\"name@alias\"", "\"A:B\"");

	private static final List<Integer> LENGTHS = List.of(64, 65, 256, 257, 1_000, 4_096, 4_097, 20_000);

	private static final int DEPTH = 10_000;

	private final SplittableRandom random;

	private final UnaryOperator<JsonNode> resolver;

	/** Texts that stand in the place of a value, which no tree can have. */
	private final List<String> raw = new ArrayList<>();

	/**
	 * A mutator.
	 * @param resolver finds the schema that a reference stands for
	 */
	JsonMutator(SplittableRandom random, UnaryOperator<JsonNode> resolver) {
		this.random = random;
		this.resolver = resolver;
	}

	/** A value in its place. */
	private record Place(JsonNode parent, String field, int index, JsonNode value, List<JsonNode> schemas) {

		void set(JsonNode other) {
			if (this.parent instanceof ObjectNode object) {
				object.set(this.field, other);
			}
			else {
				((ArrayNode) this.parent).set(this.index, other);
			}
		}

		void remove() {
			if (this.parent instanceof ObjectNode object) {
				object.remove(this.field);
			}
			else {
				((ArrayNode) this.parent).remove(this.index);
			}
		}

	}

	/** A changed body. */
	byte[] mutated(JsonNode example, JsonNode schema) {
		ArrayNode holder = JsonMapper.shared().createArrayNode().add(example.deepCopy());
		for (int times = this.random.nextInt(1, 4); times > 0; times--) {
			List<Place> places = new ArrayList<>();
			collect(holder, List.of(MissingNode.getInstance()), schema, places);
			change(places.get(this.random.nextInt(places.size())));
			if (holder.isEmpty()) {
				return new byte[0];
			}
		}
		String text = holder.get(0).toString();
		for (int i = this.raw.size() - 1; i >= 0; i--) {
			text = text.replace("\"@raw" + i + "@\"", this.raw.get(i));
		}
		return bytesChanged(bytes(text));
	}

	/** The schemas of a value are that of its place, and those it has a choice of. */
	private void collect(JsonNode parent, List<JsonNode> schemas, JsonNode root, List<Place> places) {
		if (parent.isObject()) {
			for (Map.Entry<String, JsonNode> field : parent.properties()) {
				List<JsonNode> own = alternatives(
						schemas.stream().map((schema) -> schema.at("/properties").path(field.getKey())).toList());
				places.add(new Place(parent, field.getKey(), -1, field.getValue(), own));
				collect(field.getValue(), own, root, places);
			}
		}
		else if (parent.isArray()) {
			for (int i = 0; i < parent.size(); i++) {
				List<JsonNode> own = places.isEmpty() ? alternatives(List.of(root))
						: alternatives(schemas.stream().map((schema) -> schema.path("items")).toList());
				places.add(new Place(parent, "", i, parent.get(i), own));
				collect(parent.get(i), own, root, places);
			}
		}
	}

	private List<JsonNode> alternatives(List<JsonNode> schemas) {
		List<JsonNode> all = new ArrayList<>();
		for (JsonNode schema : schemas) {
			JsonNode resolved = this.resolver.apply(schema);
			all.add(resolved);
			all.addAll(alternatives(resolved.path("oneOf").valueStream().toList()));
		}
		return all;
	}

	private void change(Place place) {
		switch (this.random.nextInt(12)) {
			case 0, 1 -> place.remove();
			case 2 -> place.set(raw(any(TYPES)));
			case 3 -> place.set(raw(any(NUMBERS)));
			case 4, 5 -> place.set(raw(any(STRINGS)));
			case 6, 7 -> place.set(raw(any(bounds(place))));
			case 8 -> place.set(raw(longText()));
			case 9 -> {
				if (place.parent() instanceof ObjectNode) {
					// twice: the value, and behind it the field once more
					String name = StringNode.valueOf(place.field()).toString();
					place.set(raw(place.value() + "," + name + ":"
							+ (this.random.nextBoolean() ? place.value() : any(TYPES))));
				}
				else {
					place.set(raw(place.value() + "," + place.value()));
				}
			}
			case 10 -> {
				if (place.value() instanceof ObjectNode object) {
					object.set(this.random.nextBoolean() ? "colour"
							: any(List.of("", "a/b~c", "\u202e", "__proto__", "x\ny")), raw(any(TYPES)));
				}
				else if (place.value().isString()) {
					place.set(StringNode.valueOf(textChanged(place.value().asString())));
				}
				else {
					place.set(raw("[" + place.value() + "]"));
				}
			}
			default -> place.set(raw(deep()));
		}
	}

	private StringNode raw(String text) {
		this.raw.add(text);
		return StringNode.valueOf("@raw" + (this.raw.size() - 1) + "@");
	}

	private <T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	/** Values at the bounds of a schema, a step past them, and those it names. */
	private List<String> bounds(Place place) {
		List<String> values = new ArrayList<>(List.of("0"));
		for (JsonNode schema : place.schemas()) {
			for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
				if (schema.path(bound).isNumber()) {
					BigDecimal number = schema.get(bound).decimalValue();
					values.add(number.toPlainString());
					values.add(number.add(BigDecimal.ONE).toPlainString());
					values.add(number.subtract(BigDecimal.ONE).toPlainString());
					values.add(number.add(new BigDecimal("1e-9")).toPlainString());
				}
			}
			for (String bound : List.of("minLength", "maxLength")) {
				if (schema.path(bound).isIntegralNumber() && schema.get(bound).intValue() < 1_000_000) {
					int length = schema.get(bound).intValue();
					values.add('"' + "a".repeat(Math.max(0, length - 1)) + '"');
					values.add('"' + "a".repeat(length) + '"');
					values.add('"' + "a".repeat(length + 1) + '"');
				}
			}
			for (String bound : List.of("minItems", "maxItems")) {
				if (schema.path(bound).isIntegralNumber() && schema.get(bound).intValue() < 100_000) {
					int size = schema.get(bound).intValue();
					values.add(repeated(place.value(), Math.max(0, size - 1)));
					values.add(repeated(place.value(), size + 1));
				}
			}
			schema.path("enum").forEach((value) -> values.add(value.toString()));
			schema.at("/discriminator/mapping")
				.propertyNames()
				.forEach((type) -> values.add("{\"type\":\"" + type + "\"}"));
			if (schema.has("default")) {
				values.add(schema.get("default").toString());
			}
			if (schema.has("example")) {
				values.add(schema.get("example").toString());
			}
		}
		return values;
	}

	private static String repeated(JsonNode array, int size) {
		String item = array.isArray() && !array.isEmpty() ? array.get(0).toString() : "null";
		String[] items = new String[size];
		Arrays.fill(items, item);
		return "[" + String.join(",", items) + "]";
	}

	private String longText() {
		int length = (this.random.nextInt(20) == 0) ? 1_000_001 : any(LENGTHS);
		String unit = any(List.of("A", "A ", "ß", "😀", "\\n", "1 ", "-", "a\\u0000"));
		return '"' + unit.repeat(length / unit.length() + 1) + '"';
	}

	private String deep() {
		return any(List.of("[".repeat(DEPTH) + "]".repeat(DEPTH), "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH),
				"[".repeat(51) + "]".repeat(51), "[".repeat(30) + "]".repeat(30), "[".repeat(DEPTH)));
	}

	private String textChanged(String text) {
		StringBuilder changed = new StringBuilder(text);
		int at = this.random.nextInt(text.length() + 1);
		changed.insert(at, any(List.of("\0", "\u202e", "\ufeff", "\r\n", "é", "😀", " ", ":", "-", "ß", "\u0301")));
		return changed.toString();
	}

	/** Turns hexadecimal digits in braces into bytes. */
	private static byte[] bytes(String text) {
		String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
		for (String hex : List.of("ff", "eda080", "c080", "f4908080", "e282")) {
			latin = latin.replace("{" + hex + "}",
					new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
		}
		return latin.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Changes a text's bytes in some of the cases. */
	byte[] bytesChanged(byte[] bytes) {
		if (bytes.length == 0) {
			return bytes;
		}
		switch (this.random.nextInt(30)) {
			case 0 -> {
				byte[] changed = bytes.clone();
				changed[this.random.nextInt(bytes.length)] = (byte) this.random.nextInt();
				return changed;
			}
			case 1 -> {
				return Arrays.copyOf(bytes, this.random.nextInt(bytes.length));
			}
			case 2 -> {
				Charset other = any(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
						StandardCharsets.UTF_16BE, Charset.forName("UTF-32")));
				return new String(bytes, StandardCharsets.UTF_8).getBytes(other);
			}
			case 3 -> {
				return (any(List.of("\ufeff", "[", ",", " ", "\0")) + new String(bytes, StandardCharsets.UTF_8))
					.getBytes(StandardCharsets.UTF_8);
			}
			default -> {
				return bytes;
			}
		}
	}

}
