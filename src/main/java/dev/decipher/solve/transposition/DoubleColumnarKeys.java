package dev.decipher.solve.transposition;

import dev.decipher.cipher.KeyPart;
import dev.decipher.language.NGrams;

/**
 * Both keys of a double columnar transposition, as the ranks of their columns.
 *
 * @param cost of the text that they decipher, in nats / {@link NGrams#UNITS}
 */
record DoubleColumnarKeys(int[] ranks1, int[] ranks2, int cost) {

	/** What the text costs and what it takes to write the keys down, in nats. */
	double descriptionLength() {
		return (double) this.cost / NGrams.UNITS + KeyPart.logFactorial(this.ranks1.length)
				+ KeyPart.logFactorial(this.ranks2.length);
	}

	boolean isAsLongAs(DoubleColumnarKeys other) {
		return this.ranks1.length == other.ranks1.length && this.ranks2.length == other.ranks2.length;
	}

}
