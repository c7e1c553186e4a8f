package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import dev.decipher.alphabet.KnownPairs;
import dev.decipher.problem.InvalidInput;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.HttpMediaTypeNotSupportedException;

/**
 * A file of pairs is read, and alphabets are found for them, or it is refused with its
 * faults. The first byte chooses the media type.
 */
public final class PairFileFuzzer {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final String[] TYPES = { null, "text/csv", "text/tab-separated-values", "application/x-ndjson" };

	private PairFileFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		if (input.length == 0) {
			return;
		}
		byte[] file = Arrays.copyOfRange(input, 1, input.length);
		KnownPairs pairs = new KnownPairs();
		KnownPairs inTokens = new KnownPairs();
		try {
			PairFile.of(() -> new ByteArrayInputStream(file), TYPES[Math.floorMod(input[0], TYPES.length)], null, JSON)
				.forEach((ciphertext, plaintext) -> {
					pairs.add(ciphertext, plaintext);
					inTokens.addInTokens(ciphertext, plaintext);
				});
			pairs.alphabets();
			inTokens.alphabets();
		}
		catch (InvalidInput ex) {
			if (ex.faults().isEmpty()) {
				throw new IllegalStateException("refused without a reason", ex);
			}
		}
		catch (HttpMediaTypeNotSupportedException ex) {
			// its first line tells no format
		}
	}

}
