package dev.decipher.network;

import org.springframework.stereotype.Component;

/**
 * Sets PyTorch up, which is then loaded by the first network that needs it: a service
 * whose models are small may never do. Whatever makes networks depends on it.
 */
@Component(TorchStarter.NAME)
public class TorchStarter {

	/** The bean's name, for {@code @DependsOn}. */
	public static final String NAME = "torchStarter";

	TorchStarter(TorchProperties torch, NetworkProperties networks) {
		TorchEngine.configure(torch.threads());
		HeapNetwork.limit(networks.javaMultiplications());
	}

}
