package benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.DecipherApplication;

import org.springframework.util.FileSystemUtils;

/**
 * How the service does under load: ratios of what is measured in one run, as tables in
 * Markdown. docs/serving.md says how to run it.
 */
public final class LoadBenchmark {

	private static final int CONNECTIONS = 64;

	/** Megabytes of NDJSON. */
	private static final long STREAM = Long.getLong("load.stream", 100);

	/** Messages of a JSON batch. */
	private static final int BATCH = 1000;

	private static final int LENGTH = 32;

	/** Which tables to make. */
	private static final Set<String> PARTS = Set
		.of(System.getProperty("load.parts", "requests,batches,training,start").split(","));

	private static final String TEXT = text(new SplittableRandom(1));

	static final String JSON = "{\"text\":\"%s\"}".formatted(TEXT);

	private final Path folder;

	private LoadBenchmark(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("load-");
		try {
			LoadBenchmark benchmark = new LoadBenchmark(folder);
			if (PARTS.contains("requests")) {
				benchmark.requestsASecond();
			}
			if (PARTS.contains("batches")) {
				benchmark.symbolsASecondOfBatches();
			}
			if (PARTS.contains("training")) {
				try (Service service = benchmark.service("on")) {
					TrainingLoad.decryptsWhileAJobTrains(service);
				}
			}
			if (PARTS.contains("start")) {
				benchmark.secondsToTheFirstAnswerAndMemory();
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static String text(SplittableRandom random) {
		String symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
		return random.ints(LENGTH, 0, symbols.length())
			.mapToObj((index) -> symbols.substring(index, index + 1))
			.collect(Collectors.joining());
	}

	private Service service(String name, String... arguments) {
		Service service = Service.start(EchoApplication.class, this.folder.resolve(name), arguments);
		service.awaitReady();
		return service;
	}

	static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format + "%n", values);
	}

	private void requestsASecond() throws IOException {
		String[] inPyTorch = { "--decipher.network.java-multiplications=0" };
		String off = "--decipher.decrypt.batching=false";
		try (Service bare = Service.start(BareEchoApplication.class, this.folder.resolve("bare"),
				"--spring.config.location=optional:classpath:/none/");
				Service on = service("on");
				Service torch = service("torch", inPyTorch);
				Service torchAlone = service("torch-alone", inPyTorch[0], off)) {
			Side bareEcho = new Side("bare Spring echo", bare.url("/echo"), JSON, CONNECTIONS);
			Side echo = new Side("`POST /echo` in the service", on.url("/echo"), JSON, CONNECTIONS);
			Side decrypt = new Side("`POST /decrypt`", on.url("/decrypt"), JSON, CONNECTIONS);
			Side shared = new Side("… in PyTorch, requests sharing passes", torch.url("/decrypt"), JSON, CONNECTIONS);
			Side old = new Side("… in PyTorch, each request with a pass of its own", torchAlone.url("/decrypt"), JSON,
					CONNECTIONS);
			Side[] sides = { bareEcho, echo, decrypt, shared, old };
			Side.measure(sides);
			print("| %d connections, %d symbols a message, `seed` | requests/s | p99, ms | of the echo | of its p99 |",
					CONNECTIONS, LENGTH);
			print("|---|---|---|---|---|");
			for (Side side : sides) {
				print("| %s | %,.0f | %.1f | %.2f | %.2f |", side.name, side.rate(), side.p99(),
						side.rate() / echo.rate(), side.p99() / echo.p99());
			}
			print("");
			print("| ratio | aim | measured |");
			print("|---|---|---|");
			print("| `/decrypt` to the echo | ≥ 0.95 | %.2f |", decrypt.rate() / echo.rate());
			print("| its p99 to the echo's | ≤ 5 | %.2f |", decrypt.p99() / echo.p99());
			print("| the echo to the bare one: what the filters and metrics cost | | %.2f |",
					echo.rate() / bareEcho.rate());
			print("| `/decrypt` to PyTorch with a pass for each request | ≥ 4 | %.2f |", decrypt.rate() / old.rate());
			print("| passes shared to not shared, in PyTorch | | %.2f |", shared.rate() / old.rate());
			print("");
		}
	}

	private void symbolsASecondOfBatches() throws Exception {
		SplittableRandom random = new SplittableRandom(2);
		String batch = Stream.generate(() -> "\"" + text(random) + "\"")
			.limit(BATCH)
			.collect(Collectors.joining(",", "{\"texts\":[", "]}"));
		try (Service service = service("on", "--spring.main.banner-mode=off")) {
			Side oneByOne = new Side("one request after another", service.url("/decrypt"), JSON, 1);
			Side inBatches = new Side("`/decrypt/batch` of " + BATCH, service.url("/decrypt/batch"), batch, 1);
			Side.measure(oneByOne, inBatches);
			double single = oneByOne.rate() * LENGTH;
			double batched = inBatches.rate() * LENGTH * BATCH;
			stream(service, 10_000_000); // to warm up
			double before = service.residentMegabytes();
			Streamed streamed = stream(service, STREAM * 1_000_000);
			print("| one client, %d symbols a message, `seed` | symbols/s | to one by one (aim: ≥ 20) |", LENGTH);
			print("|---|---|---|");
			print("| one request after another | %,.0f | 1 |", single);
			print("| `/decrypt/batch`, %,d texts a request | %,.0f | %.1f |", BATCH, batched, batched / single);
			print("| NDJSON, a stream of %,d MB | %,.0f | %.1f |", STREAM, streamed.symbols() / streamed.seconds(),
					streamed.symbols() / streamed.seconds() / single);
			print("");
			print("Resident memory before the stream %.0f MB, at most %.0f MB during it.", before,
					streamed.megabytes());
			print("");
		}
	}

	private record Streamed(long symbols, double seconds, double megabytes) {
	}

	/** Sends lines and counts those that come back, over a connection of its own. */
	private static Streamed stream(Service service, long bytes) throws Exception {
		SplittableRandom random = new SplittableRandom(3);
		byte[] lines = Stream.generate(() -> "{\"text\":\"" + text(random) + "\"}\n")
			.limit(2000)
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.US_ASCII);
		long rounds = Math.max(1, bytes / lines.length);
		try (Socket socket = new Socket("127.0.0.1", service.port())) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /decrypt/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Content-Type: application/x-ndjson\r\nContent-Length: " + rounds * lines.length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			long start = System.nanoTime();
			CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
				try {
					for (long round = 0; round < rounds; round++) {
						out.write(lines);
					}
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			long ends = 0;
			double most = 0;
			long reads = 0;
			byte[] buffer = new byte[1 << 16];
			InputStream in = socket.getInputStream();
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				for (int i = 0; i < count; i++) {
					ends += (buffer[i] == '}') ? 1 : 0;
				}
				if (reads++ % 1000 == 0) {
					most = Math.max(most, service.residentMegabytes());
				}
			}
			sent.get();
			double seconds = (System.nanoTime() - start) / 1e9;
			if (ends != rounds * 2000) { // a line with an error has two
				throw new IllegalStateException(ends + " ends of " + rounds * 2000 + " lines");
			}
			return new Streamed(ends * LENGTH, seconds, Math.max(most, service.residentMegabytes()));
		}
	}

	private void secondsToTheFirstAnswerAndMemory() throws Exception {
		Path data = this.folder.resolve("on");
		service("on").close(); // trains the model if it isn't there
		print("| start with a stored model, no warm-up | seconds until ready | of the bare one (aim: ≤ 1.5) | MB resident, idle (aim: ≤ 270) |");
		print("|---|---|---|---|");
		double bare = start("a bare Spring echo", data, List.of("-cp", System.getProperty("java.class.path"),
				BareEchoApplication.class.getName(), "--spring.config.location=optional:classpath:/none/"), 0);
		List<String> classPath = List.of("--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), DecipherApplication.class.getName());
		start("from the class path", data, classPath, bare);
		Path jar = Path.of("target/decipher.jar");
		if (Files.exists(jar)) {
			Path app = this.folder.resolve("app");
			run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", app.toString());
			String extracted = app.resolve("decipher.jar").toString();
			Path archive = this.folder.resolve("decipher.jsa");
			List<String> plain = List.of("--enable-native-access=ALL-UNNAMED", "-jar", extracted);
			start("the jar, extracted", data, plain, bare);
			run("--enable-native-access=ALL-UNNAMED", "-XX:ArchiveClassesAtExit=" + archive,
					"-Dspring.context.exit=onRefresh", "-jar", extracted,
					"--decipher.data-dir=" + this.folder.resolve("archive"), "--server.port=0");
			start("… with class-data sharing", data, with(plain, "-XX:SharedArchiveFile=" + archive), bare);
			start("… and `-XX:+UseSerialGC -Xms48m`", data,
					with(plain, "-XX:SharedArchiveFile=" + archive, "-Xms48m", "-XX:+UseSerialGC"), bare);
		}
		else {
			print("(target/decipher.jar is missing: `package` builds it)");
		}
		print("");
	}

	private static List<String> with(List<String> command, String... options) {
		List<String> more = new ArrayList<>(List.of(options));
		more.addAll(command);
		return more;
	}

	/**
	 * Measures how soon something answers.
	 * @param bare the seconds of a bare application; 0 for that itself
	 */
	private static double start(String name, Path data, List<String> command, double bare) {
		double[] seconds = new double[Side.ROUNDS];
		double[] megabytes = new double[Side.ROUNDS];
		for (int round = 0; round < Side.ROUNDS; round++) {
			try (Service service = Service.start(data, withoutWarmUp(command))) {
				seconds[round] = (bare == 0) ? service.awaitEcho() : service.awaitReady();
				TrainingLoad.waitUntil(System.nanoTime() + 1_000_000_000L);
				megabytes[round] = service.residentMegabytes();
			}
		}
		double median = Side.median(seconds);
		print("| %s | %.1f | %.2f | %.0f |", name, median, (bare == 0) ? 1 : median / bare, Side.median(megabytes));
		return median;
	}

	private static List<String> withoutWarmUp(List<String> command) {
		List<String> more = new ArrayList<>(command);
		more.add("--decipher.decrypt.warm-up=0s");
		return more;
	}

	private static void run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(arguments));
		command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(output);
		}
	}

}
