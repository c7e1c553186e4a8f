package dev.decipher.training;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.decipher.command.CipherOptions;
import dev.decipher.command.TextArgument;
import dev.decipher.problem.InvalidInput;
import dev.decipher.system.RequestReader;
import dev.decipher.training.data.PairFile;
import dev.decipher.training.data.Upload;
import jakarta.validation.groups.Default;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a command is to train, as a request over HTTP has it. */
final class TrainOptions {

	/** As much as a body may have over HTTP. */
	private static final int MAX_REQUEST_BYTES = 128 << 20;

	@Option(names = "--model", paramLabel = "NAME", description = "The model that gets the new version")
	private @Nullable String model;

	@Option(names = "--cipher", paramLabel = "JSON|TYPE",
			description = "The cipher to learn, as {\"type\": \"vigenere\", \"key\": \"LEMON\"}")
	private @Nullable String cipher;

	@Option(names = "--pairs", paramLabel = "FILE", description = "Known pairs to learn from: CSV or TSV with a header "
			+ "ciphertext,plaintext, or NDJSON with these keys")
	private @Nullable String pairs;

	@Option(names = "--corpus", paramLabel = "FILE", description = "A text to learn a language from")
	private @Nullable String corpus;

	@Option(names = "--max-seconds", paramLabel = "SECONDS", description = "Training ends after so many seconds")
	private @Nullable Integer maxSeconds;

	@Option(names = "--request", paramLabel = "FILE|-",
			description = "JSON with any of what POST /train takes; the options go before it")
	private @Nullable String request;

	/**
	 * The request.
	 * @throws InvalidInput as over HTTP
	 */
	TrainRequest request(RequestReader reader) {
		InvalidInput.throwIf(this.pairs != null && this.corpus != null, "/corpus", "must be left out, or else --pairs");
		ObjectNode all = file(reader);
		if (this.model != null) {
			all.put("model", this.model);
		}
		if (this.cipher != null) {
			JsonNode value = InvalidInput.under("/cipher", () -> CipherOptions.cipher(this.cipher, reader));
			part(all, "data").set("cipher", value);
		}
		if (this.maxSeconds != null) {
			part(all, "training").put("maxSeconds", this.maxSeconds);
		}
		boolean upload = this.pairs != null || this.corpus != null;
		InvalidInput.throwIf(!upload && !all.has("data"), "/cipher",
				"must be given, or --pairs, --corpus or a --request with data");
		return upload ? reader.read(all, TrainRequest.class)
				: reader.read(all, TrainRequest.class, Default.class, TrainRequest.Whole.class);
	}

	private ObjectNode file(RequestReader reader) {
		String file = this.request;
		if (file == null) {
			return reader.json().createObjectNode();
		}
		JsonNode read = InvalidInput.under("/request",
				() -> reader.tree(TextArgument.read(file, "", MAX_REQUEST_BYTES)));
		if (read instanceof ObjectNode object) {
			return object;
		}
		throw InvalidInput.at("/request", "must be a JSON object");
	}

	private static ObjectNode part(ObjectNode all, String name) {
		return (all.get(name) instanceof ObjectNode part) ? part : all.putObject(name);
	}

	/**
	 * The file that goes with it.
	 * @throws InvalidInput if it isn't there
	 */
	Upload upload(JsonMapper json) {
		if (this.pairs != null) {
			Path file = TextArgument.path(this.pairs, "/pairs");
			return new Upload(new PairFile(() -> Files.newInputStream(file), json), null);
		}
		if (this.corpus != null) {
			Path file = TextArgument.path(this.corpus, "/corpus");
			return new Upload(null, () -> Files.newInputStream(file));
		}
		return Upload.NONE;
	}

}
