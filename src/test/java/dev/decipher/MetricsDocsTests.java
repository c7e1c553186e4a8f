package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.metric.Metric;
import io.micrometer.core.instrument.Meter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docs/operations.md, the enum that names the service's metrics, and what a service
 * exports to one another.
 */
class MetricsDocsTests extends ServiceTest {

	/** Depends on the garbage collector, and on what it has to do. */
	private static final Set<String> NOT_ALWAYS = Set.of("jvm_gc_concurrent_phase_time_seconds");

	private static final Pattern NAME = Pattern.compile("`([a-z0-9_.]+)`");

	@Test
	void theTableHasWhatTheServiceMeasures() throws IOException {
		List<String[]> rows = table("### The service's own");
		assertThat(rows).extracting((row) -> code(row[0]))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Metric.values()).map(Metric::id).toList());
		for (String[] row : rows) {
			Metric metric = Arrays.stream(Metric.values())
				.filter((one) -> one.id().equals(code(row[0])))
				.findAny()
				.orElseThrow();
			assertThat(row[2]).as(row[0]).isEqualTo(kind(metric));
			assertThat(names(row[3])).as(row[0]).containsExactlyElementsOf(metric.tags());
			assertThat(row[4]).as(row[0]).startsWith(metric.description());
		}
	}

	private static String kind(Metric metric) {
		return (metric.kind() == Meter.Type.DISTRIBUTION_SUMMARY) ? "summary"
				: metric.kind().name().toLowerCase(Locale.ROOT);
	}

	@Test
	void theTablesHaveWhatIsExported() throws IOException {
		List<String[]> own = table("### The service's own");
		Set<String> documented = own.stream().map((row) -> code(row[1])).collect(Collectors.toCollection(TreeSet::new));
		table("### Those of the libraries").forEach((row) -> documented.addAll(names(row[0])));
		ExportedMetrics exported = ExportedMetrics.of(this);
		Set<String> names = new TreeSet<>(exported.families().keySet());
		assertThat(documented).containsAll(names);
		names.addAll(NOT_ALWAYS);
		assertThat(names).containsAll(documented);
		Map<String, Set<String>> series = exported.series();
		for (String[] row : own) {
			List<String> tags = names(row[3]);
			assertThat(series.entrySet()).filteredOn((one) -> belongs(one.getKey(), code(row[1])))
				.as(row[0])
				.isNotEmpty()
				.allSatisfy((one) -> assertThat(one.getValue()).filteredOn((label) -> !label.equals("le"))
					.containsExactlyInAnyOrderElementsOf(tags));
		}
		assertThat(series.keySet()).filteredOn((name) -> name.endsWith("_bucket"))
			.containsExactlyInAnyOrder("decipher_decrypt_seconds_bucket", "decipher_solve_seconds_bucket",
					"http_server_requests_seconds_bucket");
	}

	/** Whether a series is one of a family's. */
	private static boolean belongs(String series, String family) {
		return series.startsWith(family) && series.substring(family.length()).matches("|_(count|sum|max|bucket)");
	}

	@Test
	void noOtherPlaceHasTheNameOfAMetric() throws IOException {
		Set<String> ids = Arrays.stream(Metric.values()).map((metric) -> '"' + metric.id()).collect(Collectors.toSet());
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			List<Path> others = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.endsWith("Metric.java"))
				.toList();
			assertThat(others).hasSizeGreaterThan(100);
			for (Path file : others) {
				// the settings of a feature may begin with the same words
				String code = Files.readString(file).replaceAll("(@ConfigurationProperties|bindOrCreate)\\([^),]*", "");
				assertThat(ids).as(file.toString()).noneMatch(code::contains);
			}
		}
	}

	/** The cells of a table's rows, but for its head. */
	private static List<String[]> table(String heading) throws IOException {
		String page = Files.readString(Path.of("docs/operations.md"));
		int from = page.indexOf(heading);
		assertThat(from).as(heading).isPositive();
		List<String[]> rows = page.substring(from)
			.lines()
			.skip(1)
			.takeWhile((line) -> !line.startsWith("#"))
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
				.map(String::strip)
				.toArray(String[]::new))
			.toList();
		assertThat(rows).as(heading).isNotEmpty();
		return rows;
	}

	private static List<String> names(String cell) {
		return NAME.matcher(cell).results().map((match) -> match.group(1)).toList();
	}

	private static String code(String cell) {
		Matcher name = NAME.matcher(cell);
		assertThat(name.matches()).as(cell).isTrue();
		return name.group(1);
	}

}
