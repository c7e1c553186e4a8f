package dev.decipher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifests that Kustomize makes of a folder, as far as the ones in {@code deploy}
 * use it: resources and components, strategic merge patches, labels, images, and maps of
 * settings, whose names get no hash here. It refuses what it doesn't know, and what leads
 * nowhere.
 */
final class Kustomize {

	static final String FILE = "kustomization.yaml";

	/** By which field the elements of a list are told apart; other lists are replaced. */
	private static final Map<String, String> MERGE_KEYS = Map.of("containers", "name", "env", "name", "volumes", "name",
			"volumeMounts", "mountPath", "topologySpreadConstraints", "topologyKey");

	private static final JsonMapper strict = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private Kustomize() {
	}

	private record Kustomization(String apiVersion, String kind, List<String> resources, List<String> components,
			List<Patch> patches, List<Image> images, List<ConfigMap> configMapGenerator, List<Labels> labels) {

		Stream<Path> named(Path folder) {
			return Stream.of(orNone(this.resources), orNone(this.components))
				.flatMap(List::stream)
				.map((name) -> folder.resolve(name).normalize());
		}

	}

	private record Patch(String path) {
	}

	private record Image(String name, String newName, String newTag) {
	}

	private record ConfigMap(String name, List<String> literals) {
	}

	private record Labels(Map<String, String> pairs, boolean includeSelectors, boolean includeTemplates) {
	}

	private static <T> List<T> orNone(List<T> list) {
		return (list != null) ? list : List.of();
	}

	/** The whole manifests of a folder. */
	static List<ObjectNode> render(Path folder) {
		Kustomization it = strict.treeToValue(DeployFiles.yaml(folder.resolve(FILE)).get(0), Kustomization.class);
		List<ObjectNode> all = new ArrayList<>();
		it.named(folder).forEach((path) -> all.addAll(Files.isDirectory(path) ? render(path) : documents(path)));
		orNone(it.configMapGenerator()).forEach((map) -> all.add(configMap(map)));
		orNone(it.patches()).stream()
			.flatMap((patch) -> documents(folder.resolve(patch.path())).stream())
			.forEach((patch) -> merge(find(all, patch), patch));
		orNone(it.labels()).forEach((labels) -> all.forEach((document) -> label(document, labels)));
		orNone(it.images()).forEach((image) -> all.forEach((document) -> name(document, image)));
		return all;
	}

	static List<ObjectNode> documents(Path file) {
		return DeployFiles.yaml(file).stream().map(ObjectNode.class::cast).toList();
	}

	private static ObjectNode configMap(ConfigMap map) {
		ObjectNode document = strict.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
		document.putObject("metadata").put("name", map.name());
		ObjectNode data = document.putObject("data");
		map.literals().forEach((literal) -> {
			String[] parts = literal.split("=", 2);
			data.put(parts[0], parts[1]);
		});
		return document;
	}

	private static ObjectNode find(List<ObjectNode> all, ObjectNode patch) {
		return all.stream()
			.filter((one) -> id(one).equals(id(patch)))
			.findAny()
			.orElseThrow(() -> new IllegalArgumentException("there is no " + id(patch) + " to patch"));
	}

	private static List<String> id(JsonNode document) {
		return List.of(document.at("/apiVersion").asString(), document.at("/kind").asString(),
				document.at("/metadata/name").asString());
	}

	private static void merge(ObjectNode base, ObjectNode patch) {
		patch.properties().forEach((field) -> {
			JsonNode old = base.get(field.getKey());
			if (old instanceof ObjectNode object && field.getValue() instanceof ObjectNode change) {
				merge(object, change);
			}
			else if (old instanceof ArrayNode list && MERGE_KEYS.containsKey(field.getKey())) {
				field.getValue().forEach((element) -> merge(list, element, MERGE_KEYS.get(field.getKey())));
			}
			else {
				base.set(field.getKey(), field.getValue());
			}
		});
	}

	private static void merge(ArrayNode list, JsonNode element, String key) {
		Optional<JsonNode> same = list.valueStream()
			.filter((one) -> Objects.equals(one.get(key), element.get(key)))
			.findAny();
		same.ifPresentOrElse((one) -> merge((ObjectNode) one, (ObjectNode) element), () -> list.add(element));
	}

	private static void label(ObjectNode document, Labels labels) {
		List<ObjectNode> places = new ArrayList<>(List.of(document.withObject("/metadata/labels")));
		if (document.at("/kind").asString().equals("Deployment")) {
			if (labels.includeTemplates()) {
				places.add(document.withObject("/spec/template/metadata/labels"));
			}
			if (labels.includeSelectors()) {
				places.add(document.withObject("/spec/selector/matchLabels"));
			}
		}
		if (document.at("/kind").asString().equals("Service") && labels.includeSelectors()) {
			places.add(document.withObject("/spec/selector"));
		}
		places.forEach((place) -> labels.pairs().forEach(place::put));
	}

	private static void name(ObjectNode document, Image image) {
		document.at("/spec/template/spec/containers")
			.valueStream()
			.filter((container) -> container.at("/image").asString().equals(image.name()))
			.forEach((container) -> ((ObjectNode) container).put("image", image.newName() + ":" + image.newTag()));
	}

}
