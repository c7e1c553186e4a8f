package dev.decipher.cipher;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Describes a cipher as one of its types, told apart by {@code type}. What is derived
 * from the classes is a base type that each of them extends, and it leaves the choice to
 * wherever a cipher occurs, once more in each place. It also lacks what is declared of
 * parameters, and the forms of keys that no class has.
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
		Map<String, Cipher> examples = new LinkedHashMap<>(CipherCatalogue.examples());
		examples.values().removeIf((example) -> !schemas.containsKey(derivedName(example)));
		Set<String> derived = examples.values()
			.stream()
			.map((example) -> ref(derivedName(example)))
			.collect(Collectors.toSet());
		for (Schema<?> schema : List.copyOf(schemas.values())) {
			if (schema.getProperties() != null) {
				schema.getProperties()
					.replaceAll((name, property) -> isAnyOf(derived, property)
							? new Schema<>().$ref(ref(CIPHER)).description(property.getDescription()) : property);
			}
		}
		examples.forEach((type, example) -> schemas.put(type,
				flat(example, Objects.requireNonNull(schemas.remove(derivedName(example))))));
		examples.keySet()
			.stream()
			.flatMap((type) -> properties(Objects.requireNonNull(schemas.get(type))))
			.filter((property) -> property.getItems() != null && isAnyOf(derived, property.getItems()))
			.forEach((property) -> property.setItems(new Schema<>().$ref(ref(CIPHER))));
		addChoice(Objects.requireNonNull(schemas.get("Homophones")), 0,
				new Schema<>().types(Set.of("object"))
					.description("For each symbol the tokens that stand for it")
					.additionalProperties(list("string")));
		addChoice(Objects.requireNonNull(schemas.get("Rotors")), 0, list("string"));
		addChoice(Objects.requireNonNull(schemas.get("Key")), 1, list("integer"));
		Schema<?> cipher = schemas.get(CIPHER);
		Discriminator discriminator = new Discriminator().propertyName("type");
		examples.keySet().forEach((type) -> discriminator.mapping(type, ref(type)));
		schemas.put(CIPHER,
				new Schema<>().description(cipher.getDescription())
					.example(cipher.getExample())
					.oneOf(new ArrayList<>(
							examples.keySet().stream().map((type) -> (Schema) new Schema<>().$ref(ref(type))).toList()))
					.discriminator(discriminator));
	}

	private static Stream<Schema> properties(Schema<?> schema) {
		return schema.getProperties().values().stream();
	}

	private static void addChoice(Schema<?> schema, int place, Schema<?> choice) {
		List<Schema> choices = new ArrayList<>(schema.getOneOf());
		choices.add(place, choice);
		schema.setOneOf(choices);
	}

	private static Schema<?> list(String type) {
		return new Schema<>().types(Set.of("array")).items(new Schema<>().types(Set.of(type)));
	}

	private static boolean isAnyOf(Set<String> refs, Schema<?> schema) {
		return schema.getOneOf() != null && !schema.getOneOf().isEmpty()
				&& schema.getOneOf().stream().allMatch((choice) -> refs.contains(choice.get$ref()));
	}

	private static Schema<?> flat(Cipher example, Schema<?> derived) {
		Map<String, Schema> properties = new LinkedHashMap<>();
		properties.put("type",
				new Schema<>().types(Set.of("string"))
					._const(example.type())
					.description("Names the cipher")
					.example(example.type()));
		Stream.ofNullable(derived.getAllOf())
			.flatMap(Collection::stream)
			.filter((part) -> part.getProperties() != null)
			.forEach((part) -> properties.putAll(part.getProperties()));
		Schema<?> schema = new Schema<>().types(Set.of("object"))
			.description(derived.getDescription())
			.example(derived.getExample())
			.properties(properties);
		schema.addRequiredItem("type");
		for (RecordComponent component : example.getClass().getRecordComponents()) {
			if (!Components.isOptional(component)) {
				schema.addRequiredItem(component.getName());
			}
			describe(Objects.requireNonNull(properties.get(component.getName())), component, example);
		}
		return schema;
	}

	/**
	 * What a number may be is declared, and one that works is in the cipher's example.
	 */
	private static void describe(Schema<?> property, RecordComponent component, Cipher example) {
		Range range = Components.range(component);
		if (range != null) {
			property.setMinimum(BigDecimal.valueOf(range.min()));
			property.setMaximum(BigDecimal.valueOf(range.max()));
		}
		if (Components.value(component, example) instanceof Integer number) {
			property.setExample(number);
		}
	}

	/** What is derived from a class has its name. */
	private static String derivedName(Cipher example) {
		return example.getClass().getSimpleName();
	}

	private static String ref(String name) {
		return "#/components/schemas/" + name;
	}

}
