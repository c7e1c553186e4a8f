package dev.decipher.system;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Iterator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Tells the API's description what a record's Java says already: a component that isn't
 * {@code @Nullable} is always there, and {@code @Range} has bounds.
 */
class RecordSchemas implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		if (resolved == null || type.getType() == null) {
			return resolved;
		}
		Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
		if (raw.isRecord()) {
			Schema<?> schema = (resolved.get$ref() != null) ? context.getDefinedModels()
				.get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1)) : resolved;
			if (schema != null && schema.getProperties() != null) {
				describe(raw, schema);
			}
		}
		return resolved;
	}

	private static void describe(Class<?> type, Schema<?> schema) {
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				describe(component.getType(), schema);
				continue;
			}
			JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
			String name = (named != null && !named.value().isEmpty()) ? named.value() : component.getName();
			Schema<?> property = schema.getProperties().get(name);
			if (property == null) {
				continue;
			}
			io.swagger.v3.oas.annotations.media.Schema said = component.getAccessor()
				.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
			boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class) || (said != null
					&& said.requiredMode() == io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED);
			if (!optional && (schema.getRequired() == null || !schema.getRequired().contains(name))) {
				schema.addRequiredItem(name);
			}
			Range range = component.getAccessor().getAnnotation(Range.class);
			if (range != null) {
				property.setMinimum(BigDecimal.valueOf(range.min()));
				property.setMaximum(BigDecimal.valueOf(range.max()));
			}
		}
	}

}
