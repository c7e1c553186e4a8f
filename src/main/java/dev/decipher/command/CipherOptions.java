package dev.decipher.command;

import dev.decipher.problem.InvalidInput;
import dev.decipher.system.RequestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A cipher with its key, and how it reads a text. */
public final class CipherOptions {

	@Option(names = "--cipher", paramLabel = "JSON|TYPE",
			description = "The cipher with its key, as {\"type\": \"caesar\", \"shift\": 3}; the type alone will do "
					+ "for one that has no key, as rot13. docs/ciphers.md has them all")
	private @Nullable String cipher;

	@Option(names = "--alphabet", paramLabel = "NAME|JSON",
			description = "The plaintext's alphabet, as latin27 or {\"symbols\": \"ABC\"}; the cipher's own by default")
	private @Nullable String alphabet;

	@Option(names = "--characters", paramLabel = "RULE",
			description = "all makes every character a symbol, blanks and line breaks too")
	private @Nullable String characters;

	public boolean isGiven() {
		return this.cipher != null;
	}

	/**
	 * The beginning of a request with a text.
	 * @throws InvalidInput if something that should be JSON is none
	 */
	public ObjectNode request(String text, RequestReader reader) {
		ObjectNode request = reader.json().createObjectNode();
		request.put("text", text);
		request.set("cipher", InvalidInput.under("/cipher", () -> cipher(this.cipher, reader)));
		request.set("alphabet", InvalidInput.under("/alphabet", () -> reader.value(this.alphabet)));
		request.put("characters", this.characters);
		return request;
	}

	/**
	 * A cipher as people write it: JSON, or a type alone.
	 * @throws InvalidInput if it begins as JSON, and is none
	 */
	public static @Nullable JsonNode cipher(@Nullable String text, RequestReader reader) {
		JsonNode value = reader.value(text);
		return (value != null && value.isString()) ? reader.json().createObjectNode().set("type", value) : value;
	}

}
