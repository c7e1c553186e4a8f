package dev.decipher.model;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.network.TrainedNetwork;

/**
 * A version ready to decrypt, on loan: it stays loaded until it is closed, whatever is
 * activated or deleted meanwhile.
 */
public record LoadedModel(ModelVersion version, TrainedNetwork network, Runnable giveBack) implements AutoCloseable {

	public VersionId id() {
		return this.version.id();
	}

	public Alphabet plaintextAlphabet() {
		return this.version.details().alphabet();
	}

	/** How a text becomes what the network reads. */
	public CiphertextFormat format() {
		return this.version.details().format();
	}

	@Override
	public void close() {
		this.giveBack.run();
	}

}
