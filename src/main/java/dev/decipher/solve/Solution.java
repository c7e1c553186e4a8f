package dev.decipher.solve;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a ciphertext. */
@Schema(description = "What became of a ciphertext")
record Solution(
		@Schema(description = "Which cipher it may be, the likeliest first; plaintext and random are among them. "
				+ "The probabilities add up to 1") List<Type> types,
		@Schema(description = "What was taken off the text before the types were looked at, in that order: base64, "
				+ "base32, hex, binary, decimal, octal, url, morse, digits, groups, reversed, reversed-words, title or "
				+ "all-characters", example = "[\"groups\"]") List<String> form,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Schema(
				description = "The text that was left when the form was taken off, which the ciphers of the candidates "
						+ "decipher",
				example = "Gur nggnpx ortvaf ng qnja") String ciphertext,
		@Schema(description = "Ways to read it, best first; none where none explains the text better than "
				+ "chance does") List<Reading> candidates,
		@Schema(description = "How many keys were tried, of all types together", example = "1250816") long keysTried,
		@Schema(description = "How long it took", example = "1.84") double seconds) {

	/** A type of cipher and how likely it is. */
	@Schema(name = "PossibleType", description = "A type of cipher and how likely it is")
	record Type(
			@Schema(description = "The type as in GET /ciphers, or plaintext, or random. Of types that no "
					+ "ciphertext can tell apart, such as substitution, affine, caesar and atbash, the simplest that "
					+ "explains the text stands for all", example = "substitution") String type,
			@Schema(description = "How likely it is", example = "0.98") double probability) {
	}

	/** A way to read the text. */
	@Schema(name = "SolveCandidate", description = "A way to read the text")
	record Reading(
			@Schema(description = "The plaintext, with the case, spaces and punctuation of the ciphertext",
					example = "WELCOME TO THE WORLD OF CIPHERS") String text,
			@Schema(description = "What it is written in", example = "english") String language,
			@Schema(description = "The cipher with its key, as /encrypt takes it") Cipher cipher,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Schema(
					description = "The alphabet that /decrypt and /encrypt need with it, where it isn't the cipher's own") Alphabet alphabet,
			@Schema(description = "Nats a letter: how likely the language is to have this text, less what it "
					+ "takes to write down the key. The higher the better", example = "-1.93") double score,
			@Schema(description = "The probability that at most 5 % of the letters are wrong",
					example = "0.97") double confidence,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Schema(
					description = "The plaintext with its words parted, where that was asked for",
					example = "WELCOME TO THE WORLD OF CIPHERS") String words) {
	}

	/** The confidence in the best reading. */
	double confidence() {
		return this.candidates.isEmpty() ? 0 : this.candidates.get(0).confidence();
	}

	/**
	 * The better one of two, after the search for both.
	 * @param better whether that is the other one
	 */
	Solution or(Solution other, boolean better) {
		Solution one = better ? other : this;
		return new Solution(one.types, one.form, one.ciphertext, one.candidates, this.keysTried + other.keysTried,
				this.seconds + other.seconds);
	}

}
