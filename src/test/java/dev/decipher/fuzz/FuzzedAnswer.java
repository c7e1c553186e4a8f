package dev.decipher.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param headers by their names in lower case
 */
record FuzzedAnswer(int status, Map<String, String> headers, byte[] body) {

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	/** The media type without parameters, null if there is none. */
	@Nullable String mediaType() {
		String type = header("content-type");
		return (type != null) ? type.split(";")[0].strip().toLowerCase(Locale.ROOT) : null;
	}

	boolean isEventStream() {
		return "text/event-stream".equals(mediaType());
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		String text = text();
		return this.status + " " + this.headers + "\n" + text.substring(0, Math.min(text.length(), 1_000));
	}

}
