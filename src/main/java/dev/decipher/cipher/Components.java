package dev.decipher.cipher;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/** The parameters of ciphers, which are the components of their records. */
final class Components {

	private Components() {
	}

	/** The parameters that are keys, by their names. */
	static Map<String, Key> keys(Cipher cipher) {
		Map<String, Key> keys = new LinkedHashMap<>();
		for (RecordComponent component : cipher.getClass().getRecordComponents()) {
			if (value(component, cipher) instanceof Key key) {
				keys.put(component.getName(), key);
			}
		}
		return keys;
	}

	/**
	 * The same cipher with other keys.
	 * @param change what to put in place of a key, by the parameter's name
	 * @return the cipher itself if no key is another one
	 */
	static Cipher withKeys(Cipher cipher, BiFunction<String, Key, Key> change) {
		RecordComponent[] components = cipher.getClass().getRecordComponents();
		Object[] values = new Object[components.length];
		boolean changed = false;
		for (int i = 0; i < values.length; i++) {
			Object value = value(components[i], cipher);
			values[i] = (value instanceof Key key) ? change.apply(components[i].getName(), key) : value;
			changed |= values[i] != value;
		}
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			return changed ? cipher.getClass().getConstructor(types).newInstance(values) : cipher;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(cipher.getClass() + " must be a public record", ex);
		}
	}

	/**
	 * Holds parameters to what their declarations say: one that isn't {@code @Nullable}
	 * must be there, {@code @Range} has bounds, a {@code @Schema} may have allowable
	 * values, and only some keys may be another one for each message.
	 * @throws InvalidInput with a pointer relative to the cipher
	 */
	static void check(Cipher cipher) {
		for (RecordComponent component : cipher.getClass().getRecordComponents()) {
			Object value = value(component, cipher);
			String fault = faultOf(component, value);
			if (fault != null) {
				throw InvalidInput.at("/" + component.getName(), fault);
			}
			if (value instanceof Key.Any && !cipher.takesAnyKey(component.getName())) {
				throw InvalidInput.at("/" + component.getName() + "/any",
						"is not possible here: give the key, or \"random\"");
			}
		}
	}

	private static @Nullable String faultOf(RecordComponent component, @Nullable Object value) {
		if (value == null) {
			return isOptional(component) ? null : "is required";
		}
		Range range = range(component);
		if (range != null && value instanceof Integer number && (number < range.min() || number > range.max())) {
			return "must be between " + range.min() + " and " + range.max();
		}
		List<String> allowable = List.of(schema(component).allowableValues());
		if (!allowable.isEmpty() && !allowable.contains(value)) {
			int last = allowable.size() - 1;
			return "must be " + String.join(", ", allowable.subList(0, last)) + " or " + allowable.get(last);
		}
		return null;
	}

	static boolean isOptional(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	/** The bounds of a number. */
	static @Nullable Range range(RecordComponent component) {
		return AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), Range.class);
	}

	/** How the API describes a parameter. */
	static Schema schema(RecordComponent component) {
		Schema schema = AnnotatedElementUtils.findMergedAnnotation(component.getAccessor(), Schema.class);
		Assert.state(schema != null, () -> component + " has no @Schema");
		return schema;
	}

	static @Nullable Object value(RecordComponent component, Cipher cipher) {
		try {
			return component.getAccessor().invoke(cipher);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(cipher.getClass() + " must be a public record", ex);
		}
	}

}
