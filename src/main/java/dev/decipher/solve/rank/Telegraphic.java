package dev.decipher.solve.rank;

import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;

/**
 * Plaintexts as they were written for machines and wires: an X parts words or sentences
 * (Der Schlüssel M, 1940), and in German messages a Q stands for CH.
 */
final class Telegraphic {

	/** Fewer X may be letters. */
	private static final int LEAST = 2;

	private static final double LEAST_SHARE = 0.01;

	/** There are no more words than that. */
	private static final double MOST_SHARE = 0.3;

	private Telegraphic() {
	}

	/**
	 * How a plaintext may be read.
	 * @param plaintext indices of letters
	 * @param alphabet its own
	 * @return texts with a space, whose index follows the last letter's, for every run of
	 * X within; none if there are hardly any
	 */
	static List<int[]> readings(int[] plaintext, Alphabet alphabet) {
		int x = alphabet.indexOf('X');
		long count = IntStream.of(plaintext).filter((letter) -> letter == x).count();
		if (x < 0 || count < LEAST || count < LEAST_SHARE * plaintext.length || count > MOST_SHARE * plaintext.length) {
			return List.of();
		}
		int[] parted = parted(plaintext, x, alphabet.size());
		int q = alphabet.indexOf('Q');
		int[] ch = { alphabet.indexOf('C'), alphabet.indexOf('H') };
		boolean german = q >= 0 && ch[0] >= 0 && ch[1] >= 0 && IntStream.of(parted).anyMatch((one) -> one == q);
		return german ? List.of(parted,
				IntStream.of(parted).flatMap((one) -> (one == q) ? IntStream.of(ch) : IntStream.of(one)).toArray())
				: List.of(parted);
	}

	private static int[] parted(int[] plaintext, int x, int space) {
		int end = plaintext.length;
		while (end > 0 && plaintext[end - 1] == x) {
			end--;
		}
		return IntStream.range(0, end)
			.filter((i) -> plaintext[i] != x || (i > 0 && plaintext[i - 1] != x))
			.map((i) -> (plaintext[i] == x) ? space : plaintext[i])
			.toArray();
	}

}
