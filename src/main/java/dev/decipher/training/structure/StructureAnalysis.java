package dev.decipher.training.structure;

import org.jspecify.annotations.Nullable;

/** Looks for one family of ciphers in a sample of pairs. */
@FunctionalInterface
interface StructureAnalysis {

	/**
	 * Looks for an explanation.
	 * @param sample messages whose ciphertexts are as long as their plaintexts
	 * @return one that is to be tried on pairs it wasn't found by; null for none
	 */
	@Nullable Structure explain(MessageSample sample);

}
