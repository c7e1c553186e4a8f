package dev.decipher.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A function of tensors that torch itself runs, by which it can do what DJL has no name
 * for, and several things in one call.
 */
final class TorchScript {

	/** An object of that class without any state, pickled. */
	private static final String OBJECT = "\u0080\u0002c__torch__\nFunction\n)\u0081}b.";

	/** An empty tuple, pickled. */
	private static final String NO_CONSTANTS = "\u0080\u0002).";

	private final PtSymbolBlock module;

	/**
	 * Compiles a function.
	 * @param parameters the names of its tensors
	 * @param body in TorchScript, each line indented by four spaces
	 */
	TorchScript(String parameters, String body) {
		StringBuilder code = new StringBuilder("""
				class Function(Module):
				  __parameters__ = []
				  __buffers__ = []
				  def forward(self: __torch__.Function""");
		for (String parameter : parameters.split(" ")) {
			code.append(", ").append(parameter).append(": Tensor");
		}
		code.append(") -> Tensor:\n").append(body);
		this.module = load(code.toString());
	}

	private static PtSymbolBlock load(String code) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ZipOutputStream zip = new ZipOutputStream(bytes);
			put(zip, "data.pkl", OBJECT);
			put(zip, "constants.pkl", NO_CONSTANTS);
			put(zip, "code/__torch__.py", code);
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
		zip.putNextEntry(new ZipEntry("function/" + name));
		zip.write(content.getBytes(StandardCharsets.ISO_8859_1));
		zip.closeEntry();
	}

	/**
	 * Applies the function.
	 * @param pass an argument whose manager is to own the result
	 * @param others the other arguments, in the order of the parameters
	 */
	NDArray apply(NDArray pass, NDArray... others) {
		// holds for this thread; else the first passes would be computed in another way
		// than those that follow
		JniUtils.setGraphExecutorOptimize(false);
		NDList inputs = new NDList(pass);
		for (NDArray other : others) {
			inputs.add((other.getName() != null) ? nameless(other, pass) : other);
		}
		return IValueUtils.forward(this.module, inputs, true).singletonOrThrow();
	}

	/** The same values, without a name that DJL would take for one of an argument. */
	private static NDArray nameless(NDArray parameter, NDArray pass) {
		NDArray view = parameter.reshape(parameter.getShape());
		view.attach(pass.getManager());
		return view;
	}

}
