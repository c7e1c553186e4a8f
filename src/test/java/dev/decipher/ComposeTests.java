package dev.decipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Holds docker-compose.yml and the proxy's settings to one another and to the service.
 */
class ComposeTests {

	private static final Duration STOPPING = Duration.ofSeconds(30 + 10 + 10);

	private static final Set<String> FIELDS = Set.of("build", "image", "profiles", "ports", "environment", "volumes",
			"depends_on", "healthcheck", "mem_limit", "read_only", "tmpfs", "cap_drop", "security_opt", "restart",
			"stop_grace_period");

	private static final JsonNode compose = DeployFiles.yaml(Path.of("docker-compose.yml")).get(0);

	private static final JsonNode services = compose.path("services");

	@Test
	void hasOnlyWhatComposeKnows() {
		assertThat(compose.propertyNames()).filteredOn((name) -> !name.startsWith("x-"))
			.containsExactlyInAnyOrder("services", "volumes");
		assertThat(services.propertyStream())
			.allSatisfy((service) -> assertThat(FIELDS).containsAll(service.getValue().propertyNames()));
	}

	@Test
	void startsOneProcessUnlessAskedForReplicas() {
		assertThat(services.propertyStream().filter((service) -> !service.getValue().has("profiles")))
			.extracting((service) -> service.getKey())
			.containsExactly("decipher");
		assertThat(services.propertyStream().filter((service) -> service.getValue().has("profiles")))
			.hasSizeGreaterThan(3)
			.allSatisfy((service) -> assertThat(service.getValue().path("profiles").valueStream())
				.extracting(JsonNode::asString)
				.containsExactly("replicas"));
	}

	@Test
	void publishesOnThisMachineOnly() {
		assertThat(services.valueStream().flatMap((service) -> service.path("ports").valueStream()))
			.extracting(JsonNode::asString)
			.containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8081:8080");
	}

	@Test
	void namesWhatIsThere() {
		assertThat(services.valueStream().flatMap((service) -> service.path("depends_on").propertyNames().stream()))
			.isNotEmpty()
			.allMatch(services::has);
		assertThat(services.valueStream()
			.flatMap((service) -> service.path("volumes").valueStream())
			.map((volume) -> volume.asString().split(":")[0])).isNotEmpty()
			.allMatch(
					(name) -> name.startsWith("./") ? Files.exists(Path.of(name)) : compose.path("volumes").has(name));
		assertThat(services.valueStream()
			.flatMap((service) -> service.path("environment").propertyNames().stream())
			.filter((name) -> name.startsWith("DECIPHER_"))).isNotEmpty().allMatch(DeployFiles::isSetting);
	}

	@Test
	void givesEachTheTimeToStop() {
		services.propertyStream().filter((service) -> service.getKey().startsWith("decipher")).forEach((service) -> {
			Duration delay = seconds(service.getValue().at("/environment/DECIPHER_SHUTDOWN_DELAY").asString("0s"));
			assertThat(seconds(service.getValue().path("stop_grace_period").asString())).as(service.getKey())
				.isGreaterThanOrEqualTo(STOPPING.plus(delay));
		});
	}

	private static Duration seconds(String text) {
		return Duration.ofSeconds(Integer.parseInt(text.replace("s", "")));
	}

	@Test
	void theProxyKnowsTheReplicas() throws IOException, InterruptedException {
		Path file = DeployFiles.FOLDER.resolve("haproxy/haproxy.cfg");
		assertThat(services.at("/proxy/volumes/0").asString()).startsWith("./" + file + ":");
		Matcher servers = Pattern.compile("(?m)^ +server (\\S+) (\\S+):8080$").matcher(Files.readString(file));
		assertThat(servers.results().map((server) -> server.group(2)).collect(Collectors.toSet()))
			.isEqualTo(services.path("proxy").path("depends_on").propertyNames())
			.hasSize(2);
		assumeThat(Programs.find("haproxy")).as("Skipped: there is no haproxy on the PATH").isPresent();
		Programs.Output output = Programs.run("haproxy", "-c", "-f", file.toString());
		assertThat(output.status()).as(output.text()).isZero();
	}

}
