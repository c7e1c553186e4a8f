package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The published messages of a family of ciphers. */
interface CipherVectors {

	/** Every family. */
	static Stream<CipherVectors> families() {
		return Stream.of(new SubstitutionVectors(), new PolyalphabeticVectors(), new PolygraphicVectors(),
				new FractionatingVectors(), new TranspositionVectors(), new MachineVectors(), new ChainVectors());
	}

	/** Messages that somebody else has published. */
	List<Vector> vectors();

	/**
	 * Published messages that have other ciphertexts as well, so that these are only
	 * deciphered.
	 */
	default List<Vector> ambiguous() {
		return List.of();
	}

	/**
	 * Ciphers with keys left to chance, R, or with another one for every message, in JSON
	 * with apostrophes for quotation marks: the ones that are tried with any message.
	 */
	List<String> templates();

	/**
	 * A message, enciphered and deciphered as texts.
	 *
	 * @param source who has published it
	 * @param cipher in JSON, with apostrophes for quotation marks
	 * @param alphabet the cipher's own if null
	 * @param ciphertext as /encrypt writes it
	 * @param deciphered the plaintext as /decrypt writes it, with fillers and without
	 * what was dropped
	 */
	record Vector(String source, String cipher, @Nullable Alphabet alphabet, String plaintext, String ciphertext,
			String deciphered) {

		/** A message that is deciphered to the plaintext itself. */
		static Vector of(String source, String cipher, String plaintext, String ciphertext) {
			return new Vector(source, cipher, null, plaintext, ciphertext, plaintext);
		}

		/** A message over another alphabet than the cipher's own. */
		static Vector over(Alphabet alphabet, String source, String cipher, String plaintext, String ciphertext) {
			return new Vector(source, cipher, alphabet, plaintext, ciphertext, plaintext);
		}

		Cipher read() {
			return JsonMapper.shared().readValue(this.cipher.replace('\'', '"'), Cipher.class);
		}

		@Override
		public String toString() {
			return this.source;
		}

	}

}
