package dev.decipher.cipher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Describes a cipher as one of its types, told apart by {@code type}. What is derived
 * from the classes is a base type that each of them extends, and it leaves the choice to
 * wherever a cipher occurs, once more in each place. It also lacks the forms of keys that
 * no class has.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CipherDescription implements GlobalOpenApiCustomizer {

	private static final String CIPHER = "Cipher";

	@Override
	public void customise(OpenAPI api) {
		Map<String, Schema> schemas = (api.getComponents() != null) ? api.getComponents().getSchemas() : null;
		if (schemas == null || !schemas.containsKey(CIPHER)) {
			return;
		}
		List<String> types = CipherCatalogue.types()
			.map((type) -> type.getAnnotation(JsonTypeName.class).value())
			.filter(schemas::containsKey)
			.toList();
		for (Schema<?> schema : List.copyOf(schemas.values())) {
			if (schema.getProperties() != null) {
				schema.getProperties()
					.replaceAll((name, property) -> isAnyOf(types, property)
							? new Schema<>().$ref(ref(CIPHER)).description(property.getDescription()) : property);
			}
		}
		types.forEach((type) -> schemas.computeIfPresent(type, CipherDescription::flat));
		addChoice(Objects.requireNonNull(schemas.get("Homophones")),
				new Schema<>().types(Set.of("object"))
					.description("For each symbol the tokens that stand for it")
					.additionalProperties(strings()));
		addChoice(Objects.requireNonNull(schemas.get("Rotors")), strings());
		Schema<?> cipher = schemas.get(CIPHER);
		Discriminator discriminator = new Discriminator().propertyName("type");
		types.forEach((type) -> discriminator.mapping(type, ref(type)));
		schemas.put(CIPHER, new Schema<>().description(cipher.getDescription())
			.example(cipher.getExample())
			.oneOf(new ArrayList<>(types.stream().map((type) -> (Schema) new Schema<>().$ref(ref(type))).toList()))
			.discriminator(discriminator));
	}

	private static void addChoice(Schema<?> schema, Schema<?> choice) {
		List<Schema> choices = new ArrayList<>(schema.getOneOf());
		choices.add(0, choice);
		schema.setOneOf(choices);
	}

	private static Schema<?> strings() {
		return new Schema<>().types(Set.of("array")).items(new Schema<>().types(Set.of("string")));
	}

	private static boolean isAnyOf(List<String> types, Schema<?> schema) {
		return schema.getOneOf() != null && !schema.getOneOf().isEmpty()
				&& schema.getOneOf()
					.stream()
					.allMatch((choice) -> choice.get$ref() != null
							&& types.stream().anyMatch((type) -> ref(type).equals(choice.get$ref())));
	}

	private static Schema<?> flat(String type, Schema<?> derived) {
		Map<String, Schema> properties = new LinkedHashMap<>();
		properties.put("type",
				new Schema<>().types(Set.of("string"))._const(type).description("Names the cipher").example(type));
		Stream.ofNullable(derived.getAllOf())
			.flatMap(Collection::stream)
			.filter((part) -> part.getProperties() != null)
			.forEach((part) -> properties.putAll(part.getProperties()));
		Schema<?> schema = new Schema<>().types(Set.of("object"))
			.description(derived.getDescription())
			.example(derived.getExample())
			.properties(properties);
		schema.addRequiredItem("type");
		Stream.ofNullable(derived.getRequired()).flatMap(Collection::stream).forEach(schema::addRequiredItem);
		return schema;
	}

	private static String ref(String name) {
		return "#/components/schemas/" + name;
	}

}
