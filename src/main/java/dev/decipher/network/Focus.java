package dev.decipher.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The place that a head of attention looks at most.
 *
 * @param position the place, counted from 0
 * @param weight its share of all that the head looks at, from 0 to 1
 */
@Schema(description = "The place that a head of attention looks at most")
public record Focus(@Schema(description = "Position of the symbol looked at, from 0", example = "1") int position,
		@Schema(description = "The place's share of all places' weight, from 0 to 1", example = "0.97") float weight) {

	/**
	 * The focus of each head at each of some positions (to − from, K).
	 * @param weights (to − from, K, A + R), 0 for places beyond the message
	 */
	static List<List<Focus>> all(NetworkConfig config, int from, int to, float[] weights) {
		int slots = config.attentionReach() + config.attentionAround();
		List<List<Focus>> all = new ArrayList<>(to - from);
		int start = 0;
		for (int position = from; position < to; position++) {
			Focus[] heads = new Focus[config.attentionHeads()];
			for (int head = 0; head < heads.length; head++) {
				heads[head] = of(config, position, Arrays.copyOfRange(weights, start, start + slots));
				start += slots;
			}
			all.add(List.of(heads));
		}
		return all;
	}

	private static Focus of(NetworkConfig config, int position, float[] weights) {
		int reach = config.attentionReach();
		// near the message's start a place may have two slots: what both hold counts
		for (int slot = reach; slot < weights.length; slot++) {
			int place = config.attentionPlace(position, slot);
			if (place >= 0 && place < reach) {
				weights[place] += weights[slot];
			}
		}
		int most = 0;
		for (int slot = 1; slot < weights.length; slot++) {
			if (weights[slot] > weights[most]) {
				most = slot;
			}
		}
		// rounding may take a sum just above 1
		return new Focus(config.attentionPlace(position, most), Math.min(1, weights[most]));
	}

}
