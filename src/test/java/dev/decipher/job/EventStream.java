package dev.decipher.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of an event stream.
 */
final class EventStream {

	private static final Event END = new Event("(end)", null);

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	final HttpResponse<Stream<String>> response;

	EventStream(HttpClient http, URI uri) {
		try {
			this.response = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofLines());
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
		Thread reader = new Thread(this::read);
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		String[] name = new String[1];
		try (Stream<String> lines = this.response.body()) {
			lines.forEach((line) -> {
				if (line.startsWith("event:")) {
					name[0] = line.substring("event:".length());
				}
				else if (line.startsWith("data:")) {
					this.events.add(new Event(name[0], JsonMapper.shared().readTree(line.substring("data:".length()))));
				}
			});
		}
		finally {
			this.events.add(END);
		}
	}

	Event next() {
		try {
			Event event = this.events.poll(20, TimeUnit.SECONDS);
			if (event == null) {
				throw new AssertionError("no event came");
			}
			return event;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	boolean hasEnded() {
		return next() == END;
	}

	record Event(String name, JsonNode data) {
	}

}
