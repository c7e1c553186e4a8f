package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Holds the dashboard and the rules in {@code deploy} to what a service exports, to
 * Prometheus, and to docs/operations.md.
 */
class MonitoringFilesTests extends ServiceTest {

	private static final Path RULE_TESTS = DeployFiles.FOLDER.resolve("prometheus/tests.yaml");

	/** Made by Prometheus itself. */
	private static final Set<String> ITS_OWN = Set.of("up", "ALERTS");

	/** Added by Prometheus itself. */
	private static final Set<String> ITS_OWN_LABELS = Set.of("job", "instance");

	private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), \\w+\\)");

	@TempDir
	Path folder;

	private static List<JsonNode> rules() {
		List<Path> files = DeployFiles.files("prometheus", ".yaml");
		assertThat(files).hasSize(3).contains(RULE_TESTS);
		return files.stream()
			.filter((file) -> !file.equals(RULE_TESTS))
			.flatMap((file) -> DeployFiles.yaml(file).get(0).path("groups").valueStream())
			.flatMap((group) -> group.path("rules").valueStream())
			.toList();
	}

	private static Stream<JsonNode> alerts() {
		return rules().stream().filter((rule) -> rule.has("alert"));
	}

	/** The queries of all dashboards, with values for their variables. */
	private static List<String> panelQueries() {
		List<String> queries = DeployFiles.files("grafana", ".json")
			.stream()
			.map((file) -> json.readTree(file))
			.flatMap((dashboard) -> dashboard.findValues("expr").stream())
			.map((query) -> query.asString().replace("$__rate_interval", "5m"))
			.toList();
		assertThat(queries).hasSizeGreaterThan(40);
		return queries;
	}

	private static Stream<String> variableQueries() {
		return DeployFiles.files("grafana", ".json")
			.stream()
			.map((file) -> json.readTree(file))
			.flatMap((dashboard) -> dashboard.at("/templating/list").valueStream())
			.filter((variable) -> variable.at("/type").asString().equals("query"))
			.map((variable) -> {
				Matcher query = LABEL_VALUES.matcher(variable.at("/query/query").asString());
				assertThat(query.matches()).as(variable.toString()).isTrue();
				return query.group(1);
			});
	}

	private static Stream<String> testSeries() {
		return DeployFiles.yaml(RULE_TESTS)
			.get(0)
			.path("tests")
			.valueStream()
			.flatMap((test) -> test.path("input_series").valueStream())
			.map((series) -> series.path("series").asString());
	}

	@Test
	void onlyWhatIsExportedIsAskedFor() {
		awaitDefaultModel();
		ExportedMetrics exported = ExportedMetrics.of(this);
		Set<String> recorded = rules().stream()
			.filter((rule) -> rule.has("record"))
			.map((rule) -> rule.path("record").asString())
			.collect(Collectors.toSet());
		List<PromQl.Selector> selectors = Stream
			.of(rules().stream().map((rule) -> rule.path("expr").asString()), panelQueries().stream(),
					variableQueries(), testSeries())
			.flatMap((queries) -> queries)
			.flatMap((query) -> PromQl.selectors(query).stream())
			.filter((selector) -> !recorded.contains(selector.metric()) && !ITS_OWN.contains(selector.metric()))
			.toList();
		assertThat(selectors).extracting(PromQl.Selector::metric)
			.contains("decipher_decrypt_seconds_bucket")
			.isSubsetOf(exported.series().keySet());
		assertThat(selectors).allSatisfy((selector) -> {
			Set<String> labels = new TreeSet<>(selector.labels());
			labels.removeAll(ITS_OWN_LABELS);
			assertThat(exported.series().get(selector.metric())).as(selector.metric()).containsAll(labels);
		});
	}

	@Test
	void queriesAreRead() {
		assertThat(PromQl.selectors("""
				histogram_quantile(0.9, sum by (le, a) (rate(x_bucket{b="y{z", c=~'d'}[5m]))) > on (e) group_left z:w
				offset 1h or vector(0) unless sum(q) by (r) / 2e3""")).containsExactly(
				new PromQl.Selector("x_bucket", Set.of("b", "c")), new PromQl.Selector("z:w", Set.of()),
				new PromQl.Selector("q", Set.of()));
	}

	@Test
	void everyAlertSaysWhatToDo() throws IOException {
		String page = Files.readString(Path.of("docs/operations.md"));
		List<String> names = alerts().map((rule) -> rule.path("alert").asString()).toList();
		assertThat(alerts()).allSatisfy((rule) -> {
			String name = rule.path("alert").asString();
			assertThat(rule.at("/annotations/runbook_url").asString())
				.isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
			assertThat(rule.at("/annotations/summary").asString()).isNotEmpty();
			assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
			assertThat(page).containsPattern("(?m)^### " + name + "\n\n\\S.{80,}\n");
		});
		assertThat(Pattern.compile("(?m)^### (Decipher\\w+)$").matcher(page).results().map((match) -> match.group(1)))
			.containsExactlyInAnyOrderElementsOf(names);
		assertThat(DeployFiles.yaml(RULE_TESTS).get(0).findValues("alertname")).extracting(JsonNode::asString)
			.containsAll(names);
	}

	@Test
	void prometheusTakesTheRules() throws IOException, InterruptedException {
		assumeThat(Programs.find("promtool")).as("Skipped: there is no promtool on the PATH").isPresent();
		List<String> check = new ArrayList<>(List.of("promtool", "check", "rules"));
		DeployFiles.files("prometheus", ".yaml")
			.stream()
			.filter((file) -> !file.equals(RULE_TESTS))
			.forEach((file) -> check.add(file.toString()));
		check.add(panelQueriesAsRules().toString());
		for (List<String> command : List.of(check, List.of("promtool", "test", "rules", RULE_TESTS.toString()))) {
			Programs.Output output = Programs.run(command.toArray(String[]::new));
			assertThat(output.status()).as(output.text()).isZero();
			assertThat(output.text()).contains("SUCCESS");
		}
	}

	/** So that promtool reads them too; JSON is YAML. */
	private Path panelQueriesAsRules() throws IOException {
		ObjectNode file = json.createObjectNode();
		ObjectNode group = file.putArray("groups").addObject().put("name", "panels");
		ArrayNode rules = group.putArray("rules");
		List<String> queries = panelQueries();
		for (int i = 0; i < queries.size(); i++) {
			rules.addObject().put("record", "panel:" + i).put("expr", queries.get(i));
		}
		return Files.writeString(this.folder.resolve("panels.yaml"), json.writeValueAsString(file));
	}

}
