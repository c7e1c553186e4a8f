package dev.decipher.decrypt;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** How well a version decrypts messages whose plaintext is known. */
@Schema(name = "Evaluation", description = "How well a version decrypts messages whose plaintext is known")
record ModelEvaluation(@Schema(description = "Which model decrypted them", example = "seed") String model,
		@Schema(description = "Which of its versions", example = "1") int version,
		@Schema(description = "How many messages there were", example = "2") int messages,
		@Schema(description = "How many symbols they had", example = "22") long symbols,
		@Schema(description = "The share of symbols right", example = "1.0") double accuracy,
		@Schema(description = "The share of symbols wrong", example = "0.0") double symbolErrorRate,
		@Schema(description = "The share of messages without an error", example = "1.0") double exactMessages,
		Confusion confusion) {

	/** How often each symbol was taken for each. */
	@Schema(description = "How often each true symbol was decrypted as each symbol")
	record Confusion(
			@Schema(description = "The true symbols, which name the rows: the plaintext's alphabet",
					example = "[\"A\", \"B\"]") List<String> plaintext,
			@Schema(description = "The decrypted symbols, which name the columns: the same alphabet",
					example = "[\"A\", \"B\"]") List<String> predicted,
			@Schema(description = "How often: a row for each true symbol",
					example = "[[7, 0], [1, 6]]") long[][] counts) {
	}

}
