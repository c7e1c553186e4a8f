package dev.decipher.client;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job as it stands at one moment.
 *
 * @param kind what it is for: {@code TRAIN}, {@code SOLVE} or {@code REPRODUCE}
 * @param model the model that it works on, if any
 * @param progress the share of the work that is done, 1 only on success
 * @param accuracy of a model in training: the share of symbols right
 * @param targetReached of a model that was trained: whether it became as accurate as was
 * asked for
 * @param version the version that the job made, once it has succeeded
 * @param error why it failed
 * @param request what was asked for, and what the service chose
 * @param result what came of it, if not a version
 */
public record Job(String id, String kind, @Nullable String model, State state, double progress, @Nullable Integer epoch,
		@Nullable Double accuracy, @Nullable Boolean targetReached, @Nullable Double etaSeconds, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable Integer version, @Nullable String error,
		JsonNode request, @Nullable JsonNode result) {

	/** The result of a job of kind {@code SOLVE} that has succeeded. */
	public Solution solution() {
		return JsonMapper.shared().treeToValue(Objects.requireNonNull(this.result, "No result yet"), Solution.class);
	}

	/** Where a job stands. */
	public enum State {

		QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED;

		public boolean hasEnded() {
			return this != QUEUED && this != RUNNING;
		}

	}

}
