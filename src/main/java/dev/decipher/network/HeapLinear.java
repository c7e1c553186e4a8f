package dev.decipher.network;

/** A linear layer of a {@link HeapNetwork}, over the LSTM's output or the layer below. */
final class HeapLinear {

	private final int out;

	private final int in;

	/** The bias, for each ciphertext symbol where the layer reads these: (C, out). */
	private final float[] ofSymbol;

	private final boolean skip;

	/** (in, out). */
	private final float[] weight;

	HeapLinear(Weights weights, String name, boolean lowest) {
		NetworkConfig config = weights.config();
		float[] bias = weights.values(name + ".bias");
		this.out = bias.length;
		this.skip = lowest && config.skip();
		float[] all = weights.values(name + ".weight");
		this.weight = FloatMath.transposed(all, all.length / this.out);
		this.in = lowest ? config.directions() * config.hidden() : config.headHidden();
		this.ofSymbol = this.skip
				? FloatMath.table(weights.values("embedding.weight"), config.embedding(), this.weight, this.in, bias)
				: bias;
	}

	float[] newOutput() {
		return new float[this.out];
	}

	void apply(int symbol, float[] x, int offset, float[] y) {
		System.arraycopy(this.ofSymbol, this.skip ? symbol * this.out : 0, y, 0, this.out);
		FloatMath.addProduct(this.weight, x, offset, this.in, y);
	}

}
