package dev.decipher.decrypt;

import java.util.AbstractList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.Plausibility;
import dev.decipher.network.Prediction;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decrypted message. */
@Schema(description = "A decrypted text")
record Decryption(@Schema(description = "The plaintext", example = "SECRET") String text,
		@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Which model decrypted it",
				example = "seed") String model,
		@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Which of its versions",
				example = "1") Integer version,
		@Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				description = "In place of model and version: the cipher whose rule deciphered it") Cipher cipher,
		@Schema(description = "Mean probability of the chosen symbols; null where the network saw none", types = {
				"number", "null" }, requiredMode = Schema.RequiredMode.REQUIRED,
				example = "0.999") @Nullable Float confidence,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				description = "Each position by itself, where alternatives were asked for") @Nullable List<Symbol> symbols,
		@JsonUnwrapped Plausibility.@Nullable Judgement judgement){

	/** A text deciphered by rule. */
	static Decryption byRule(String text, Cipher cipher) {
		return new Decryption(text, null, null, cipher, null, null, null);
	}

	/** The same with how plausible the plaintext is. */
	Decryption with(Plausibility.Judgement judgement) {
		return new Decryption(this.text, this.model, this.version, this.cipher, this.confidence, this.symbols,
				judgement);
	}

	/** A position of the message. */
	@Schema(name = "DecryptedSymbol", description = "A position of the message")
	record Symbol(@Schema(description = "The character or token as it was given", example = "E") String ciphertext,
			@Schema(description = "What it was decrypted to", example = "S") String plaintext,
			@Schema(description = "The probability of that; null where it passed through",
					requiredMode = Schema.RequiredMode.REQUIRED, types = {
							"number", "null" },
					example = "0.999") @Nullable Float confidence,
			@Schema(description = "The next likeliest symbols, best first") List<Alternative> alternatives){
	}

	/** Another symbol that a position may have been. */
	@Schema(name = "AlternativeSymbol", description = "Another symbol that a position may have been")
	record Alternative(@Schema(description = "The symbol", example = "R") String plaintext,
			@Schema(description = "Its probability", example = "0.0004") float confidence) {
	}

	/**
	 * The positions of a message, each made when it is written: there may be a million.
	 */
	static List<Symbol> symbols(Message message, Prediction prediction, Alphabet alphabet) {
		return new AbstractList<>() {

			@Override
			public Symbol get(int position) {
				return symbol(position, message, prediction, alphabet);
			}

			@Override
			public int size() {
				return message.positions();
			}

		};
	}

	private static Symbol symbol(int position, Message message, Prediction prediction, Alphabet alphabet) {
		String given = message.given(position);
		int index = message.symbolAt(position);
		if (index < 0) {
			return new Symbol(given, given, null, List.of());
		}
		Alternative[] alternatives = new Alternative[prediction.count()];
		for (int i = 0; i < alternatives.length; i++) {
			int at = index * prediction.count() + i;
			alternatives[i] = new Alternative(message.written(position, prediction.alternatives()[at], alphabet),
					prediction.alternativeConfidences()[at]);
		}
		return new Symbol(given, message.written(position, prediction.symbols()[index], alphabet),
				prediction.confidences()[index], List.of(alternatives));
	}

}
