package dev.decipher.network;

import ai.djl.engine.Engine;

/**
 * Loads PyTorch and ends. The first to do so unpacks the natives into DJL's folder, and
 * once they are there nothing more is written to it: the build of the container image
 * runs this, so that the folder can be read-only from then on.
 */
final class UnpackNatives {

	private UnpackNatives() {
	}

	public static void main(String[] args) {
		TorchEngine.start(1);
		Engine engine = TorchEngine.engine();
		System.out.println(engine.getEngineName() + " " + engine.getVersion() + " loads");
	}

}
