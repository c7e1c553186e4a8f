package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.SymbolCipher;

/**
 * Replaces words, syllables and single symbols by tokens, and puts in tokens that mean
 * nothing. Each choice follows from the message, so that a message always becomes the
 * same ciphertext.
 */
final class WordCoder implements SymbolCipher {

	/** One in so many tokens is a null. */
	private static final int NULLS = 8;

	private final Alphabet alphabet;

	/** The meaning of each token: (tokens, length). */
	private final int[][] meanings;

	private final boolean longest;

	/** The tokens for each symbol and word, written with its symbols as characters. */
	private final Map<String, List<Integer>> tokens = new HashMap<>();

	/** The lengths of words, the longest first. */
	private final int[] lengths;

	/** Symbols that have tokens of their own. */
	private final int[] single;

	/**
	 * The cipher as a table.
	 * @param alphabet the plaintext's
	 * @param meanings what each token stands for, (tokens, length); no symbol for a null
	 * @param longest whether the longest word that begins at a place is taken, else any
	 */
	WordCoder(Alphabet alphabet, int[][] meanings, boolean longest) {
		this.alphabet = alphabet;
		this.meanings = meanings;
		this.longest = longest;
		for (int token = 0; token < meanings.length; token++) {
			this.tokens.computeIfAbsent(characters(meanings[token]), (word) -> new ArrayList<>()).add(token);
		}
		this.lengths = Arrays.stream(meanings)
			.mapToInt((meaning) -> -meaning.length)
			.filter((negative) -> negative < 0)
			.sorted()
			.distinct()
			.map((negative) -> -negative)
			.toArray();
		this.single = Arrays.stream(meanings)
			.filter((meaning) -> meaning.length == 1)
			.mapToInt((meaning) -> meaning[0])
			.distinct()
			.toArray();
	}

	private static String characters(int[] symbols) {
		return new String(symbols, 0, symbols.length);
	}

	@Override
	public int[] encrypt(int[] plaintext) {
		SplittableRandom random = SymbolCipher.choices(plaintext);
		List<Integer> nulls = this.tokens.getOrDefault("", List.of());
		String text = characters(plaintext);
		boolean[] ends = ends(text);
		IntStream.Builder ciphertext = IntStream.builder();
		for (int start = 0; start < text.length();) {
			if (!nulls.isEmpty() && random.nextInt(NULLS) == 0) {
				ciphertext.add(nulls.get(random.nextInt(nulls.size())));
			}
			int[] possible = possible(text, start, ends);
			int length = possible[this.longest ? 0 : random.nextInt(possible.length)];
			List<Integer> own = Objects.requireNonNull(this.tokens.get(text.substring(start, start + length)));
			ciphertext.add(own.get(random.nextInt(own.size())));
			start += length;
		}
		return ciphertext.build().toArray();
	}

	/** Whether there are words from a place to the end: (length + 1). */
	private boolean[] ends(String text) {
		boolean[] ends = new boolean[text.length() + 1];
		ends[text.length()] = true;
		for (int start = text.length() - 1; start >= 0; start--) {
			ends[start] = possible(text, start, ends).length > 0;
		}
		if (!ends[0]) {
			int last = text.length() - 1;
			while (ends[last]) {
				last--;
			}
			throw new IllegalArgumentException("the key has no token for " + this.alphabet.symbol(text.charAt(last)));
		}
		return ends;
	}

	/** The lengths of words from which there are words to the end. */
	private int[] possible(String text, int start, boolean[] ends) {
		return IntStream.of(this.lengths)
			.filter((length) -> start + length <= text.length() && ends[start + length]
					&& this.tokens.containsKey(text.substring(start, start + length)))
			.toArray();
	}

	@Override
	public int[] decrypt(int[] ciphertext) {
		return IntStream.of(ciphertext).flatMap((token) -> IntStream.of(this.meanings[token])).toArray();
	}

	@Override
	public int[] draw(int length, int size, RandomGenerator random) {
		return random.ints(length, 0, this.single.length).map((index) -> this.single[index]).toArray();
	}

}
