package dev.decipher.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/**
 * What the API's description says about the service as a whole, and about every
 * operation's problems.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String PROBLEM_JSON = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

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
						and from then on decrypts what you send. Ciphertexts without a key or pairs can be attacked \
						as well. Every error is a problem document (RFC 9457).""")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			// relative, so that the page works behind any proxy
			.servers(List.of(new Server().url("/")));
	}

	/**
	 * Documents the problems that any operation may answer with, and gives the ones an
	 * operation documents itself their body.
	 */
	@Bean
	GlobalOpenApiCustomizer problemResponses() {
		return (api) -> {
			if (api.getPaths() == null) {
				return;
			}
			ModelConverters.getInstance(true)
				.readAll(ProblemDocument.class)
				.forEach((name, schema) -> api.schema(name, schema));
			api.getPaths()
				.forEach((path, item) -> item.readOperations().forEach((operation) -> describe(operation, item, path)));
		};
	}

	private static void describe(Operation operation, PathItem item, String path) {
		if (operation.getResponses() == null) {
			operation.setResponses(new ApiResponses());
		}
		ApiResponses responses = operation.getResponses();
		defaults(operation, item).forEach((status, description) -> responses.computeIfAbsent(status,
				(code) -> new ApiResponse().description(description)));
		responses.forEach((code, response) -> {
			if (code.matches("[45]\\d\\d") && !isProblem(response)) {
				response.setContent(problem(Integer.parseInt(code), path));
			}
		});
	}

	private static boolean isProblem(ApiResponse response) {
		return response.get$ref() != null
				|| response.getContent() != null && response.getContent().containsKey(PROBLEM_JSON);
	}

	private static Map<String, String> defaults(Operation operation, PathItem item) {
		List<Parameter> parameters = new ArrayList<>();
		if (operation.getParameters() != null) {
			parameters.addAll(operation.getParameters());
		}
		if (item.getParameters() != null) {
			parameters.addAll(item.getParameters());
		}
		boolean body = operation.getRequestBody() != null;
		Map<String, String> problems = new LinkedHashMap<>();
		if (body || !parameters.isEmpty()) {
			problems.put("400", "The request cannot be used; `errors` names each wrong place");
		}
		if (parameters.stream().anyMatch((parameter) -> "path".equals(parameter.getIn()))) {
			problems.put("404", "There is nothing of this name");
		}
		problems.put("406", "None of the accepted media types can be produced");
		if (body) {
			problems.put("413", "The request is too large");
			problems.put("415", "The body's media type is not supported");
		}
		problems.put("500", "Something unexpected went wrong");
		return problems;
	}

	private static Content problem(int code, String path) {
		HttpStatus status = HttpStatus.valueOf(code);
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("type", "about:blank");
		example.put("title", status.getReasonPhrase());
		example.put("status", code);
		example.put("detail", (code == 400) ? "/text must be given" : DefaultDetail.of(code));
		example.put("instance", path);
		if (code == 400) {
			example.put("errors", List.of(Map.of("pointer", "/text", "detail", "must be given")));
		}
		return new Content().addMediaType(PROBLEM_JSON,
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")).example(example));
	}

}
