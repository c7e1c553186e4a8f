package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import dev.decipher.training.data.TrainingData;

/**
 * Distinct messages to learn from, as many as tell all that there is to tell.
 *
 * @param ciphertexts indices of symbols, (messages, length of each)
 * @param plaintexts indices of symbols, (messages, length of each)
 * @param isPart whether there may be more messages than these
 */
public record MessageSample(int[][] ciphertexts, int[][] plaintexts, int ciphertextSymbols, int plaintextSymbols,
		boolean isPart) {

	private static final int ENOUGH_MESSAGES = 4_000;

	private static final int ENOUGH_SYMBOLS = 200_000;

	private static final int MESSAGES_PER_BATCH = 64;

	/** Batches without a message that is new, after which there are no more. */
	private static final int MAX_BATCHES_WITHOUT_NEWS = 4;

	/** Takes messages from what a network would learn from, none that are held out. */
	public static MessageSample of(TrainingData data) {
		List<int[]> ciphertexts = new ArrayList<>();
		List<int[]> plaintexts = new ArrayList<>();
		Set<List<Integer>> seen = new HashSet<>();
		TrainingData.Batches batches = data.batches();
		int batchesWithoutNews = 0;
		long symbols = 0;
		while (batchesWithoutNews < MAX_BATCHES_WITHOUT_NEWS && seen.size() < ENOUGH_MESSAGES
				&& symbols < ENOUGH_SYMBOLS) {
			TrainingData.Examples batch = batches.next(MESSAGES_PER_BATCH);
			int before = seen.size();
			for (int i = 0; i < batch.ciphertexts().length; i++) {
				int[] ciphertext = batch.ciphertexts()[i];
				if (seen.add(Arrays.stream(ciphertext).boxed().toList())) {
					ciphertexts.add(ciphertext);
					plaintexts.add(batch.plaintexts()[i]);
					symbols += ciphertext.length;
				}
			}
			batchesWithoutNews = (seen.size() > before) ? 0 : batchesWithoutNews + 1;
		}
		return new MessageSample(ciphertexts.toArray(int[][]::new), plaintexts.toArray(int[][]::new),
				data.format().size(), data.plaintextAlphabet().size(),
				seen.size() >= ENOUGH_MESSAGES || symbols >= ENOUGH_SYMBOLS);
	}

	int messages() {
		return this.ciphertexts.length;
	}

	int longest() {
		return Arrays.stream(this.ciphertexts).mapToInt((message) -> message.length).max().orElse(0);
	}

	/**
	 * Whether each ciphertext has as many symbols as its plaintext, and no key in front.
	 */
	boolean isAligned() {
		return IntStream.range(0, messages())
			.allMatch((message) -> this.ciphertexts[message].length == this.plaintexts[message].length);
	}

	/** The messages whose numbers, from 0, meet a condition. */
	MessageSample where(IntPredicate condition) {
		int[] chosen = IntStream.range(0, messages()).filter(condition).toArray();
		return with(IntStream.of(chosen).mapToObj((message) -> this.ciphertexts[message]).toArray(int[][]::new),
				IntStream.of(chosen).mapToObj((message) -> this.plaintexts[message]).toArray(int[][]::new));
	}

	/** Other messages of the same symbols. */
	MessageSample with(int[][] otherCiphertexts, int[][] otherPlaintexts) {
		return new MessageSample(otherCiphertexts, otherPlaintexts, this.ciphertextSymbols, this.plaintextSymbols,
				this.isPart);
	}

	/** The first messages, at most so many. */
	MessageSample first(int most) {
		return (messages() <= most) ? this : where((message) -> message < most);
	}

	/** The messages of each length. */
	Map<Integer, MessageSample> byLength() {
		Map<Integer, MessageSample> byLength = new TreeMap<>();
		for (int[] message : this.ciphertexts) {
			byLength.computeIfAbsent(message.length,
					(length) -> where((number) -> this.ciphertexts[number].length == length));
		}
		return byLength;
	}

}
