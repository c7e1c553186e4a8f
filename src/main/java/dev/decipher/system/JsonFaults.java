package dev.decipher.system;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import dev.decipher.system.ProblemDocument.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.introspect.AnnotatedClassResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

import org.springframework.stereotype.Component;

/**
 * The faults that Jackson finds in a body, in words and places that a client knows. Some
 * of it stands only in the messages of its exceptions.
 */
@Component
record JsonFaults(JsonMapper json) {

	private static final Logger logger = LoggerFactory.getLogger(JsonFaults.class);

	private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"", Pattern.DOTALL);

	private static final Pattern MISSING = Pattern.compile("Missing (?:required )?creator property '(.*?)'.*",
			Pattern.DOTALL);

	List<Place> places(InvalidInput ex) {
		return ex.faults().stream().map((fault) -> Place.inBody(fault.pointer(), fault.detail())).toList();
	}

	List<Place> places(JacksonException ex) {
		String pointer = JsonPointers.ofPath(ex.getPath());
		InvalidInput invalid = InvalidInput.causing(ex);
		return (invalid != null) ? places(invalid.under(pointer)) : List.of(place(ex, pointer));
	}

	/** Whether a text is too long to be read at all: too large rather than wrong. */
	boolean isTooLarge(JacksonException ex) {
		return ex instanceof StreamConstraintsException && message(ex).startsWith("String value length");
	}

	private Place place(JacksonException ex, String pointer) {
		if (ex instanceof InputCoercionException coercion) {
			return Place.inBody(pointer, Expectation.range(coercion.getTargetType()));
		}
		if (ex instanceof StreamReadException malformed) {
			return malformed(malformed, pointer);
		}
		if (ex instanceof StreamConstraintsException) {
			return Place.inBody(pointer, constraint(message(ex)) + where(ex));
		}
		if (ex instanceof UnrecognizedPropertyException unknown) {
			return Place.inBody(pointer, "is not known here" + known(unknown.getKnownPropertyIds()));
		}
		if (ex instanceof InvalidTypeIdException unknown) {
			return type(unknown, pointer);
		}
		if (ex instanceof InvalidNullException) {
			return Place.inBody(pointer, "must not be null");
		}
		if (ex instanceof MismatchedInputException mismatch) {
			return mismatch(mismatch, pointer);
		}
		if (ex.getCause() instanceof RuntimeException) {
			// A constructor refused the value in a way that tells a client nothing: it is
			// the client's still, but whoever reads the log may want to say it better.
			logger.warn("A value in a body was refused without a word to the client", ex);
		}
		return Place.inBody(pointer, "cannot be used");
	}

	private static Place malformed(StreamReadException ex, String pointer) {
		Matcher twice = TWICE.matcher(message(ex));
		if (twice.matches()) {
			return Place.inBody(pointer + JsonPointers.of(twice.group(1)), "is given twice");
		}
		boolean encoding = message(ex).startsWith("Invalid UTF-8");
		return Place.inBody(pointer, (encoding ? "is not UTF-8" : "is not well-formed JSON") + where(ex));
	}

	private static String constraint(String message) {
		if (message.startsWith("Document nesting depth")) {
			return "is nested too deeply";
		}
		return message.startsWith("Number value length") ? "has a number with too many digits"
				: "has a field name that is too long";
	}

	private Place type(InvalidTypeIdException ex, String pointer) {
		JavaType base = ex.getBaseType();
		JsonTypeInfo info = base.getRawClass().getAnnotation(JsonTypeInfo.class);
		String property = (info != null && !info.property().isEmpty()) ? info.property() : "type";
		String place = pointer.endsWith("/" + property) ? pointer : pointer + JsonPointers.of(property);
		return Place.inBody(place,
				((ex.getTypeId() == null) ? "must be given" : "is not known here") + known(typeIds(base)));
	}

	private Collection<String> typeIds(JavaType base) {
		DeserializationConfig config = this.json.deserializationConfig();
		return config.getSubtypeResolver()
			.collectAndResolveSubtypesByTypeId(config, AnnotatedClassResolver.resolve(config, base, config))
			.stream()
			.map(NamedType::getName)
			.filter(Objects::nonNull)
			.toList();
	}

	private static Place mismatch(MismatchedInputException ex, String pointer) {
		String message = message(ex);
		Matcher missing = MISSING.matcher(message);
		if (missing.matches()) {
			String property = JsonPointers.of(missing.group(1));
			return Place.inBody(pointer.endsWith(property) ? pointer : pointer + property, "must be given");
		}
		if (message.startsWith("Cannot map `null`")) {
			// of a field that is left out, Jackson says the same
			return Place.inBody(pointer, "must be given and not null");
		}
		if (message.startsWith("Trailing token")) {
			return Place.inBody("", "has more after its end" + where(ex));
		}
		if (message.startsWith("No content to map")) {
			return Place.inBody("", "must be given");
		}
		return Place.inBody(pointer, Expectation.phrase(ex.getTargetType()));
	}

	private static String known(@Nullable Collection<?> names) {
		if (names == null || names.isEmpty()) {
			return "";
		}
		TreeSet<String> sorted = new TreeSet<>();
		names.forEach((name) -> sorted.add(String.valueOf(name)));
		return "; known: " + String.join(", ", sorted);
	}

	private static String where(JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		return (location != null && location.getLineNr() > 0)
				? " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()) : "";
	}

	private static String message(JacksonException ex) {
		return String.valueOf(ex.getOriginalMessage());
	}

}
