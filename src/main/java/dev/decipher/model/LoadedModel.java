package dev.decipher.model;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.network.TrainedNetwork;

/**
 * A version ready to decrypt, on loan: it stays loaded until it is closed, whatever is
 * activated or deleted meanwhile.
 */
public final class LoadedModel implements AutoCloseable {

	private final ModelVersion version;

	private final TrainedNetwork network;

	private final Runnable giveBack;

	LoadedModel(ModelVersion version, TrainedNetwork network, Runnable giveBack) {
		this.version = version;
		this.network = network;
		this.giveBack = giveBack;
	}

	public VersionId id() {
		return this.version.id();
	}

	public Alphabet plaintextAlphabet() {
		return this.version.details().alphabet();
	}

	/**
	 * How a text becomes what the network reads.
	 * @return the format of ciphertexts
	 */
	public CiphertextFormat format() {
		return this.version.details().format();
	}

	public TrainedNetwork network() {
		return this.network;
	}

	@Override
	public void close() {
		this.giveBack.run();
	}

}
