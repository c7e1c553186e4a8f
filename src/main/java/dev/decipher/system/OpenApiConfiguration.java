package dev.decipher.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The parts of the API's description that are about the service as a whole, and about the
 * problems of every operation.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	static {
		// a stream is described by its operation; the class that sends it is no schema
		SpringDocUtils.getConfig().replaceWithClass(SseEmitter.class, String.class);
	}

	/** The name of a header among the components. */
	private static final String REQUEST_ID = "RequestId";

	private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

	/**
	 * The order in which a newcomer wants to see them; tags that aren't named here come
	 * after.
	 */
	private static final List<String> TAGS = List.of("Decrypting", "Solving", "Training", "Jobs", "Models", "Ciphers",
			"Languages");

	@Bean
	OpenAPI decipherApi(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		String version = (properties != null && properties.getVersion() != null) ? properties.getVersion()
				: "development";
		return new OpenAPI()
			.info(new Info().title("Decipher")
				.version(version)
				.description("""
						A service that learns to decrypt. Name a cipher, or bring known-plaintext pairs of one \
						that nobody can name: an LSTM network learns it as a job, is kept as a version of a model, \
						and from then on decrypts what you send. The model `seed` is there from the start. Every \
						error is a problem document (RFC 9457). Every answer has an `X-Request-Id`, which the \
						service's log has too: the one that came with the request, or a new one.""")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			// relative, so that the page works behind any proxy
			.servers(List.of(new Server().url("/")));
	}

	@Bean
	RecordSchemas recordSchemas() {
		return new RecordSchemas();
	}

	/**
	 * Puts tags and paths into an order. Without it they stand as reflection finds them.
	 */
	@Bean
	GlobalOpenApiCustomizer reasonableOrder() {
		return (api) -> {
			List<Tag> tags = new ArrayList<>(api.getTags());
			tags.sort(Comparator.comparingInt((tag) -> rank(tag.getName())));
			api.setTags(tags);
			Paths sorted = new Paths();
			api.getPaths()
				.entrySet()
				.stream()
				.sorted(Comparator.comparingInt((Map.Entry<String, PathItem> path) -> rank(path.getValue()))
					.thenComparing(Map.Entry::getKey))
				.forEach((path) -> sorted.addPathItem(path.getKey(), path.getValue()));
			api.setPaths(sorted);
		};
	}

	private static int rank(String tag) {
		return TAGS.contains(tag) ? TAGS.indexOf(tag) : TAGS.size();
	}

	private static int rank(PathItem item) {
		return item.readOperations()
			.stream()
			.filter((operation) -> operation.getTags() != null)
			.flatMap((operation) -> operation.getTags().stream())
			.mapToInt(OpenApiConfiguration::rank)
			.min()
			.orElse(TAGS.size());
	}

	/**
	 * Documents the problems that any operation may answer with, and gives the ones an
	 * operation documents itself their body.
	 */
	@Bean
	GlobalOpenApiCustomizer problemResponses() {
		return (api) -> {
			ModelConverters.getInstance(true)
				.readAll(ProblemDocument.class)
				.forEach((name, schema) -> api.schema(name, schema));
			api.getPaths()
				.forEach((path, item) -> item.readOperations()
					.forEach((operation) -> describe(operation, item, path, api)));
		};
	}

	/** Documents the header that every answer has. */
	@Bean
	GlobalOpenApiCustomizer requestIdHeader() {
		return (api) -> {
			api.getComponents()
				.addHeaders(REQUEST_ID,
						new Header()
							.description("The request's id: what it brought in a header of this name, if that is of at "
									+ "most 128 letters, digits and ._:=+/@-, else a new one")
							.schema(new Schema<>().types(Set.of("string"))
								.pattern("^" + RequestId.PATTERN + "$")
								.example("1f0p9q2k3-42")));
			api.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperations().stream())
				.flatMap((operation) -> operation.getResponses().values().stream())
				.forEach((response) -> response.addHeaderObject(RequestId.HEADER,
						new Header().$ref("#/components/headers/" + REQUEST_ID)));
		};
	}

	private static void describe(Operation operation, PathItem item, String path, OpenAPI api) {
		ApiResponses responses = (operation.getResponses() != null) ? operation.getResponses() : new ApiResponses();
		List<Parameter> parameters = new ArrayList<>();
		if (operation.getParameters() != null) {
			parameters.addAll(operation.getParameters());
		}
		if (item.getParameters() != null) {
			parameters.addAll(item.getParameters());
		}
		defaults(operation, parameters).forEach((status, description) -> responses.computeIfAbsent(status,
				(code) -> new ApiResponse().description(description)));
		responses.forEach((code, response) -> {
			if (code.matches("[45]\\d\\d") && !isProblem(response)) {
				Map<String, Object> example = example(Integer.parseInt(code), response.getDescription(),
						instance(path, parameters));
				if (code.equals("400")) {
					addWrongPlace(example, operation, parameters, api);
				}
				response.setContent(new Content().addMediaType(PROBLEM_JSON,
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")).example(example)));
			}
			if (code.equals("429") || code.equals("503")) {
				response.addHeaderObject(HttpHeaders.RETRY_AFTER,
						new Header().description("In how many seconds it makes sense to ask again")
							.schema(new Schema<>().types(Set.of("integer")).example(10)));
			}
		});
		ApiResponses sorted = new ApiResponses();
		new TreeMap<>(responses).forEach(sorted::addApiResponse);
		operation.setResponses(sorted);
	}

	private static String instance(String path, List<Parameter> parameters) {
		String instance = path;
		for (Parameter parameter : parameters) {
			instance = instance.replace("{" + parameter.getName() + "}", String.valueOf(parameter.getExample()));
		}
		return instance;
	}

	private static boolean isProblem(ApiResponse response) {
		return response.get$ref() != null
				|| response.getContent() != null && response.getContent().containsKey(PROBLEM_JSON);
	}

	private static Map<String, String> defaults(Operation operation, List<Parameter> parameters) {
		boolean body = operation.getRequestBody() != null;
		Map<String, String> problems = new LinkedHashMap<>();
		if (body || !parameters.isEmpty()) {
			boolean text = !body && parameters.stream()
				.allMatch((parameter) -> "path".equals(parameter.getIn()) && !isInteger(parameter));
			problems.put("400", text ? "The request is not well-formed HTTP"
					: "The request cannot be used; `errors` names each wrong place");
		}
		problems.put("401", "A key or token is needed, or this one is not valid");
		problems.put("403", "The key's role does not permit this, or the request came from the page of another site or "
				+ "by a host that isn't known");
		if (parameters.stream().anyMatch((parameter) -> "path".equals(parameter.getIn()))) {
			problems.put("404", "There is nothing of this name");
		}
		if (answersWithContent(operation)) {
			problems.put("406", "None of the accepted media types can be produced");
		}
		if (body) {
			problems.put("413", "The request is too large");
			problems.put("415", "The body's media type is not supported");
		}
		problems.put("429", "There were too many requests");
		problems.put("500", "Something unexpected went wrong");
		return problems;
	}

	private static boolean answersWithContent(Operation operation) {
		return operation.getResponses() != null && operation.getResponses()
			.entrySet()
			.stream()
			.anyMatch((response) -> response.getKey().startsWith("2") && response.getValue().getContent() != null
					&& !response.getValue().getContent().isEmpty());
	}

	private static Map<String, Object> example(int code, @Nullable String description, String instance) {
		HttpStatus status = HttpStatus.valueOf(code);
		// these have a reason of the operation's own
		boolean special = List.of(404, 409, 422, 429, 503).contains(code);
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("type", "about:blank");
		example.put("title", status.getReasonPhrase());
		example.put("status", code);
		example.put("detail", (special && description != null) ? description + "." : DefaultDetail.of(code));
		example.put("instance", instance);
		example.put("requestId", "1f0p9q2k3-42");
		return example;
	}

	/** Makes the example of a 400 one that the operation might really give. */
	private static void addWrongPlace(Map<String, Object> problem, Operation operation, List<Parameter> parameters,
			OpenAPI api) {
		String field = requiredField(operation, api);
		if (field != null) {
			addWrongPlace(problem, "pointer", "/" + field, "must not be null");
			return;
		}
		for (Parameter parameter : parameters) {
			if (isInteger(parameter)) {
				addWrongPlace(problem, "parameter", parameter.getName(), "must be a whole number");
				return;
			}
		}
	}

	private static boolean isInteger(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		return schema != null && schema.getTypes() != null && schema.getTypes().contains("integer");
	}

	private static void addWrongPlace(Map<String, Object> problem, String kind, String place, String detail) {
		problem.put("detail", place + " " + detail);
		Map<String, String> error = new LinkedHashMap<>();
		error.put(kind, place);
		error.put("detail", detail);
		problem.put("errors", List.of(error));
	}

	/** The first field that the operation's JSON body must have, null if there's none. */
	private static @Nullable String requiredField(Operation operation, OpenAPI api) {
		if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
			return null;
		}
		MediaType json = operation.getRequestBody()
			.getContent()
			.get(org.springframework.http.MediaType.APPLICATION_JSON_VALUE);
		if (json == null || json.getSchema() == null || json.getSchema().get$ref() == null) {
			return null;
		}
		String name = json.getSchema().get$ref().substring("#/components/schemas/".length());
		Schema<?> schema = api.getComponents().getSchemas().get(name);
		return (schema != null && schema.getRequired() != null && !schema.getRequired().isEmpty())
				? schema.getRequired().get(0) : null;
	}

}
