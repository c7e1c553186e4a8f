package dev.decipher.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) from the ways in which libraries name a place. */
public final class JsonPointers {

	/** A name, or the text within brackets. */
	private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[]+)");

	private JsonPointers() {
	}

	/**
	 * The pointer of a property path of Bean Validation.
	 * @param path the path, such as {@code data.pairs[3].plaintext}
	 * @return the pointer, {@code /data/pairs/3/plaintext}
	 */
	public static String ofPropertyPath(String path) {
		StringBuilder pointer = new StringBuilder();
		Matcher step = STEP.matcher(path);
		while (step.find()) {
			pointer.append(of((step.group(1) != null) ? step.group(1) : step.group(2)));
		}
		return pointer.toString();
	}

	/**
	 * The pointer of a place that Jackson names.
	 * @param path the steps that lead there
	 * @return the pointer
	 */
	public static String ofPath(List<JacksonException.Reference> path) {
		StringBuilder pointer = new StringBuilder();
		for (JacksonException.Reference step : path) {
			if (step.getPropertyName() != null) {
				pointer.append(of(step.getPropertyName()));
			}
			else if (step.getIndex() >= 0) {
				pointer.append('/').append(step.getIndex());
			}
		}
		return pointer.toString();
	}

	/**
	 * The pointer of a property, escaped as section 3 says.
	 * @param name the property's name
	 * @return the pointer, relative to the object that has the property
	 */
	public static String of(String name) {
		return "/" + name.replace("~", "~0").replace("/", "~1");
	}

}
