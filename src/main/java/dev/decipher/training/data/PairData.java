package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;
import org.jspecify.annotations.Nullable;

/**
 * Stored known-plaintext pairs, a share of which is held out: no ciphertext stands on
 * both sides, however often it was given.
 * <p>
 * Which ones are held out is decided by a number made of the seed and the ciphertext:
 * those with the least numbers. So it takes no list of all messages, and the order in
 * which they were given plays no part.
 * <p>
 * Up to a limit the pairs are in memory as they are stored. More of them stay in a
 * temporary file, cut into blocks, and a random choice of blocks at a time is in memory:
 * the window that a source of batches draws from.
 */
public final class PairData implements TrainingData {

	/** Bytes of pairs that are in memory at once. */
	static final int WINDOW = 64 * 1024 * 1024;

	/** Bytes of a block; it ends with the pair that goes beyond. */
	private static final int BLOCK = 64 * 1024;

	private static final int MOST_HELD_OUT = 10_000;

	private static final long MOST_HELD_OUT_SYMBOLS = 2_000_000;

	private static final int MAX_VALIDATION_MESSAGES = 1_000;

	private static final long MAX_VALIDATION_SYMBOLS = 200_000;

	/** How many lengths are looked at by themselves. */
	private static final int MOST_LENGTHS = 64;

	/** Batches whose messages are drawn together, to be put together by their lengths. */
	private static final int POOL = 16;

	/** Messages are put together by length when batches would be this much larger. */
	private static final double PADDED = 1.25;

	private final PairTexts texts;

	private final long seed;

	private final PairFormat format;

	private final Store store;

	/** Where each block begins and, at the end, where the last one ends. */
	private final long[] blocks;

	/** A ciphertext with a greater number is trained on. */
	private final long lastHeldOut;

	private final Examples heldOut;

	private final Examples validation;

	private final int longest;

	private PairData(Store store, PairTexts texts, double validationFraction, long seed) throws IOException {
		this.store = store;
		this.texts = texts;
		this.seed = seed;
		this.format = PairFormat.of(store.read(0, PairFormat.HEADER));
		Survey survey = new Survey();
		scan(survey);
		this.blocks = store.isInMemory() ? new long[] { PairFormat.HEADER, store.size() } : survey.blocks();
		this.lastHeldOut = survey.lastHeldOut(validationFraction);
		this.longest = survey.longest;
		this.heldOut = collectHeldOut();
		this.validation = first(this.heldOut, MAX_VALIDATION_MESSAGES, MAX_VALIDATION_SYMBOLS);
	}

	/**
	 * Takes stored pairs over.
	 * @param encoded in {@link PairFormat}, at least two distinct messages; read to its
	 * end
	 * @param validationFraction the share of the distinct messages to hold out
	 * @param files where more go than fit into memory
	 */
	public static PairData of(InputStream encoded, PairTexts texts, double validationFraction, long seed,
			TemporaryFiles files) throws IOException {
		return of(encoded, texts, validationFraction, seed, files, WINDOW);
	}

	static PairData of(InputStream encoded, PairTexts texts, double validationFraction, long seed, TemporaryFiles files,
			int window) throws IOException {
		Store store = Store.of(encoded, files, window);
		try {
			return new PairData(store, texts, validationFraction, seed);
		}
		catch (IOException | RuntimeException ex) {
			store.close();
			throw ex;
		}
	}

	/**
	 * Where the bytes are.
	 *
	 * @param memory all of them, or null
	 * @param file all of them, or null
	 * @param size how many
	 * @param window how many may be in memory
	 */
	private record Store(byte @Nullable [] memory, @Nullable FileChannel file, long size, int window) {

		static Store of(InputStream in, TemporaryFiles files, int window) throws IOException {
			byte[] start = in.readNBytes(window);
			int next = in.read();
			if (next < 0) {
				return new Store(start, null, start.length, window);
			}
			FileChannel file = files.open();
			try {
				OutputStream out = Channels.newOutputStream(file);
				out.write(start);
				out.write(next);
				in.transferTo(out);
				return new Store(null, file, file.size(), window);
			}
			catch (IOException | RuntimeException ex) {
				file.close();
				throw ex;
			}
		}

		boolean isInMemory() {
			return this.memory != null;
		}

		byte[] read(long from, int length) throws IOException {
			byte[] bytes = new byte[(int) Math.min(length, this.size - from)];
			read(from, bytes, 0, bytes.length);
			return bytes;
		}

		void read(long from, byte[] to, int offset, int length) throws IOException {
			if (this.memory != null) {
				System.arraycopy(this.memory, (int) from, to, offset, length);
				return;
			}
			ByteBuffer buffer = ByteBuffer.wrap(to, offset, length);
			while (buffer.hasRemaining()) {
				if (this.file.read(buffer, from + buffer.position() - offset) < 0) {
					throw new IOException("the temporary file of pairs is too short");
				}
			}
		}

		InputStream stream() throws IOException {
			return (this.memory != null) ? new ByteArrayInputStream(this.memory)
					: Channels.newInputStream(this.file.position(0));
		}

		void close() throws IOException {
			if (this.file != null) {
				this.file.close();
			}
		}

	}

	/** Looks at all pairs once: where they are, and which are to be held out. */
	private final class Survey implements PairFormat.Visitor {

		private long[] blocks = new long[16];

		private int count;

		/** Lengths by number, of the distinct messages with the least numbers. */
		private final TreeMap<Long, Integer> least = new TreeMap<>();

		private boolean more;

		private int longest;

		@Override
		public void visit(long offset, PairFormat.Cursor pair) {
			if (this.count == 0 || offset - this.blocks[this.count - 1] >= BLOCK) {
				if (this.count == this.blocks.length) {
					this.blocks = Arrays.copyOf(this.blocks, 2 * this.count);
				}
				this.blocks[this.count++] = offset;
			}
			this.longest = Math.max(this.longest, pair.ciphertextLength());
			long number = pair.hash(PairData.this.seed);
			if (this.least.size() < MOST_HELD_OUT || number < this.least.lastKey()) {
				this.least.put(number, pair.ciphertextLength());
				if (this.least.size() > MOST_HELD_OUT) {
					this.least.pollLastEntry();
					this.more = true;
				}
			}
			else if (number > this.least.lastKey()) {
				this.more = true;
			}
		}

		long[] blocks() {
			long[] all = Arrays.copyOf(this.blocks, this.count + 1);
			all[this.count] = PairData.this.store.size();
			return all;
		}

		/**
		 * The greatest number that is held out: at least one message is, and at least one
		 * is left.
		 */
		long lastHeldOut(double fraction) {
			double distinct = distinct();
			long wanted = Math.max(1, Math.min((long) distinct - 1, Math.round(distinct * fraction)));
			long last = Long.MIN_VALUE;
			long held = 0;
			long symbols = 0;
			for (Map.Entry<Long, Integer> message : this.least.entrySet()) {
				if (held == wanted || (held > 0 && symbols >= MOST_HELD_OUT_SYMBOLS)) {
					break;
				}
				last = message.getKey();
				held++;
				symbols += message.getValue();
			}
			return last;
		}

		/**
		 * How many distinct messages there are. Where they were too many to be counted,
		 * it is estimated to about a hundredth: of n numbers spread evenly over an
		 * interval the k-th least is near k / n of it (Bar-Yossef et al., "Counting
		 * distinct elements in a data stream", 2002).
		 */
		private double distinct() {
			if (!this.more) {
				return this.least.size();
			}
			double interval = 0x1p64;
			double last = this.least.lastKey() + 0x1p63;
			return (this.least.size() - 1) / (last / interval);
		}

	}

	private void scan(PairFormat.Visitor visitor) throws IOException {
		InputStream in = this.store.stream();
		in.skipNBytes(PairFormat.HEADER);
		this.format.scan(in, visitor);
	}

	private boolean isHeldOut(PairFormat.Cursor pair) {
		return pair.hash(this.seed) <= this.lastHeldOut;
	}

	private Examples collectHeldOut() throws IOException {
		List<KnownPairs.Pair> pairs = new ArrayList<>();
		long[] symbols = { 0 };
		scan((offset, pair) -> {
			boolean room = pairs.isEmpty() || (pairs.size() < MOST_HELD_OUT && symbols[0] < MOST_HELD_OUT_SYMBOLS);
			if (room && isHeldOut(pair)) {
				pairs.add(pair.pair());
				symbols[0] += pair.ciphertextLength();
			}
		});
		// not as they were given, since the first ones are for validation
		shuffle(pairs);
		return examples(pairs);
	}

	private void shuffle(List<KnownPairs.Pair> pairs) {
		SplittableRandom random = new SplittableRandom(this.seed);
		for (int i = pairs.size() - 1; i > 0; i--) {
			pairs.set(i, pairs.set(random.nextInt(i + 1), pairs.get(i)));
		}
	}

	private static Examples examples(List<KnownPairs.Pair> pairs) {
		return new Examples(pairs.stream().map(KnownPairs.Pair::ciphertext).toArray(int[][]::new),
				pairs.stream().map(KnownPairs.Pair::plaintext).toArray(int[][]::new));
	}

	/** The first examples, at least one, up to a number of them and about of symbols. */
	private static Examples first(Examples examples, int most, long mostSymbols) {
		int count = 0;
		long symbols = 0;
		while (count < Math.min(most, examples.ciphertexts().length) && (count == 0 || symbols < mostSymbols)) {
			symbols += examples.ciphertexts()[count++].length;
		}
		return new Examples(Arrays.copyOf(examples.ciphertexts(), count), Arrays.copyOf(examples.plaintexts(), count));
	}

	/**
	 * Goes through all messages in a random order, then again in another; where they are
	 * in a file, a window after the other. Where lengths vary, those of a batch are near
	 * one another.
	 */
	private final class Draws implements Batches {

		private final SplittableRandom random = new SplittableRandom(PairData.this.seed);

		/** A random order of the blocks, and the next one. */
		private int[] blockOrder = {};

		private int nextBlock;

		private PairFormat.Cursor cursor = PairData.this.format.new Cursor(new byte[0], 0);

		/** Where each pair of the window that is trained on begins, in a random order. */
		private int[] order = {};

		private int position;

		/** Some of them that are drawn next, by length. */
		private int[] pool = {};

		@Override
		public Examples next(int count) {
			List<KnownPairs.Pair> pairs = new ArrayList<>(count);
			draw(count, (pair) -> pairs.add(pair.pair()));
			return examples(pairs);
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
					fillPool(POOL * count);
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
			if ((double) longest * pairs.length <= PADDED * symbols) {
				return pairs;
			}
			Arrays.sort(keys);
			return Arrays.stream(keys).mapToInt((key) -> pairs[(int) key]).toArray();
		}

		private void nextWindow() {
			try {
				if (this.order.length == 0 || !PairData.this.store.isInMemory()) {
					load();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			shuffle(this.order);
			this.position = 0;
		}

		/**
		 * Loads blocks until the window is full, and finds the pairs to train on in them.
		 */
		private void load() throws IOException {
			if (this.nextBlock == this.blockOrder.length) {
				this.blockOrder = IntStream.range(0, PairData.this.blocks.length - 1).toArray();
				shuffle(this.blockOrder);
				this.nextBlock = 0;
			}
			byte[] window;
			int filled = 0;
			if (PairData.this.store.isInMemory()) {
				window = PairData.this.store.memory();
				filled = window.length;
				this.nextBlock = this.blockOrder.length;
			}
			else {
				int first = this.nextBlock;
				long size = 0;
				while (this.nextBlock < this.blockOrder.length
						&& (size == 0 || size + blockSize(this.nextBlock) <= PairData.this.store.window())) {
					size += blockSize(this.nextBlock++);
				}
				window = new byte[Math.toIntExact(size)];
				for (int i = first; i < this.nextBlock; i++) {
					PairData.this.store.read(PairData.this.blocks[this.blockOrder[i]], window, filled, blockSize(i));
					filled += blockSize(i);
				}
			}
			this.cursor = PairData.this.format.new Cursor(window, filled);
			this.order = trainedOn(PairData.this.store.isInMemory() ? PairFormat.HEADER : 0);
		}

		private int blockSize(int place) {
			int block = this.blockOrder[place];
			return (int) (PairData.this.blocks[block + 1] - PairData.this.blocks[block]);
		}

		private int[] trainedOn(int first) {
			int[] found = new int[1024];
			int count = 0;
			for (int offset = first; this.cursor.moveTo(offset); offset = this.cursor.end()) {
				if (!isHeldOut(this.cursor)) {
					if (count == found.length) {
						found = Arrays.copyOf(found, count + (count >> 1));
					}
					found[count++] = offset;
				}
			}
			return Arrays.copyOf(found, count);
		}

		private void shuffle(int[] numbers) {
			for (int i = numbers.length - 1; i > 0; i--) {
				int other = this.random.nextInt(i + 1);
				int number = numbers[i];
				numbers[i] = numbers[other];
				numbers[other] = number;
			}
		}

	}

	/** Each source has a window of its own where the pairs are in a file. */
	@Override
	public Batches batches() {
		return new Draws();
	}

	@Override
	public Examples validation() {
		return this.validation;
	}

	@Override
	public Examples test(int count, int number) {
		return this.heldOut;
	}

	@Override
	public boolean isEndless() {
		return false;
	}

	/**
	 * What was held out, by the plaintexts' lengths that occur there, or the most
	 * frequent of them.
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
			.limit(MOST_LENGTHS)
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> examples(entry.getValue()))
			.toList();
	}

	@Override
	public Alphabet plaintextAlphabet() {
		return this.texts.alphabet();
	}

	@Override
	public CiphertextFormat format() {
		return this.texts.format();
	}

	@Override
	public int longest() {
		return this.longest;
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
