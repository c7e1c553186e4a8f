package dev.decipher.training.data;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.model.ModelVersion;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How the symbols of pairs were brought in line that are not simply one for one at the
 * same places.
 *
 * @param spaces true where one side lacks blanks or punctuation of the other, null else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairAlignment(@Nullable Boolean spaces) {

	/** Pairs and how they are read. */
	record Aligned(PairTexts texts, EncodedPairs pairs) {

		/** How they were aligned; null if there was nothing to do. */
		@Nullable PairAlignment alignment() {
			return this.pairs.isSpaced() ? new PairAlignment(true) : null;
		}

	}

	/**
	 * Reads pairs as they are or, if these don't match, finds out why.
	 * @throws InvalidInput with pointers into the request
	 */
	static Aligned align(DataRequest asked, PairInput input, @Nullable ModelVersion from, TemporaryFiles files)
			throws IOException {
		try {
			return read(asked, input, KnownPairs.Lacking.NOTHING, from, files);
		}
		catch (InvalidInput ex) {
			if (from != null || !isWellFormed(input)) {
				throw ex;
			}
			for (KnownPairs.Lacking lacking : List.of(KnownPairs.Lacking.SPACES, KnownPairs.Lacking.PUNCTUATION)) {
				try {
					return read(asked, input, lacking, null, files);
				}
				catch (InvalidInput other) {
					// neither did that
				}
			}
			throw ex;
		}
	}

	private static Aligned read(DataRequest asked, PairInput input, KnownPairs.Lacking lacking,
			@Nullable ModelVersion from, TemporaryFiles files) throws IOException {
		PairTexts texts = PairTexts.of(asked, input, lacking, from);
		try {
			return new Aligned(texts, EncodedPairs.of(input, texts, files));
		}
		catch (InvalidInput ex) {
			throw ex.under("/data/pairs");
		}
	}

	/** Whether it is not the rows themselves that are at fault. */
	private static boolean isWellFormed(PairInput input) throws IOException {
		try {
			input.forEach((ciphertext, plaintext) -> {
			});
			return true;
		}
		catch (InvalidInput ex) {
			return false;
		}
	}

}
