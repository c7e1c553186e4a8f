package benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How much training and decrypting in one process slow each other down.
 */
final class TrainingLoad {

	private static final int SECONDS = Integer.getInteger("load.training-seconds", 12);

	private TrainingLoad() {
	}

	static void decryptsWhileAJobTrains(Service service) throws IOException {
		List<Double> quiet = light(service, SECONDS / 2);
		String job = service.call("POST", "/train", """
				{"model": "large", "data": {"cipher": {"type": "vigenere", "key": "LEMON"}},
				"network": {"embedding": 64, "hidden": 256, "headHidden": 0, "skip": false, "feedback": false},
				"training": {"learningRate": 1e-7, "batchSize": 64, "examplesPerEpoch": 4096, "maxEpochs": 1000000,
				"maxSeconds": 3600}}""").at("/id").asString();
		steps(service, job, SECONDS / 3); // to warm up
		double before = steps(service, job, SECONDS);
		Mark start = mark(service, job);
		List<Double> busy = light(service, SECONDS);
		double during = mark(service, job).since(start);
		double after = steps(service, job, SECONDS);
		service.call("DELETE", "/jobs/" + job, "");
		LoadBenchmark.print("| 20 requests a second while a job trains a 64/256 network | aim | measured |");
		LoadBenchmark.print("|---|---|---|");
		LoadBenchmark.print("| p99 of `/decrypt`, ms (%.1f without a job) | < 50 | %.1f |", p99(quiet), p99(busy));
		LoadBenchmark.print("| training steps a second (%.1f before, %.1f after) | | %.1f |", before, after, during);
		LoadBenchmark.print("| of those alone | ≥ 0.8 | %.2f |", during / ((before + after) / 2));
		LoadBenchmark.print("");
	}

	/**
	 * A moment at which a job told of another step.
	 *
	 * @param time in nanoseconds
	 */
	private record Mark(long step, long time) {

		double since(Mark start) {
			return (this.step - start.step) * 1e9 / (this.time - start.time);
		}

	}

	private static Mark mark(Service service, String job) {
		long first = step(service, job);
		long step = first;
		while (step == first) {
			waitUntil(System.nanoTime() + 50_000_000L);
			step = step(service, job);
		}
		return new Mark(step, System.nanoTime());
	}

	private static double steps(Service service, String job, int seconds) {
		Mark start = mark(service, job);
		waitUntil(start.time() + seconds * 1_000_000_000L);
		return mark(service, job).since(start);
	}

	private static long step(Service service, String job) {
		return service.call("GET", "/jobs/" + job, "").path("step").asLong(0);
	}

	static void waitUntil(long time) {
		for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static double p99(List<Double> latencies) {
		List<Double> sorted = latencies.stream().sorted().toList();
		return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
	}

	/** Latencies in milliseconds, each from the time at which its request was due. */
	private static List<Double> light(Service service, int seconds) throws IOException {
		byte[] request = ("POST /decrypt HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "Content-Length: " + LoadBenchmark.JSON.length() + "\r\n\r\n" + LoadBenchmark.JSON)
			.getBytes(StandardCharsets.US_ASCII);
		List<Double> latencies = new ArrayList<>();
		try (Socket socket = new Socket("127.0.0.1", service.port())) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			long start = System.nanoTime();
			for (int i = 0; i < 20 * seconds; i++) {
				long due = start + i * 50_000_000L;
				waitUntil(due);
				socket.getOutputStream().write(request);
				for (int octet = in.read(); octet != '}'; octet = in.read()) {
					if (octet < 0) {
						throw new EOFException();
					}
				}
				while (in.available() > 0) {
					in.read(); // the end of a body in chunks
				}
				latencies.add((System.nanoTime() - due) / 1e6);
			}
		}
		return latencies;
	}

}
