package dev.decipher.model;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.Symbols;
import dev.decipher.network.MalformedWeightsException;
import dev.decipher.network.Safetensors;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidParameter;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

import org.springframework.stereotype.Service;

/**
 * Makes versions of files of weights. The alphabets are those that the file's metadata
 * names, as this service's own files do, or those that the request names; what a
 * ciphertext has to be like besides, only the metadata tells.
 */
@Service
class WeightsImport {

	/** The metadata's names of the alphabets. */
	static final String ALPHABET = "alphabet";

	static final String CIPHERTEXT = "ciphertext";

	static final String LAYOUT = "layout";

	/** Only in the metadata of what is no cipher. */
	static final String KIND = "kind";

	/**
	 * The share of the heap that weights may take on their way in, and how many copies of
	 * them there are at the worst: those read, the same while they grow, and those that
	 * the registry loads.
	 */
	private static final double MAX_HEAP_SHARE = 0.5;

	private static final int MAX_COPIES = 3;

	private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

	private final ModelRegistry registry;

	private final ProvenanceRecorder provenance;

	private final JsonMapper json;

	private final long limit;

	private final long room;

	private long taken;

	WeightsImport(ModelRegistry registry, ProvenanceRecorder provenance, ModelProperties properties, JsonMapper json) {
		this.registry = registry;
		this.provenance = provenance;
		this.json = json;
		this.limit = properties.maxWeights().toBytes();
		this.room = (long) (MAX_HEAP_SHARE * Runtime.getRuntime().maxMemory() / MAX_COPIES);
	}

	/**
	 * Imports a file as a model's next version.
	 * @param alphabet the plaintext's, by its name or in JSON; null to leave it to the
	 * file
	 * @param ciphertext the ciphertext's, likewise
	 * @param activate whether it becomes the active one; null for yes
	 * @throws InvalidInput at the empty pointer for a file that can't be used
	 * @throws InvalidParameter for an alphabet that can't be, or goes ill with the file
	 * @throws Problem 403 for a further version that a client who is no admin wants
	 * active, 409 for a model that is a language, 413 for a file that is too large, 429
	 * while others fill the memory
	 */
	ModelVersion read(String model, InputStream in, @Nullable String alphabet, @Nullable String ciphertext,
			@Nullable Boolean activate) throws IOException {
		Ancestry ancestry = this.registry.ancestry(model);
		boolean active = ancestry.activates(activate);
		ancestry.requireKind(ModelKind.CIPHER);
		Alphabet named = parameter(ALPHABET, alphabet, Alphabet.class);
		Symbols namedCiphertext = parameter(CIPHERTEXT, ciphertext, Symbols.class);
		try (Room room = new Room()) {
			Safetensors.File file = Safetensors.read(in, (values) -> room.take(values * Float.BYTES));
			if (file.metadata().containsKey(KIND)) {
				throw InvalidInput.at("", "is a language's file, which its n-grams are no part of: train it again");
			}
			VersionDetails details = details(file, named, namedCiphertext);
			return this.registry.add(model, details, file.weights(), active);
		}
		catch (MalformedWeightsException ex) {
			throw InvalidInput.at("", "is no safetensors file that can be used: it " + ex.getMessage());
		}
	}

	private VersionDetails details(Safetensors.File file, @Nullable Alphabet named, @Nullable Symbols namedCiphertext) {
		int plaintextSymbols = file.weights().plaintextSymbols();
		int ciphertextSymbols = file.weights().ciphertextSymbols();
		Alphabet alphabet = agreed(ALPHABET, named, metadata(file.metadata(), ALPHABET, Alphabet.class));
		if (alphabet == null) {
			alphabet = usual(ALPHABET, plaintextSymbols);
		}
		requireSize(ALPHABET, alphabet.size(), named != null, plaintextSymbols, "linear.weight");
		Symbols ciphertext = agreed(CIPHERTEXT, namedCiphertext, metadata(file.metadata(), CIPHERTEXT, Symbols.class));
		CiphertextLayout layout = metadata(file.metadata(), LAYOUT, CiphertextLayout.class);
		if (ciphertext == null) {
			ciphertext = (alphabet.size() == ciphertextSymbols) ? alphabet : usual(CIPHERTEXT, ciphertextSymbols);
		}
		CiphertextFormat format = format(ciphertext, layout);
		requireSize(CIPHERTEXT, format.size(), namedCiphertext != null, ciphertextSymbols, "embedding.weight");
		return VersionDetails.imported(alphabet, format, file.weights().config(), this.provenance.ofImport());
	}

	private static CiphertextFormat format(Symbols ciphertext, @Nullable CiphertextLayout layout) {
		try {
			return new CiphertextFormat(ciphertext, layout);
		}
		catch (InvalidInput ex) {
			throw unusable(LAYOUT, ex);
		}
	}

	private static <S extends Symbols> @Nullable S agreed(String name, @Nullable S parameter, @Nullable S metadata) {
		if (parameter != null && metadata != null && !parameter.equals(metadata)) {
			throw new InvalidParameter(name,
					"is another alphabet than the file's metadata names; leave one of them out");
		}
		return (parameter != null) ? parameter : metadata;
	}

	private static Alphabet usual(String name, int symbols) {
		if (symbols == Alphabet.LATIN26.size()) {
			return Alphabet.LATIN26;
		}
		if (symbols == Alphabet.LATIN27.size()) {
			return Alphabet.LATIN27;
		}
		throw new InvalidParameter(name,
				("must be given: the file's metadata names no %s, and its tensors have %d "
						+ "symbols there; name an alphabet (latin25) or write it as JSON, {\"symbols\": \"...\"}")
					.formatted(name, symbols));
	}

	private static void requireSize(String name, int symbols, boolean parameter, int rows, String tensor) {
		if (symbols != rows) {
			String detail = "has %d symbols, and %s has %d rows".formatted(symbols, tensor, rows);
			throw parameter ? new InvalidParameter(name, detail)
					: InvalidInput.at("", "is no file that can be used: its metadata's " + name + " " + detail);
		}
	}

	private <T> @Nullable T parameter(String name, @Nullable String text, Class<T> type) {
		try {
			return (text != null) ? read(text, type) : null;
		}
		catch (InvalidInput ex) {
			throw new InvalidParameter(name, phrase(ex));
		}
	}

	private <T> @Nullable T metadata(Map<String, String> metadata, String name, Class<T> type) {
		String text = metadata.get(name);
		try {
			return (text != null) ? read(text, type) : null;
		}
		catch (InvalidInput ex) {
			throw unusable(name, ex);
		}
	}

	private static InvalidInput unusable(String name, InvalidInput ex) {
		return InvalidInput.at("", "is no file that can be used: its metadata's " + name + ": " + phrase(ex));
	}

	/** In printable ASCII, since it may repeat what stands in the file. */
	private static String phrase(InvalidInput ex) {
		return ex.faults()
			.stream()
			.map((fault) -> (fault.pointer().isEmpty() ? "" : fault.pointer().substring(1) + " ") + fault.detail())
			.collect(Collectors.joining("; "))
			.replaceAll("[^ -~]", "?");
	}

	/** Reads a name, or JSON as it stands elsewhere for the same. */
	private <T> T read(String text, Class<T> type) {
		try {
			JsonNode node = text.startsWith("{") || text.startsWith("\"") ? this.json.readTree(text)
					: StringNode.valueOf(text);
			T value = this.json.treeToValue(node, type);
			if (value != null) {
				return value;
			}
			throw InvalidInput.at("", "must not be null");
		}
		catch (JacksonException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof InvalidInput invalid) {
					throw invalid;
				}
			}
			throw InvalidInput.at("",
					(type == CiphertextLayout.class) ? "must be an object with key, length, block or nulls"
							: "must be the name of an alphabet or an object with its symbols");
		}
	}

	/** Bytes of the heap, kept for one import until it is done. */
	private final class Room implements AutoCloseable {

		private long bytes;

		void take(long wanted) {
			long most = Math.min(WeightsImport.this.limit, WeightsImport.this.room);
			if (wanted > most) {
				throw Problem.tooLarge("the file holds %,d MB of weights, and at most %,d MB are taken"
					.formatted(wanted >> 20, most >> 20));
			}
			synchronized (WeightsImport.this) {
				if (WeightsImport.this.taken + wanted > WeightsImport.this.room) {
					throw Problem.tooManyRequests("other imports fill the memory; try again later", RETRY_AFTER);
				}
				WeightsImport.this.taken += wanted;
				this.bytes = wanted;
			}
		}

		@Override
		public void close() {
			synchronized (WeightsImport.this) {
				WeightsImport.this.taken -= this.bytes;
			}
		}

	}

}
