package dev.decipher.system;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;

/**
 * JSON pointers (RFC 6901) from the ways in which libraries name a place.
 */
final class JsonPointers {

	/** A name, or what stands in brackets: {@code data.pairs[3].plaintext}. */
	private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[]+)");

	private JsonPointers() {
	}

	static String ofPropertyPath(String path) {
		StringBuilder pointer = new StringBuilder();
		Matcher step = STEP.matcher(path);
		while (step.find()) {
			pointer.append(of((step.group(1) != null) ? step.group(1) : step.group(2)));
		}
		return pointer.toString();
	}

	static String ofPath(List<JacksonException.Reference> path) {
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

	static String of(String name) {
		return "/" + name.replace("~", "~0").replace("/", "~1");
	}

}
