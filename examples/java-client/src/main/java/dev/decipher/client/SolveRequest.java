package dev.decipher.client;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A ciphertext to solve, and what is known of it.
 *
 * @param text the ciphertext
 * @param cipher the types of cipher that it may be; any if null
 * @param language the languages that it may be written in; any of those built in if null
 * @param maxSeconds how long to search; 10 if null
 * @param maxCandidates how many readings to give at most; 5 if null
 * @param keyLength bounds of the key's letters, columns, rails or period
 * @param crib pieces of the plaintext
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SolveRequest(String text, @Nullable List<String> cipher, @Nullable List<String> language,
		@Nullable Double maxSeconds, @Nullable Integer maxCandidates, @Nullable KeyLength keyLength,
		@Nullable List<Crib> crib) {

	public static SolveRequest of(String text) {
		return new SolveRequest(text, null, null, null, null, null, null);
	}

	public SolveRequest withCipher(String... types) {
		return new SolveRequest(this.text, List.of(types), this.language, this.maxSeconds, this.maxCandidates,
				this.keyLength, this.crib);
	}

	public SolveRequest withLanguage(String... languages) {
		return new SolveRequest(this.text, this.cipher, List.of(languages), this.maxSeconds, this.maxCandidates,
				this.keyLength, this.crib);
	}

	public SolveRequest withMaxSeconds(double seconds) {
		return new SolveRequest(this.text, this.cipher, this.language, seconds, this.maxCandidates, this.keyLength,
				this.crib);
	}

	public SolveRequest withCrib(Crib... pieces) {
		return new SolveRequest(this.text, this.cipher, this.language, this.maxSeconds, this.maxCandidates,
				this.keyLength, List.of(pieces));
	}

	/** Bounds of a key's length, of which one will do. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record KeyLength(@Nullable Integer min, @Nullable Integer max) {
	}

	/**
	 * A piece of the plaintext.
	 *
	 * @param text its letters
	 * @param position where it stands, from 0; anywhere if null
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Crib(String text, @Nullable Integer position) {
	}

}
