package dev.decipher.training.structure;

import org.jspecify.annotations.Nullable;

/**
 * One block after the other in the same order.
 *
 * @param order the place in the ciphertext's block of each symbol of the plaintext's
 */
record BlockPlaces(int[] order) implements Places {

	@Override
	public int @Nullable [] of(int length) {
		if (length % this.order.length != 0) {
			return null;
		}
		int[] places = new int[length];
		for (int i = 0; i < length; i++) {
			int phase = i % this.order.length;
			places[i] = i - phase + this.order[phase];
		}
		return places;
	}

}
