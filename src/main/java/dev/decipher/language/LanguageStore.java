package dev.decipher.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import dev.decipher.model.VersionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts of n-grams in the database.
 */
@Repository
class LanguageStore {

	/** As {@code ModelStore} cuts weights. */
	private static final int CHUNK = 1 << 18;

	private final JdbcClient jdbc;

	LanguageStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Stores counts beside their version, in the caller's transaction. */
	void add(VersionId id, boolean spaces, NGramCounts counts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			counts.save(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("memory takes what is written to it", ex);
		}
		byte[] bytes = out.toByteArray();
		for (int from = 0, chunk = 0; from < bytes.length; from += CHUNK, chunk++) {
			this.jdbc.sql("insert into language_ngrams (model, version, spaces, chunk, bytes) values (?, ?, ?, ?, ?)")
				.params(id.model(), id.version(), spaces, chunk,
						Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)))
				.update();
		}
	}

	/**
	 * Reads counts.
	 * @throws IOException if they are not what was stored
	 */
	NGramCounts read(VersionId id, boolean spaces) throws IOException {
		List<byte[]> chunks = this.jdbc
			.sql("select bytes from language_ngrams where model = ? and version = ? and spaces = ? order by chunk")
			.params(id.model(), id.version(), spaces)
			.query(byte[].class)
			.list();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] chunk : chunks) {
			bytes.write(chunk);
		}
		return NGramCounts.load(new ByteArrayInputStream(bytes.toByteArray()));
	}

}
