package dev.decipher;

/**
 * Counts the symbols and the messages that are right.
 */
final class Score {

	private long symbols;

	private long right;

	private int messages;

	private int exact;

	void add(String truth, String decrypted) {
		this.messages++;
		this.exact += truth.equals(decrypted) ? 1 : 0;
		for (int i = 0; i < truth.length(); i++) {
			this.symbols++;
			this.right += (i < decrypted.length() && truth.charAt(i) == decrypted.charAt(i)) ? 1 : 0;
		}
	}

	double accuracy() {
		return (double) this.right / this.symbols;
	}

	double exact() {
		return (double) this.exact / this.messages;
	}

}
