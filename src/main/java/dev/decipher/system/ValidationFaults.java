package dev.decipher.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.decipher.problem.JsonPointers;
import dev.decipher.system.ProblemDocument.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/**
 * The places of a request that Bean Validation refused, in the order and by the names
 * that a client knows.
 */
final class ValidationFaults {

	private ValidationFaults() {
	}

	private static boolean isBody(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				|| parameter.hasParameterAnnotation(RequestPart.class);
	}

	/** The wrong places of one object, in a body or in parameters. */
	static List<Place> places(BindException ex) {
		return places(ex.getBindingResult(),
				ex instanceof MethodArgumentNotValidException invalid && isBody(invalid.getParameter()));
	}

	/** The wrong places of a method's parameters. */
	static List<Place> places(HandlerMethodValidationException ex) {
		List<Place> places = new ArrayList<>();
		for (ParameterValidationResult result : ex.getParameterValidationResults()) {
			MethodParameter parameter = result.getMethodParameter();
			if (result instanceof ParameterErrors errors) {
				places.addAll(places(errors, isBody(parameter)));
			}
			else {
				result.getResolvableErrors()
					.forEach((error) -> places
						.add(isBody(parameter) ? Place.inBody("", phrase(error.getDefaultMessage()))
								: Place.parameter(name(parameter), phrase(error.getDefaultMessage()))));
			}
		}
		return places;
	}

	/** The name a client knows, which an annotation may give. */
	private static String name(MethodParameter parameter) {
		RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
		PathVariable segment = parameter.getParameterAnnotation(PathVariable.class);
		return Stream
			.of((query != null) ? query.name() : "", (segment != null) ? segment.name() : "",
					String.valueOf(parameter.getParameterName()))
			.filter((name) -> !name.isEmpty())
			.findFirst()
			.orElseThrow();
	}

	/** In the order of their places: a validator reports in any order. */
	private static List<Place> places(Errors errors, boolean body) {
		return errors.getAllErrors()
			.stream()
			.map((error) -> place(errors, error, body))
			.sorted(Comparator.comparing((Place place) -> body ? place.pointer() : place.parameter())
				.thenComparing(Place::detail))
			.toList();
	}

	private static Place place(Errors errors, ObjectError error, boolean body) {
		String field = (error instanceof FieldError fieldError) ? fieldError.getField() : "";
		String phrase = (error instanceof FieldError fieldError && fieldError.isBindingFailure())
				? Expectation.phrase(errors.getFieldType(field)) : phrase(error.getDefaultMessage());
		return body ? Place.inBody(JsonPointers.ofPropertyPath(field), phrase) : Place.parameter(field, phrase);
	}

	private static String phrase(@Nullable String message) {
		return (message != null) ? message : "is not valid";
	}

}
