package dev.decipher.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.decipher.network.Safetensors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Versions and their weights in the database.
 */
@Repository
class ModelStore {

	/** H2 takes no more than 1 MiB in a column; a quarter of it keeps its pages small. */
	private static final int CHUNK = 1 << 18;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ModelStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * A model as it is stored.
	 *
	 * @param revision grows with every change
	 * @param active the number of the active version, or null if there is none
	 * @param versions all versions, in the order of their numbers
	 */
	record Stored(long revision, @Nullable Integer active, List<ModelVersion> versions) {
	}

	/** How often each model was changed. */
	Map<String, Long> revisions() {
		Map<String, Long> revisions = new TreeMap<>();
		this.jdbc.sql("select name, revision from model").query((row) -> {
			revisions.put(row.getString("name"), row.getLong("revision"));
		});
		return revisions;
	}

	/** Whether there is or was a model. */
	boolean exists(String model) {
		return this.jdbc.sql("select count(*) from model where name = ?")
			.param(model)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * A model as it is at one moment.
	 * @return the model, or empty if there never was one
	 */
	Optional<Stored> find(String model) {
		// one statement sees one state
		return this.jdbc.sql("""
				select revision, active_version, version, created_at, job_id, details, size, sha256
				from model left join model_version on model = name where name = ? order by version""")
			.param(model)
			.query((ResultSet rows) -> {
				Stored stored = null;
				while (rows.next()) {
					if (stored == null) {
						stored = new Stored(rows.getLong("revision"), rows.getObject("active_version", Integer.class),
								new ArrayList<>());
					}
					if (rows.getString("sha256") != null) {
						stored.versions().add(version(model, rows));
					}
				}
				return Optional.ofNullable(stored);
			});
	}

	private ModelVersion version(String model, ResultSet row) throws SQLException {
		return new ModelVersion(model, row.getInt("version"), row.getTimestamp("created_at").toInstant(),
				row.getString("job_id"), row.getLong("size"), row.getString("sha256"),
				this.json.readValue(row.getString("details"), VersionDetails.class));
	}

	/** Until the transaction is over, nobody else changes the model. */
	void lock(String model) {
		this.jdbc.sql("select name from model where name = ? for update").param(model).query(String.class).optional();
	}

	/** Adds a version under the model's next number. */
	ModelVersion add(String model, Instant createdAt, @Nullable String job, VersionDetails details,
			Safetensors.File file) {
		int version = nextVersion(model);
		Measured measured = new Measured();
		writeTo(measured, file);
		this.jdbc
			.sql("insert into model_version (model, version, created_at, job_id, details, size, sha256)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(model, version, Timestamp.from(createdAt), job, this.json.writeValueAsString(details),
					measured.size, measured.sha256())
			.update();
		writeTo(new Chunks(model, version), file);
		return new ModelVersion(model, version, createdAt, job, measured.size, measured.sha256(), details);
	}

	private int nextVersion(String model) {
		this.jdbc.sql("insert into model (name) values (?) on conflict do nothing").param(model).update();
		this.jdbc.sql("update model set last_version = last_version + 1 where name = ?").param(model).update();
		return this.jdbc.sql("select last_version from model where name = ?")
			.param(model)
			.query(Integer.class)
			.single();
	}

	private static void writeTo(OutputStream out, Safetensors.File file) {
		try (OutputStream buffered = new BufferedOutputStream(out, CHUNK)) {
			Safetensors.write(file, buffered);
		}
		catch (IOException ex) {
			throw new IllegalStateException("memory and database throw no such exception", ex);
		}
	}

	void activate(String model, @Nullable Integer version) {
		this.jdbc.sql("update model set active_version = ?, revision = revision + 1 where name = ?")
			.params(version, model)
			.update();
	}

	void delete(VersionId id) {
		this.jdbc.sql("update model set revision = revision + 1 where name = ?").param(id.model()).update();
		this.jdbc.sql("delete from model_version where model = ? and version = ?")
			.params(id.model(), id.version())
			.update();
	}

	void deleteAll(String model) {
		activate(model, null);
		this.jdbc.sql("delete from model_version where model = ?").param(model).update();
	}

	/** A version's file, read from the database as it is taken. */
	InputStream open(VersionId id) {
		return new ChunkStream(id);
	}

	/**
	 * Reads a version's weights.
	 * @throws IOException if they are not what was stored
	 */
	Safetensors.File read(ModelVersion version) throws IOException {
		verify(version);
		try (InputStream in = new BufferedInputStream(new ChunkStream(version.id()), CHUNK)) {
			return Safetensors.read(in);
		}
	}

	/**
	 * Compares a version's weights with what was stored.
	 * @throws IOException if they differ
	 */
	void verify(ModelVersion version) throws IOException {
		Measured measured = new Measured();
		try (InputStream in = new ChunkStream(version.id())) {
			in.transferTo(measured);
		}
		if (!measured.sha256().equals(version.sha256())) {
			throw new IOException("its weights have the SHA-256 " + measured.sha256() + " and not " + version.sha256());
		}
	}

	/** Counts and digests what is written, and keeps nothing of it. */
	private static final class Measured extends DigestOutputStream {

		private long size;

		private @Nullable String sha256;

		Measured() {
			super(OutputStream.nullOutputStream(), sha256Digest());
		}

		private static MessageDigest sha256Digest() {
			try {
				return MessageDigest.getInstance("SHA-256");
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("every Java platform has SHA-256", ex);
			}
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			super.write(bytes, offset, length);
			this.size += length;
		}

		String sha256() {
			if (this.sha256 == null) {
				this.sha256 = HexFormat.of().formatHex(getMessageDigest().digest());
			}
			return this.sha256;
		}

	}

	/** Each write of a buffer is a row. */
	private final class Chunks extends OutputStream {

		private final String model;

		private final int version;

		private int count;

		Chunks(String model, int version) {
			this.model = model;
			this.version = version;
		}

		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			for (int from = offset; from < offset + length; from += CHUNK) {
				byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, offset + length));
				ModelStore.this.jdbc.sql("insert into model_weights (model, version, chunk, bytes) values (?, ?, ?, ?)")
					.params(this.model, this.version, this.count++, chunk)
					.update();
			}
		}

	}

	/** Reads one row after another. */
	private final class ChunkStream extends InputStream {

		private final VersionId id;

		private int next;

		private byte[] chunk = {};

		private int position;

		ChunkStream(VersionId id) {
			this.id = id;
		}

		@Override
		public int read() {
			return hasMore() ? this.chunk[this.position++] & 0xff : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			if (length == 0) {
				return 0;
			}
			if (!hasMore()) {
				return -1;
			}
			int count = Math.min(length, this.chunk.length - this.position);
			System.arraycopy(this.chunk, this.position, bytes, offset, count);
			this.position += count;
			return count;
		}

		private boolean hasMore() {
			while (this.position == this.chunk.length) {
				Optional<byte[]> row = ModelStore.this.jdbc
					.sql("select bytes from model_weights where model = ? and version = ? and chunk = ?")
					.params(this.id.model(), this.id.version(), this.next)
					.query(byte[].class)
					.optional();
				if (row.isEmpty()) {
					return false;
				}
				this.next++;
				this.chunk = row.get();
				this.position = 0;
			}
			return true;
		}

	}

}
