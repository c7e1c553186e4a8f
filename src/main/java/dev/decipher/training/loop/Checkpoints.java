package dev.decipher.training.loop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import dev.decipher.network.NetworkConfig;
import dev.decipher.training.data.TrainingData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores from time to time what training can go on from, bit for bit: a version number,
 * fields as JSON, and the tensors of each network.
 */
final class Checkpoints {

	private static final int VERSION = 4;

	private static final long MAX_TENSOR_BYTES = 1L << 29;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TrainingData data;

	private final ModelSelection selection;

	private final ProgressReport report;

	private final TrainingLoop.Listener listener;

	private double interval = 10;

	private double lastSeconds;

	Checkpoints(TrainingData data, ModelSelection selection, ProgressReport report, TrainingLoop.Listener listener) {
		this.data = data;
		this.selection = selection;
		this.report = report;
		this.listener = listener;
	}

	private record State(double seconds, JsonNode report, JsonNode selection, List<TrialState> trials) {
	}

	private record TrialState(NetworkConfig network, TrainingSettings settings, JsonNode trial) {
	}

	/** Stores a checkpoint no sooner than so many seconds after the one before. */
	void every(double seconds) {
		this.interval = seconds;
	}

	/** Stores one within an epoch, so that its validation is yet to come. */
	void storeIfDue() {
		double seconds = this.report.seconds();
		if (seconds - this.lastSeconds < this.interval) {
			return;
		}
		long size = this.selection.trials()
			.stream()
			.mapToLong((each) -> each.config()
				.trainingHeapBytes(this.data.format().size(), this.data.plaintextAlphabet().size()))
			.sum();
		if (size <= MAX_TENSOR_BYTES) {
			this.listener.checkpoint(this.report.epoch() - 1, write(seconds));
		}
		this.lastSeconds = seconds;
	}

	private byte[] write(double seconds) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.writeInt(VERSION);
			out.writeUTF(JSON
				.writeValueAsString(new State(seconds, JSON.valueToTree(this.report), JSON.valueToTree(this.selection),
						this.selection.trials()
							.stream()
							.map((each) -> new TrialState(each.config(), each.settings(), JSON.valueToTree(each)))
							.toList())));
			for (Trial trial : this.selection.trials()) {
				trial.save(out);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("memory takes what is written to it", ex);
		}
	}

	/** Goes on from a checkpoint; one of another version is left alone. */
	void resume(byte[] checkpoint) {
		try {
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint));
			if (in.readInt() != VERSION) {
				return;
			}
			State state = JSON.readValue(in.readUTF(), State.class);
			JSON.readerForUpdating(this.report).readValue(state.report());
			JSON.readerForUpdating(this.selection).readValue(state.selection());
			for (TrialState saved : state.trials()) {
				Trial trial = this.selection.join(saved.network(), saved.settings());
				JSON.readerForUpdating(trial).readValue(saved.trial());
				trial.load(in);
			}
			this.report.resume(state.seconds());
			this.lastSeconds = state.seconds();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("a checkpoint ends early", ex);
		}
	}

}
