package dev.decipher.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
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

	/** Keeps the root mean square of nothing above nothing, as PyTorch's does. */
	static final float HEAD_EPSILON = 1e-5f;

	private final NetworkConfig config;

	private final int ciphertextSymbols;

	private final int plaintextSymbols;

	private final NDManager manager;

	private final EmbeddingBlock embedding;

	private final @Nullable EmbeddingBlock feedback;

	private final @Nullable EmbeddingBlock period;

	private final LstmStack lstm;

	private final @Nullable AttentionBlock attention;

	private final List<LinearBlock> head = new ArrayList<>();

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
		this.lstm = new LstmStack(config);
		this.blocks.addAll(this.lstm.blocks());
		this.attention = (config.attentionHeads() > 0) ? add(new AttentionBlock(config)) : null;
		for (int layer = 0; layer < config.headLayers(); layer++) {
			this.head.add(add(new LinearBlock((layer == 0) ? "head" : "head_l" + layer,
					(layer == 0) ? config.headInput() : config.headHidden(), config.headOutput())));
		}
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
			Weights.Tensor tensor = weights.tensor(name);
			parameter.setArray(Tensors.of(network.manager, tensor.values(), new Shape(tensor.shape())));
		});
		return network;
	}

	/**
	 * The same network over the same native memory.
	 * @param gradient whether gradients are taken, which are the view's own
	 */
	CipherNetwork view(boolean gradient) {
		Map<String, Parameter> mine = parameters();
		CipherNetwork view = new CipherNetwork(this.config, this.ciphertextSymbols, this.plaintextSymbols);
		view.parameters().forEach((name, parameter) -> {
			NDArray array = Objects.requireNonNull(mine.get(name)).getArray().stopGradient();
			array.attach(view.manager);
			array.setRequiresGradient(gradient);
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
	 * The input: a stretch of the positions of some messages.
	 *
	 * @param manager owns what the pass makes
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

		/** The part of the pass that the head gives scores for. */
		Pass ofHead() {
			return new Pass(this.manager, this.ciphertexts, this.previous, this.head, this.to, this.head, this.state,
					this.dropout);
		}

		boolean training() {
			return this.dropout != null;
		}

	}

	/**
	 * The output.
	 *
	 * @param logits a score for each plaintext symbol (T', N, V), T' the positions from
	 * {@code head}
	 * @param hidden what the top LSTM layer gives (T, N, D·H)
	 * @param attention the weights of the places that attention can look at (T', N, K, A
	 * + R); null without attention
	 * @param state the state after the last position, as in {@link Pass}
	 */
	record Output(NDArray logits, NDArray hidden, @Nullable NDArray attention, NDList state) {
	}

	/** One pass over T positions, from the bottom of the figure to its top. */
	Output forward(Pass pass) {
		ParameterStore store = new ParameterStore();
		boolean training = pass.training();
		NDArray embedded = embed(store, this.embedding, pass.ciphertexts(), pass); // (T,N,E)
		NDArray x = embedded;
		if (this.feedback != null) {
			x = x.concat(embed(store, this.feedback, Objects.requireNonNull(pass.previous()), pass), 2); // (T,N,2E)
		}
		if (this.period != null) {
			x = x.concat(phases(store, this.period, pass), 2); // (T, N, F + E)
		}
		NDList state = new NDList();
		x = this.lstm.forward(store, x, pass, state); // (T, N, D·H)
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
		NDArray weights = null;
		if (this.attention != null) {
			NDList seen = look(store, this.attention, states, pass.ofHead());
			x = x.concat(seen.get(0), 2); // (T',N,…+K·F)
			weights = seen.get(1);
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
				NDArray square = x.mul(x).mean(new int[] { 2 }, true); // (T',N,1)
				x = x.div(square.add(Tensors.constant(pass.manager(), HEAD_EPSILON)).sqrt());
			}
		}
		return new Output(only(this.linear.forward(store, new NDList(x), training)), hidden, weights, state);
	}

	/** Embeds the symbols of the pass's positions (T, N, E). */
	private NDArray embed(ParameterStore store, EmbeddingBlock block, Batch batch, Pass pass) {
		NDArray symbols = batch.window(pass.manager(), pass.from(), pass.to() - pass.from());
		return only(block.forward(store, new NDList(symbols), pass.training()));
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

	private NDList look(ParameterStore store, AttentionBlock attention, NDArray hidden, Pass pass) {
		NDArray places = attention.places(pass.manager(), pass.ciphertexts(), pass.from(), pass.to());
		NDList inputs = new NDList(hidden, places).addAll(inSight(store, this.embedding, pass.ciphertexts(), pass));
		if (this.feedback != null) {
			inputs.addAll(inSight(store, this.feedback, Objects.requireNonNull(pass.previous()), pass));
		}
		return attention.forward(store, inputs, pass.training());
	}

	/** What attention can find: see {@link AttentionBlock}. */
	private NDList inSight(ParameterStore store, EmbeddingBlock block, Batch batch, Pass pass) {
		NDArray first = batch.window(pass.manager(), 0, this.config.attentionReach());
		NDArray near = batch.window(pass.manager(), pass.from() - this.config.attentionSide(),
				pass.to() - pass.from() + this.config.attentionAround() - 1);
		return new NDList(first, near, block.rows(store, first, pass.training()));
	}

	private static NDArray only(NDList list) {
		return list.singletonOrThrow();
	}

	@Override
	public void close() {
		this.manager.close();
	}

}
