package dev.decipher.solve.search;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * A way to read a ciphertext.
 *
 * @param cipher the cipher with its key, which deciphers the text to this plaintext
 * @param plaintext indices of the language's letters (length); read-only
 * @param score the mean of ln p per letter, in nats: the higher the likelier
 * @param keyCost the key's description length, in nats
 * @param standing by how many nats it stands out from the keys that the same search finds
 * where there is no right one; −∞ where it doesn't, or wasn't compared with any
 */
public record Candidate(Cipher cipher, int[] plaintext, double score, double keyCost, double standing) {

	public Candidate(Cipher cipher, int[] plaintext, double score, double keyCost) {
		this(cipher, plaintext, score, keyCost, Double.NEGATIVE_INFINITY);
	}

	/**
	 * ln p of the plaintext, less the key's description length (Rissanen, Modeling by
	 * shortest data description, Automatica 14, 1978): a long key that makes a text a
	 * little likelier than a short one does is the worse explanation.
	 */
	public double worth() {
		return this.score * this.plaintext.length - this.keyCost;
	}

	/**
	 * By so many nats it is likelier than letters of chance, its key included.
	 * @param symbols the letters that there are
	 */
	public double evidence(int symbols) {
		return worth() + this.plaintext.length * Math.log(symbols);
	}

	/** Whether it reads like a language. */
	public boolean isPlausible(Language language) {
		return language.letters().isPlausible(-this.score * NGrams.UNITS, 1);
	}

}
