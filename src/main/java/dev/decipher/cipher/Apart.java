package dev.decipher.cipher;

import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;

/** Takes tokens of one length apart into their characters. */
record Apart(Tokens tokens) implements SymbolCipher {

	@Override
	public int[] encrypt(int[] plaintext) {
		Alphabet labels = this.tokens.labels();
		return IntStream.of(plaintext)
			.flatMap((token) -> this.tokens.symbol(token).codePoints().map(labels::indexOf))
			.toArray();
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		Fillers.require(this.tokens.length(), ciphertext);
		Alphabet labels = this.tokens.labels();
		int[] together = new int[ciphertext.length / this.tokens.length()];
		for (int i = 0; i < together.length; i++) {
			StringBuilder token = new StringBuilder();
			for (int part = 0; part < this.tokens.length(); part++) {
				token.append(labels.symbol(ciphertext[i * this.tokens.length() + part]));
			}
			together[i] = this.tokens.indexOf(token.toString());
			if (together[i] < 0) {
				throw new IllegalArgumentException(token + " stands for nothing between two steps");
			}
		}
		return together;
	}

	/** The other way round. */
	record Together(Apart apart) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			return Fillers.fill(plaintext, this.apart.tokens().length(), 0);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return this.apart.decrypt(plaintext);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return this.apart.encrypt(ciphertext);
		}

	}

}
