package dev.decipher.fuzz;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code /v3/api-docs} says of the interface: its operations with their examples,
 * and which answers a client has to expect.
 */
final class ApiDescription {

	private static final String PROBLEM_JSON = "application/problem+json";

	/**
	 * What the web server, or the way to the operations, answers by itself: no
	 * well-formed HTTP, an unknown host or origin, no such path or method, a body or a
	 * header that is too large, an expectation, an encoding or a version of HTTP that is
	 * unknown.
	 */
	private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 406, 413, 414, 417, 431, 501, 505);

	/** The same where method and path are those of an operation. */
	private static final Set<Integer> HEADER_REFUSALS = Set.of(400, 403, 413, 417, 431, 501);

	private final JsonNode api;

	private final List<Operation> operations = new ArrayList<>();

	private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final Map<JsonNode, Schema> schemas = new HashMap<>();

	ApiDescription(String document) {
		this.api = JsonMapper.shared().readTree(document);
		this.api.get("paths")
			.forEachEntry((path, item) -> item.forEachEntry(
					(method, node) -> this.operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, node))));
	}

	/** An operation as it is described. */
	record Operation(String method, String path, JsonNode node) {

		String id() {
			return this.node.get("operationId").asString();
		}

		/** The parameters in the path, the query, or the headers. */
		List<JsonNode> parameters(String in) {
			return this.node.path("parameters")
				.valueStream()
				.filter((parameter) -> parameter.get("in").asString().equals(in))
				.toList();
		}

		/** An example of each kind of body; a binary one is a missing node. */
		List<Body> bodies() {
			List<Body> bodies = new ArrayList<>();
			this.node.at("/requestBody/content").forEachEntry((type, content) -> {
				JsonNode schema = content.path("schema");
				if (content.has("example")) {
					bodies.add(new Body(type, content.get("example"), schema));
				}
				content.path("examples").forEach((example) -> bodies.add(new Body(type, example.get("value"), schema)));
				if (!content.has("example") && !content.has("examples")) {
					bodies.add(new Body(type, content.path("example"), schema));
				}
			});
			return bodies;
		}

	}

	/** A body's media type, an example of it, and its schema. */
	record Body(String type, JsonNode example, JsonNode schema) {
	}

	List<Operation> operations() {
		return this.operations;
	}

	/** What a reference stands for, and a schema itself otherwise. */
	JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? resolved(this.api.at(schema.get("$ref").asString().substring(1))) : schema;
	}

	/** The operation that a request asks for, null if it is none of these. */
	@Nullable Operation asked(String method, String target) {
		String[] segments = path(target).split("/", -1);
		String actual = method.equals("HEAD") ? "GET" : method;
		return this.operations.stream()
			.filter((operation) -> operation.method().equals(actual)
					&& matches(operation.path().split("/", -1), segments))
			.min((one, other) -> Long.compare(variables(one), variables(other)))
			.orElse(null);
	}

	/** The path that a target leads to, empty if it can't be decoded. */
	private static String path(String target) {
		String path = target.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*", "").replaceAll(";[^/]*", "");
		try {
			String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
			return new URI(null, null, decoded.replaceAll("/+", "/"), null).normalize().getPath();
		}
		catch (IllegalArgumentException | URISyntaxException ex) {
			return "";
		}
	}

	/** There is a redirection at the root. */
	private static boolean isRoot(String target) {
		return path(target).equals("/");
	}

	private static long variables(Operation operation) {
		return operation.path().chars().filter((character) -> character == '{').count();
	}

	private static boolean matches(String[] template, String[] segments) {
		if (template.length != segments.length) {
			return false;
		}
		for (int i = 0; i < template.length; i++) {
			if (!template[i].startsWith("{") && !template[i].equals(segments[i])) {
				return false;
			}
		}
		return true;
	}

	/** What is wrong with an answer; nothing if it is one that is described. */
	List<String> faults(FuzzedRequest request, FuzzedAnswer answer) {
		List<String> faults = new ArrayList<>();
		int status = answer.status();
		Operation operation = asked(request.method(), request.target());
		boolean onTheWay = request.changes(FuzzedRequest.Part.TARGET) || request.changes(FuzzedRequest.Part.WIRE);
		if (status >= 500 && status != 501 && status != 503 && status != 505) {
			faults.add("is a server error");
		}
		Set<Integer> documented = new TreeSet<>();
		if (operation != null) {
			operation.node().get("responses").propertyNames().forEach((code) -> documented.add(Integer.valueOf(code)));
		}
		else if (request.method().equals("OPTIONS") || request.isForeign() || isRoot(request.target())) {
			documented.addAll(Set.of(200, 204, 302));
		}
		documented.remove(500);
		if (!documented.contains(status) && !(onTheWay || operation == null ? REFUSALS
				: request.changes(FuzzedRequest.Part.HEADERS) || request.changes(FuzzedRequest.Part.QUERY)
						? HEADER_REFUSALS : Set.<Integer>of())
			.contains(status)) {
			faults.add("has a status that is not documented; documented: " + documented);
		}
		if (status >= 400) {
			if (!request.method().equals("HEAD")) {
				requireProblem(answer, faults::add);
			}
		}
		else if (operation != null && !request.method().equals("HEAD")) {
			requireContent(operation.node().get("responses").path(String.valueOf(status)), answer, faults::add);
		}
		if (status == 503 || status == 429) {
			if (answer.header("retry-after") == null) {
				faults.add("has no Retry-After");
			}
		}
		return faults;
	}

	private void requireProblem(FuzzedAnswer answer, Consumer<String> faults) {
		if (!PROBLEM_JSON.equals(answer.mediaType())) {
			faults.accept("is an error of type " + answer.mediaType());
			return;
		}
		ObjectNode reference = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/Problem");
		requireJson(reference, answer.text(), faults);
		if (answer.text().matches("(?s).*(Exception|dev\\.decipher|java\\.|\\\\tat ).*")) {
			faults.accept("tells of the program");
		}
		if (!answer.text().contains("\"status\":" + answer.status() + ",")) {
			faults.accept("is a problem of another status");
		}
	}

	private void requireContent(JsonNode response, FuzzedAnswer answer, Consumer<String> faults) {
		if (!response.has("content")) {
			if (answer.body().length > 0) {
				faults.accept("has a body where none is documented");
			}
			return;
		}
		String type = answer.mediaType();
		JsonNode content = (type != null) ? response.get("content").path(type) : response.path("none");
		if (content.isMissingNode()) {
			faults.accept("has type " + type + ", and documented are " + response.get("content").propertyNames());
		}
		else if (type.equals("application/json")) {
			requireJson(content.get("schema"), answer.text(), faults);
		}
		else if (type.equals("application/x-ndjson")) {
			answer.text().lines().forEach((line) -> requireJson(content.get("schema"), line, faults));
		}
	}

	/** A field that the schema doesn't know is wrong as well. */
	private void requireJson(JsonNode schema, String text, Consumer<String> faults) {
		try {
			this.schemas.computeIfAbsent(schema, this::closed)
				.validate(JsonMapper.shared().readTree(text))
				.forEach((error) -> faults.accept("is not as described: " + error));
		}
		catch (JacksonException ex) {
			faults.accept("is no JSON: " + ex.getOriginalMessage());
		}
	}

	private Schema closed(JsonNode schema) {
		ObjectNode whole = (ObjectNode) schema.deepCopy();
		whole.set("components", this.api.get("components").deepCopy());
		close(whole);
		return this.registry.getSchema(whole);
	}

	private static void close(JsonNode node) {
		if (node.path("properties").isObject() && !node.has("additionalProperties")
				&& node.path("type").asString("").equals("object")) {
			((ObjectNode) node).put("additionalProperties", false);
		}
		node.forEach(ApiDescription::close);
	}

}
