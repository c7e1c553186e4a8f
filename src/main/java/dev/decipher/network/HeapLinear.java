package dev.decipher.network;

/** A linear layer of a {@link HeapNetwork}, over the LSTM's output or the layer below. */
final class HeapLinear {

	private final int out;

	private final int in;

	/** The bias, for each ciphertext symbol where the layer reads these. */
	private final SymbolTable ofSymbol;

	/** (in, out). */
	private final float[][] weight;

	HeapLinear(Weights weights, String name, boolean lowest) {
		NetworkConfig config = weights.config();
		float[] bias = weights.values(name + ".bias");
		this.out = bias.length;
		float[] all = weights.values(name + ".weight");
		this.weight = FloatMath.transposed(all, all.length / this.out);
		this.in = lowest ? config.directions() * config.hidden() : config.headHidden();
		this.ofSymbol = SymbolTable.of((lowest && config.skip())
				? FloatMath.table(weights.values("embedding.weight"), config.embedding(), this.weight, this.in, bias)
				: new float[][] { bias });
	}

	int out() {
		return this.out;
	}

	void apply(int symbol, float[] x, int offset, float[] y) {
		System.arraycopy(this.ofSymbol.row(symbol), 0, y, 0, this.out);
		Products.add(this.weight, x, offset, this.in, y);
	}

	/**
	 * Applies the layer to many messages.
	 * @param symbols of each message, (lanes)
	 * @param x (in, lanes)
	 * @param y (out, lanes)
	 */
	void apply(int[] symbols, float[][] x, int lanes, float[][] y) {
		this.ofSymbol.copy(symbols, lanes, y);
		Products.add(this.weight, x, this.in, lanes, y);
	}

}
