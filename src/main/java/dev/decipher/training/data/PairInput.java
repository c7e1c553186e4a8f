package dev.decipher.training.data;

import java.io.IOException;
import java.util.List;

import dev.decipher.problem.InvalidInput;

/**
 * Where known-plaintext pairs come from. They are shown one at a time, as often as asked,
 * since there may be more of them than fit into memory.
 */
public interface PairInput {

	/**
	 * Shows every pair, in order.
	 * @throws InvalidInput with the first faults, the source's own and the visitor's, at
	 * {@code /{index}} or below
	 */
	void forEach(Visitor visitor) throws IOException;

	/**
	 * Whether no header said which column has the ciphertexts, so that it was taken to be
	 * the first.
	 * @throws InvalidInput at the empty pointer if that can't be seen
	 */
	default boolean isHeaderless() throws IOException {
		return false;
	}

	/** Is shown pairs. */
	interface Visitor {

		/**
		 * Looks at a pair.
		 * @throws InvalidInput with pointers relative to the pair; the pairs behind it
		 * are shown all the same
		 */
		void visit(String ciphertext, String plaintext) throws IOException;

	}

	/** Pairs that are there already. */
	static PairInput of(List<DataRequest.Pair> pairs) {
		return (visitor) -> {
			PairFaults faults = new PairFaults();
			for (DataRequest.Pair pair : pairs) {
				faults.look("", () -> visitor.visit(pair.ciphertext(), pair.plaintext()));
			}
			faults.throwIfAny();
		};
	}

}
