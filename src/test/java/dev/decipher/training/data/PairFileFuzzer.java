package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import dev.decipher.alphabet.KnownPairs;
import dev.decipher.problem.InvalidInput;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of pairs is read, and alphabets are found for them, or it is refused with its
 * faults.
 */
public final class PairFileFuzzer {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private PairFileFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		KnownPairs pairs = new KnownPairs();
		KnownPairs inTokens = new KnownPairs();
		try {
			new PairFile(() -> new ByteArrayInputStream(input), JSON).forEach((ciphertext, plaintext) -> {
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
	}

}
