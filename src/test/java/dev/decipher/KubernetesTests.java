package dev.decipher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Holds the manifests in {@code deploy/kubernetes} to Kubernetes' own types, to one
 * another, and to the service that they start.
 */
class KubernetesTests {

	private static final Path FOLDER = DeployFiles.FOLDER.resolve("kubernetes");

	/** Seconds that requests under way get, and then the running job. */
	private static final int STOPPING_SECONDS = 30 + 10 + 10;

	private static final Set<Class<? extends HasMetadata>> TYPES = Set.of(ConfigMap.class, Deployment.class,
			HorizontalPodAutoscaler.class, NetworkPolicy.class, PersistentVolumeClaim.class, PodDisruptionBudget.class,
			Service.class, ServiceAccount.class);

	/** The types keep fields that they don't know, unless told that they can't. */
	private static final JsonMapper strict = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.annotationIntrospector(new JacksonAnnotationIntrospector() {

			@Override
			public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
				return false;
			}

		})
		.build();

	private static HasMetadata read(JsonNode document) {
		Class<? extends HasMetadata> type = TYPES.stream()
			.filter((one) -> HasMetadata.getKind(one).equals(document.at("/kind").asString()))
			.filter((one) -> HasMetadata.getApiVersion(one).equals(document.at("/apiVersion").asString()))
			.findAny()
			.orElseThrow(() -> new IllegalArgumentException("no such type: " + document));
		return strict.treeToValue(document, type);
	}

	static Stream<Path> manifests() {
		return DeployFiles.files("kubernetes", ".yaml")
			.stream()
			.filter((file) -> !file.endsWith(Kustomize.FILE) && !file.startsWith(FOLDER.resolve("components")));
	}

	@ParameterizedTest
	@MethodSource("manifests")
	void aManifestHasOnlyWhatItsTypeKnows(Path file) {
		assertThat(Kustomize.documents(file)).isNotEmpty()
			.allSatisfy((document) -> assertThat(read(document).getMetadata().getName()).isEqualTo("decipher"));
	}

	@Test
	void anUnknownFieldIsRefused() {
		JsonNode document = strict.readTree("""
				{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"selectors": {}}}""");
		assertThatException().isThrownBy(() -> read(document)).withMessageContaining("selectors");
	}

	@Test
	void everyFileIsNamedByAKustomization() {
		List<Path> all = DeployFiles.files("kubernetes", ".yaml");
		Set<Path> named = all.stream()
			.filter((file) -> file.endsWith(Kustomize.FILE))
			.flatMap((file) -> Stream.of("resources", "components", "patches")
				.flatMap((list) -> DeployFiles.yaml(file).get(0).path(list).valueStream())
				.map((entry) -> (entry.isString() ? entry : entry.path("path")).asString())
				.map((name) -> file.resolveSibling(name).normalize()))
			.collect(Collectors.toSet());
		assertThat(named).isNotEmpty().allSatisfy((path) -> assertThat(path).exists());
		assertThat(all).filteredOn((file) -> !file.endsWith(Kustomize.FILE)).allMatch(named::contains);
	}

	@ParameterizedTest
	@ValueSource(strings = { "single", "replicas" })
	void anOverlayIsWhole(String overlay) {
		List<HasMetadata> all = Kustomize.render(overlay(overlay)).stream().map(KubernetesTests::read).toList();
		holdsTogether(all);
		holdsWhatItPromises(overlay, all);
	}

	/** With the program that operators have, where it is. */
	@ParameterizedTest
	@ValueSource(strings = { "single", "replicas" })
	void anOverlayIsWholeAsKubectlMakesIt(String overlay) throws IOException, InterruptedException {
		assumeThat(Programs.find("kubectl")).as("Skipped: there is no kubectl on the PATH").isPresent();
		Programs.Output output = Programs.run("kubectl", "kustomize", overlay(overlay).toString());
		assertThat(output.status()).as(output.text()).isZero();
		List<HasMetadata> all = DeployFiles.yaml(output.text()).stream().map(KubernetesTests::read).toList();
		holdsTogether(all);
		holdsWhatItPromises(overlay, all);
	}

	/** Its types are no part of Kubernetes; only what is written is known here. */
	@Test
	void prometheusOperatorFindsTheService() {
		List<? extends JsonNode> component = Kustomize.render(FOLDER.resolve("components/prometheus-operator"));
		assertThat(component).hasSize(1);
		JsonNode monitor = component.get(0);
		assertThat(monitor.at("/kind").asString()).isEqualTo("ServiceMonitor");
		Service service = only(Kustomize.render(overlay("replicas")).stream().map(KubernetesTests::read).toList(),
				Service.class);
		assertThat(monitor.at("/spec/selector/matchLabels").propertyStream())
			.allSatisfy((label) -> assertThat(service.getMetadata().getLabels()).containsEntry(label.getKey(),
					label.getValue().asString()));
		JsonNode endpoint = monitor.at("/spec/endpoints/0");
		assertThat(endpoint.at("/port").asString()).isEqualTo(service.getSpec().getPorts().get(0).getName());
		assertThat(endpoint.at("/path").asString()).isEqualTo("/actuator/prometheus");
		assertThat(endpoint.at("/authorization/credentials").propertyNames()).containsExactlyInAnyOrder("name", "key");
	}

	private static Path overlay(String name) {
		return FOLDER.resolve("overlays").resolve(name);
	}

	private static <T extends HasMetadata> Stream<T> all(List<HasMetadata> all, Class<T> type) {
		return all.stream().filter(type::isInstance).map(type::cast);
	}

	private static <T extends HasMetadata> T only(List<HasMetadata> all, Class<T> type) {
		List<T> found = all(all, type).toList();
		assertThat(found).as(type.getSimpleName()).hasSize(1);
		return found.get(0);
	}

	private static void holdsTogether(List<HasMetadata> all) {
		Deployment deployment = only(all, Deployment.class);
		Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
		PodSpec pod = deployment.getSpec().getTemplate().getSpec();
		Stream
			.of(Stream.of(deployment.getSpec().getSelector().getMatchLabels(),
					only(all, Service.class).getSpec().getSelector(),
					only(all, NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels()),
					all(all, PodDisruptionBudget.class).map((one) -> one.getSpec().getSelector().getMatchLabels()),
					pod.getTopologySpreadConstraints().stream().map((one) -> one.getLabelSelector().getMatchLabels()))
			.flatMap((some) -> some)
			.forEach((selector) -> assertThat(labels).isNotEmpty().containsAllEntriesOf(selector));
		assertThat(pod.getServiceAccountName()).isEqualTo(only(all, ServiceAccount.class).getMetadata().getName());
		assertThat(pod.getContainers()).hasSize(1);
		Container container = pod.getContainers().get(0);
		assertThat(container.getImage()).matches("\\S+/decipher:\\S+");
		mountsWhatIsThere(all, pod, container);
		asksWhatTheServiceAnswers(all, container);
		container.getEnv()
			.stream()
			.map(EnvVar::getValueFrom)
			.filter(Objects::nonNull)
			.filter((from) -> from.getConfigMapKeyRef() != null)
			.forEach((from) -> assertThat(all(all, ConfigMap.class)).anySatisfy((map) -> {
				assertThat(map.getMetadata().getName()).isEqualTo(from.getConfigMapKeyRef().getName());
				assertThat(map.getData()).containsKey(from.getConfigMapKeyRef().getKey());
			}));
		assertThat(container.getEnv()).extracting(EnvVar::getName)
			.doesNotHaveDuplicates()
			.filteredOn((name) -> name.startsWith("DECIPHER_"))
			.allMatch(DeployFiles::isSetting);
		assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(sleepSeconds(container)
				+ Integer.parseInt(env(container, "DECIPHER_SHUTDOWN_DELAY").replace("s", "")) + STOPPING_SECONDS);
	}

	private static void mountsWhatIsThere(List<HasMetadata> all, PodSpec pod, Container container) {
		assertThat(container.getVolumeMounts()).extracting(VolumeMount::getMountPath)
			.containsExactlyInAnyOrder("/data", "/tmp", "/etc/decipher");
		assertThat(container.getVolumeMounts()).extracting(VolumeMount::getName)
			.containsExactlyInAnyOrderElementsOf(pod.getVolumes().stream().map(Volume::getName).toList());
		assertThat(pod.getVolumes()).allSatisfy((volume) -> {
			assertThat(Stream.of(volume.getEmptyDir(), volume.getSecret(), volume.getPersistentVolumeClaim())
				.filter(Objects::nonNull)).as(volume.getName()).hasSize(1);
			if (volume.getPersistentVolumeClaim() != null) {
				assertThat(volume.getPersistentVolumeClaim().getClaimName())
					.isEqualTo(only(all, PersistentVolumeClaim.class).getMetadata().getName());
			}
		});
	}

	private static void asksWhatTheServiceAnswers(List<HasMetadata> all, Container container) {
		String port = container.getPorts().get(0).getName();
		assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(8080);
		assertThat(only(all, Service.class).getSpec().getPorts()).hasSize(1)
			.allSatisfy((one) -> assertThat(one.getTargetPort().getStrVal()).isEqualTo(port));
		assertThat(only(all, NetworkPolicy.class).getSpec().getIngress()).hasSize(1)
			.allSatisfy((rule) -> assertThat(rule.getPorts()).singleElement()
				.satisfies((one) -> assertThat(one.getPort().getStrVal()).isEqualTo(port)));
		Map<Probe, String> probes = Map.of(container.getStartupProbe(), "liveness", container.getLivenessProbe(),
				"liveness", container.getReadinessProbe(), "readiness");
		probes.forEach((probe, group) -> {
			assertThat(probe.getHttpGet().getPath()).isEqualTo("/actuator/health/" + group);
			assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo(port);
		});
		assertThat(sleepSeconds(container)).isPositive();
	}

	private static int sleepSeconds(Container container) {
		List<String> command = container.getLifecycle().getPreStop().getExec().getCommand();
		assertThat(command).hasSize(2).startsWith("sleep");
		return Integer.parseInt(command.get(1));
	}

	private static String env(Container container, String name) {
		return container.getEnv()
			.stream()
			.filter((one) -> one.getName().equals(name))
			.findAny()
			.map(EnvVar::getValue)
			.orElseThrow();
	}

	private static void holdsWhatItPromises(String overlay, List<HasMetadata> all) {
		Deployment deployment = only(all, Deployment.class);
		PodSpec pod = deployment.getSpec().getTemplate().getSpec();
		Container container = pod.getContainers().get(0);
		assertThat(pod.getAutomountServiceAccountToken()).isFalse();
		assertThat(pod.getSecurityContext()).satisfies((context) -> {
			assertThat(context.getRunAsNonRoot()).isTrue();
			assertThat(context.getRunAsUser()).isEqualTo(10001);
			assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
		});
		assertThat(container.getSecurityContext()).satisfies((context) -> {
			assertThat(context.getReadOnlyRootFilesystem()).isTrue();
			assertThat(context.getAllowPrivilegeEscalation()).isFalse();
			assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
		});
		assertThat(only(all, NetworkPolicy.class).getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress",
				"Egress");
		if (overlay.equals("single")) {
			isAlone(deployment);
		}
		else {
			hasReplicas(deployment, all);
		}
	}

	private static void isAlone(Deployment deployment) {
		assertThat(deployment.getSpec().getReplicas()).isOne();
		assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
		assertThat(deployment.getSpec().getTemplate().getSpec().getVolumes())
			.filteredOn((volume) -> volume.getName().equals("data"))
			.allMatch((volume) -> volume.getPersistentVolumeClaim() != null);
	}

	private static void hasReplicas(Deployment deployment, List<HasMetadata> all) {
		HorizontalPodAutoscaler autoscaler = only(all, HorizontalPodAutoscaler.class);
		assertThat(autoscaler.getSpec().getScaleTargetRef().getKind()).isEqualTo("Deployment");
		assertThat(autoscaler.getSpec().getScaleTargetRef().getName()).isEqualTo(deployment.getMetadata().getName());
		assertThat(autoscaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
		assertThat(deployment.getSpec().getReplicas()).as("left to the autoscaler").isNull();
		assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
		assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints()).isNotEmpty();
		assertThat(only(all, PodDisruptionBudget.class).getSpec().getMaxUnavailable().getIntVal()).isOne();
		assertThat(deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv())
			.filteredOn((one) -> one.getName().startsWith("SPRING_DATASOURCE_"))
			.hasSize(3)
			.allMatch((one) -> one.getValueFrom().getSecretKeyRef() != null);
		assertThat(only(all, NetworkPolicy.class).getSpec().getEgress()).flatExtracting((rule) -> rule.getPorts())
			.extracting((port) -> port.getPort().getIntVal())
			.containsExactlyInAnyOrder(53, 53, 5432);
	}

}
