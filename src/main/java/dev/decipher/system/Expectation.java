package dev.decipher.system;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;

/**
 * The type that was expected in a place, in words a client knows instead of a Java class.
 */
final class Expectation {

	private Expectation() {
	}

	static String phrase(@Nullable Class<?> expected) {
		if (expected == null) {
			return "is not valid";
		}
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(expected);
		if (type == Integer.class || type == Long.class || type == Short.class || type == Byte.class
				|| type == BigInteger.class) {
			return "must be a whole number";
		}
		if (type == Double.class || type == Float.class || type == BigDecimal.class) {
			return "must be a number";
		}
		if (type == Boolean.class) {
			return "must be true or false";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "must be a string";
		}
		if (type.isEnum()) {
			return "must be one of "
					+ Arrays.stream(type.getEnumConstants()).map(Expectation::name).collect(Collectors.joining(", "));
		}
		if (type.isArray() || Collection.class.isAssignableFrom(type)) {
			return "must be an array";
		}
		// the JDK's values (times, identifiers) are strings in JSON, of any form
		boolean value = type.getName().startsWith("java.") && !Map.class.isAssignableFrom(type);
		return value ? "is not valid" : "must be an object";
	}

	/** The whole numbers that fit. */
	static String range(Class<?> type) {
		Class<?> box = ClassUtils.resolvePrimitiveIfNecessary(type);
		return (box == Integer.class) ? "must be between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE
				: (box == Long.class) ? "must be between " + Long.MIN_VALUE + " and " + Long.MAX_VALUE
						: "is out of range";
	}

	/** A constant as JSON has it. */
	private static String name(Object constant) {
		return JsonMapper.shared().convertValue(constant, String.class);
	}

}
