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
public final class EventStream implements AutoCloseable {

	private final Stream<String> stream;

	private final Iterator<String> lines;

	public final HttpResponse<Stream<String>> response;

	public EventStream(HttpClient http, URI uri) {
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

	public record Event(String name, JsonNode job) {
	}

	/** The next event, or null when the service has ended the stream. */
	public @Nullable Event next() {
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

	public boolean hasEnded() {
		return next() == null;
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
