package dev.decipher.client;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What to learn. The service chooses whatever is null, and a job's request shows what it
 * chose.
 *
 * @param model the model that gets the new version
 * @param data what to learn from; null if it comes as a file
 * @param network sizes and parts of the network by their names
 * @param training settings of the training by their names, such as {@code maxSeconds}
 * @param activate false to keep the version that is active
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainRequest(String model, @Nullable Data data, @Nullable Map<String, Object> network,
		@Nullable Map<String, Object> training, @Nullable Boolean activate) {

	/** Learns from a file that comes with the request. */
	public static TrainRequest of(String model) {
		return new TrainRequest(model, null, null, null, null);
	}

	/** Learns a cipher that has a name. */
	public static TrainRequest of(String model, Cipher cipher) {
		return new TrainRequest(model, new Data(cipher, null, null), null, null, null);
	}

	/** Learns a cipher that nobody can name. */
	public static TrainRequest of(String model, List<Pair> pairs) {
		return new TrainRequest(model, new Data(null, pairs, null), null, null, null);
	}

	public TrainRequest withNetwork(Map<String, Object> network) {
		return new TrainRequest(this.model, this.data, network, this.training, this.activate);
	}

	public TrainRequest withTraining(Map<String, Object> training) {
		return new TrainRequest(this.model, this.data, this.network, training, this.activate);
	}

	/**
	 * What to learn from.
	 *
	 * @param cipher messages are made and enciphered by this
	 * @param pairs in place of a cipher: messages whose plaintext is known
	 * @param alphabet the plaintext's; the cipher's own, or derived from the pairs, if
	 * null
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Data(@Nullable Cipher cipher, @Nullable List<Pair> pairs, @Nullable Alphabet alphabet) {
	}

}
