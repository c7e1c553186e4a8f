package dev.decipher;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /actuator/prometheus} says, in the text format of Prometheus.
 */
final class ExportedMetrics {

	private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

	private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");

	private final Map<String, String> families = new TreeMap<>();

	private final Map<String, Set<String>> series = new TreeMap<>();

	private int lines;

	ExportedMetrics(String text) {
		text.lines().filter((line) -> !line.startsWith("# HELP ")).forEach((line) -> {
			Matcher type = TYPE.matcher(line);
			if (type.matches()) {
				this.families.put(type.group(1), type.group(2));
				return;
			}
			Matcher sample = SAMPLE.matcher(line);
			if (!sample.matches()) {
				throw new IllegalArgumentException(line);
			}
			this.lines++;
			Set<String> labels = this.series.computeIfAbsent(sample.group(1), (name) -> new TreeSet<>());
			Matcher label = LABEL.matcher((sample.group(2) != null) ? sample.group(2) : "");
			while (label.find()) {
				labels.add(label.group(1));
			}
		});
		// the greatest value of a timer or a summary is no metric of its own
		this.families.keySet()
			.removeIf((name) -> name.endsWith("_max") && Set.of("summary", "histogram")
				.contains(this.families.getOrDefault(name.replaceAll("_max$", ""), "")));
	}

	/**
	 * All that a service exports once it has been used for everything: decrypting,
	 * training, searches, requests that fail.
	 */
	static ExportedMetrics of(HttpCalls service) {
		service.awaitDefaultModel();
		service.post("/decrypt", "{\"text\": \"FUVEMVEMNMERPDRF\", \"language\": \"english\"}").as(200);
		service.post("/solve", """
				{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "cipher": "caesar"}""").as(200);
		String job = service.train(ServiceTest.endless("exported"));
		try {
			HttpCalls.await().until(() -> service.job(job).at("/accuracy").isNumber());
			System.gc();
			return new ExportedMetrics(service.get("/actuator/prometheus").body());
		}
		finally {
			service.cancel(job);
		}
	}

	/** The kind of each family, by its name: counter, gauge, histogram or summary. */
	Map<String, String> families() {
		return this.families;
	}

	/**
	 * The names of the labels of each series, by the series' name, as in a query:
	 * {@code decipher_decrypt_seconds_bucket} and the like.
	 */
	Map<String, Set<String>> series() {
		return this.series;
	}

	/** How many series there are, each with its labels counted. */
	int size() {
		return this.lines;
	}

}
