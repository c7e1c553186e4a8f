package benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load generator: wrk, one thread of C, which leaves the processors to the service.
 */
final class Wrk {

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private static final Pattern P99 = Pattern.compile("\\s99%\\s+([0-9.]+)(us|ms|s)");

	private static final Pattern FAULTS = Pattern.compile("Non-2xx.*|Socket errors.*");

	private static final String COMMAND = System.getProperty("load.wrk", "wrk");

	private Wrk() {
	}

	/**
	 * What came out.
	 *
	 * @param rate requests a second
	 * @param p99 the 99th percentile of the latency in milliseconds
	 */
	record Result(double rate, double p99) {
	}

	/** Posts the same JSON again and again. */
	static Result post(String url, String json, int connections, int seconds) throws IOException {
		Path script = Files.createTempFile("load", ".lua");
		try {
			Files.writeString(script, """
					wrk.method = "POST"
					wrk.headers["Content-Type"] = "application/json"
					wrk.body = [[%s]]
					""".formatted(json));
			Process process;
			try {
				process = new ProcessBuilder(COMMAND, "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout",
						"30s", "--latency", "-s", script.toString(), url)
					.redirectErrorStream(true)
					.start();
			}
			catch (IOException ex) {
				throw new IOException("wrk can't be run: apt-get install wrk, or name it by -Dload.wrk=PATH", ex);
			}
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			Matcher rate = RATE.matcher(output);
			Matcher p99 = P99.matcher(output);
			if (!rate.find() || !p99.find() || FAULTS.matcher(output).find()) {
				throw new IOException(url + ": " + output);
			}
			double unit = switch (p99.group(2)) {
				case "us" -> 1e-3;
				case "ms" -> 1;
				default -> 1e3;
			};
			return new Result(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
		}
		finally {
			Files.delete(script);
		}
	}

}
