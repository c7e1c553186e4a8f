package dev.decipher.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.model.Provenance;
import dev.decipher.network.Weights;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome of training a version again: the result of a job of kind REPRODUCE.
 *
 * @param equal whether all weights are the same, bit for bit
 * @param tensor the first one that differs, in the order of the weights' file
 * @param index its first element that differs, from 0, the last axis running fastest
 * @param provenance the parts of it that differ; null where the version is older than
 * provenance
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reproduction(boolean equal, @Nullable String tensor, @Nullable Integer index,
		@Nullable Map<String, Change> provenance) {

	/** A part of the provenance that isn't what it was; null where it isn't known. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Change(@Nullable Object then, @Nullable Object now) {
	}

	/** Compares weights bit for bit, and what made them part by part. */
	static Reproduction compare(Weights then, Weights now, @Nullable Provenance thenBy, Provenance nowBy) {
		Map<String, Change> changes = (thenBy != null) ? changes(thenBy, nowBy) : null;
		for (Map.Entry<String, Weights.Tensor> entry : then.tensors().entrySet()) {
			Weights.Tensor other = now.tensors().get(entry.getKey());
			int index = (other != null) ? firstDifference(entry.getValue().values(), other.values()) : 0;
			if (index >= 0) {
				return new Reproduction(false, entry.getKey(), index, changes);
			}
		}
		return new Reproduction(true, null, null, changes);
	}

	/** The first element that differs, or -1. */
	private static int firstDifference(float[] then, float[] now) {
		int common = Math.min(then.length, now.length);
		for (int i = 0; i < common; i++) {
			if (Float.floatToIntBits(then[i]) != Float.floatToIntBits(now[i])) {
				return i;
			}
		}
		return (then.length != now.length) ? common : -1;
	}

	private static Map<String, Change> changes(Provenance then, Provenance now) {
		JsonNode before = JsonMapper.shared().valueToTree(then);
		JsonNode after = JsonMapper.shared().valueToTree(now);
		Map<String, Change> changes = new LinkedHashMap<>();
		for (JsonNode all : new JsonNode[] { before, after }) {
			for (String part : all.propertyNames()) {
				if (!Objects.equals(before.get(part), after.get(part))) {
					changes.put(part, new Change(before.get(part), after.get(part)));
				}
			}
		}
		return changes;
	}

}
