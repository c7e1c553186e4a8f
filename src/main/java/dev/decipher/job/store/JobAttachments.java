package dev.decipher.job.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import dev.decipher.job.Checkpoint;
import dev.decipher.job.JobData;
import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is kept of a job beside its row: the data it was given to work on and its
 * checkpoint, both of any size and kept until it ends, and its history. All of it is
 * written in the caller's transaction.
 */
@Component
public class JobAttachments {

	/**
	 * The last point that a checkpoint covers; to be formatted with the SQL of a job's
	 * id.
	 */
	static final String CHECKPOINT_POINT = "(select max(epoch) from job_checkpoint where job_id = %s)";

	/** The stored format doesn't depend on the settings of the one that clients see. */
	private final JsonMapper json = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final Chunks data;

	private final Chunks checkpoints;

	JobAttachments(JdbcClient jdbc) {
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
	public byte @Nullable [] data(String id, int chunk) {
		return this.data.chunk(chunk, id);
	}

	void addCheckpoint(String id, int point, byte[] state) {
		deleteCheckpoints("=", id, point); // where the work came by once more
		write((out) -> out.write(state), this.checkpoints.writer(id, point));
	}

	void deleteOtherCheckpoints(String id, int point) {
		deleteCheckpoints("<>", id, point);
	}

	private void deleteCheckpoints(String comparison, String id, int point) {
		this.jdbc.sql("delete from job_checkpoint where job_id = ? and epoch " + comparison + " ?")
			.params(id, point)
			.update();
	}

	/** A job's checkpoint, or null if there is none. */
	public @Nullable Checkpoint checkpoint(String id) {
		return this.jdbc.sql("""
				select epoch, sum(octet_length(bytes)) from job_checkpoint where job_id = ?
				group by epoch""")
			.param(id)
			.query((row, n) -> new Checkpoint(row.getInt(1), state(id, row.getInt(1), row.getInt(2))))
			.optional()
			.orElse(null);
	}

	private byte[] state(String id, int point, int size) {
		byte[] state = new byte[size];
		try {
			this.checkpoints.reader(id, point).readNBytes(state, 0, size);
			return state;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void addPoint(String id, int number, Object point) {
		// where it was stored before, and the answer was lost
		this.jdbc.sql("delete from job_history where job_id = ? and epoch = ?").params(id, number).update();
		this.jdbc.sql("insert into job_history (job_id, epoch, point) values (?, ?, ?)")
			.params(id, number, this.json.writeValueAsString(point))
			.update();
	}

	public List<JsonNode> history(String id) {
		return this.jdbc.sql("select point from job_history where job_id = ? order by epoch")
			.param(id)
			.query((row, n) -> this.json.readTree(row.getString(1)))
			.list();
	}

	void deleteHistoryPastCheckpoint(String id) {
		this.jdbc
			.sql("delete from job_history where job_id = ? and epoch > coalesce(%s, 0)"
				.formatted(CHECKPOINT_POINT.formatted("job_history.job_id")))
			.param(id)
			.update();
	}

	/** Deletes data and checkpoint, which only the work needed. */
	void deleteWork(String id) {
		for (String table : List.of("job_data", "job_checkpoint")) {
			this.jdbc.sql("delete from " + table + " where job_id = ?").param(id).update();
		}
	}

}
