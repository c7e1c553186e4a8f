package dev.decipher.training.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;

/**
 * Stored known-plaintext pairs, a share of which is held out as {@link PairSurvey} says.
 * <p>
 * Up to a limit the pairs are in memory as they are stored. More of them stay in a
 * temporary file, cut into blocks, and a random choice of blocks at a time is in memory:
 * the window that {@link PairBatches} draw from.
 */
record PairData(Alphabet plaintextAlphabet, CiphertextFormat format, int longest, Examples validation, Examples heldOut,
		Supplier<Batches> source, PairStore store) implements TrainingData {

	/** Bytes of pairs that are in memory at once. */
	static final int MAX_WINDOW = 64 * 1024 * 1024;

	private static final int MAX_VALIDATION_MESSAGES = 1_000;

	private static final long MAX_VALIDATION_SYMBOLS = 200_000;

	/** How many lengths are looked at by themselves. */
	private static final int MAX_LENGTHS = 64;

	/**
	 * Takes stored pairs over.
	 * @param encoded in {@link PairFormat}, at least two distinct messages; read to its
	 * end
	 * @param validationFraction the share of the distinct messages to hold out
	 * @param files where more go than fit into memory
	 */
	static PairData of(InputStream encoded, PairTexts texts, double validationFraction, long seed, TemporaryFiles files,
			int window) throws IOException {
		PairStore store = PairStore.of(encoded, files, window);
		try {
			PairFormat format = PairFormat.of(store.stream().readNBytes(PairFormat.HEADER));
			PairSurvey survey = new PairSurvey(seed);
			scan(store, format, survey);
			long[] blocks = survey.blocks(store.size());
			long lastHeldOut = survey.lastHeldOut(validationFraction);
			Predicate<PairFormat.Cursor> isHeldOut = (pair) -> pair.hash(seed) <= lastHeldOut;
			Examples heldOut = collect(store, format, isHeldOut, seed);
			return new PairData(texts.alphabet(), texts.format(), survey.longest(), first(heldOut), heldOut,
					() -> new PairBatches(store, format, blocks, isHeldOut, seed), store);
		}
		catch (IOException | RuntimeException ex) {
			store.close();
			throw ex;
		}
	}

	private static void scan(PairStore store, PairFormat format, PairFormat.Visitor visitor) throws IOException {
		InputStream in = store.stream();
		in.skipNBytes(PairFormat.HEADER);
		format.scan(in, visitor);
	}

	private static Examples collect(PairStore store, PairFormat format, Predicate<PairFormat.Cursor> isHeldOut,
			long seed) throws IOException {
		List<KnownPairs.Pair> pairs = new ArrayList<>();
		long[] symbols = { 0 };
		scan(store, format, (offset, pair) -> {
			boolean room = pairs.isEmpty()
					|| (pairs.size() < PairSurvey.MAX_HELD_OUT && symbols[0] < PairSurvey.MAX_HELD_OUT_SYMBOLS);
			if (room && isHeldOut.test(pair)) {
				pairs.add(pair.pair());
				symbols[0] += pair.ciphertextLength();
			}
		});
		// not as they were given, since the first ones are for validation
		int[] order = IntStream.range(0, pairs.size()).toArray();
		PairBatches.shuffle(order, new SplittableRandom(seed));
		return examples(IntStream.of(order).mapToObj(pairs::get).toList());
	}

	static Examples examples(List<KnownPairs.Pair> pairs) {
		return new Examples(pairs.stream().map(KnownPairs.Pair::ciphertext).toArray(int[][]::new),
				pairs.stream().map(KnownPairs.Pair::plaintext).toArray(int[][]::new));
	}

	/** The first examples, at least one. */
	private static Examples first(Examples examples) {
		int most = Math.min(MAX_VALIDATION_MESSAGES, examples.ciphertexts().length);
		int count = 0;
		long symbols = 0;
		while (count < most && (count == 0 || symbols < MAX_VALIDATION_SYMBOLS)) {
			symbols += examples.ciphertexts()[count++].length;
		}
		return new Examples(Arrays.copyOf(examples.ciphertexts(), count), Arrays.copyOf(examples.plaintexts(), count));
	}

	/** Each source has a window of its own where the pairs are in a file. */
	@Override
	public Batches batches() {
		return this.source.get();
	}

	@Override
	public Examples test(int count, int number) {
		return this.heldOut;
	}

	/**
	 * The test set by the plaintexts' lengths that occur there, or the most frequent of
	 * them.
	 */
	@Override
	public List<Examples> otherLengths() {
		Map<Integer, List<KnownPairs.Pair>> byLength = new TreeMap<>();
		for (int i = 0; i < this.heldOut.ciphertexts().length; i++) {
			byLength.computeIfAbsent(this.heldOut.plaintexts()[i].length, (length) -> new ArrayList<>())
				.add(new KnownPairs.Pair(this.heldOut.ciphertexts()[i], this.heldOut.plaintexts()[i]));
		}
		return byLength.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((entry) -> -entry.getValue().size()))
			.limit(MAX_LENGTHS)
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> examples(entry.getValue()))
			.toList();
	}

	@Override
	public void close() {
		try {
			this.store.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
