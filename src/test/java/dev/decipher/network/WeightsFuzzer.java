package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** A file of weights is read, or said to be malformed in a line that can be shown. */
public final class WeightsFuzzer {

	private WeightsFuzzer() {
	}

	/** The names and shapes of tensors are DJL's. */
	public static void fuzzerInitialize() {
		TorchEngine.start(1);
	}

	public static void fuzzerTestOneInput(byte[] file) throws IOException {
		Safetensors.File read;
		try {
			read = Safetensors.read(new ByteArrayInputStream(file));
		}
		catch (MalformedWeightsException ex) {
			if (!String.valueOf(ex.getMessage()).matches("[ -~]{1,400}")) {
				throw new IllegalStateException("an unusable message: " + ex.getMessage(), ex);
			}
			return;
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Safetensors.write(new Safetensors.File(read.weights(), Map.of()), out);
		Weights again = Safetensors.read(new ByteArrayInputStream(out.toByteArray())).weights();
		if (!again.config().equals(read.weights().config())) {
			throw new IllegalStateException("another network: " + again.config());
		}
		again.tensors().forEach((name, tensor) -> {
			float[] values = read.weights().tensors().get(name).values();
			for (float value : values) {
				if (!Float.isFinite(value)) {
					throw new IllegalStateException("no finite number in " + name);
				}
			}
			if (!Arrays.equals(tensor.values(), values)) {
				throw new IllegalStateException("other values of " + name);
			}
		});
	}

}
