package dev.decipher.network;

import org.springframework.stereotype.Component;

/**
 * Loads PyTorch while the application starts, with the number of threads that its
 * settings name. Whatever makes networks depends on it.
 */
@Component(TorchStarter.NAME)
public class TorchStarter {

	/** The bean's name, for {@code @DependsOn}. */
	public static final String NAME = "torchStarter";

	TorchStarter(TorchProperties properties) {
		TorchEngine.configure(properties.threads());
		// half a second of work that the rest of the start need not wait for
		Thread loader = new Thread(TorchEngine::engine, "torch-starter");
		loader.setDaemon(true);
		loader.start();
	}

}
