package dev.decipher.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.problem.InvalidInput;

/**
 * Known-plaintext pairs, a share of which is held out: no ciphertext stands on both
 * sides, however often it was given.
 */
final class PairData implements TrainingData {

	private final KnownPairs.Alphabets alphabets;

	private final Examples training;

	private final Examples heldOut;

	private final SplittableRandom random;

	private int[] order;

	private int position;

	PairData(KnownPairs pairs, KnownPairs.Alphabets alphabets, double validationFraction, long seed) {
		this.alphabets = alphabets;
		this.random = new SplittableRandom(seed);
		List<List<Integer>> messages = distinct(pairs.ciphertexts());
		shuffle(messages);
		int held = heldOut(messages.size(), validationFraction);
		this.heldOut = select(pairs, messages.subList(0, held));
		this.training = select(pairs, messages.subList(held, messages.size()));
		this.order = new int[0];
	}

	/**
	 * How many of the distinct messages are held out: at least one, and at least one is
	 * left.
	 */
	private static int heldOut(int messages, double fraction) {
		return Math.max(1, Math.min(messages - 1, (int) Math.round(messages * fraction)));
	}

	/**
	 * Refuses pairs that can't be split.
	 * @throws InvalidInput with a pointer relative to the pairs
	 */
	static void requireTwoMessages(KnownPairs pairs) {
		if (distinct(pairs.ciphertexts()).size() < 2) {
			throw InvalidInput.at("",
					"must hold at least two distinct messages, one to learn from and one to judge by");
		}
	}

	/** The indices of equal messages, in the order in which each came first. */
	private static List<List<Integer>> distinct(int[][] messages) {
		Map<Message, List<Integer>> indices = new LinkedHashMap<>();
		for (int i = 0; i < messages.length; i++) {
			indices.computeIfAbsent(new Message(messages[i]), (message) -> new ArrayList<>()).add(i);
		}
		return new ArrayList<>(indices.values());
	}

	/** Equal to another one of the same symbols. */
	private record Message(int[] symbols) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Message message && Arrays.equals(this.symbols, message.symbols);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.symbols);
		}

	}

	private void shuffle(List<List<Integer>> messages) {
		for (int i = messages.size() - 1; i > 0; i--) {
			messages.set(i, messages.set(this.random.nextInt(i + 1), messages.get(i)));
		}
	}

	private static Examples select(KnownPairs pairs, List<List<Integer>> messages) {
		int[] chosen = messages.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
		return select(new Examples(pairs.ciphertexts(), pairs.plaintexts()), chosen);
	}

	private static Examples select(Examples examples, int[] chosen) {
		return new Examples(Arrays.stream(chosen).mapToObj((i) -> examples.ciphertexts()[i]).toArray(int[][]::new),
				Arrays.stream(chosen).mapToObj((i) -> examples.plaintexts()[i]).toArray(int[][]::new));
	}

	/** Goes through all messages in a random order, then again in another. */
	@Override
	public Examples next(int count) {
		int[] chosen = new int[count];
		for (int i = 0; i < count; i++) {
			if (this.position == this.order.length) {
				this.order = permutation(this.training.ciphertexts().length);
				this.position = 0;
			}
			chosen[i] = this.order[this.position++];
		}
		return select(this.training, chosen);
	}

	private int[] permutation(int size) {
		int[] permutation = new int[size];
		for (int i = 0; i < size; i++) {
			int other = this.random.nextInt(i + 1);
			permutation[i] = permutation[other];
			permutation[other] = i;
		}
		return permutation;
	}

	@Override
	public Examples watch() {
		return this.heldOut;
	}

	@Override
	public Examples judge(int count) {
		return this.heldOut;
	}

	@Override
	public boolean isEndless() {
		return false;
	}

	/** What was held out, by the lengths that occur there. */
	@Override
	public List<Examples> otherLengths() {
		Map<Integer, List<Integer>> byLength = new TreeMap<>();
		for (int i = 0; i < this.heldOut.ciphertexts().length; i++) {
			byLength.computeIfAbsent(this.heldOut.ciphertexts()[i].length, (length) -> new ArrayList<>()).add(i);
		}
		return byLength.values()
			.stream()
			.map((indices) -> select(this.heldOut, indices.stream().mapToInt(Integer::intValue).toArray()))
			.toList();
	}

	@Override
	public Alphabet plaintextAlphabet() {
		return this.alphabets.plaintext();
	}

	@Override
	public CiphertextFormat format() {
		return new CiphertextFormat(this.alphabets.ciphertext(), null);
	}

}
