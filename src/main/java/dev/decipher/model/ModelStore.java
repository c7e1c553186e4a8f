package dev.decipher.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.decipher.network.Safetensors;
import dev.decipher.network.Weights;
import dev.decipher.storage.Chunks;
import dev.decipher.storage.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions and their weights in the database. */
@Repository
class ModelStore {

	private final JdbcClient jdbc;

	private final Chunks weights;

	private final ActivationHistory history;

	private final JsonMapper json;

	ModelStore(JdbcClient jdbc, ActivationHistory history, JsonMapper json) {
		this.jdbc = jdbc;
		this.weights = new Chunks(jdbc, "model_weights", "model", "version");
		this.history = history;
		this.json = json;
	}

	/**
	 * A model as it is stored.
	 *
	 * @param revision grows with every change
	 * @param active the number of the active version, or null if there is none
	 * @param versions all versions, in the order of their numbers
	 * @param aliases the number of each one's version
	 */
	record Stored(long revision, @Nullable Integer active, List<ModelVersion> versions,
			SortedMap<String, Integer> aliases) {
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
	 * A model as it is at one moment, or empty if there never was one. Its aliases may be
	 * newer than the rest, and then its revision is soon found to be.
	 */
	Optional<Stored> find(String model) {
		// one statement sees one state
		Optional<Stored> found = this.jdbc.sql("""
				select revision, active_version, version, created_at, job_id, description, tags, details, size, sha256
				from model left join model_version on model = name where name = ? order by version""")
			.param(model)
			.query((ResultSet rows) -> {
				Stored stored = null;
				while (rows.next()) {
					if (stored == null) {
						stored = new Stored(rows.getLong("revision"), rows.getObject("active_version", Integer.class),
								new ArrayList<>(), new TreeMap<>());
					}
					if (rows.getString("sha256") != null) {
						stored.versions().add(version(model, rows));
					}
				}
				return Optional.ofNullable(stored);
			});
		found.ifPresent((stored) -> stored.aliases().putAll(aliases(model)));
		return found;
	}

	private ModelVersion version(String model, ResultSet row) throws SQLException {
		String tags = row.getString("tags");
		return new ModelVersion(model, row.getInt("version"), row.getTimestamp("created_at").toInstant(),
				row.getString("job_id"), row.getLong("size"), row.getString("sha256"), row.getString("description"),
				(tags != null) ? List.of(this.json.readValue(tags, String[].class)) : null,
				this.json.readValue(row.getString("details"), VersionDetails.class));
	}

	private SortedMap<String, Integer> aliases(String model) {
		SortedMap<String, Integer> aliases = new TreeMap<>();
		this.jdbc.sql("select alias, version from model_alias where model = ?").param(model).query((row) -> {
			aliases.put(row.getString("alias"), row.getInt("version"));
		});
		return aliases;
	}

	/** The {@code from} of each version's request that has one. */
	List<JsonNode> origins() {
		return this.jdbc.sql("select details from model_version where details like '%\"from\"%'")
			.query(String.class)
			.list() // a stream would keep its connection
			.stream()
			.map((details) -> this.json.readTree(details).at("/request/from"))
			.toList();
	}

	/** Until the transaction is over, nobody else changes the model. */
	void lock(String model) {
		this.jdbc.sql("select name from model where name = ? for update").param(model).query(String.class).optional();
	}

	/** Adds a version under the model's next number. */
	ModelVersion add(String model, Instant createdAt, @Nullable String job, VersionDetails details,
			Safetensors.File file) {
		int version = nextVersion(model);
		Sha256 measured = new Sha256();
		writeTo(new BufferedOutputStream(measured, Chunks.SIZE), file);
		String sha256 = measured.hex();
		this.jdbc
			.sql("insert into model_version (model, version, created_at, job_id, details, size, sha256)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(model, version, Timestamp.from(createdAt))
			.param(job)
			.params(this.json.writeValueAsString(details), measured.size(), sha256)
			.update();
		writeTo(this.weights.writer(model, version), file);
		return new ModelVersion(model, version, createdAt, job, measured.size(), sha256, null, null, details);
	}

	private int nextVersion(String model) {
		this.jdbc.sql("insert into model (name) values (?) on conflict do nothing").param(model).update();
		this.jdbc.sql("update model set last_version = last_version + 1, revision = revision + 1 where name = ?")
			.param(model)
			.update();
		return this.jdbc.sql("select last_version from model where name = ?")
			.param(model)
			.query(Integer.class)
			.single();
	}

	private static void writeTo(OutputStream out, Safetensors.File file) {
		try (out) {
			Safetensors.write(file, out);
		}
		catch (IOException ex) {
			throw new IllegalStateException("memory and database throw no such exception", ex);
		}
	}

	/** Whether a model has an active version. */
	boolean hasActive(String model) {
		return this.jdbc.sql("select 1 from model where name = ? and active_version is not null")
			.param(model)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	void activate(String model, int version, ActivationCause cause, @Nullable String job) {
		setActive(model, version);
		this.history.add(model, version, cause, job);
	}

	private void setActive(String model, @Nullable Integer version) {
		this.jdbc.sql("update model set active_version = ?, revision = revision + 1 where name = ?")
			.param(version)
			.param(model)
			.update();
	}

	private void touch(String model) {
		this.jdbc.sql("update model set revision = revision + 1 where name = ?").param(model).update();
	}

	/** Says something of a version, or nothing more. */
	void describe(VersionId id, @Nullable String description, @Nullable List<String> tags) {
		touch(id.model());
		this.jdbc.sql("update model_version set description = ?, tags = ? where model = ? and version = ?")
			.param(description)
			.param((tags != null) ? this.json.writeValueAsString(tags) : null)
			.params(id.model(), id.version())
			.update();
	}

	/** Gives a version an alias, which another one may have had. */
	void addAlias(VersionId id, String alias) {
		deleteAlias(id.model(), alias);
		this.jdbc.sql("insert into model_alias (model, alias, version) values (?, ?, ?)")
			.params(id.model(), alias, id.version())
			.update();
	}

	void deleteAlias(String model, String alias) {
		touch(model);
		this.jdbc.sql("delete from model_alias where model = ? and alias = ?").params(model, alias).update();
	}

	void delete(VersionId id) {
		touch(id.model());
		this.jdbc.sql("delete from model_version where model = ? and version = ?")
			.params(id.model(), id.version())
			.update();
	}

	void deleteAll(String model) {
		setActive(model, null);
		this.jdbc.sql("delete from model_alias where model = ?").param(model).update();
		this.jdbc.sql("delete from model_version where model = ?").param(model).update();
		this.history.delete(model);
	}

	/** A version's file, read from the database as it is taken. */
	InputStream open(VersionId id) {
		return this.weights.reader(id.model(), id.version());
	}

	/**
	 * Reads a version's weights.
	 * @throws IllegalStateException if they are not what was stored
	 */
	Weights weights(ModelVersion version) {
		try {
			verify(version);
			return Safetensors.read(open(version.id())).weights();
		}
		catch (IOException ex) {
			throw new IllegalStateException(version.id() + " can't be read", ex);
		}
	}

	/**
	 * Compares a version's weights with what was stored.
	 * @throws IOException if they differ
	 */
	void verify(ModelVersion version) throws IOException {
		Sha256 measured = new Sha256();
		open(version.id()).transferTo(measured);
		String sha256 = measured.hex();
		if (!sha256.equals(version.sha256())) {
			throw new IOException("its weights have the SHA-256 " + sha256 + " and not " + version.sha256());
		}
	}

}
