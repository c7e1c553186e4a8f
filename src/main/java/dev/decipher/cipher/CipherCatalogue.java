package dev.decipher.cipher;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Every type of cipher there is, inferred from the annotations on its record. */
public final class CipherCatalogue {

	/** By type, in the order in which {@link Cipher} lists them. */
	private static final Map<String, Cipher> EXAMPLES = types()
		.collect(Collectors.toMap((type) -> type.getAnnotation(JsonTypeName.class).value(),
				(type) -> JsonMapper.shared().readValue(type.getAnnotation(Schema.class).example(), Cipher.class),
				(one, other) -> one, LinkedHashMap::new));

	private CipherCatalogue() {
	}

	@Schema(name = "CipherType", description = "A type of cipher")
	record Entry(@Schema(description = "The name to use as \"type\"", example = "caesar") String type,
			@Schema(description = "What the cipher does") String description,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					description = "A publication that describes it") String source,
			@Schema(description = "What else to say") List<Parameter> parameters,
			@Schema(description = "The alphabet used where none is named") Alphabet alphabet,
			@Schema(description = "The cipher as /encrypt and /train take it") Cipher example) {
	}

	@Schema(name = "CipherParameter", description = "Something that a cipher has to be told")
	record Parameter(@Schema(description = "Its field in the cipher's JSON", example = "shift") String name, @Schema(
			description = "integer, string, key, homophones, rotors or list; a key is a string or left to chance",
			example = "integer") String type, @Schema(description = "What it means") String description,
			@Schema(description = "Whether it may be left out", example = "false") boolean optional,
			@Nullable @JsonProperty("default") @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					description = "Its value where it is left out") String defaultValue,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					description = "The values that it may have, where these are few") List<String> values,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The least number",
					example = "2") Long minimum,
			@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The greatest number",
					example = "1000") Long maximum) {
	}

	/** The class of each type, in the order in which {@link Cipher} lists them. */
	static Stream<Class<?>> types() {
		return Arrays.stream(Cipher.class.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::value);
	}

	/** An example of each type, by its name. */
	public static Map<String, Cipher> examples() {
		return Collections.unmodifiableMap(EXAMPLES);
	}

	static List<Entry> entries() {
		return EXAMPLES.values().stream().map(CipherCatalogue::entry).toList();
	}

	private static Entry entry(Cipher example) {
		Class<?> type = example.getClass();
		List<Parameter> parameters = Arrays.stream(type.getRecordComponents()).map(CipherCatalogue::parameter).toList();
		Source source = type.getAnnotation(Source.class);
		return new Entry(example.type(), type.getAnnotation(Schema.class).description(),
				(source != null) ? source.value() : null, parameters, example.defaultAlphabet(), example);
	}

	private static Parameter parameter(RecordComponent component) {
		Schema schema = Components.schema(component);
		Range range = Components.range(component);
		return new Parameter(component.getName(), component.getType().getSimpleName().toLowerCase(Locale.ROOT),
				schema.description(), Components.isOptional(component),
				schema.defaultValue().isEmpty() ? null : schema.defaultValue(),
				(schema.allowableValues().length > 0) ? List.of(schema.allowableValues()) : null,
				(range != null) ? range.min() : null, (range != null) ? range.max() : null);
	}

}
