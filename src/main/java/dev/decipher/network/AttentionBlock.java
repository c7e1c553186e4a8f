package dev.decipher.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * Attention by place: from its state at a position alone the LSTM chooses where in the
 * message to look, and gets the symbols that stand there. In contrast to the attention of
 * Bahdanau, Cho and Bengio (2015), what stands at a place has no say in whether it is
 * looked at; that is the location-based form of Luong, Pham and Manning (2015).
 * <p>
 * A head has a score for each of the message's first A positions and for each of the R
 * positions around its own, {@code weight} (K·(A + R), D·H) and {@code bias}, both at
 * first uniform in ±1/√(D·H); softmax makes weights of those whose place is in the
 * message, each s bent to 4·tanh(s / 4) before.
 */
final class AttentionBlock extends TensorBlock {

	/** Positions that share a stretch of the message as their surroundings. */
	static final int MAX_STRETCH = 64;

	/**
	 * Scores are bent so as to stay between −4 and 4: a place then never has so little
	 * weight that the LSTM couldn't learn to look there after all.
	 */
	private static final float MAX_SCORE = 4;

	/** A score that leaves nothing of a place. */
	private static final float MASKED_SCORE = -1e9f;

	/** Bent, this is 3.9 and gives a place some fifty times the weight of another. */
	private static final float PREFIX_SCORE = 8;

	private final NetworkConfig config;

	private final Parameter weight;

	private final Parameter bias;

	AttentionBlock(NetworkConfig config) {
		super(config.directions() * config.hidden());
		this.config = config;
		int states = config.directions() * config.hidden();
		this.weight = tensor("attention.weight", Parameter.Type.WEIGHT, new Shape(config.attentionScores(), states));
		this.bias = tensor("attention.bias", Parameter.Type.BIAS, new Shape(config.attentionScores()));
	}

	/**
	 * Looks.
	 * @param inputs the LSTM's output (T, N, D·H); the scores to add for places within
	 * the message and beyond, (T, 1 or N, 1, A + R); what stands at the message's first
	 * positions (A, N, F); and around each stretch of B positions (B + R − 1, G·N, F),
	 * the G stretches side by side
	 * @return what was found (T, N, K·F)
	 */
	@Override
	protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
			PairList<String, Object> params) {
		NDArray hidden = inputs.get(0);
		NDArray first = inputs.get(2).transpose(1, 0, 2); // (N, A, F)
		NDArray around = inputs.get(3).transpose(1, 0, 2); // (G·N, B+R-1, F)
		long positions = hidden.getShape().get(0); // T
		long messages = hidden.getShape().get(1); // N
		long stretches = around.getShape().get(0) / messages; // G
		long found = around.getShape().get(2); // F
		int heads = this.config.attentionHeads(); // K
		int reach = this.config.attentionReach(); // A
		int near = this.config.attentionAround(); // R
		long stretch = around.getShape().get(1) - near + 1; // B
		long filled = stretches * stretch; // G·B, at least T

		NDArray weights = Linear
			.linear(hidden, value(store, this.weight, hidden, training), value(store, this.bias, hidden, training))
			.singletonOrThrow()
			.reshape(positions, messages, heads, reach + near)
			.mul(Tensors.constant(hidden.getManager(), 1 / MAX_SCORE))
			.tanh()
			.mul(Tensors.constant(hidden.getManager(), MAX_SCORE))
			.add(inputs.get(1))
			.softmax(-1); // (T, N, K, A+R)
		NDArray ofFirst = weights.get(new NDIndex(":,:,:,:" + reach))
			.transpose(1, 2, 0, 3)
			.reshape(messages, heads * positions, reach)
			.batchMatMul(first)
			.reshape(messages, heads, positions, found)
			.transpose(2, 0, 1, 3); // (T, N, K, F)

		NDArray ofPlaces = weights.get(new NDIndex(":,:,:," + reach + ":")); // (T,N,K,R)
		if (filled > positions) {
			ofPlaces = ofPlaces
				.concat(ofPlaces.getManager().zeros(new Shape(filled - positions, messages, heads, near)), 0);
		}
		// row i of the stretch is moved i places to the right, to where its surroundings
		// lie: by B zeros behind each row, of which one too few fits into the new rows
		NDArray rows = ofPlaces.reshape(stretches, stretch, messages, heads, near).transpose(0, 2, 3, 1, 4);
		rows = rows.concat(rows.getManager().zeros(new Shape(stretches, messages, heads, stretch, stretch)), 4)
			.reshape(stretches * messages * heads, stretch * (near + stretch))
			.get(new NDIndex(":,:" + stretch * (near + stretch - 1)))
			.reshape(stretches * messages, heads * stretch, near + stretch - 1); // (G·N,K·B,B+R-1)
		NDArray ofNear = rows.batchMatMul(around)
			.reshape(stretches, messages, heads, stretch, found)
			.transpose(0, 3, 1, 2, 4)
			.reshape(filled, messages, heads, found);
		if (filled > positions) {
			ofNear = ofNear.get(new NDIndex(":" + positions)); // (T, N, K, F)
		}
		return new NDList(ofFirst.add(ofNear).reshape(positions, messages, heads * found));
	}

	/** How many positions share a stretch in a pass over T positions: B. */
	static int stretch(int positions) {
		return Math.min(MAX_STRETCH, positions);
	}

	/**
	 * The scores to add to those of places: 0 within the message, and next to nothing is
	 * left of those beyond.
	 * @return (T, N, 1, A + R), or (T, 1, 1, A + R) where it is the same for all messages
	 */
	NDArray places(NDManager manager, Batch batch, int from, int to) {
		boolean alike = true;
		for (int column = 1; column < batch.size(); column++) {
			alike &= batch.length(column) == batch.length(0);
		}
		int columns = alike ? Math.min(1, batch.size()) : batch.size();
		int reach = this.config.attentionReach();
		int slots = reach + this.config.attentionAround();
		float[] scores = new float[(to - from) * columns * slots];
		int at = 0;
		for (int position = from; position < to; position++) {
			for (int column = 0; column < columns; column++) {
				// beyond a message's end nothing is read: any place will do there
				int length = Math.max(1, batch.length(column));
				int own = Math.min(position, length - 1);
				int known = this.config.feedback() ? own + 1 : length;
				for (int slot = 0; slot < slots; slot++) {
					int place = (slot < reach) ? slot : own - this.config.attentionSide() + slot - reach;
					scores[at++] = (place >= 0 && place < known) ? 0 : MASKED_SCORE;
				}
			}
		}
		return Tensors.of(manager, scores, new Shape(to - from, columns, 1, slots));
	}

	/**
	 * Adds to scores so that head k looks at the message's position k.
	 * @param bias of all scores (K·(A + R))
	 */
	static void lookAtPrefix(NetworkConfig config, float[] bias) {
		int slots = bias.length / config.attentionHeads();
		for (int head = 0; head < Math.min(config.attentionHeads(), config.attentionReach()); head++) {
			bias[head * slots + head] += PREFIX_SCORE;
		}
	}

}
