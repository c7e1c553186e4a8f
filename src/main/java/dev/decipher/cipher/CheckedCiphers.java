package dev.decipher.cipher;

import java.util.Collection;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.impl.AsPropertyTypeDeserializer;
import tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder;

/**
 * Reads ciphers from JSON by their type, and holds each to what is declared of its
 * parameters, as if its constructor did.
 */
final class CheckedCiphers extends StdTypeResolverBuilder {

	@Override
	public TypeDeserializer buildTypeDeserializer(DeserializationContext context, JavaType base,
			Collection<NamedType> subtypes) {
		return new Checking((AsPropertyTypeDeserializer) super.buildTypeDeserializer(context, base, subtypes), null);
	}

	private static final class Checking extends AsPropertyTypeDeserializer {

		Checking(AsPropertyTypeDeserializer source, @Nullable BeanProperty property) {
			super(source, property);
		}

		@Override
		public TypeDeserializer forProperty(BeanProperty property) {
			return new Checking(this, property);
		}

		@Override
		public Object deserializeTypedFromObject(JsonParser parser, DeserializationContext context) {
			Object value = super.deserializeTypedFromObject(parser, context);
			try {
				Components.check((Cipher) value);
				return value;
			}
			catch (InvalidInput ex) {
				throw ValueInstantiationException.from(parser, ex.getMessage(), this._baseType, ex);
			}
		}

	}

}
