package dev.decipher.training.structure;

import org.jspecify.annotations.Nullable;

/** Where the plaintext's symbols stand in a ciphertext. */
@FunctionalInterface
interface Places {

	/** Each symbol stands where it stood. */
	Places SAME = (length) -> {
		int[] places = new int[length];
		for (int i = 0; i < length; i++) {
			places[i] = i;
		}
		return places;
	};

	/**
	 * The place in the ciphertext of each symbol of the plaintext.
	 * @return (length), or null if that isn't known for messages of this length
	 */
	int @Nullable [] of(int length);

	/**
	 * The messages that are explained, their ciphertexts' symbols back in the order of
	 * the plaintext.
	 */
	default MessageSample restore(MessageSample sample) {
		MessageSample known = sample.where((message) -> of(sample.ciphertexts()[message].length) != null);
		int[][] restored = new int[known.messages()][];
		for (int message = 0; message < restored.length; message++) {
			restored[message] = restore(known.ciphertexts()[message]);
		}
		return known.with(restored, known.plaintexts());
	}

	private int[] restore(int[] ciphertext) {
		int[] places = of(ciphertext.length);
		int[] restored = new int[ciphertext.length];
		for (int i = 0; places != null && i < places.length; i++) {
			restored[i] = ciphertext[places[i]];
		}
		return restored;
	}

}
