package dev.decipher.client;

import java.util.List;

/**
 * How well a model decrypts messages whose plaintext is known.
 *
 * @param model the model
 * @param version which of its versions
 * @param messages how many messages there were
 * @param symbols how many symbols they had
 * @param accuracy the share of symbols right
 * @param exactMessages the share of messages without an error
 * @param confusion how often each symbol was taken for each
 */
public record Evaluation(String model, int version, int messages, long symbols, double accuracy, double exactMessages,
		Confusion confusion) {

	/**
	 * How often each symbol was taken for each.
	 *
	 * @param plaintext the true symbols, which name the rows
	 * @param predicted the decrypted symbols, which name the columns
	 * @param counts a row for each true symbol
	 */
	public record Confusion(List<String> plaintext, List<String> predicted, List<List<Long>> counts) {
	}

}
