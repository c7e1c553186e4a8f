package dev.decipher.cipher;

import java.util.List;

/** Published messages of the machine ciphers, and their keys left to chance. */
final class MachineVectors implements CipherVectors {

	@Override
	public List<Vector> vectors() {
		return List.of();
	}

	@Override
	public List<String> templates() {
		return List.of();
	}

}
