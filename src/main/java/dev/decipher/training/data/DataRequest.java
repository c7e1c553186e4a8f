package dev.decipher.training.data;

import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.TokenForm;
import dev.decipher.cipher.Cipher;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** The part of a client's request that says what to learn from. */
@Schema(name = "TrainData", description = "Either a cipher, or pairs, or a corpus")
public record DataRequest(
		@Nullable @Schema(description = "The service makes random messages and enciphers them") @Valid Cipher cipher,
		@Nullable @Schema(
				description = "Known-plaintext pairs of a cipher that nobody names") List<@NotNull @Valid Pair> pairs,
		@Nullable @Schema(
				description = "The plaintext's; the cipher's own, or derived from the pairs, unless named") Alphabet alphabet,
		@Nullable @Valid Ciphertext ciphertext,
		@Nullable @Range(min = 1, max = 10_000, message = "must be between {min} and {max}") @Schema(
				description = "Symbols in a message made for a cipher", example = "32") Integer messageLength,
		@Nullable @DecimalMin(value = "0", inclusive = false,
				message = "must be greater than 0 and less than 1") @DecimalMax(value = "1", inclusive = false,
						message = "must be greater than 0 and less than 1") @Schema(
								description = "The share of the pairs, or of the corpus, that training never sees",
								example = "0.1") Double validationFraction,
		@Nullable @Schema(description = "Text in a language, to learn that language from",
				example = "Call me Ishmael. Some years ago") String corpus,
		@Nullable @Schema(description = "`all` makes every character a symbol, blanks and line breaks too",
				example = "letters") CharacterRule characters) {

	private static final double VALIDATION_FRACTION = 0.1;

	public static final DataRequest EMPTY = new DataRequest(null, null, null, null, null, null, null, null);

	/** Whether every character is a symbol. */
	boolean isOfAllCharacters() {
		return this.characters == CharacterRule.ALL;
	}

	/** The share of the pairs, or of the corpus, that training never sees. */
	double heldOut() {
		return (this.validationFraction != null) ? this.validationFraction : VALIDATION_FRACTION;
	}

	@Schema(name = "KnownPlaintextPair", description = "A ciphertext and what it means, symbol by symbol")
	public record Pair(
			@NotNull @Schema(
					description = "As many symbols as the plaintext, or else nulls, blanks that one side lacks, or "
							+ "one ratio explain the lengths of all pairs",
					example = "URYYB", requiredMode = Schema.RequiredMode.REQUIRED) String ciphertext,
			@NotNull @Schema(description = "What it means", example = "HELLO",
					requiredMode = Schema.RequiredMode.REQUIRED) String plaintext) {
	}

	@Schema(name = "CiphertextForm", description = "How the ciphertext's symbols differ from the plaintext's")
	public record Ciphertext(@Nullable @Schema(description = "The ciphertext's symbols") Alphabet alphabet,
			@Nullable @Schema(
					description = "In place of an alphabet: a symbol is a run of characters between white space, or "
							+ "so many characters. Those that occur are collected") TokenForm tokens) {
	}

}
