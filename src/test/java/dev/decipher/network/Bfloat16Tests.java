package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Bfloat16Tests {

	/** Of the factors: half of the last of 8 bits, for each of two. */
	private static final double ROUNDING = 0x1p-8;

	@BeforeAll
	static void loadTorch() {
		TorchEngine.start(1);
	}

	@Test
	void mapsAndTakesGradientsLikeAFullLinearMapButForRounding() {
		float[][] full = mapped(false);
		float[][] rounded = mapped(true);
		for (int i = 0; i < full.length; i++) {
			double off = 0;
			double size = 0;
			for (int at = 0; at < full[i].length; at++) {
				off += Math.pow(full[i][at] - rounded[i][at], 2);
				size += Math.pow(full[i][at], 2);
			}
			assertThat(Math.sqrt(off / size)).as("result %d", i).isPositive().isLessThan(ROUNDING);
		}
	}

	/** What comes out, and the gradients by what went in. */
	private static float[][] mapped(boolean rounded) {
		try (NDManager manager = TorchEngine.newManager()) {
			NDArray x = drawn(manager, new Shape(3, 5, 48));
			NDArray weight = drawn(manager, new Shape(32, 48));
			NDArray bias = drawn(manager, new Shape(32));
			NDArray slopes = drawn(manager, new Shape(3, 5, 32));
			NDArray y;
			try (GradientCollector collector = TorchEngine.engine().newGradientCollector()) {
				for (NDArray array : new NDArray[] { x, weight, bias }) {
					array.setRequiresGradient(true);
				}
				y = rounded ? Bfloat16.linear(x, weight, bias) : Linear.linear(x, weight, bias).singletonOrThrow();
				JniUtils.backward((PtNDArray) y, (PtNDArray) slopes, false, false);
			}
			return new float[][] { y.toFloatArray(), x.getGradient().toFloatArray(),
					weight.getGradient().toFloatArray(), bias.getGradient().toFloatArray() };
		}
	}

	private static NDArray drawn(NDManager manager, Shape shape) {
		SplittableRandom random = new SplittableRandom(shape.size());
		float[] values = new float[Math.toIntExact(shape.size())];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return Tensors.of(manager, values, shape);
	}

	@Test
	void largeNetworksGoOnBitForBit() throws IOException {
		NetworkConfig config = new NetworkConfig(8, 256, 1, false, 0, 512, true, false, 0, 0, 2, 0, true, true);
		int[][] messages = HeapNetworkTests.messages(new int[] { 9, 6 });
		ByteArrayOutputStream state = new ByteArrayOutputStream();
		try (NetworkTrainer trainer = NetworkTrainer.of(config, 27, 27, 1);
				NetworkTrainer other = NetworkTrainer.of(config, 27, 27, 2)) {
			double first = trainer.step(messages, messages, 0.001);
			trainer.save(new DataOutputStream(state));
			double loss = 0;
			for (int step = 0; step < 5; step++) {
				loss = trainer.step(messages, messages, 0.001);
			}
			assertThat(loss).isLessThan(0.9 * first);
			other.load(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
			for (int step = 0; step < 5; step++) {
				other.step(messages, messages, 0.001);
			}
			other.weights()
				.tensors()
				.forEach((name, tensor) -> assertThat(tensor.values()).as(name)
					.isEqualTo(trainer.weights().tensors().get(name).values()));
		}
	}

}
