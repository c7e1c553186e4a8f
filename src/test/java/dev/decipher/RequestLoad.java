package dev.decipher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Clients that send one request after another, of several kinds, on connections that are
 * kept, and note each that wasn't answered as it should be.
 */
final class RequestLoad implements AutoCloseable {

	private static final int STREAMED_LINES = 10;

	private static final String STREAMED_LINE = "{\"text\": \"ERPDRF\"}\n";

	private final Route route;

	private final List<Thread> clients = new ArrayList<>();

	private final List<String> failures = new CopyOnWriteArrayList<>();

	private final AtomicInteger answered = new AtomicInteger();

	private volatile boolean over;

	/** How requests get to a replica. */
	interface Route {

		/**
		 * Sends a request, which is made for an address such as http://127.0.0.1:8080.
		 */
		HttpResponse<String> send(Function<URI, HttpRequest> request) throws IOException, InterruptedException;

	}

	private RequestLoad(Route route) {
		this.route = route;
	}

	/** Begins. */
	static RequestLoad by(Route route) {
		RequestLoad load = new RequestLoad(route);
		List<Runnable> kinds = List.of(load::decrypt, load::decrypt, load::decryptBatch, load::decryptStream,
				load::listModels);
		kinds.forEach((kind) -> {
			Thread client = new Thread(() -> load.repeat(kind), "client-" + load.clients.size());
			client.start();
			load.clients.add(client);
		});
		return load;
	}

	private void repeat(Runnable kind) {
		while (!this.over) {
			kind.run();
		}
	}

	private void decrypt() {
		expect("SECRET", post("/decrypt", "application/json", BodyPublishers.ofString("{\"text\": \"ERPDRF\"}")));
	}

	private void decryptBatch() {
		expect("SECRET",
				post("/decrypt/batch", "application/json", BodyPublishers.ofString("{\"texts\": [\"ERPDRF\"]}")));
	}

	/** Takes half a second, since the client has its texts one by one. */
	private void decryptStream() {
		expect("(?s)(.*SECRET.*\n){" + STREAMED_LINES + "}", post("/decrypt/batch", "application/x-ndjson",
				BodyPublishers.ofInputStream(() -> new SlowLines(STREAMED_LINE, STREAMED_LINES))));
	}

	private void listModels() {
		expect("\"seed\"", (base) -> HttpRequest.newBuilder(base.resolve("/models")).build());
	}

	private static Function<URI, HttpRequest> post(String path, String type, HttpRequest.BodyPublisher body) {
		return (base) -> HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", type).POST(body).build();
	}

	/** Sends a request, whose answer must be a 200 in which something is found. */
	private void expect(String pattern, Function<URI, HttpRequest> request) {
		try {
			HttpResponse<String> response = this.route.send(request);
			if (response.statusCode() == 200 && Pattern.compile(pattern).matcher(response.body()).find()) {
				this.answered.incrementAndGet();
			}
			else {
				this.failures.add(response + " " + response.headers().map() + " " + response.body());
			}
		}
		catch (IOException ex) {
			this.failures.add(request.apply(URI.create("http://replica")) + " " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	int answered() {
		return this.answered.get();
	}

	/** The failures so far. */
	List<String> failures() {
		return this.failures;
	}

	@Override
	public void close() {
		this.over = true;
		for (Thread client : this.clients) {
			try {
				client.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** The same line several times, with a pause before each. */
	private static final class SlowLines extends InputStream {

		private static final int PAUSE_MILLIS = 50;

		private final byte[] line;

		private int left;

		private InputStream current = InputStream.nullInputStream();

		private SlowLines(String line, int count) {
			this.line = line.getBytes(StandardCharsets.UTF_8);
			this.left = count;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) > 0) ? one[0] : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = this.current.read(bytes, offset, length);
			if (read < 0 && this.left > 0) {
				this.left--;
				try {
					TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				this.current = new ByteArrayInputStream(this.line);
				read = this.current.read(bytes, offset, length);
			}
			return read;
		}

	}

}
