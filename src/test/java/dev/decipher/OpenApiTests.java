package dev.decipher;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the API's description can be trusted: everything is described, every example
 * works as it stands, and what comes back is what was announced.
 */
class OpenApiTests extends ServiceTest {

	private static final String PROBLEM_JSON = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

	/** How documents refer to their schemas. */
	private static final String COMPONENT = "#/components/schemas/";

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private JsonNode api;

	/** Operation ids of what was sent. */
	private final Set<String> sent = new HashSet<>();

	@BeforeEach
	void readTheDescription() {
		this.api = get("/v3/api-docs").as(200);
	}

	/** Parameters that don't go together with a model. */
	private static final Set<String> BY_RULE = Set.of("cipher", "alphabet", "characters");

	@Test
	void everyExampleWorksAsItStands() {
		awaitDefaultModel();
		Operation train = operation("train");
		Operation cancel = operation("deleteJob");
		// the first two examples are soon learned, which is what they are for
		List<Body> examples = train.bodies();
		Map<String, String> ids = new HashMap<>();
		for (Body example : examples) {
			String id = call(train, example, Map.of()).json().get("id").asString();
			if (ids.size() == 2) {
				call(cancel, null, Map.of("id", id));
			}
			else {
				ids.put(model(example), id);
			}
		}
		// another version, so that the first one is not active and may be deleted
		String first = call(train, examples.get(0), Map.of()).json().get("id").asString();
		ids.values().forEach((id) -> awaitState(id, "SUCCEEDED"));
		awaitState(first, "SUCCEEDED");
		List<Operation> others = new ArrayList<>(operations());
		others.removeIf((operation) -> operation.id().equals("train") || operation.id().equals("deleteJob"));
		// what destroys comes last, and the part before the whole
		others.sort(Comparator.comparing((Operation operation) -> operation.method().equals("DELETE"))
			.thenComparing((operation) -> operation.method().equals("DELETE") ? -operation.path().length() : 0));
		for (Operation operation : others) {
			List<Body> bodies = operation.bodies();
			if (bodies.isEmpty()) {
				call(operation, null, Map.of("id", first));
			}
			for (Body body : bodies) {
				call(operation, body, Map.of("id", first));
			}
		}
		assertThat(this.sent).containsExactlyInAnyOrderElementsOf(operations().stream().map(Operation::id).toList());
		assertThat(get("/models/" + model(examples.get(0))).status()).isEqualTo(404);
	}

	@Test
	void everyOperationIsDescribed() {
		Set<String> tags = new HashSet<>();
		this.api.at("/tags").forEach((tag) -> {
			assertText(tag, "description", tag.toString());
			tags.add(tag.get("name").asString());
		});
		assertThat(this.api.at("/tags").valueStream().map((tag) -> tag.get("name").asString())).startsWith("Decrypting",
				"Solving", "Training", "Jobs", "Models", "Ciphers");
		Set<String> ids = new HashSet<>();
		assertThat(operations()).isNotEmpty().allSatisfy((operation) -> {
			String name = operation.method() + " " + operation.path();
			JsonNode node = operation.node();
			assertText(node, "summary", name);
			assertText(node, "description", name);
			assertText(node, "operationId", name);
			assertThat(operation.id()).as(name).matches("[a-z][A-Za-z]+");
			assertThat(ids.add(operation.id())).as("%s is named twice", operation.id()).isTrue();
			assertThat(node.at("/tags")).as(name).isNotEmpty().allMatch((tag) -> tags.contains(tag.asString()));
			node.at("/parameters").forEach((parameter) -> {
				String place = name + " " + parameter.at("/name").asString();
				assertText(parameter, "description", place);
				if (parameter.has("content")) {
					parameter.get("content").forEachEntry((type, content) -> assertContent(content, place));
					return;
				}
				assertThat(parameter.has("example")).as("example of %s", place).isTrue();
				assertThat(parameter.at("/schema/$ref").isMissingNode()).as("schema of %s", place).isTrue();
				assertThat(errors(parameter.get("schema"), parameter.get("example"))).as(place).isEmpty();
			});
			node.at("/requestBody/content")
				.forEachEntry((type, content) -> assertContent(content, name + " takes " + type));
			node.get("responses").forEachEntry((status, response) -> {
				assertText(response, "description", name + " " + status);
				if (response.has("content")) {
					response.get("content")
						.forEachEntry(
								(type, content) -> assertContent(content, name + " gives " + status + " as " + type));
				}
			});
		});
	}

	@Test
	void everyProblemIsDescribed() {
		assertThat(operations()).isNotEmpty().allSatisfy((operation) -> {
			String name = operation.method() + " " + operation.path();
			JsonNode responses = operation.node().get("responses");
			Set<String> expected = new HashSet<>(Set.of("500"));
			boolean body = operation.node().has("requestBody");
			if (body) {
				expected.addAll(Set.of("400", "413", "415"));
			}
			if (operation.node().has("parameters")) {
				expected.add("400");
			}
			if (operation.path().contains("{")) {
				expected.add("404");
			}
			if (responses.valueStream()
				.anyMatch((response) -> response.has("content")
						&& response.get("content").propertyNames().stream().noneMatch(PROBLEM_JSON::equals))) {
				expected.add("406");
			}
			if (operation.method().equals("DELETE") && !operation.id().equals("deleteModelAlias")) {
				expected.add("409");
			}
			assertThat(List.copyOf(responses.propertyNames())).as(name).containsAll(expected).isSorted();
			responses.forEachEntry((status, response) -> {
				if (status.compareTo("400") >= 0) {
					String place = name + " " + status;
					assertThat(response.at("/content").propertyNames()).as(place).containsExactly(PROBLEM_JSON);
					JsonNode content = response.get("content").get(PROBLEM_JSON);
					assertThat(content.at("/schema/$ref").asString()).as(place).isEqualTo(COMPONENT + "Problem");
					assertThat(content.at("/example/status").asString()).as(place).isEqualTo(status);
					assertThat(response.at("/headers").has("Retry-After")).as(place)
						.isEqualTo(Set.of("429", "503").contains(status));
				}
			});
		});
		assertThat(operation("train").node().get("responses").has("429")).isTrue();
		assertThat(operation("decrypt").node().get("responses").has("503")).isTrue();
	}

	@Test
	void everySchemaIsDescribed() {
		JsonNode components = this.api.at("/components/schemas");
		Set<String> used = new HashSet<>();
		walk(this.api, "", (place, node) -> {
			if (node.has("$ref")) {
				String ref = node.get("$ref").asString();
				assertThat(this.api.at(ref.substring(1)).isMissingNode()).as("%s at %s", ref, place).isFalse();
				used.add(ref);
			}
			if (node.has("mapping")) {
				node.get("mapping").forEach((ref) -> used.add(ref.asString()));
			}
		});
		components.forEachEntry((name, schema) -> {
			assertThat(used).contains(COMPONENT + name);
			assertText(schema, "description", name);
			assertThat(schema.has("type") || schema.has("oneOf")).as(name).isTrue();
			schema.at("/properties").forEachEntry((field, property) -> {
				String place = name + "." + field;
				assertThat(property.has("type") || property.has("$ref") || property.has("oneOf")).as(place).isTrue();
				assertText(property.has("$ref") && !property.has("description") ? component(property) : property,
						"description", place);
				if (property.has("example")) {
					assertThat(errors(property, property.get("example"))).as(place).isEmpty();
				}
			});
		});
		assertThat(components.at("/Cipher/discriminator/propertyName").asString()).isEqualTo("type");
		assertThat(components.at("/Cipher/oneOf")).hasSameSizeAs(components.at("/Cipher/discriminator/mapping"));
		assertThat(components.at("/Alphabet/oneOf")).hasSize(2);
		assertThat(components.at("/Key/oneOf")).hasSize(4);
		assertThat(components.at("/Homophones/oneOf")).hasSize(2);
		assertThat(components.at("/Rotors/oneOf")).hasSize(2);
	}

	@Test
	void decryptsTextAsWellAsJson() {
		JsonNode decrypt = operation("decrypt").node();
		String[] both = { MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE };
		assertThat(decrypt.at("/requestBody/content").propertyNames()).containsExactly(both);
		assertThat(decrypt.at("/responses/200/content").propertyNames()).containsExactly(both);
		assertThat(decrypt.at("/parameters").valueStream().map((parameter) -> parameter.get("name").asString()))
			.containsExactly("model", "version", "cipher", "alphabet", "characters");
		assertThat(decrypt.at("/parameters").valueStream())
			.noneMatch((parameter) -> parameter.at("/required").asBoolean(false));
		assertThat(operation("watchJob").node().at("/responses/200/content").propertyNames())
			.containsExactly(MediaType.TEXT_EVENT_STREAM_VALUE);
	}

	@Test
	void wouldNoticeAnAnswerThatIsNotAsDescribed() {
		JsonNode decryption = json.readTree("{\"$ref\": \"" + COMPONENT + "Decryption\"}");
		String right = "{\"text\": \"A\", \"model\": \"seed\", \"version\": 1, \"confidence\": null}";
		assertThat(errors(decryption, json.readTree(right))).isEmpty();
		assertThat(errors(decryption, json.readTree(right.replace("\"seed\"", "1")))).hasSize(1);
		assertThat(errors(decryption, json.readTree(right.replace("model", "modell")))).hasSize(1);
		assertThat(errors(decryption, json.readTree(right.replace("\"text\"", "\"txt\"")))).hasSize(2);
		JsonNode cipher = json.readTree("{\"$ref\": \"" + COMPONENT + "Cipher\"}");
		assertThat(errors(cipher, json.readTree("{\"type\": \"caesar\", \"shift\": 3}"))).isEmpty();
		assertThat(errors(cipher, json.readTree("{\"type\": \"caesar\"}"))).isNotEmpty();
	}

	private static void assertText(JsonNode node, String field, String place) {
		assertThat(node.path(field).asString("")).as("%s of %s", field, place).isNotBlank();
	}

	/** A body is described, has an example, and the example is as it's described. */
	private void assertContent(JsonNode content, String place) {
		assertThat(content.path("schema").size()).as("schema: %s", place).isPositive();
		if (content.at("/schema/format").asString("").equals("binary")) {
			return;
		}
		List<JsonNode> examples = examples(content);
		assertThat(examples).as("examples: %s", place).isNotEmpty();
		examples.forEach(
				(example) -> assertThat(errors(content.get("schema"), example)).as("example: %s", place).isEmpty());
	}

	private static List<JsonNode> examples(JsonNode content) {
		List<JsonNode> examples = new ArrayList<>();
		if (content.has("example")) {
			examples.add(content.get("example"));
		}
		content.path("examples").forEach((example) -> examples.add(example.get("value")));
		return examples;
	}

	/** Sends what is documented and holds the answer against what is documented. */
	private Answer call(Operation operation, Body body, Map<String, String> known) {
		String path = operation.path();
		StringBuilder query = new StringBuilder();
		for (JsonNode parameter : operation.node().path("parameters")) {
			String name = parameter.get("name").asString();
			if (BY_RULE.contains(name)) {
				continue;
			}
			String value = known.getOrDefault(name, parameter.get("example").asString());
			if (parameter.get("in").asString().equals("path")) {
				path = path.replace("{" + name + "}", value);
			}
			else {
				query.append(query.isEmpty() ? '?' : '&')
					.append(name)
					.append('=')
					.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
			}
		}
		BodyPublisher publisher = (body == null) ? BodyPublishers.noBody()
				: isBinary(body.type()) ? BodyPublishers.ofByteArray(weights()) : BodyPublishers.ofString(body.sent());
		HttpRequest.Builder request = request(path + query).method(operation.method(), publisher);
		if (body != null) {
			request.header("Content-Type", body.sentType());
		}
		Answer response = send(request);
		String place = operation.method() + " " + path + query + ((body != null) ? " " + body.text() : "") + " gave "
				+ response.status() + " " + response.body();
		assertThat(response.status()).as(place).isBetween(200, 299);
		JsonNode documented = operation.node().get("responses").path(String.valueOf(response.status()));
		assertThat(documented.isMissingNode()).as(place).isFalse();
		documented.path("headers")
			.propertyNames()
			.forEach((header) -> assertThat(response.headers().firstValue(header)).as(place).isPresent());
		if (!documented.has("content")) {
			assertThat(response.body()).as(place).isEmpty();
		}
		else {
			MediaType type = MediaType.parseMediaType(response.headers().firstValue("Content-Type").orElseThrow());
			String bare = type.getType() + "/" + type.getSubtype();
			assertThat(documented.get("content").propertyNames()).as(place).contains(bare);
			if (body != null && documented.get("content").size() > 1) {
				assertThat(bare).as(place).isEqualTo(body.type());
			}
			if (bare.equals(MediaType.APPLICATION_JSON_VALUE)) {
				JsonNode schema = documented.get("content").get(bare).get("schema");
				assertThat(errors(schema, response.json())).as(place).isEmpty();
			}
			else {
				assertThat(response.body()).as(place).isNotBlank();
			}
		}
		this.sent.add(operation.id());
		return response;
	}

	/** Such content has no example that could stand in a text. */
	private static boolean isBinary(String type) {
		return type.equals(MediaType.APPLICATION_OCTET_STREAM_VALUE);
	}

	private byte[] weights() {
		return download(request("/models/seed/versions/1/weights")).body();
	}

	private String model(Body train) {
		return json.readTree(train.text()).get("model").asString();
	}

	/**
	 * What is wrong with a value. A field that the schema doesn't know is wrong as well.
	 */
	private List<?> errors(JsonNode schema, JsonNode value) {
		ObjectNode whole = (ObjectNode) schema.deepCopy();
		whole.set("components", this.api.get("components").deepCopy());
		walk(whole, "", (place, node) -> {
			if (node.path("properties").isObject() && !node.has("additionalProperties")
					&& node.path("type").asString("").equals("object")) {
				((ObjectNode) node).put("additionalProperties", false);
			}
		});
		return this.schemas.getSchema(whole).validate(value);
	}

	private static void walk(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
		if (node.isObject()) {
			visitor.accept(place, node);
			node.forEachEntry((name, child) -> walk(child, place + "/" + name, visitor));
		}
		else if (node.isArray()) {
			node.forEach((child) -> walk(child, place + "/-", visitor));
		}
	}

	private JsonNode component(JsonNode reference) {
		return this.api.at(reference.get("$ref").asString().substring(1));
	}

	private Operation operation(String id) {
		return operations().stream().filter((operation) -> operation.id().equals(id)).findAny().orElseThrow();
	}

	private List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.api.get("paths")
			.forEachEntry((path, item) -> item.forEachEntry(
					(method, node) -> operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, node))));
		return operations;
	}

	private record Operation(String method, String path, JsonNode node) {

		String id() {
			return this.node.path("operationId").asString("");
		}

		/** Every example of every kind of body. */
		List<Body> bodies() {
			List<Body> bodies = new ArrayList<>();
			this.node.at("/requestBody/content").forEachEntry((type, content) -> {
				examples(content).forEach((example) -> bodies
					.add(new Body(type, example.isString() ? example.asString() : example.toString())));
				if (isBinary(type)) {
					bodies.add(new Body(type, "a file"));
				}
			});
			return bodies;
		}

	}

	private record Body(String type, String text) {

		private static final String BOUNDARY = "boundary-of-parts";

		boolean isForm() {
			return this.type.equals(MediaType.MULTIPART_FORM_DATA_VALUE);
		}

		String sentType() {
			return isForm() ? this.type + "; boundary=" + BOUNDARY : this.type;
		}

		/** Of a form's example each field is a part. */
		String sent() {
			if (!isForm()) {
				return this.text;
			}
			StringBuilder form = new StringBuilder();
			json.readTree(this.text)
				.forEachEntry((name, value) -> form.append("--" + BOUNDARY + "\r\n")
					.append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
					.append(value.isString() ? value.asString() : value.toString())
					.append("\r\n"));
			return form.append("--" + BOUNDARY + "--\r\n").toString();
		}

	}

}
