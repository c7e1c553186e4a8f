package dev.decipher.alphabet;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes an alphabet by its name or as an object. {@code @JsonValue} would do, were it
 * not that the API's description then takes the alphabet for whatever that returns.
 */
final class AlphabetSerializer extends StdSerializer<Alphabet> {

	AlphabetSerializer() {
		super(Alphabet.class);
	}

	@Override
	public void serialize(Alphabet alphabet, JsonGenerator json, SerializationContext context) {
		String name = alphabet.name();
		if (name != null) {
			json.writeString(name);
			return;
		}
		json.writeStartObject();
		json.writeStringProperty("symbols", alphabet.symbols());
		if (!alphabet.isForeignPassedThrough()) {
			json.writeStringProperty("foreign", alphabet.symbol(alphabet.foreignIndex()));
		}
		json.writeEndObject();
	}

}
