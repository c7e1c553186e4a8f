package dev.decipher.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
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
	 * the message and beyond, (T, 1 or N, 1, A + R); then once or, with feedback, twice
	 * the symbols at the message's first positions (A, N), those around the positions
	 * from the first one's to the last one's (T + R − 1, N), and what stands for each
	 * symbol (C, E)
	 * @return what was found (T, N, K·F), and the weights of the places (T, N, K, A + R)
	 */
	@Override
	protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
			PairList<String, Object> params) {
		NDArray hidden = inputs.get(0);
		NDArray weights = Functions.WEIGHTS.apply(hidden, value(store, this.weight, hidden, training),
				value(store, this.bias, hidden, training), inputs.get(1)); // (T,N,K,A+R)
		NDArray found = found(weights, inputs.subNDList(2, 5)); // (T,N,K,E)
		if (this.config.feedback()) {
			found = found.concat(found(weights, inputs.subNDList(5)), 3); // (T,N,K,2E)
		}
		Shape shape = found.getShape();
		return new NDList(found.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3)), weights);
	}

	private static NDArray found(NDArray weights, NDList symbols) {
		return Functions.FOUND.apply(weights, symbols.get(0), symbols.get(1), symbols.get(2));
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
		int slots = this.config.attentionReach() + this.config.attentionAround();
		float[] scores = new float[(to - from) * columns * slots];
		int at = 0;
		for (int position = from; position < to; position++) {
			for (int column = 0; column < columns; column++) {
				// beyond a message's end nothing is read: any place will do there
				int length = Math.max(1, batch.length(column));
				int own = Math.min(position, length - 1);
				int known = this.config.feedback() ? own + 1 : length;
				for (int slot = 0; slot < slots; slot++) {
					int place = this.config.attentionPlace(own, slot);
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

	/** Loaded when torch is. */
	private static final class Functions {

		/**
		 * Bent scores made weights (T, N, K, A + R). As 4·tanh(s / 4) = 8·σ(s / 2) − 4,
		 * and softmax is the same whatever is taken from all: torch has σ faster than
		 * tanh.
		 */
		static final TorchScript WEIGHTS = new TorchScript("hidden weight bias places",
				"""
						    scores = torch.linear(hidden, weight, bias)
						    heads = torch.reshape(scores, [torch.size(hidden, 0), torch.size(hidden, 1), -1, torch.size(places, 3)])
						    bent = torch.mul(torch.tanh(torch.mul(heads, %s)), %s)
						    return torch.softmax(torch.add(bent, places), -1)
						"""
					.formatted(1 / MAX_SCORE, MAX_SCORE));

		/**
		 * The weighted sum of what stands at the places (T, N, K, E): first each symbol's
		 * weight, summed up over the places where it stands (T, N, K, C), since there are
		 * fewer symbols than places.
		 */
		static final TorchScript FOUND = new TorchScript("weights first near table",
				"""
						    positions = torch.size(weights, 0)
						    messages = torch.size(weights, 1)
						    heads = torch.size(weights, 2)
						    slots = torch.size(weights, 3)
						    reach = torch.size(first, 0)
						    a = torch.expand(torch.transpose(first, 0, 1), [positions, messages, reach])
						    b = torch.unfold(near, 0, torch.sub(slots, reach), 1)
						    places = torch.expand(torch.unsqueeze(torch.cat([a, b], -1), 2), [positions, messages, heads, slots])
						    nothing = torch.zeros([positions, messages, heads, torch.size(table, 0)])
						    return torch.matmul(torch.scatter_add(nothing, -1, places, weights), table)
						""");

	}

}
