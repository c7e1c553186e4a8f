package dev.decipher.network;

import ai.djl.ndarray.NDArray;

/**
 * Linear maps whose factors are rounded to bfloat16, float32 with the last 16 bits left
 * out, and whose sums are not (Kalamkar et al., "A study of bfloat16 for deep learning
 * training", 2019). Processors with AMX multiply large matrices of such numbers some
 * eight times as fast, others with AVX-512's instructions for them twice as fast. DJL has
 * no arrays of them, hence the script.
 */
final class Bfloat16 {

	private Bfloat16() {
	}

	/** Whether this machine's processor is made for such numbers. */
	static boolean isFast() {
		return Processor.current().has("amx_bf16") || Processor.current().has("avx512_bf16");
	}

	/**
	 * Maps the last axis.
	 * @param x (…, in)
	 * @param weight (out, in)
	 * @param bias (out)
	 * @return {@code x·Wᵀ + b} (…, out)
	 */
	static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
		return Function.LINEAR.apply(x, weight, bias);
	}

	/** In torch's numbers for types, 15 is bfloat16 and 6 float32. */
	private static final class Function {

		static final TorchScript LINEAR = new TorchScript("x weight bias", """
				    y = torch.linear(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15))
				    return torch.to(y, 6)
				""");

	}

}
