package dev.decipher.training.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.decipher.alphabet.KnownPairs;

/**
 * Goes through all messages in a random order, then again in another; where they are in a
 * file, a window of randomly chosen blocks after the other. Where lengths vary, those of
 * a batch are near one another.
 */
final class PairBatches implements TrainingData.Batches {

	/** Batches whose messages are drawn together, to be put together by their lengths. */
	private static final int BATCHES_PER_POOL = 16;

	/** Messages are put together by length when batches would be this much larger. */
	private static final double MIN_PADDED_SHARE = 1.25;

	private final PairStore store;

	private final PairFormat format;

	/** Where each block begins and, at the end, where the last one ends. */
	private final long[] blocks;

	private final Predicate<PairFormat.Cursor> heldOut;

	private final SplittableRandom random;

	/** A random order of the blocks, and the next one. */
	private int[] blockOrder = {};

	private int nextBlock;

	private PairFormat.Cursor cursor;

	/** Where each pair of the window that is trained on begins, in a random order. */
	private int[] order = {};

	private int position;

	/** Some of them that are drawn next, by length. */
	private int[] pool = {};

	PairBatches(PairStore store, PairFormat format, long[] blocks, Predicate<PairFormat.Cursor> heldOut, long seed) {
		this.store = store;
		this.format = format;
		this.blocks = blocks;
		this.heldOut = heldOut;
		this.random = new SplittableRandom(seed);
		this.cursor = format.new Cursor(new byte[0], 0);
	}

	@Override
	public TrainingData.Examples next(int count) {
		List<KnownPairs.Pair> pairs = new ArrayList<>(count);
		draw(count, (pair) -> pairs.add(pair.pair()));
		return PairData.examples(pairs);
	}

	/** Draws them all the same, since what comes next depends on it. */
	@Override
	public void skip(int count) {
		draw(count, (pair) -> {
		});
	}

	private void draw(int count, Consumer<PairFormat.Cursor> drawn) {
		int left = count;
		while (left > 0) {
			if (this.pool.length < left) {
				fillPool(BATCHES_PER_POOL * count);
			}
			if (this.pool.length == 0) {
				nextWindow();
				continue;
			}
			int take = Math.min(left, this.pool.length);
			int from = this.random.nextInt(this.pool.length - take + 1);
			for (int i = from; i < from + take; i++) {
				this.cursor.moveTo(this.pool[i]);
				drawn.accept(this.cursor);
			}
			left -= take;
			this.pool = IntStream
				.concat(Arrays.stream(this.pool, 0, from), Arrays.stream(this.pool, from + take, this.pool.length))
				.toArray();
		}
	}

	private void fillPool(int size) {
		int more = Math.min(size - this.pool.length, this.order.length - this.position);
		int[] filled = Arrays.copyOf(this.pool, this.pool.length + more);
		System.arraycopy(this.order, this.position, filled, this.pool.length, more);
		this.position += more;
		this.pool = byLength(filled);
	}

	private int[] byLength(int[] pairs) {
		long[] keys = new long[pairs.length];
		long symbols = 0;
		int longest = 0;
		for (int i = 0; i < pairs.length; i++) {
			this.cursor.moveTo(pairs[i]);
			int length = this.cursor.ciphertextLength();
			keys[i] = (long) length << 32 | i;
			symbols += length;
			longest = Math.max(longest, length);
		}
		if ((double) longest * pairs.length <= MIN_PADDED_SHARE * symbols) {
			return pairs;
		}
		Arrays.sort(keys);
		return Arrays.stream(keys).mapToInt((key) -> pairs[(int) key]).toArray();
	}

	private void nextWindow() {
		try {
			if (this.store.memory() == null) {
				loadBlocks();
			}
			else if (this.order.length == 0) {
				this.cursor = this.format.new Cursor(this.store.memory(), this.store.memory().length);
				this.order = trainedOn(PairFormat.HEADER);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		shuffle(this.order, this.random);
		this.position = 0;
	}

	/** Loads blocks until the window is full, and finds the pairs to train on in them. */
	private void loadBlocks() throws IOException {
		if (this.nextBlock == this.blockOrder.length) {
			this.blockOrder = IntStream.range(0, this.blocks.length - 1).toArray();
			shuffle(this.blockOrder, this.random);
			this.nextBlock = 0;
		}
		int first = this.nextBlock;
		int size = 0;
		while (this.nextBlock < this.blockOrder.length
				&& (size == 0 || size + blockSize(this.nextBlock) <= this.store.window())) {
			size += blockSize(this.nextBlock++);
		}
		byte[] window = new byte[size];
		int filled = 0;
		for (int i = first; i < this.nextBlock; i++) {
			this.store.read(this.blocks[this.blockOrder[i]], window, filled, blockSize(i));
			filled += blockSize(i);
		}
		this.cursor = this.format.new Cursor(window, filled);
		this.order = trainedOn(0);
	}

	private int blockSize(int place) {
		int block = this.blockOrder[place];
		return Math.toIntExact(this.blocks[block + 1] - this.blocks[block]);
	}

	private int[] trainedOn(int first) {
		IntStream.Builder found = IntStream.builder();
		for (int offset = first; this.cursor.moveTo(offset); offset = this.cursor.end()) {
			if (!this.heldOut.test(this.cursor)) {
				found.add(offset);
			}
		}
		return found.build().toArray();
	}

	static void shuffle(int[] numbers, SplittableRandom random) {
		for (int i = numbers.length - 1; i > 0; i--) {
			int other = random.nextInt(i + 1);
			int number = numbers[i];
			numbers[i] = numbers[other];
			numbers[other] = number;
		}
	}

}
