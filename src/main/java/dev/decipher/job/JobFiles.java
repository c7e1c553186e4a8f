package dev.decipher.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Parts of a job that are not in its row: the data it was given to work on and its
 * checkpoint, both of any size and kept until it ends, and its history. All of it is
 * written in the caller's transaction.
 */
class JobFiles {

	/** The epoch of a job's checkpoint, in statements with a parameter {@code id}. */
	static final String CHECKPOINT_EPOCH = "(select max(epoch) from job_checkpoint where job_id = :id)";

	/** The stored format doesn't depend on the settings of the one that clients see. */
	private final JsonMapper json = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final Chunks data;

	private final Chunks checkpoints;

	JobFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.data = new Chunks(jdbc, "job_data", "job_id");
		this.checkpoints = new Chunks(jdbc, "job_checkpoint", "job_id", "epoch");
	}

	void addData(String id, JobData data) {
		write(data, this.data.writer(id));
	}

	private static void write(JobData data, OutputStream chunks) {
		try (chunks) {
			data.writeTo(chunks);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A chunk of a job's data, or null behind the last one. */
	byte @Nullable [] data(String id, int chunk) {
		return this.data.chunk(chunk, id);
	}

	void addCheckpoint(String id, int epoch, byte[] state) {
		deleteCheckpoints("=", id, epoch); // where the epoch was run once more
		write((out) -> out.write(state), this.checkpoints.writer(id, epoch));
	}

	void deleteOtherCheckpoints(String id, int epoch) {
		deleteCheckpoints("<>", id, epoch);
	}

	private void deleteCheckpoints(String comparison, String id, int epoch) {
		this.jdbc.sql("delete from job_checkpoint where job_id = :id and epoch " + comparison + " :epoch")
			.param("id", id)
			.param("epoch", epoch)
			.update();
	}

	/** A job's checkpoint, or null if there is none. */
	@Nullable Checkpoint checkpoint(String id) {
		return this.jdbc.sql("""
				select epoch, sum(octet_length(bytes)) from job_checkpoint where job_id = :id
				group by epoch""")
			.param("id", id)
			.query((row, n) -> new Checkpoint(row.getInt(1), state(id, row.getInt(1), row.getInt(2))))
			.optional()
			.orElse(null);
	}

	private byte[] state(String id, int epoch, int size) {
		byte[] state = new byte[size];
		try {
			this.checkpoints.reader(id, epoch).readNBytes(state, 0, size);
			return state;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void addPoint(String id, int epoch, Object point) {
		// where it was stored before, and the answer was lost
		this.jdbc.sql("delete from job_history where job_id = :id and epoch = :epoch")
			.param("id", id)
			.param("epoch", epoch)
			.update();
		this.jdbc.sql("insert into job_history (job_id, epoch, point) values (:id, :epoch, :point)")
			.param("id", id)
			.param("epoch", epoch)
			.param("point", this.json.writeValueAsString(point))
			.update();
	}

	List<JsonNode> history(String id) {
		return this.jdbc.sql("select point from job_history where job_id = :id order by epoch")
			.param("id", id)
			.query((row, n) -> this.json.readTree(row.getString(1)))
			.list();
	}

	void deleteHistoryPastCheckpoint(String id) {
		this.jdbc.sql("delete from job_history where job_id = :id and epoch > coalesce(" + CHECKPOINT_EPOCH + ", 0)")
			.param("id", id)
			.update();
	}

	/** Deletes data and checkpoint, which only the work needed. */
	void deleteWork(String id) {
		for (String table : List.of("job_data", "job_checkpoint")) {
			this.jdbc.sql("delete from " + table + " where job_id = :id").param("id", id).update();
		}
	}

}
