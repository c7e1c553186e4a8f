package dev.decipher.network;

import ai.djl.engine.Engine;

/**
 * The platform that networks are trained on here. The weights that come of the same steps
 * depend on all of it.
 *
 * @param djl DJL's version
 * @param torch PyTorch's version
 * @param jvm the Java virtual machine's name and version
 * @param os the operating system's name, version and architecture
 * @param processor its name, and those of its units that PyTorch chooses kernels by
 * @param threads threads that training may use
 */
public record Platform(String djl, String torch, String jvm, String os, String processor, int threads) {

	static Platform current(int threads) {
		return new Platform(Engine.getDjlVersion(), TorchEngine.engine().getVersion(),
				property("java.vm.name") + " " + property("java.runtime.version"),
				property("os.name") + " " + property("os.version") + " " + property("os.arch"),
				Processor.current().describe(System.getenv()), threads);
	}

	private static String property(String name) {
		return System.getProperty(name);
	}

}
