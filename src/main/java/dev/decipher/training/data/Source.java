package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.job.JobData;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The source that a plan learns from. Its JSON is a part of the job's request; the fields
 * tell which source it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({ @JsonSubTypes.Type(CipherSource.class), @JsonSubTypes.Type(PairsSource.class),
		@JsonSubTypes.Type(CorpusSource.class) })
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Source permits CipherSource, PairsSource, CorpusSource {

	/** Stands for pairs or for a text, which are stored beside the job. */
	record Stored(long count, String sha256) {
	}

	/**
	 * A source with what belongs to it but is too large for a job's request.
	 *
	 * @param stored pairs or a corpus as a job stores them, or null for a cipher
	 * @param pairs how many pairs there are, 0 where messages are made
	 * @param longest positions of the longest input
	 */
	record Planned(Source source, @Nullable JobData stored, int pairs, int longest) implements Closeable {

		@Override
		public void close() throws IOException {
			if (this.stored instanceof Closeable closeable) {
				closeable.close();
			}
		}

	}

	/**
	 * Plans the one source that a request has, and draws a key that is left to chance.
	 * @param files where pairs go until the job is stored
	 * @throws InvalidInput with a pointer to each place of the request that can't work
	 */
	static Planned plan(DataRequest asked, Upload upload, @Nullable ModelVersion from, long seed, TemporaryFiles files)
			throws IOException {
		if (upload.pairs() != null) {
			requireAbsent("/data/pairs", asked.pairs(), "must be left out, since the pairs are in a part of their own");
		}
		if (upload.corpus() != null) {
			requireAbsent("/data/corpus", asked.corpus(), "must be left out, since the text is in a part of its own");
		}
		PairInput pairs = (asked.pairs() != null) ? PairInput.of(asked.pairs()) : upload.pairs();
		String text = asked.corpus();
		Upload.Content corpus = (text != null) ? () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
				: upload.corpus();
		if (Stream.of(asked.cipher(), pairs, corpus).filter(Objects::nonNull).count() != 1) {
			throw InvalidInput.at("/data", "must have exactly one of cipher, pairs and corpus");
		}
		return (corpus != null) ? CorpusSource.plan(asked, corpus)
				: (pairs != null) ? PairsSource.plan(asked, pairs, from, files)
						: CipherSource.plan(asked, Objects.requireNonNull(asked.cipher()), from, seed);
	}

	static void requireAbsent(String pointer, @Nullable Object value, String reason) {
		if (value != null) {
			throw InvalidInput.at(pointer, reason);
		}
	}

	/** The plaintext's alphabet; of a corpus the letters. */
	Alphabet alphabet();

	/** How a ciphertext becomes what the network reads. */
	CiphertextFormat format();

	/** The symbols that the network writes. */
	default Alphabet plaintextAlphabet() {
		return alphabet();
	}

	/**
	 * Positions that a message takes in a batch at most.
	 * @param curriculum whether several short messages may stand in place of one
	 */
	default int positions(int longest, boolean curriculum) {
		return longest;
	}

	/** Opens the source for training. */
	TrainingData open(InputStream stored, long seed, TemporaryFiles files) throws IOException;

	/**
	 * Makes sure that a version reads and writes what this source has.
	 * @throws InvalidInput with pointers into the request
	 */
	default void requireFormatOf(ModelVersion from) {
		if (!alphabet().equals(from.details().alphabet())) {
			throw InvalidInput.at("/data/alphabet", "must be the one of " + from.id());
		}
		if (!format().symbols().equals(from.details().ciphertextAlphabet())) {
			throw InvalidInput.at((this instanceof CipherSource) ? "/data/cipher" : "/data/ciphertext",
					"must have the ciphertext symbols of " + from.id());
		}
		requireLayout(format().layout(), from.details().format().layout(), from.id());
	}

	static void requireLayout(CiphertextLayout layout, CiphertextLayout before, VersionId from) {
		CiphertextLayout.KeyPrefix key = before.key();
		if (!Objects.equals(layout.key(), key)) {
			throw InvalidInput.at("/data/cipher", (key != null)
					? "must have any key of %d to %d symbols, as %s has it".formatted(key.min(), key.max(), from)
					: "must have one key for all messages, as " + from + " has it");
		}
		if (!Objects.equals(layout.length(), before.length()) || !Objects.equals(layout.block(), before.block())) {
			boolean both = layout.length() != null && before.length() != null;
			String lengths = (before.length() != null) ? "of exactly " + before.length() + " symbols"
					: (before.block() != null) ? "of whole blocks of " + before.block() + " symbols" : "of any length";
			throw InvalidInput.at(both ? "/data/messageLength" : "/data/cipher",
					"must give messages " + lengths + ", which " + from + " reads");
		}
	}

}
