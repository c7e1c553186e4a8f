package dev.decipher.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import org.jspecify.annotations.Nullable;

/**
 * The whole network: ciphertext symbols in, a score for each plaintext symbol out.
 *
 * <pre>
 *            logits (T, N, V)
 *                  |
 *               linear
 *                  |
 *         [ReLU(head)], layer by layer     with headHidden; products of two
 *                  |                       linear maps with headProducts; divided
 *                  |                       by its root mean square with headNorm
 *                  |
 *    LSTM output --+-- [embedded ciphertext symbol]     with skip
 *                  +-- [what stands where the LSTM looks]     with attention
 *                  |
 *        LSTM, layer by layer, in one direction or two
 *                  |
 *    embedding ----+-- [embedded previous plaintext symbol]     with feedback
 *                  +-- [embedded position modulo the period]     with a period
 *                  |
 *            symbols (T, N)
 * </pre>
 *
 * Owns its parameters' native memory; what {@link #forward} makes belongs to the manager
 * of its input.
 */
final class CipherNetwork implements AutoCloseable {

	/** As PyTorch's normalisations have it. */
	static final float HEAD_EPSILON = 1e-5f;

	private final NetworkConfig config;

	private final int ciphertextSymbols;

	private final int plaintextSymbols;

	private final NDManager manager;

	private final EmbeddingBlock embedding;

	private final @Nullable EmbeddingBlock feedback;

	private final @Nullable EmbeddingBlock period;

	private final LstmBlock[][] lstm; // [layer][direction]

	private final @Nullable AttentionBlock attention;

	private final List<LinearBlock> head = new ArrayList<>();

	/** Keeps the root mean square of nothing above nothing. */
	private final NDArray headEpsilon;

	private final LinearBlock linear;

	private final List<TensorBlock> blocks = new ArrayList<>();

	private CipherNetwork(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols) {
		this.config = config;
		this.ciphertextSymbols = ciphertextSymbols;
		this.plaintextSymbols = plaintextSymbols;
		this.manager = TorchEngine.newManager();
		this.embedding = add(new EmbeddingBlock("embedding", ciphertextSymbols, config.embedding(), false));
		this.feedback = config.feedback()
				? add(new EmbeddingBlock("feedback", plaintextSymbols, config.embedding(), true)) : null;
		this.period = (config.period() > 0)
				? add(new EmbeddingBlock("period", config.period(), config.embedding(), false)) : null;
		this.lstm = new LstmBlock[config.layers()][config.directions()];
		for (int layer = 0; layer < config.layers(); layer++) {
			for (int direction = 0; direction < config.directions(); direction++) {
				String suffix = "l" + layer + ((direction == 1) ? "_reverse" : "");
				this.lstm[layer][direction] = add(new LstmBlock(suffix, config.lstmInput(layer), config.hidden()));
			}
		}
		this.attention = (config.attentionHeads() > 0) ? add(new AttentionBlock(config)) : null;
		for (int layer = 0; layer < config.headLayers(); layer++) {
			this.head.add(add(new LinearBlock((layer == 0) ? "head" : "head_l" + layer,
					(layer == 0) ? config.headInput() : config.headHidden(), config.headOutput())));
		}
		this.headEpsilon = Tensors.of(this.manager, new float[] { HEAD_EPSILON }, new Shape(1));
		this.linear = add(new LinearBlock("linear", config.linearInput(), plaintextSymbols));
	}

	private <B extends TensorBlock> B add(B block) {
		this.blocks.add(block);
		return block;
	}

	/** A new network, its weights drawn as PyTorch draws them. */
	static CipherNetwork initial(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols,
			RandomGenerator random) {
		CipherNetwork network = new CipherNetwork(config, ciphertextSymbols, plaintextSymbols);
		network.blocks.forEach((block) -> block.initialise(network.manager, random));
		return network;
	}

	/** A network with the given weights. */
	static CipherNetwork of(Weights weights) {
		CipherNetwork network = new CipherNetwork(weights.config(), weights.ciphertextSymbols(),
				weights.plaintextSymbols());
		network.parameters().forEach((name, parameter) -> {
			Weights.Tensor tensor = weights.tensors().get(name);
			parameter.setArray(Tensors.of(network.manager, tensor.values(), new Shape(tensor.shape())));
		});
		return network;
	}

	/** The same network over the same native memory, from which no gradient is taken. */
	CipherNetwork withoutGradient() {
		Map<String, Parameter> mine = parameters();
		CipherNetwork view = new CipherNetwork(this.config, this.ciphertextSymbols, this.plaintextSymbols);
		view.parameters().forEach((name, parameter) -> {
			NDArray array = mine.get(name).getArray().stopGradient();
			array.attach(view.manager);
			parameter.setArray(array);
		});
		return view;
	}

	/** The tensors' names and shapes, from the bottom of the figure up. */
	static Map<String, long[]> shapes(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols) {
		Map<String, long[]> shapes = new LinkedHashMap<>();
		try (CipherNetwork network = new CipherNetwork(config, ciphertextSymbols, plaintextSymbols)) {
			for (TensorBlock block : network.blocks) {
				block.getDirectParameters()
					.forEach((pair) -> shapes.put(pair.getKey(), block.shapeOf(pair.getValue()).getShape()));
			}
		}
		return shapes;
	}

	NetworkConfig config() {
		return this.config;
	}

	int ciphertextSymbols() {
		return this.ciphertextSymbols;
	}

	int plaintextSymbols() {
		return this.plaintextSymbols;
	}

	/** All parameters under PyTorch's names, from the bottom of the figure up. */
	Map<String, Parameter> parameters() {
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		for (TensorBlock block : this.blocks) {
			block.getDirectParameters().forEach((pair) -> parameters.put(pair.getKey(), pair.getValue()));
		}
		return parameters;
	}

	/** A manager for the arrays of one pass. */
	NDManager newPassManager() {
		return this.manager.newSubManager();
	}

	/**
	 * What goes in: a stretch of the positions of some messages.
	 *
	 * @param manager owns what the pass makes
	 * @param ciphertexts the messages, whole
	 * @param previous with feedback, for each position the plaintext symbol before it, or
	 * V where there is none
	 * @param from the first position; 0 for two directions
	 * @param to behind the last position; T for two directions
	 * @param head the first position to give scores for: the prefix of all ciphertexts is
	 * read, and has no plaintext
	 * @param state the LSTM's state before the first position: h and c, each (1, N, H),
	 * for each layer; null for zeros
	 * @param dropout where dropout masks are drawn from; null for none
	 */
	record Pass(NDManager manager, Batch ciphertexts, @Nullable Batch previous, int from, int to, int head,
			@Nullable NDList state, @Nullable RandomGenerator dropout) {

		/** What the head is asked for. */
		Pass ofHead() {
			return new Pass(this.manager, this.ciphertexts, this.previous, this.head, this.to, this.head, this.state,
					this.dropout);
		}

		boolean training() {
			return this.dropout != null;
		}

	}

	/**
	 * What comes out.
	 *
	 * @param logits a score for each plaintext symbol (T', N, V), T' the positions from
	 * {@code head}
	 * @param hidden what the top LSTM layer gives (T, N, D·H)
	 * @param state the state after the last position, as in {@link Pass}
	 */
	record Output(NDArray logits, NDArray hidden, NDList state) {
	}

	/**
	 * One pass from the bottom of the figure to its top. T is its number of positions.
	 */
	Output forward(Pass pass) {
		ParameterStore store = new ParameterStore();
		boolean training = pass.training();
		int positions = pass.to() - pass.from();
		NDArray embedded = embed(store, this.embedding, pass.ciphertexts(), pass, pass.from(), positions, 1, 0); // (T,N,E)
		NDArray x = embedded;
		if (this.feedback != null) {
			x = x.concat(embed(store, this.feedback, pass.previous(), pass, pass.from(), positions, 1, 0), 2); // (T,N,2E)
		}
		if (this.period != null) {
			x = x.concat(phases(store, this.period, pass), 2); // (T, N, F + E)
		}
		NDArray reversal = (this.config.bidirectional() && !pass.ciphertexts().isOfOneLength())
				? pass.ciphertexts().reversal(pass.manager()) : null;
		NDList state = new NDList();
		for (int layer = 0; layer < this.lstm.length; layer++) {
			x = lstmLayer(store, layer, x, reversal, pass, state); // (T, N, D·H)
		}
		NDArray hidden = x;
		if (pass.head() > pass.from()) {
			NDIndex ofHead = new NDIndex(pass.head() - pass.from() + ":");
			x = x.get(ofHead); // (T', N, D·H)
			embedded = embedded.get(ofHead); // (T', N, E)
		}
		NDArray states = x;
		if (this.config.skip()) {
			x = x.concat(embedded, 2); // (T', N, D·H + E)
		}
		if (this.attention != null) {
			x = x.concat(look(store, this.attention, states, pass.ofHead()), 2); // (T',N,…+K·F)
		}
		for (LinearBlock layer : this.head) {
			NDArray y = only(layer.forward(store, new NDList(x), training)); // (T',N,headOutput)
			if (this.config.headProducts()) {
				NDList halves = y.split(2, 2);
				x = halves.get(0).mul(halves.get(1)); // (T',N,headHidden)
			}
			else {
				x = Activation.relu(y); // (T',N,headHidden)
			}
			if (this.config.headNorm()) {
				NDArray square = x.mul(x).mean(new int[] { 2 }, true).add(this.headEpsilon); // (T',N,1)
				x = x.div(square.sqrt());
			}
		}
		return new Output(only(this.linear.forward(store, new NDList(x), training)), hidden, state);
	}

	/** Embeds stretches of positions: (length, count·N, E). */
	private static NDArray embed(ParameterStore store, EmbeddingBlock block, Batch batch, Pass pass, int from,
			int length, int count, int step) {
		return only(block.forward(store, new NDList(batch.windows(pass.manager(), from, length, count, step)),
				pass.training()));
	}

	private NDArray phases(ParameterStore store, EmbeddingBlock period, Pass pass) {
		int positions = pass.to() - pass.from();
		int messages = pass.ciphertexts().size();
		long[] phases = new long[positions * messages];
		for (int i = 0; i < phases.length; i++) {
			phases[i] = (pass.from() + i / messages) % this.config.period();
		}
		NDArray table = Tensors.of(pass.manager(), phases, new Shape(positions, messages)); // (T,N)
		return only(period.forward(store, new NDList(table), pass.training())); // (T,N,E)
	}

	private NDArray look(ParameterStore store, AttentionBlock attention, NDArray hidden, Pass pass) {
		int positions = pass.to() - pass.from();
		int stretch = AttentionBlock.stretch(positions); // B
		int stretches = (positions + stretch - 1) / stretch; // G
		int start = pass.from() - this.config.attentionSide();
		int length = stretch + this.config.attentionAround() - 1;
		NDArray first = embed(store, this.embedding, pass.ciphertexts(), pass, 0, this.config.attentionReach(), 1, 0);
		NDArray around = embed(store, this.embedding, pass.ciphertexts(), pass, start, length, stretches, stretch);
		if (this.feedback != null) {
			first = first
				.concat(embed(store, this.feedback, pass.previous(), pass, 0, this.config.attentionReach(), 1, 0), 2);
			around = around
				.concat(embed(store, this.feedback, pass.previous(), pass, start, length, stretches, stretch), 2);
		}
		NDArray places = attention.places(pass.manager(), pass.ciphertexts(), pass.from(), pass.to());
		return only(attention.forward(store, new NDList(hidden, places, first, around), pass.training()));
	}

	private NDArray lstmLayer(ParameterStore store, int layer, NDArray x, @Nullable NDArray reversal, Pass pass,
			NDList state) {
		long positions = x.getShape().get(0); // T
		long messages = x.getShape().get(1); // N
		LstmBlock[] directions = this.lstm[layer];
		NDArray out; // (T, N, D·H)
		if (this.config.bidirectional() && reversal == null && directions[0].isAtOnce(x)) {
			out = directions[0].readBothWays(directions[1], store, x, pass.training());
		}
		else {
			NDList before = (pass.state() != null) ? pass.state().subNDList(2 * layer, 2 * layer + 2)
					: zeroState(x.getManager(), messages);
			NDList forward = directions[0].forward(store, new NDList(x).addAll(before), pass.training());
			state.addAll(forward.subNDList(1));
			out = forward.get(0); // (T, N, H)
			if (this.config.bidirectional()) {
				NDList reversed = new NDList(reversed(x, reversal)).addAll(zeroState(x.getManager(), messages));
				NDArray backward = directions[1].forward(store, reversed, pass.training()).get(0); // (T,N,H)
				out = out.concat(reversed(backward, reversal), 2); // (T, N, 2H)
			}
		}
		if (pass.training() && this.config.dropout() > 0) {
			out = out.mul(dropoutMask(out, positions * messages, pass.dropout()));
		}
		return out;
	}

	private NDList zeroState(NDManager manager, long messages) {
		NDArray zeros = manager.zeros(new Shape(1, messages, this.config.hidden()));
		return new NDList(zeros, zeros);
	}

	/** Each message turned round: all at once where they are of one length. */
	private static NDArray reversed(NDArray x, @Nullable NDArray order) {
		if (order == null) {
			return x.flip(0);
		}
		Shape shape = x.getShape(); // (T, N, F)
		NDArray matrix = x.reshape(shape.get(0) * shape.get(1), shape.get(2)); // (T·N, F)
		return Embedding.embedding(order, matrix, SparseFormat.DENSE).singletonOrThrow().reshape(shape);
	}

	private NDArray dropoutMask(NDArray out, long rows, RandomGenerator random) {
		float keep = (float) (1 / (1 - this.config.dropout()));
		float[] mask = new float[Math.toIntExact(rows * out.getShape().get(2))];
		for (int i = 0; i < mask.length; i++) {
			mask[i] = (random.nextFloat() < this.config.dropout()) ? 0 : keep;
		}
		return Tensors.of(out.getManager(), mask, out.getShape());
	}

	private static NDArray only(NDList list) {
		return list.singletonOrThrow();
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
