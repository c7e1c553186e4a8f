package dev.decipher.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far the work on a job has come: the share that is done, and the work's own figures
 * by their names, which stand beside it in the JSON. A figure that is not finite counts
 * as unknown and is left out, so that a rate over no time never reaches a client as
 * "NaN".
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "progress", "figures", "etaSeconds" })
public record JobProgress(
		@JsonProperty("progress") @Schema(
				description = "The share of the work done; never goes back, and is 1 only on success",
				example = "0.42") double done,
		@JsonAnyGetter @Schema(hidden = true) Map<String, @Nullable Object> figures,
		@Schema(description = "Seconds that the job may still take", example = "37.5") @Nullable Double etaSeconds) {

	static final JobProgress NONE = new JobProgress(0, Map.of(), null);

	/** The nearest to done that unfinished work may come. */
	private static final double ALMOST_DONE = 0.9999;

	public JobProgress {
		done = Double.isNaN(done) ? 0 : Math.max(0, Math.min(1, done));
		Map<String, @Nullable Object> known = new LinkedHashMap<>(figures);
		known.values().removeIf((value) -> value == null || isNotFinite(value));
		figures = Collections.unmodifiableMap(known);
		etaSeconds = (etaSeconds == null || isNotFinite(etaSeconds)) ? null : etaSeconds;
	}

	private static boolean isNotFinite(Object value) {
		return value instanceof Double number && !Double.isFinite(number);
	}

	/**
	 * Unfinished work that has come further. Work that is done for the second time does
	 * again what it had already shown.
	 */
	public JobProgress next(JobProgress now) {
		return new JobProgress(Math.max(this.done, Math.min(now.done, ALMOST_DONE)), now.figures, now.etaSeconds);
	}

	/** The progress of a job that has ended. */
	public JobProgress ended(double done, Map<String, Object> moreFigures) {
		Map<String, @Nullable Object> all = new LinkedHashMap<>(this.figures);
		all.putAll(moreFigures);
		return new JobProgress(done, all, null);
	}

}
