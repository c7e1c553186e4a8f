package dev.decipher.solve.transposition;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;

/**
 * A shape put together.
 *
 * @param parts what a key consists of
 * @param deciphering deciphers the beginning of the text with a key
 * @param named the cipher with a key
 * @param twin keys whose plaintexts are nearly that of a key
 * @param steps how many keys one annealing tries at first
 */
record FreeShape(List<KeyPart> parts, BiConsumer<int[][], int[]> deciphering, Function<int[][], Cipher> named,
		Function<int[][], List<int[][]>> twin, int steps) implements Shape {

	/** Keys that one annealing tries, for each number of a key. */
	private static final int STEPS = 700;

	/** Where there are few keys, an annealing tries so many for each of them. */
	private static final int STEPS_FOR_A_KEY = 3;

	/** The keys of a space, deciphering as the cipher itself does. */
	static Shape of(KeySpace space, int[] ciphertext) {
		return of(
				space, space.parts(), (key, text) -> System
					.arraycopy(space.symbolCipher().apply(key).decrypt(ciphertext), 0, text, 0, text.length),
				(key) -> List.of());
	}

	/** The keys of a space, changed and deciphered with in a way of their own. */
	static Shape of(KeySpace space, List<KeyPart> parts, BiConsumer<int[][], int[]> deciphering,
			Function<int[][], List<int[][]>> twin) {
		int numbers = parts.stream().mapToInt(KeyPart::length).sum();
		return new FreeShape(parts, deciphering, space.cipher(), twin,
				(int) Math.min(STEPS * numbers, STEPS_FOR_A_KEY * Math.exp(space.nats())));
	}

	@Override
	public void decipher(int[][] key, int[] text) {
		this.deciphering.accept(key, text);
	}

	@Override
	public Cipher cipher(int[][] key) {
		return this.named.apply(key);
	}

	@Override
	public List<Cipher> twins(int[][] key) {
		return this.twin.apply(key).stream().map(this.named).toList();
	}

}
