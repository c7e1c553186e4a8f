package dev.decipher.network;

import org.springframework.stereotype.Component;

/**
 * Makes networks of weights: small ones on the heap, larger ones in PyTorch, which the
 * first of these loads; a service whose models are small may never do.
 */
@Component
public class NetworkLoader {

	private final int threads;

	private final int maxHeapMultiplications;

	NetworkLoader(TorchProperties torch, NetworkProperties networks) {
		TorchEngine.configure(torch.threads());
		this.threads = torch.threads();
		this.maxHeapMultiplications = networks.javaMultiplications();
	}

	/**
	 * The platform that networks are trained on here; loads PyTorch unless it is loaded.
	 */
	public Platform platform() {
		return Platform.current(this.threads);
	}

	/** Makes a network, to be closed after use. */
	public TrainedNetwork load(Weights weights) {
		return new TrainedNetwork(weights,
				HeapNetwork.suits(weights.config(), weights.plaintextSymbols(), this.maxHeapMultiplications));
	}

}
