package dev.decipher.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import org.jspecify.annotations.Nullable;

/**
 * The LSTM of a {@link CipherNetwork}: layer upon layer, in one direction or two, with
 * dropout after each.
 */
final class LstmStack {

	private final NetworkConfig config;

	private final LstmBlock[][] layers; // [layer][direction]

	LstmStack(NetworkConfig config) {
		this.config = config;
		this.layers = new LstmBlock[config.layers()][config.directions()];
		for (int layer = 0; layer < config.layers(); layer++) {
			for (int direction = 0; direction < config.directions(); direction++) {
				String suffix = "l" + layer + ((direction == 1) ? "_reverse" : "");
				this.layers[layer][direction] = new LstmBlock(suffix, config.lstmInput(layer), config.hidden());
			}
		}
	}

	/** The layers from the lowest up, of each the forward direction first. */
	List<LstmBlock> blocks() {
		return Arrays.stream(this.layers).flatMap(Arrays::stream).toList();
	}

	/**
	 * Reads a stretch of messages.
	 * @param x (T, N, F)
	 * @param state takes the state after the last position
	 * @return (T, N, D·H)
	 */
	NDArray forward(ParameterStore store, NDArray x, CipherNetwork.Pass pass, NDList state) {
		NDArray reversal = (this.config.bidirectional() && !pass.ciphertexts().isOfOneLength())
				? pass.ciphertexts().reversal(pass.manager()) : null;
		NDArray out = x;
		for (int layer = 0; layer < this.layers.length; layer++) {
			out = forward(store, layer, out, reversal, pass, state);
		}
		return out;
	}

	private NDArray forward(ParameterStore store, int layer, NDArray x, @Nullable NDArray reversal,
			CipherNetwork.Pass pass, NDList state) {
		long positions = x.getShape().get(0); // T
		long messages = x.getShape().get(1); // N
		LstmBlock[] directions = this.layers[layer];
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
		if (pass.dropout() != null && this.config.dropout() > 0) {
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

}
