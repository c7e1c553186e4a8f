package dev.decipher.language;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import dev.decipher.model.VersionId;
import dev.decipher.storage.Chunks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts of n-grams in the database.
 */
@Repository
class LanguageStore {

	private final Chunks ngrams;

	LanguageStore(JdbcClient jdbc) {
		this.ngrams = new Chunks(jdbc, "language_ngrams", "model", "version", "spaces");
	}

	/** Stores counts beside their version, in the caller's transaction. */
	void add(VersionId id, boolean spaces, NGramCounts counts) {
		try (OutputStream out = this.ngrams.writer(id.model(), id.version(), spaces)) {
			counts.save(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the database throws no such exception", ex);
		}
	}

	/**
	 * Reads counts.
	 * @throws IOException if they are not what was stored
	 */
	NGramCounts read(VersionId id, boolean spaces) throws IOException {
		return NGramCounts.load(this.ngrams.reader(id.model(), id.version(), spaces));
	}

}
