package dev.decipher.cipher.polygraphic;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Parameters;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that keep two of the same apart.
 *
 * @param filler stands beside any other symbol
 * @param second stands beside the filler
 */
record PairFillers(int filler, int second) {

	/**
	 * The fillers of an alphabet.
	 * @param filler a symbol, null for X or else the last one
	 * @param second a symbol, null for Q or else the first one that isn't the filler
	 * @throws InvalidInput with a pointer relative to the cipher for other texts
	 */
	static PairFillers of(Alphabet alphabet, @Nullable String filler, @Nullable String second) {
		int usual = (filler != null) ? Parameters.symbol("filler", filler, alphabet) : Fillers.of(alphabet);
		if (second != null) {
			int other = Parameters.symbol("secondFiller", second, alphabet);
			InvalidInput.throwIf(other == usual, "/secondFiller", "must be another symbol than the filler");
			return new PairFillers(usual, other);
		}
		int q = alphabet.indexOf('Q');
		return new PairFillers(usual, (q >= 0 && q != usual) ? q : (usual == 0) ? 1 : 0);
	}

	/** What can stand beside a symbol. */
	int beside(int symbol) {
		return (symbol != this.filler) ? this.filler : this.second;
	}

}
