package dev.decipher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stream of server-sent events as a client reads it.
 */
final class EventStream implements AutoCloseable {

	private final Stream<String> stream;

	private final Iterator<String> lines;

	final HttpResponse<Stream<String>> response;

	EventStream(HttpClient http, URI uri) {
		try {
			this.response = http.send(HttpRequest.newBuilder(uri).header("Accept", "text/event-stream").build(),
					HttpResponse.BodyHandlers.ofLines());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
		this.stream = this.response.body();
		this.lines = this.stream.iterator();
	}

	record Event(String name, JsonNode job) {
	}

	/** The next event, or null when the service has ended the stream. */
	@Nullable Event next() {
		String name = "message";
		while (this.lines.hasNext()) {
			String line = this.lines.next();
			if (line.startsWith("event:")) {
				name = line.substring("event:".length()).strip();
			}
			else if (line.startsWith("data:")) {
				return new Event(name, HttpCalls.json.readTree(line.substring("data:".length())));
			}
		}
		return null;
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
