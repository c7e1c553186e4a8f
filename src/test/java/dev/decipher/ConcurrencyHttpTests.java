package dev.decipher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that wait or take long, beside those that don't.
 */
class ConcurrencyHttpTests extends ServiceTest {

	private static final String SMALL = """
			{"text": "ERPDRF"}""";

	/** More than there are threads for requests that don't wait. */
	private static final int MANY = 40;

	@BeforeEach
	void ready() {
		awaitDefaultModel();
	}

	private void assertThatSmallOnesAreAnswered(int count) {
		for (int i = 0; i < count; i++) {
			assertThat(post("/decrypt", SMALL).as(200).at("/text").asString()).isEqualTo("SECRET");
		}
	}

	@Test
	void longMessagesHoldNoShortOnesUp() {
		String text = letters(1_000_000, new SplittableRandom(1));
		List<CompletableFuture<String>> answers = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			answers.add(CompletableFuture.supplyAsync(() -> filter("/decrypt", text).body()));
		}
		assertThatSmallOnesAreAnswered(1000);
		String first = answers.get(0).join();
		assertThat(first).hasSize(text.length());
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.join().equals(first)).isTrue());
	}

	@Test
	void bodiesThatComeSlowlyHoldNobodyUp() throws IOException {
		List<Socket> slow = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			slow.add(begin("application/json", SMALL.length(), SMALL.substring(0, 5)));
		}
		assertThatSmallOnesAreAnswered(50);
		for (Socket client : slow) {
			client.getOutputStream().write(SMALL.substring(5).getBytes(StandardCharsets.US_ASCII));
			assertThat(statusLine(client)).isEqualTo("HTTP/1.1 200 ");
			client.close();
		}
	}

	@Test
	void openStreamsHoldNobodyUp() throws IOException {
		String line = SMALL + "\n";
		List<Socket> streams = new ArrayList<>();
		for (int i = 0; i < MANY; i++) {
			Socket stream = begin("application/x-ndjson", 2 * line.length(), line);
			assertThat(statusLine(stream)).isEqualTo("HTTP/1.1 200 "); // the line's
																		// answer
			streams.add(stream);
		}
		assertThatSmallOnesAreAnswered(50);
		for (Socket stream : streams) {
			stream.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(stream.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
				.containsSubsequence("SECRET", "SECRET");
			stream.close();
		}
	}

	/** Sends the beginning of a request for a batch or a text. */
	private Socket begin(String type, int length, String start) throws IOException {
		String path = type.equals("application/json") ? "/decrypt" : "/decrypt/batch";
		Socket client = new Socket(InetAddress.getLoopbackAddress(), port());
		client.getOutputStream()
			.write(("POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s")
				.formatted(path, type, length, start)
				.getBytes(StandardCharsets.US_ASCII));
		return client;
	}

	private static String statusLine(Socket client) throws IOException {
		StringBuilder line = new StringBuilder();
		InputStream in = client.getInputStream();
		for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
			line.append((char) next);
		}
		return line.toString();
	}

}
