package dev.decipher.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.Lacking;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.model.ModelVersion;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How the symbols of pairs were brought in line that are not simply one for one at the
 * same places.
 *
 * @param ratio how many characters of a ciphertext are a symbol, if they are several
 * @param nulls the ciphertext symbols that mean nothing, null if each means something
 * @param spaces true where one side lacks blanks or punctuation of the other, null else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairAlignment(@Nullable Integer ratio, @Nullable List<String> nulls, @Nullable Boolean spaces) {

	/** Pairs and how they are read. */
	record Aligned(PairTexts texts, EncodedPairs pairs) {

		/** How they were aligned; null if there was nothing to do. */
		@Nullable PairAlignment alignment() {
			List<String> nulls = this.texts.format().layout().nulls();
			Integer ratio = (this.texts.format().symbols() instanceof Tokens tokens && tokens.length() > 1)
					? tokens.length() : null;
			return (ratio != null || nulls != null || this.pairs.isSpaced())
					? new PairAlignment(ratio, nulls, this.pairs.isSpaced() ? true : null) : null;
		}

	}

	/**
	 * Reads pairs as they are or, if these don't match, finds out why.
	 * @throws InvalidInput with pointers into the request
	 */
	static Aligned align(DataRequest asked, PairInput input, @Nullable ModelVersion from, TemporaryFiles files)
			throws IOException {
		Aligner aligner = new Aligner(asked, input, files);
		try {
			return aligner.read(PairTexts.of(asked, input, Lacking.NOTHING, from));
		}
		catch (InvalidInput ex) {
			if (from != null || !aligner.isWellFormed()) {
				throw ex;
			}
			Aligned aligned = aligner.withoutSpaces();
			aligned = (aligned != null) ? aligned : aligner.inRatio();
			aligned = (aligned != null) ? aligned : aligner.withoutNulls();
			if (aligned == null) {
				throw aligner.explained(ex);
			}
			return aligned;
		}
	}

	/** Looks at pairs that don't match as they are, in one way after the other. */
	private static final class Aligner {

		private final DataRequest asked;

		private final PairInput input;

		private final TemporaryFiles files;

		/** The faults of the reading by which the fewest pairs have one. */
		private @Nullable InvalidInput fewest;

		/** Sets of symbols each of which may be the nulls. */
		private final List<String> eitherNulls = new ArrayList<>();

		Aligner(DataRequest asked, PairInput input, TemporaryFiles files) {
			this.asked = asked;
			this.input = input;
			this.files = files;
		}

		Aligned read(PairTexts texts) throws IOException {
			try {
				return new Aligned(texts, EncodedPairs.of(this.input, texts, this.files));
			}
			catch (InvalidInput ex) {
				boolean ofPairs = ex.faults().stream().noneMatch((fault) -> fault.pointer().isEmpty());
				if (ofPairs && (this.fewest == null || ex.faults().size() < this.fewest.faults().size())) {
					this.fewest = ex.under("/data/pairs");
				}
				throw ex.under("/data/pairs");
			}
		}

		/** Whether it is not the rows themselves that are at fault. */
		boolean isWellFormed() throws IOException {
			try {
				this.input.forEach((ciphertext, plaintext) -> {
				});
				return true;
			}
			catch (InvalidInput ex) {
				return false;
			}
		}

		@Nullable Aligned withoutSpaces() throws IOException {
			if (this.asked.isOfAllCharacters()) {
				return null;
			}
			for (Lacking lacking : List.of(Lacking.SPACES, Lacking.PUNCTUATION)) {
				try {
					return read(PairTexts.of(this.asked, this.input, lacking, null));
				}
				catch (InvalidInput ex) {
					// it is not that either
				}
			}
			return null;
		}

		@Nullable Aligned inRatio() throws IOException {
			if (this.asked.ciphertext() != null && this.asked.ciphertext().tokens() != null) {
				return null;
			}
			try {
				PairTexts texts = new RatioSearch(this.asked, this.input).any();
				return (texts != null) ? read(texts) : null;
			}
			catch (InvalidInput ex) {
				return null; // it is not that either
			}
		}

		@Nullable Aligned withoutNulls() throws IOException {
			for (Lacking lacking : this.asked.isOfAllCharacters() ? List.of(Lacking.NOTHING)
					: List.of(Lacking.PUNCTUATION, Lacking.SPACES, Lacking.NOTHING)) {
				try {
					PairTexts texts = withoutNulls(PairTexts.of(this.asked, this.input, lacking, null));
					if (texts != null) {
						return read(texts);
					}
				}
				catch (InvalidInput ex) {
					// it is not that either
				}
			}
			return null;
		}

		private @Nullable PairTexts withoutNulls(PairTexts texts) throws IOException {
			Symbols symbols = texts.format().symbols();
			if (texts.format().layout().key() != null) {
				return null;
			}
			NullSearch search = new NullSearch(symbols.size());
			this.input.forEach((ciphertext, plaintext) -> search.add(symbols.read(ciphertext).symbols(),
					texts.alphabet().read(plaintext).symbols()));
			List<List<String>> found = search.find()
				.stream()
				.map((nulls) -> Arrays.stream(nulls).mapToObj(symbols::symbol).toList())
				.toList();
			if (found.size() != 1) {
				this.eitherNulls.addAll(found.stream().map((nulls) -> String.join(" ", nulls)).toList());
				return null;
			}
			return new PairTexts(texts.alphabet(),
					new CiphertextFormat(symbols, texts.format().layout().with(found.get(0))));
		}

		/**
		 * What is wrong with pairs as they are or, where that is less, by another
		 * reading; with the nulls that would explain it if they were certain.
		 */
		InvalidInput explained(InvalidInput asTheyAre) {
			List<InvalidInput.Fault> faults = new ArrayList<>(
					(this.fewest != null && this.fewest.faults().size() < asTheyAre.faults().size())
							? this.fewest.faults() : asTheyAre.faults());
			if (!this.eitherNulls.isEmpty()) {
				InvalidInput.Fault first = faults.get(0);
				faults.set(0,
						new InvalidInput.Fault(first.pointer(),
								first.detail() + "; either %s or %s may be nulls, and more pairs are needed to tell"
									.formatted(this.eitherNulls.get(0), this.eitherNulls.get(1))));
			}
			return new InvalidInput(faults);
		}

	}

}
