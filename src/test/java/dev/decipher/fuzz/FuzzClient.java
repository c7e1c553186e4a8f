package dev.decipher.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Sends requests, by the JDK's client where that lets them pass, else by a socket. Of an
 * event stream it reads no more than the head.
 */
final class FuzzClient {

	/** Longer than anything here may take, even on a machine that is busy elsewhere. */
	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	FuzzClient(int port) {
		this.port = port;
	}

	/**
	 * Sends a request.
	 * @return the answer, null if the service closed the connection without one
	 */
	@Nullable FuzzedAnswer send(FuzzedRequest request) throws IOException {
		try {
			return sendAsync(request).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			throw new IOException("no answer within " + PATIENCE, ex);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** Sends a request, and doesn't wait for the answer. */
	CompletableFuture<@Nullable FuzzedAnswer> sendAsync(FuzzedRequest request) {
		HttpRequest known = request.isRaw() ? null : known(request);
		if (known != null) {
			return this.client.sendAsync(known, body())
				.thenApply((response) -> new FuzzedAnswer(response.statusCode(), headers(response), response.body()));
		}
		return CompletableFuture.supplyAsync(() -> {
			try {
				return overSocket(request);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/** The request for the JDK's client, null if that refuses it. */
	private @Nullable HttpRequest known(FuzzedRequest request) {
		try {
			HttpRequest.Builder builder = HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + this.port + request.target()))
				.method(request.method(), (request.body().length > 0) ? BodyPublishers.ofByteArray(request.body())
						: BodyPublishers.noBody());
			request.headers().forEach((header) -> builder.header(header.name(), header.value()));
			HttpRequest built = builder.build();
			// a URI of the JDK's is not always sent as it was given
			return built.uri().getRawFragment() == null ? built : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static BodyHandler<byte[]> body() {
		return (info) -> info.headers()
			.firstValue("Content-Type")
			.filter((type) -> type.startsWith("text/event-stream"))
			.isPresent() ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), FuzzClient::leave)
					: BodySubscribers.ofByteArray();
	}

	private static byte[] leave(InputStream body) {
		try {
			body.close();
			return new byte[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> headers(HttpResponse<?> response) {
		Map<String, String> headers = new LinkedHashMap<>();
		response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		return headers;
	}

	private @Nullable FuzzedAnswer overSocket(FuzzedRequest request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			try {
				socket.getOutputStream().write(request.bytes());
				if (request.cut()) {
					socket.shutdownOutput();
				}
			}
			catch (SocketException ex) {
				// it has been answered already, and the connection closed
			}
			InputStream in = new BufferedInputStream(socket.getInputStream());
			FuzzedAnswer answer = head(in);
			while (answer != null && answer.status() == 100) {
				answer = head(in);
			}
			if (answer == null || answer.isEventStream()) {
				return answer;
			}
			return new FuzzedAnswer(answer.status(), answer.headers(),
					request.method().equals("HEAD") ? new byte[0] : body(answer, in));
		}
		catch (SocketException ex) {
			return null; // closed with something unread
		}
	}

	private static @Nullable FuzzedAnswer head(InputStream in) throws IOException {
		String first = line(in);
		if (first.isEmpty()) {
			return null;
		}
		if (!first.matches("HTTP/1\\.1 \\d{3}( [ -~]*)?")) {
			throw new IOException("no status line: " + first);
		}
		Map<String, String> headers = new LinkedHashMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (!line.matches("[A-Za-z-]+:[ -~\\x80-\\xff]*")) {
				throw new IOException("no header: " + line);
			}
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
		}
		return new FuzzedAnswer(Integer.parseInt(first.substring(9, 12)), headers, new byte[0]);
	}

	private static byte[] body(FuzzedAnswer answer, InputStream in) throws IOException {
		if (answer.status() == 204 || answer.status() == 304) {
			return new byte[0];
		}
		String length = answer.header("content-length");
		if (length != null) {
			return in.readNBytes(Integer.parseInt(length));
		}
		if (!"chunked".equals(answer.header("transfer-encoding"))) {
			return in.readAllBytes();
		}
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = chunk(in); size > 0; size = chunk(in)) {
			body.writeBytes(in.readNBytes(size));
			line(in);
		}
		return body.toByteArray();
	}

	private static int chunk(InputStream in) throws IOException {
		String size = line(in);
		return size.isEmpty() ? 0 : Integer.parseInt(size, 16); // empty: cut off
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
	}

}
