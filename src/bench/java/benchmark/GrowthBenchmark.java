package benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.DecipherApplication;

import org.springframework.util.FileSystemUtils;

/**
 * How figures grow with what they depend on: tables in Markdown, and the pictures of
 * docs/growth.md, which says how to run it.
 */
public final class GrowthBenchmark {

	/** Which curves to measure. */
	private static final Set<String> PARTS = Set
		.of(System.getProperty("growth.parts", "connections,length,training,solve,memory,jobs,replicas").split(","));

	private static final Path PICTURES = Path.of(System.getProperty("growth.pictures", "docs/growth"));

	/** Seconds that a point is measured for. */
	static final double SECONDS = Double.parseDouble(System.getProperty("growth.seconds", "2"));

	/** The largest value on each axis is divided by this, to try things out. */
	static final int SMALLER = Integer.getInteger("growth.smaller", 1);

	private static final int[] LENGTHS = { 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000,
			1_000_000 };

	private final Path folder;

	private GrowthBenchmark(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("growth-");
		try {
			GrowthBenchmark benchmark = new GrowthBenchmark(folder);
			if (PARTS.contains("connections")) {
				benchmark.connections();
			}
			if (PARTS.contains("length")) {
				benchmark.length();
			}
			if (PARTS.contains("training")) {
				training();
			}
			if (PARTS.contains("solve")) {
				benchmark.solve();
			}
			if (PARTS.contains("memory")) {
				new MemoryGrowth(folder).measure();
			}
			if (PARTS.contains("jobs")) {
				new JobGrowth(folder).measure();
			}
			if (PARTS.contains("replicas")) {
				new ReplicaGrowth(folder).measure();
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	/** The service with its default model. */
	static Service service(Path data, String... arguments) {
		Service service = Service.start(DecipherApplication.class, data, arguments);
		service.awaitReady();
		return service;
	}

	/** Prints a table, and writes it as a picture. */
	static void show(String picture, Chart chart) throws IOException {
		chart.table().forEach(System.out::println);
		System.out.println();
		chart.write(PICTURES.resolve(picture + ".svg"));
	}

	/** The first of the values, and those that aren't too large. */
	private static int[] upTo(int most, int... values) {
		return IntStream.of(values).filter((value) -> value == values[0] || value <= most / SMALLER).toArray();
	}

	private static String text(int length) {
		return new SplittableRandom(length).ints(length, 0, 26)
			.mapToObj((index) -> Character.toString('A' + index))
			.collect(Collectors.joining());
	}

	private void connections() throws IOException {
		List<Chart.Point> rates = new ArrayList<>();
		List<Chart.Point> latencies = new ArrayList<>();
		try (Service service = service(this.folder.resolve("data"))) {
			String url = service.url("/decrypt");
			Wrk.post(url, LoadBenchmark.JSON, 64, (int) Math.ceil(10 * SECONDS)); // to
																					// warm
																					// up
			for (int connections : upTo(512, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512)) {
				Wrk.Result result = Wrk.post(url, LoadBenchmark.JSON, connections, (int) Math.ceil(SECONDS));
				rates.add(new Chart.Point(connections, result.rate()));
				latencies.add(new Chart.Point(connections, result.p99()));
			}
		}
		show("requests",
				new Chart("POST /decrypt, 32 symbols a message: requests a second", "connections", "requests/s")
					.with("default model", rates));
		show("p99", new Chart("POST /decrypt, 32 symbols a message: 99th percentile", "connections", "ms")
			.with("default model", latencies));
	}

	private void length() throws IOException {
		Chart chart = new Chart("POST /decrypt, one client: symbols a second", "symbols of a message", "symbols/s");
		try (Service service = service(this.folder.resolve("data"))) {
			train(service, "large", 64, 256);
			for (String model : List.of("seed", "large")) {
				List<Chart.Point> rates = new ArrayList<>();
				symbolsASecond(service, model, 32, 2 * SECONDS); // to warm up
				for (int length : upTo(1_000_000, LENGTHS)) {
					rates.add(new Chart.Point(length, symbolsASecond(service, model, length, SECONDS)));
				}
				chart.with(model.equals("seed") ? "default model, in Java" : "64/256, in PyTorch", rates);
			}
		}
		show("length", chart);
	}

	/** Trains a model for an instant: how well it decrypts doesn't matter. */
	static void train(Service service, String model, int embedding, int hidden) {
		String job = service.call("POST", "/train", """
				{"model": "%s", "data": {"cipher": {"type": "caesar", "shift": 3}},
				"network": {"embedding": %d, "hidden": %d, "headHidden": 0, "skip": false, "feedback": false},
				"training": {"examplesPerEpoch": 64, "maxEpochs": 1}}""".formatted(model, embedding, hidden))
			.at("/id")
			.asString();
		JobGrowth.awaitEnd(service, job);
	}

	/** One request after another, over one connection. */
	private static double symbolsASecond(Service service, String model, int length, double seconds) throws IOException {
		String json = "{\"model\":\"%s\",\"text\":\"%s\"}".formatted(model, text(length));
		byte[] request = ("POST /decrypt HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "Content-Length: " + json.length() + "\r\n\r\n" + json)
			.getBytes(StandardCharsets.US_ASCII);
		byte[] buffer = new byte[1 << 16];
		try (Socket socket = new Socket("127.0.0.1", service.port())) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			long start = System.nanoTime();
			long symbols = 0;
			while (System.nanoTime() - start < seconds * 1e9) {
				socket.getOutputStream().write(request);
				boolean ended = false;
				while (!ended || in.available() > 0) { // behind it is the end of a body
														// in chunks
					int count = in.read(buffer);
					if (count < 0) {
						throw new EOFException();
					}
					for (int i = 0; i < count; i++) {
						ended |= buffer[i] == '}';
					}
				}
				symbols += length;
			}
			return symbols / ((System.nanoTime() - start) / 1e9);
		}
	}

	private static void training() throws IOException {
		Chart units = new Chart("Training, 32 symbols a message, 64 messages a step", "units of the LSTM", "steps/s");
		Chart lengths = new Chart("Training, 128 units, 64 messages a step", "symbols of a message", "steps/s");
		for (int threads = 1; threads <= 2; threads++) {
			String name = (threads == 1) ? "one thread" : "two threads";
			List<Chart.Point> byUnits = new ArrayList<>();
			for (int hidden : upTo(256, 16, 32, 64, 128, 256)) {
				byUnits.add(new Chart.Point(hidden, steps(threads, 32, hidden)));
			}
			units.with(name, byUnits);
			List<Chart.Point> byLength = new ArrayList<>();
			for (int length : upTo(128, 8, 16, 32, 64, 128)) {
				byLength.add(new Chart.Point(length, steps(threads, length, 128)));
			}
			lengths.with(name, byLength);
		}
		show("training-units", units);
		show("training-length", lengths);
	}

	/** Training steps a second in a process of its own. */
	private static double steps(int threads, int length, int hidden) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-Dspeed.length=" + length, "-cp",
				System.getProperty("java.class.path"), "dev.decipher.training.SpeedWorker", Integer.toString(threads))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try (PrintWriter out = new PrintWriter(process.outputWriter(), true);
				BufferedReader in = process.inputReader()) {
			in.readLine(); // it is there
			// embedding, hidden, batch; it takes as long again before, to warm up
			out.println(String.format(Locale.ROOT, "steps 32 %d 64 plain %.2f", hidden, SECONDS / 2));
			String answer = in.readLine();
			if (answer == null) {
				throw new EOFException("the process has ended");
			}
			return Double.parseDouble(answer);
		}
		finally {
			process.destroy();
		}
	}

	private void solve() throws IOException {
		String licence = Files.readString(Path.of("LICENSE"))
			.replaceAll("[^A-Za-z]+", " ")
			.toUpperCase(Locale.ROOT)
			.trim();
		Chart chart = new Chart("POST /solve of a type of cipher that is named", "letters of the text", "seconds");
		try (Service service = service(this.folder.resolve("data"))) {
			for (String cipher : List.of("\"caesar\", \"shift\": 7", "\"vigenere\", \"key\": \"CRYSTAL\"",
					"\"substitution\", \"key\": \"QWERTYUIOPASDFGHJKLZXCVBNM\"")) {
				String type = cipher.split("\"")[1];
				solve(service, cipher, licence, 500, 0); // to warm up
				List<Chart.Point> seconds = new ArrayList<>();
				for (int letters : upTo(2000, 60, 120, 250, 500, 1000, 2000)) {
					double[] rounds = new double[Side.ROUNDS];
					for (int round = 0; round < rounds.length; round++) {
						rounds[round] = solve(service, cipher, licence, letters, 1 + round);
					}
					seconds.add(new Chart.Point(letters, Side.median(rounds)));
				}
				chart.with(type, seconds);
			}
		}
		show("solve", chart);
	}

	/** Solves a passage, and returns the seconds that it took. */
	private static double solve(Service service, String cipher, String text, int letters, int passage) {
		int start = text.indexOf(' ', passage * 1500) + 1;
		int end = start;
		for (int count = 0; count < letters; end++) {
			count += (text.charAt(end) != ' ') ? 1 : 0;
		}
		String ciphertext = service
			.call("POST", "/encrypt",
					"{\"cipher\": {\"type\": %s}, \"text\": \"%s\"}".formatted(cipher, text.substring(start, end)))
			.at("/text")
			.asString();
		long begin = System.nanoTime();
		service.call("POST", "/solve",
				"{\"text\": \"%s\", \"cipher\": \"%s\"}".formatted(ciphertext, cipher.split("\"")[1]));
		return (System.nanoTime() - begin) / 1e9;
	}

}
