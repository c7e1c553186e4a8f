package dev.decipher.network;

import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A vector for each symbol: a row of {@code weight} (C, E), at first drawn from N(0, 1)
 * like {@code torch.nn.Embedding}. It can be told to take the number C for no symbol at
 * all, whose vector is zero and is no parameter.
 */
final class EmbeddingBlock extends TensorBlock {

	private final int size;

	private final boolean none;

	private final Parameter weight;

	EmbeddingBlock(String name, int symbols, int size, boolean none) {
		super(symbols);
		this.size = size;
		this.none = none;
		this.weight = tensor(name + ".weight", Parameter.Type.WEIGHT, new Shape(symbols, size));
	}

	/**
	 * Embeds symbols.
	 * @param inputs the symbols (T, N), 64-bit integers
	 * @return (T, N, E)
	 */
	@Override
	protected NDList forwardInternal(ParameterStore store, NDList inputs, boolean training,
			PairList<String, Object> params) {
		NDArray symbols = inputs.singletonOrThrow(); // (T, N)
		return Embedding.embedding(symbols, rows(store, symbols, training), SparseFormat.DENSE);
	}

	/**
	 * The symbols' vectors (C, E), or (C + 1, E) with that of no symbol.
	 * @param pass an array of the pass, whose manager owns what is made
	 */
	NDArray rows(ParameterStore store, NDArray pass, boolean training) {
		NDArray rows = value(store, this.weight, pass, training); // (C, E)
		if (this.none) {
			rows = rows.concat(pass.getManager().zeros(new Shape(1, this.size)), 0); // (C+1,E)
			rows.attach(pass.getManager()); // and not to the parameter's
		}
		return rows;
	}

	@Override
	void initialise(NDManager manager, RandomGenerator random) {
		fill(manager, this.weight, random::nextGaussian);
	}

}
