package dev.decipher.training.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import org.jspecify.annotations.Nullable;

/**
 * Random messages, each symbol as likely as any other, and what a cipher makes of them.
 *
 * @param length symbols of a message
 * @param training the base of the generators of messages to learn from, by their numbers
 * @param testing likewise, for test sets
 * @param others likewise, for messages of other lengths
 */
record CipherData(Function<RandomGenerator, Keyed> ciphers, Alphabet plaintextAlphabet, CiphertextFormat format,
		int length, long training, long testing, long others, Examples validation) implements TrainingData {

	private static final int VALIDATION_MESSAGES = 500;

	/** Fewer where messages are long. */
	private static final int VALIDATION_SYMBOLS = 200_000;

	private static final int[] LENGTHS = { 8, 32, 64, 256, 1024, 4096 };

	/** By how much messages become longer, if it is more than a symbol. */
	private static final double LENGTH_GROWTH = 1.34;

	/** Short messages to give at a time. */
	private static final int MAX_SHORT_MESSAGES = 65_536;

	/** Symbols of the messages of one length. */
	private static final int SYMBOLS_BY_LENGTH = 16_384;

	/** Data that all comes from a seed. */
	static CipherData of(Function<RandomGenerator, Keyed> ciphers, Alphabet alphabet, CiphertextFormat format,
			int length, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		long training = random.nextLong();
		long testing = random.nextLong();
		long others = random.nextLong();
		int count = Math.max(4, Math.min(VALIDATION_MESSAGES, VALIDATION_SYMBOLS / length));
		return new CipherData(ciphers, alphabet, format, length, training, testing, others,
				draw(ciphers, alphabet, format, count, length, random.split()));
	}

	/**
	 * A cipher with a key, and that key where it stands in front of the message.
	 *
	 * @param key indices of symbols, none where no key stands in front
	 */
	record Keyed(int[] key, SymbolCipher cipher) {

		/** The same cipher for all messages, or one with a key of its own for each. */
		static Function<RandomGenerator, Keyed> of(Cipher cipher, Alphabet alphabet) {
			AnyKey keys = cipher.anyKey(alphabet);
			if (keys != null) {
				return any(keys);
			}
			Keyed keyed = new Keyed(new int[0], cipher.over(alphabet));
			return (random) -> keyed;
		}

		static Function<RandomGenerator, Keyed> any(AnyKey keys) {
			return (random) -> {
				int[] key = keys.draw(random);
				return new Keyed(key, keys.with(key));
			};
		}

	}

	/**
	 * A generator for each number, which has nothing to do with those of other numbers.
	 */
	private static SplittableRandom generator(long base, long number) {
		return new SplittableRandom(PairFormat.mix(base + number));
	}

	private Examples draw(int count, int length, SplittableRandom random) {
		return draw(this.ciphers, this.plaintextAlphabet, this.format, count, length, random);
	}

	private static Examples draw(Function<RandomGenerator, Keyed> ciphers, Alphabet alphabet, CiphertextFormat format,
			int count, int length, SplittableRandom random) {
		int[][] plaintexts = new int[count][];
		int[][] ciphertexts = new int[count][];
		for (int i = 0; i < count; i++) {
			Keyed keyed = ciphers.apply(random);
			plaintexts[i] = keyed.cipher().draw(length, alphabet.size(), random);
			ciphertexts[i] = format.input(keyed.key(), keyed.cipher().encrypt(plaintexts[i]));
		}
		return new Examples(ciphertexts, plaintexts);
	}

	@Override
	public Batches batches() {
		return new Drawn(this.length);
	}

	/**
	 * Short messages at first, a single symbol each: of a machine that moves with every
	 * symbol they show it standing still. Where no key stands in front there are too few
	 * of them, and ciphers that take a message apart have none.
	 */
	@Override
	public @Nullable Batches curriculum() {
		CiphertextLayout layout = this.format.layout();
		return (layout.key() == null || layout.length() != null || layout.block() != null) ? null : new Drawn(1);
	}

	@Override
	public Examples test(int count, int number) {
		return draw(count, this.length, generator(this.testing, number));
	}

	@Override
	public boolean isEndless() {
		return true;
	}

	/**
	 * None for a model that is made for one length alone, and none that the cipher can't
	 * encipher.
	 */
	@Override
	public List<Examples> otherLengths() {
		if (this.format.layout().length() != null || this.format.layout().block() != null) {
			return List.of();
		}
		int longest = this.ciphers.apply(generator(this.others, 0)).cipher().maxLength();
		return IntStream.of(LENGTHS)
			.filter((other) -> other <= longest)
			.mapToObj((other) -> draw(Math.max(4, SYMBOLS_BY_LENGTH / other), other, generator(this.others, other)))
			.toList();
	}

	@Override
	public int longest() {
		return this.format.maxPrefixLength() + this.length;
	}

	/** Messages as they are asked for, of as many symbols in all as whole ones. */
	private final class Drawn implements Batches {

		private long calls;

		/** Symbols of a message for the time being. */
		private int now;

		private Drawn(int first) {
			this.now = first;
		}

		@Override
		public Examples next(int count) {
			long symbols = (long) count * CipherData.this.length;
			int messages = Math.toIntExact(Math.min(Math.max(count, MAX_SHORT_MESSAGES), symbols / this.now));
			return draw(messages, this.now, generator(CipherData.this.training, this.calls++));
		}

		@Override
		public void skip(int count) {
			this.calls++;
		}

		@Override
		public boolean isWhole() {
			return this.now == CipherData.this.length;
		}

		@Override
		public void harder() {
			if (isWhole()) {
				throw new IllegalStateException("there are no harder messages");
			}
			this.now = Math.min(CipherData.this.length, Math.max(this.now + 1, (int) (LENGTH_GROWTH * this.now)));
		}

	}

}
