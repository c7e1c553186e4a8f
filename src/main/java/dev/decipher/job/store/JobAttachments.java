package dev.decipher.job.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import dev.decipher.job.Checkpoint;
import dev.decipher.job.JobData;
import dev.decipher.storage.Chunks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What is kept of a job beside its row: the data it was given to work on and its
 * checkpoint, both of any size and kept until it ends, and its history. All of it is
 * written in the caller's transaction, but for checkpoints: these are written, and all
 * large things deleted, in transactions of a few chunks each. An embedded database writes
 * a chunk several times that is added and deleted in one long transaction, and each time
 * elsewhere in its file.
 */
@Component
public class JobAttachments {

	private static final Logger log = LoggerFactory.getLogger(JobAttachments.class);

	/** How many chunks are written or deleted in a transaction. */
	private static final int CHUNKS = 8;

	/** The stored format doesn't depend on the settings of the one that clients see. */
	private final JsonMapper json = JsonMapper.shared();

	private final JdbcClient jdbc;

	private final JobTransaction transaction;

	private final Chunks data;

	private final Chunks checkpoints;

	JobAttachments(JdbcClient jdbc, JobTransaction transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.data = new Chunks(jdbc, "job_data", "job_id");
		this.checkpoints = new Chunks(jdbc, "job_checkpoint", "job_id", "number");
	}

	void addData(String id, JobData data) {
		try (OutputStream chunks = this.data.writer(id)) {
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

	/**
	 * Writes what may become a checkpoint.
	 * @return its number, which is greater than that of any before
	 */
	int addCheckpoint(String id, byte[] state) {
		int number = this.jdbc.sql("select nextval('job_checkpoint_number')").query(Integer.class).single();
		for (int chunk = 0; (long) chunk * Chunks.SIZE < state.length; chunk += CHUNKS) {
			int first = chunk;
			this.transaction.change(() -> {
				for (int i = first; i < first + CHUNKS && (long) i * Chunks.SIZE < state.length; i++) {
					int begin = i * Chunks.SIZE;
					this.checkpoints.add(i,
							Arrays.copyOfRange(state, begin, Math.min(begin + Chunks.SIZE, state.length)), id, number);
				}
				return true;
			});
		}
		return number;
	}

	/** Deletes the checkpoints from one number to another, with both of them. */
	void deleteCheckpoints(String id, int from, int to) {
		this.jdbc.sql("select distinct number from job_checkpoint where job_id = ? and number between ? and ?")
			.params(id, from, to)
			.query(Integer.class)
			.list()
			.forEach((number) -> delete(this.checkpoints, id, number));
	}

	private void delete(Chunks chunks, Object... key) {
		while (this.transaction.change(() -> chunks.deleteLast(CHUNKS, key) > 0)) {
			// there may be more
		}
	}

	/** A stored checkpoint without its state, of that many bytes. */
	private record StoredCheckpoint(int epoch, int number, int size) {
	}

	/** A job's checkpoint, or null if there is none. */
	public @Nullable Checkpoint checkpoint(String id) {
		return this.jdbc.sql("""
				select checkpoint_epoch, number, sum(octet_length(bytes)) from job_checkpoint
				join job on job_id = id and number = checkpoint where id = ? group by checkpoint_epoch, number""")
			.param(id)
			.query((row, n) -> new StoredCheckpoint(row.getInt(1), row.getInt(2), row.getInt(3)))
			.optional()
			// only now, as the row before it keeps a connection
			.map((stored) -> new Checkpoint(stored.epoch(), state(id, stored.number(), stored.size())))
			.orElse(null);
	}

	private byte[] state(String id, int number, int size) {
		byte[] state = new byte[size];
		try {
			this.checkpoints.reader(id, number).readNBytes(state, 0, size);
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
		this.jdbc.sql("""
				delete from job_history where job_id = ?
				and epoch > (select coalesce(checkpoint_epoch, 0) from job where id = ?)""").params(id, id).update();
	}

	/**
	 * Deletes the data and checkpoints of jobs that have ended, which only their work
	 * needed. What can't be deleted now is for the next time.
	 */
	public void deleteLeftovers() {
		this.jdbc.sql("""
				select job_id from (select job_id from job_data union select job_id from job_checkpoint) as work
				join job on id = job_id where state not in ('QUEUED', 'RUNNING')""")
			.query(String.class)
			.list()
			.forEach(this::deleteWork);
	}

	private void deleteWork(String id) {
		try {
			delete(this.data, id);
			deleteCheckpoints(id, 0, Integer.MAX_VALUE);
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("The data of job {} could not be deleted", id, ex);
		}
	}

}
