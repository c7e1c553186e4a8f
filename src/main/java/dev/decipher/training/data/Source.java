package dev.decipher.training.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.job.JobData;
import dev.decipher.model.ModelVersion;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamSource;

/**
 * The source that a plan learns from. Its JSON is a part of the job's request; the fields
 * tell which source it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({ @JsonSubTypes.Type(CipherSource.class), @JsonSubTypes.Type(PairsSource.class),
		@JsonSubTypes.Type(CorpusSource.class) })
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Source permits CipherSource, PairsSource, CorpusSource {

	/**
	 * Stands for pairs or for a text, which are stored beside the job.
	 *
	 * @param header false where the pairs' file had no header, null else
	 */
	record Stored(long count, String sha256, @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Boolean header) {

		Stored(long count, String sha256) {
			this(count, sha256, null);
		}

		/** Makes sure that what was sent again is what this stands for. */
		void requireSame(Stored sent, String what, VersionId version) {
			if (this.count != sent.count || !this.sha256.equals(sent.sha256)) {
				throw other(what, version, "their SHA-256 is %s and not %s".formatted(sent.sha256, this.sha256));
			}
		}

		static Problem other(String what, VersionId version, String reason) {
			return Problem.conflict("these aren't the %s that %s was trained on: %s".formatted(what, version, reason));
		}

		static Problem missing(String what, VersionId version) {
			return Problem
				.conflict("the %s that %s was trained on aren't kept: send them again".formatted(what, version));
		}

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
			InvalidInput.throwIf(asked.pairs() != null, "/data/pairs",
					"must be left out, since the pairs are in a part of their own");
		}
		if (upload.corpus() != null) {
			InvalidInput.throwIf(asked.corpus() != null, "/data/corpus",
					"must be left out, since the text is in a part of its own");
		}
		PairInput pairs = (asked.pairs() != null) ? PairInput.of(asked.pairs()) : upload.pairs();
		String text = asked.corpus();
		InputStreamSource corpus = (text != null) ? Upload.textOf(text) : upload.corpus();
		InvalidInput.throwIf(Stream.of(asked.cipher(), pairs, corpus).filter(Objects::nonNull).count() != 1, "/data",
				"must have exactly one of cipher, pairs and corpus");
		return (corpus != null) ? CorpusSource.plan(asked, corpus)
				: (pairs != null) ? PairsSource.plan(asked, pairs, from, files)
						: CipherSource.plan(asked, Objects.requireNonNull(asked.cipher()), from, seed);
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

	/**
	 * Gets ready to train once more on what a version was trained on.
	 * @param upload what is too large to be kept in a request, sent again
	 * @param version for messages
	 * @throws InvalidInput for what the source doesn't take
	 * @throws Problem 409 where the upload is missing, or another than it was
	 */
	Planned again(Upload upload, VersionId version, TemporaryFiles files) throws IOException;

	/** Opens the source for training. */
	TrainingData open(InputStream stored, long seed, TemporaryFiles files) throws IOException;

}
