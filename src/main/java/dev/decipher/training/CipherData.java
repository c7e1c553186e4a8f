package dev.decipher.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.SymbolCipher;

/**
 * Random messages, each symbol as likely as any other, and what a cipher makes of them.
 */
final class CipherData implements TrainingData {

	private static final int WATCHED = 500;

	/** Fewer where messages are long. */
	private static final int WATCHED_SYMBOLS = 200_000;

	private static final int[] LENGTHS = { 8, 32, 64, 256, 1024, 4096 };

	/** Symbols to judge a length by. */
	private static final int SYMBOLS_BY_LENGTH = 16_384;

	private final SymbolCipher cipher;

	private final Alphabet alphabet;

	private final int length;

	private final SplittableRandom training;

	private final SplittableRandom judging;

	private final Examples watch;

	CipherData(SymbolCipher cipher, Alphabet alphabet, int length, long seed) {
		this.cipher = cipher;
		this.alphabet = alphabet;
		this.length = length;
		SplittableRandom random = new SplittableRandom(seed);
		this.training = random.split();
		this.judging = random.split();
		this.watch = draw(Math.max(4, Math.min(WATCHED, WATCHED_SYMBOLS / length)), length, random.split());
	}

	private Examples draw(int count, int length, SplittableRandom random) {
		int[][] plaintexts = new int[count][];
		int[][] ciphertexts = new int[count][];
		for (int i = 0; i < count; i++) {
			plaintexts[i] = this.cipher.draw(length, random);
			ciphertexts[i] = this.cipher.encrypt(plaintexts[i]);
		}
		return new Examples(ciphertexts, plaintexts);
	}

	@Override
	public Examples next(int count) {
		return draw(count, this.length, this.training);
	}

	@Override
	public Examples watch() {
		return this.watch;
	}

	@Override
	public Examples judge(int count) {
		return draw(count, this.length, this.judging);
	}

	@Override
	public boolean isEndless() {
		return true;
	}

	@Override
	public List<Examples> otherLengths() {
		return IntStream.of(LENGTHS)
			.mapToObj((other) -> draw(Math.max(4, SYMBOLS_BY_LENGTH / other), other, this.judging))
			.toList();
	}

	@Override
	public Alphabet plaintextAlphabet() {
		return this.alphabet;
	}

	@Override
	public Alphabet ciphertextAlphabet() {
		return this.alphabet;
	}

}
