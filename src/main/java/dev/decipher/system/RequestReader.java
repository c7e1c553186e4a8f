package dev.decipher.system;

import java.util.Comparator;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads requests that come another way than over HTTP, as strictly, and refuses them in
 * the same words. Needs nothing of the running service.
 */
public final class RequestReader {

	private final JsonMapper json = StrictJson.mapper();

	private final JsonFaults faults = new JsonFaults(this.json);

	/** Writes answers as the service does. */
	public JsonMapper json() {
		return this.json;
	}

	/**
	 * Reads JSON.
	 * @throws InvalidInput if it is none
	 */
	public JsonNode tree(String text) {
		try {
			return this.json.readTree(text);
		}
		catch (JacksonException ex) {
			throw refused(ex);
		}
	}

	/**
	 * A value as people write it: JSON where it begins as an object or an array does, or
	 * else a text.
	 * @throws InvalidInput if it begins so, and is none
	 */
	public @Nullable JsonNode value(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return (text.startsWith("{") || text.startsWith("[")) ? tree(text) : StringNode.valueOf(text);
	}

	/**
	 * Reads a request, and validates it.
	 * @param groups the groups of constraints that it is held to, the default one if none
	 * is named
	 * @throws InvalidInput at each place that is wrong
	 */
	public <T> T read(JsonNode request, Class<T> type, Class<?>... groups) {
		T read;
		try {
			read = this.json.treeToValue(request, type);
		}
		catch (JacksonException ex) {
			throw refused(ex);
		}
		try (ValidatorFactory factory = Validation.byDefaultProvider()
			.configure()
			.ignoreXmlConfiguration()
			.messageInterpolator(new ParameterMessageInterpolator())
			.buildValidatorFactory()) {
			validate(factory.getValidator(), read, groups);
		}
		return read;
	}

	private static <T> void validate(Validator validator, T request, Class<?>... groups) {
		List<InvalidInput.Fault> wrong = validator.validate(request, groups)
			.stream()
			.map((violation) -> new InvalidInput.Fault(
					JsonPointers.ofPropertyPath(violation.getPropertyPath().toString()), violation.getMessage()))
			.sorted(Comparator.comparing(InvalidInput.Fault::pointer).thenComparing(InvalidInput.Fault::detail))
			.toList();
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

	private InvalidInput refused(JacksonException ex) {
		return new InvalidInput(this.faults.places(ex)
			.stream()
			.map((place) -> new InvalidInput.Fault((place.pointer() != null) ? place.pointer() : "", place.detail()))
			.toList());
	}

}
