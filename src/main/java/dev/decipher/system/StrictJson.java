package dev.decipher.system;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads JSON as it was meant: nothing unknown, nothing twice, nothing turned into
 * something else. Left to its defaults, Jackson would take {@code "7"} and {@code 7.9}
 * for 7, and train a network that nobody asked for.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

	@Bean
	JsonMapperBuilderCustomizer strictJsonCustomizer() {
		return StrictJson::configure;
	}

	/** A mapper of the same strictness, for what is no part of the running service. */
	static JsonMapper mapper() {
		JsonMapper.Builder builder = JsonMapper.builder();
		configure(builder);
		return builder.build();
	}

	private static void configure(JsonMapper.Builder builder) {
		builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
					DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
					DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.withCoercionConfigDefaults(
					(config) -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail));
		refuse(builder, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float,
				CoercionInputShape.Boolean);
		refuse(builder, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float,
				CoercionInputShape.String);
		refuse(builder, LogicalType.Integer, CoercionInputShape.Float, CoercionInputShape.String,
				CoercionInputShape.Boolean);
		refuse(builder, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.Boolean);
		builder.addModule(new SimpleModule("strict").addDeserializer(String.class, new WholeText())
			.addDeserializer(double.class, new FiniteNumber(double.class))
			.addDeserializer(Double.class, new FiniteNumber(Double.class)));
	}

	private static void refuse(JsonMapper.Builder builder, LogicalType type, CoercionInputShape... shapes) {
		builder.withCoercionConfig(type, (config) -> {
			for (CoercionInputShape shape : shapes) {
				config.setCoercion(shape, CoercionAction.Fail);
			}
			config.setCoercion(CoercionInputShape.EmptyString,
					(type == LogicalType.Textual) ? CoercionAction.TryConvert : CoercionAction.Fail);
		});
	}

	/**
	 * A text without lone surrogates. The escape {@code \ud800} is well-formed JSON and
	 * no character: it could be neither learned nor sent back.
	 */
	private static final class WholeText extends StdScalarDeserializer<String> {

		private WholeText() {
			super(String.class);
		}

		@Override
		public String deserialize(JsonParser parser, DeserializationContext context) {
			String text = StringDeserializer.instance.deserialize(parser, context);
			for (int i = 0; i < text.length(); i++) {
				if (Character.isSurrogate(text.charAt(i))) {
					if (Character.charCount(text.codePointAt(i)) == 1) {
						throw InvalidInput.at("", "has half a surrogate pair at position " + i);
					}
					i++;
				}
			}
			return text;
		}

	}

	/** A number that a double can hold: {@code 1e999} would be infinite. */
	private static final class FiniteNumber extends StdScalarDeserializer<Double> {

		private FiniteNumber(Class<Double> type) {
			super(type);
		}

		@Override
		public Double deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && !parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
				return (Double) context.handleUnexpectedToken(context.constructType(handledType()), parser);
			}
			double number = parser.getDoubleValue();
			if (!Double.isFinite(number)) {
				throw InvalidInput.at("", "must be a finite number");
			}
			return number;
		}

		@Override
		public @Nullable Object getNullValue(DeserializationContext context) {
			return handledType().isPrimitive() ? context.reportInputMismatch(this, "Cannot map `null` into a number")
					: null;
		}

	}

}
