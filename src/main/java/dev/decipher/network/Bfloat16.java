package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Linear maps whose factors are rounded to bfloat16, float32 with the last 16 bits left
 * out, and whose sums are not (Kalamkar et al., "A study of bfloat16 for deep learning
 * training", 2019). Processors with AMX multiply large matrices of such numbers some
 * eight times as fast. DJL has no arrays of them, so that torch is told what to do in a
 * TorchScript module.
 */
final class Bfloat16 {

	/** In torch's numbers for types, 15 is bfloat16 and 6 float32. */
	private static final String CODE = """
			class Linear(Module):
			  __parameters__ = []
			  __buffers__ = []
			  def forward(self: __torch__.Linear,
			    x: Tensor,
			    weight: Tensor,
			    bias: Tensor) -> Tensor:
			    y = torch.linear(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15))
			    return torch.to(y, 6)
			""";

	/** An object of that class without any state, pickled. */
	private static final String OBJECT = "\u0080\u0002c__torch__\nLinear\n)\u0081}b.";

	/** An empty tuple, pickled. */
	private static final String NO_CONSTANTS = "\u0080\u0002).";

	private Bfloat16() {
	}

	/** Whether this machine's processor is made for such numbers. */
	static boolean isFast() {
		return Processor.FAST;
	}

	/**
	 * Maps the last axis.
	 * @param x (…, in)
	 * @param weight (out, in)
	 * @param bias (out)
	 * @return {@code x·Wᵀ + b} (…, out)
	 */
	static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
		// holds for this thread; else the first passes would be computed in another way
		// than those that follow
		JniUtils.setGraphExecutorOptimize(false);
		NDList inputs = new NDList(x, nameless(weight, x), nameless(bias, x));
		return IValueUtils.forward(Module.LINEAR, inputs, true).singletonOrThrow();
	}

	/** The same values, without a name that DJL would take for one of an argument. */
	private static NDArray nameless(NDArray parameter, NDArray x) {
		NDArray view = parameter.reshape(parameter.getShape());
		view.attach(x.getManager());
		return view;
	}

	private static PtSymbolBlock module() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ZipOutputStream zip = new ZipOutputStream(bytes);
			put(zip, "data.pkl", OBJECT);
			put(zip, "constants.pkl", NO_CONSTANTS);
			put(zip, "code/__torch__.py", CODE);
			put(zip, "version", "3\n");
			zip.close();
			return JniUtils.loadModule((PtNDManager) TorchEngine.newManager(),
					new ByteArrayInputStream(bytes.toByteArray()), false, false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("memory takes what is written to it", ex);
		}
	}

	private static void put(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry("linear/" + name));
		zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
		zip.closeEntry();
	}

	private static final class Module {

		static final PtSymbolBlock LINEAR = module();

	}

	private static final class Processor {

		static final boolean FAST = isNamed("amx_bf16");

		private static boolean isNamed(String feature) {
			try {
				return Files.readString(Path.of("/proc/cpuinfo")).contains(feature);
			}
			catch (IOException ex) {
				return false; // no Linux
			}
		}

	}

}
