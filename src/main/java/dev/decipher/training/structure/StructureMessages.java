package dev.decipher.training.structure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.training.data.TrainingData;

/**
 * Messages without end to learn from and to be tried on, as a structure makes them, as
 * long as the pairs that it explains.
 */
public final class StructureMessages {

	private final Structure structure;

	private final long seed;

	/** The length of each message that could be drawn. */
	private final int[] lengths;

	/**
	 * Messages.
	 * @param sample whose lengths messages have, of which the structure explains some
	 */
	public StructureMessages(Structure structure, MessageSample sample, long seed) {
		this.structure = structure;
		this.seed = seed;
		int[] explained = Arrays.stream(sample.ciphertexts())
			.mapToInt((message) -> message.length)
			.distinct()
			.filter((length) -> structure.draw(length, new SplittableRandom(seed)) != null)
			.sorted()
			.toArray();
		this.lengths = Arrays.stream(sample.ciphertexts())
			.mapToInt((message) -> message.length)
			.filter((length) -> Arrays.binarySearch(explained, length) >= 0)
			.toArray();
	}

	public Structure structure() {
		return this.structure;
	}

	/** Whether there are none, as it is known of no length how they are enciphered. */
	public boolean isEmpty() {
		return this.lengths.length == 0;
	}

	/** Whether only a message's length tells where its symbols stand. */
	public boolean dependOnLength() {
		return this.structure.moves() && Arrays.stream(this.lengths).distinct().count() > 1;
	}

	/** Messages to learn from. */
	public TrainingData.Batches batches() {
		return TrainingData.Batches.numbered((count, number) -> draw(count, 2 * number));
	}

	/**
	 * Messages to be tried on, which are none of those to learn from.
	 * @param number 0, 1, 2 …; the same count and number give the same messages
	 */
	public TrainingData.Examples test(int count, int number) {
		return draw(count, 2L * number + 1);
	}

	private TrainingData.Examples draw(int count, long number) {
		// seeds near one another give sequences that overlap, and so are mixed first
		SplittableRandom random = new SplittableRandom(new SplittableRandom(this.seed + number).nextLong());
		Structure.Message[] messages = IntStream.range(0, count)
			.mapToObj((message) -> draw(random))
			.toArray(Structure.Message[]::new);
		return new TrainingData.Examples(
				Arrays.stream(messages).map(Structure.Message::ciphertext).toArray(int[][]::new),
				Arrays.stream(messages).map(Structure.Message::plaintext).toArray(int[][]::new));
	}

	private Structure.Message draw(SplittableRandom random) {
		Structure.Message message = null;
		while (message == null) {
			message = this.structure.draw(this.lengths[random.nextInt(this.lengths.length)], random);
		}
		return message;
	}

}
