package dev.decipher.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
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
 *         [ReLU(head)]          with headHidden
 *                  |
 *    LSTM output --+-- [embedded ciphertext symbol]     with skip
 *                  |
 *        LSTM, layer by layer, in one direction or two
 *                  |
 *    embedding ----+-- [embedded previous plaintext symbol]     with feedback
 *                  |
 *            symbols (T, N)
 * </pre>
 *
 * Owns its parameters' native memory; what {@link #forward} makes belongs to the manager
 * of its input.
 */
final class CipherNetwork implements AutoCloseable {

	private final NetworkConfig config;

	private final int ciphertextSymbols;

	private final int plaintextSymbols;

	private final NDManager manager;

	private final EmbeddingBlock embedding;

	private final @Nullable EmbeddingBlock feedback;

	private final LstmBlock[][] lstm; // [layer][direction]

	private final @Nullable LinearBlock head;

	private final LinearBlock linear;

	private final List<TensorBlock> blocks = new ArrayList<>();

	private CipherNetwork(NetworkConfig config, int ciphertextSymbols, int plaintextSymbols) {
		this.config = config;
		this.ciphertextSymbols = ciphertextSymbols;
		this.plaintextSymbols = plaintextSymbols;
		this.manager = TorchEngine.newManager();
		this.embedding = add(new EmbeddingBlock("embedding", ciphertextSymbols, config.embedding()));
		this.feedback = config.feedback() ? add(new EmbeddingBlock("feedback", plaintextSymbols, config.embedding()))
				: null;
		this.lstm = new LstmBlock[config.layers()][config.directions()];
		for (int layer = 0; layer < config.layers(); layer++) {
			for (int direction = 0; direction < config.directions(); direction++) {
				String suffix = "l" + layer + ((direction == 1) ? "_reverse" : "");
				this.lstm[layer][direction] = add(new LstmBlock(suffix, config.lstmInput(layer), config.hidden()));
			}
		}
		this.head = (config.headHidden() > 0) ? add(new LinearBlock("head", config.headInput(), config.headHidden()))
				: null;
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
	 * What goes in.
	 *
	 * @param symbols ciphertext symbols (T, N), 64-bit integers
	 * @param previous with feedback, the plaintext symbols in front of the positions: (T,
	 * N), or (T − 1, N) or null (for T = 1) where position 0 is the message's first and
	 * has none
	 * @param reversal for two directions, the rows of a (T·N, ·) matrix in an order that
	 * turns each message round within its own length
	 * @param state the LSTM's state before the first position: h and c, each (1, N, H),
	 * for each layer; null for zeros
	 * @param dropout where dropout masks are drawn from; null for none
	 */
	record Pass(NDArray symbols, @Nullable NDArray previous, @Nullable NDArray reversal, @Nullable NDList state,
			@Nullable RandomGenerator dropout) {
	}

	/**
	 * What comes out.
	 *
	 * @param logits a score for each plaintext symbol (T, N, V)
	 * @param hidden what the top LSTM layer gives (T, N, D·H)
	 * @param state the state after the last position, as in {@link Pass}
	 */
	record Output(NDArray logits, NDArray hidden, NDList state) {
	}

	/** One pass from the bottom of the figure to its top. */
	Output forward(Pass pass) {
		boolean training = pass.dropout() != null;
		ParameterStore store = new ParameterStore();
		NDArray symbols = pass.symbols(); // (T, N)
		NDArray embedded = only(this.embedding.forward(store, new NDList(symbols), training)); // (T,N,E)
		NDArray x = (this.feedback != null) ? withPrevious(store, this.feedback, embedded, pass, training) : embedded;
		NDList state = new NDList();
		for (int layer = 0; layer < this.lstm.length; layer++) {
			x = lstmLayer(store, layer, x, pass, state); // (T, N, D·H)
		}
		NDArray hidden = x;
		if (this.config.skip()) {
			x = x.concat(embedded, 2); // (T, N, D·H + E)
		}
		if (this.head != null) {
			x = Activation.relu(only(this.head.forward(store, new NDList(x), training))); // (T,N,headHidden)
		}
		return new Output(only(this.linear.forward(store, new NDList(x), training)), hidden, state);
	}

	private NDArray withPrevious(ParameterStore store, EmbeddingBlock feedback, NDArray embedded, Pass pass,
			boolean training) {
		Shape shape = embedded.getShape(); // (T, N, E)
		NDArray previous = (pass.previous() != null)
				? only(feedback.forward(store, new NDList(pass.previous()), training)) : null; // (T
																								// or
																								// T-1,
																								// N,
																								// E)
		if (previous == null || previous.getShape().get(0) < shape.get(0)) {
			NDArray none = embedded.getManager().zeros(new Shape(1, shape.get(1), shape.get(2)));
			previous = (previous != null) ? none.concat(previous, 0) : none; // (T, N, E)
		}
		return embedded.concat(previous, 2); // (T, N, 2E)
	}

	private NDArray lstmLayer(ParameterStore store, int layer, NDArray x, Pass pass, NDList state) {
		boolean training = pass.dropout() != null;
		long positions = x.getShape().get(0); // T
		long messages = x.getShape().get(1); // N
		NDList before = (pass.state() != null) ? pass.state().subNDList(2 * layer, 2 * layer + 2)
				: zeroState(x.getManager(), messages);
		NDList forward = this.lstm[layer][0].forward(store, new NDList(x).addAll(before), training);
		state.addAll(forward.subNDList(1));
		NDArray out = forward.get(0); // (T, N, H)
		if (this.config.bidirectional()) {
			NDList reversed = new NDList(rows(x, pass.reversal())).addAll(zeroState(x.getManager(), messages));
			NDArray backward = this.lstm[layer][1].forward(store, reversed, training).get(0); // (T,N,H)
			out = out.concat(rows(backward, pass.reversal()), 2); // (T, N, 2H)
		}
		if (training && this.config.dropout() > 0) {
			out = out.mul(dropoutMask(out, positions * messages, pass.dropout()));
		}
		return out;
	}

	private NDList zeroState(NDManager manager, long messages) {
		NDArray zeros = manager.zeros(new Shape(1, messages, this.config.hidden()));
		return new NDList(zeros, zeros);
	}

	private static NDArray rows(NDArray x, NDArray order) {
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
