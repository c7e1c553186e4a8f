package dev.decipher.cipher;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.decipher.alphabet.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * All keys of one shape: as long, or of the same period, as one another. Searches see a
 * key as numbers and change it in place. Safe for use by many threads.
 *
 * @param nats the logarithm of how many keys there are, the shape included: the
 * description length of a key
 * @param parts what a key consists of; none where there is one key only
 * @param symbolCipher the cipher with a key, as it works on symbols
 * @param cipher the cipher with a key, as one names it
 * @param lookups how a ciphertext's plaintext follows from the places of symbols in the
 * key's squares; null from it where it doesn't
 * @param keyLength how many letters, columns or places of a period a key has; 0 where
 * keys have no such number
 */
public record KeySpace(double nats, List<KeyPart> parts, Function<int[][], SymbolCipher> symbolCipher,
		Function<int[][], Cipher> cipher, Function<int[], @Nullable PlaceLookups> lookups, int keyLength) {

	/** What it takes to name one of the lengths or periods that are usual, in nats. */
	public static final double LENGTH = Math.log(20);

	/** So many keys, in nats, can all be tried. */
	private static final double FEW = Math.log(5_000);

	/** A space whose ciphers are made from their names, which takes a search its time. */
	public static KeySpace of(Function<int[][], Cipher> cipher, Alphabet alphabet, KeyPart... parts) {
		return of((key) -> cipher.apply(key).over(alphabet), cipher, parts);
	}

	/** A space of some parts, each key as likely as any other. */
	public static KeySpace of(Function<int[][], SymbolCipher> symbolCipher, Function<int[][], Cipher> cipher,
			KeyPart... parts) {
		List<KeyPart> all = List.of(parts);
		int length = all.stream()
			.filter((part) -> part instanceof KeyPart.Columns || part instanceof KeyPart.Numbers)
			.mapToInt(KeyPart::length)
			.filter((some) -> some > 1)
			.findFirst()
			.orElse(0);
		return new KeySpace(all.stream().mapToDouble(KeyPart::nats).sum(), all, symbolCipher, cipher,
				(ciphertext) -> null, length);
	}

	/** The same keys, more of them in all, or fewer that differ. */
	public KeySpace plus(double more) {
		return new KeySpace(this.nats + more, this.parts, this.symbolCipher, this.cipher, this.lookups, this.keyLength);
	}

	/** The same keys, of a cipher that looks places up. */
	KeySpace lookingUp(Function<int[], @Nullable PlaceLookups> lookups) {
		return new KeySpace(this.nats, this.parts, this.symbolCipher, this.cipher, lookups, this.keyLength);
	}

	/** The same keys, of a period. */
	KeySpace ofPeriod(int period) {
		return new KeySpace(this.nats, this.parts, this.symbolCipher, this.cipher, this.lookups, period);
	}

	/** Whether there are so few keys that all of them can be tried. */
	public boolean isFew() {
		return this.nats <= FEW && this.parts.stream().allMatch(KeyPart.Numbers.class::isInstance);
	}

	/**
	 * The letters of a text that settle the key. Claude Shannon, Communication theory of
	 * secrecy systems, Bell System Technical Journal 28, 1949, calls them the unicity
	 * distance.
	 * @param redundancy of the language, in nats a letter
	 */
	public double unicityDistance(double redundancy) {
		return this.nats / redundancy;
	}

	/** Draws a key, each as likely as any other: (parts, length). */
	public int[][] draw(RandomGenerator random) {
		return this.parts.stream().map((part) -> part.draw(random)).toArray(int[][]::new);
	}

	/** Makes a key a neighbour of itself. */
	public void change(int[][] key, RandomGenerator random) {
		int part = (key.length > 1) ? random.nextInt(key.length) : 0;
		this.parts.get(part).change(key[part], random);
	}

	/** The first of few keys. */
	public int[][] first() {
		return this.parts.stream().map((part) -> new int[part.length()]).toArray(int[][]::new);
	}

	/** Makes a key the next one of few; false behind the last. */
	public boolean next(int[][] key) {
		for (int part = key.length - 1; part >= 0; part--) {
			if (this.parts.get(part).next(key[part])) {
				return true;
			}
		}
		return false;
	}

}
