package dev.decipher.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Takes examples of the API's description from the files in {@code openapi/}: the example
 * {@code @version.json} stands for that file, and so does such a string within an
 * example. As the value of {@code <<} it stands for the fields of the file's object.
 */
@Component
class OpenApiExamples implements GlobalOpenApiCustomizer {

	private static final Pattern FILE = Pattern.compile("@[a-z0-9-]+\\.(json|txt)");

	@Override
	public void customise(OpenAPI api) {
		api.getPaths().values().stream().flatMap((item) -> item.readOperations().stream()).forEach(this::complete);
	}

	private void complete(Operation operation) {
		if (operation.getRequestBody() != null) {
			complete(operation.getRequestBody().getContent());
		}
		operation.getResponses().values().forEach((response) -> complete(response.getContent()));
	}

	private void complete(@Nullable Content content) {
		for (MediaType type : (content != null) ? content.values() : List.<MediaType>of()) {
			if (type.getExample() != null) {
				type.setExample(resolve(type.getExample()));
			}
			if (type.getExamples() != null) {
				type.getExamples().values().forEach((example) -> example.setValue(resolve(example.getValue())));
			}
		}
	}

	private static @Nullable Object resolve(@Nullable Object example) {
		if (example instanceof JsonNode node) {
			return resolve(Json.mapper().convertValue(node, Object.class));
		}
		if (example instanceof String text && FILE.matcher(text).matches()) {
			return resolve(read(text.substring(1)));
		}
		if (example instanceof List<?> list) {
			return list.stream().map(OpenApiExamples::resolve).toList();
		}
		if (example instanceof Map<?, ?> object) {
			Map<Object, Object> resolved = new LinkedHashMap<>();
			object.forEach((name, value) -> {
				if (name.equals("<<") && resolve(value) instanceof Map<?, ?> fields) {
					resolved.putAll(fields);
				}
				else {
					resolved.put(name, resolve(value));
				}
			});
			return resolved;
		}
		return example;
	}

	private static Object read(String file) {
		try {
			String text = new ClassPathResource("openapi/" + file).getContentAsString(StandardCharsets.UTF_8);
			return file.endsWith(".json") ? Json.mapper().readValue(text, Object.class) : text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
