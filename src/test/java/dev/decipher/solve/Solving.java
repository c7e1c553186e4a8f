package dev.decipher.solve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.English;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/**
 * An attack on an English text.
 *
 * @param settled whether it was sure
 * @param candidates what it found, best first
 */
public record Solving(boolean settled, List<Candidate> candidates) {

	/** Other people's prose, of which the language model knows nothing. */
	static final String PROSE = "The lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open, because the harbour had been closed for twenty years";

	private static final int LOOKS_AT_THE_CLOCK = 5_000;

	/** The first letters of the prose, as indices. */
	public static int[] prose(int letters) {
		return PROSE.toUpperCase()
			.chars()
			.filter(Character::isLetter)
			.map((letter) -> letter - 'A')
			.limit(letters)
			.toArray();
	}

	/** Enciphers and attacks. */
	public static Solving of(Attack attack, Set<String> types, Cipher cipher, int letters) {
		return of(attack, types, cipher.over(English.get().alphabet()).encrypt(prose(letters)), LOOKS_AT_THE_CLOCK);
	}

	/** Attacks until it is sure, or has looked at the clock so many times. */
	public static Solving of(Attack attack, Set<String> types, int[] symbols, int looks) {
		return of(attack, types, new Ciphertext(English.get().alphabet(), symbols, null), looks, Hints.NONE);
	}

	/** The same of a text that may show its words and of which something is known. */
	public static Solving of(Attack attack, Set<String> types, Ciphertext ciphertext, int looks, Hints hints) {
		AtomicLong clock = new AtomicLong();
		Search search = new Search(ciphertext, English.get(), hints, clock::incrementAndGet, looks, () -> false, 5,
				new LongAdder());
		attack.run(types, search, new SplittableRandom(1), 0, 1);
		return new Solving(search.isOver() && clock.get() < looks, search.best());
	}

	/** The length of the key, and words of the text. */
	public static Hints knowing(int keyLength, Crib... cribs) {
		return new Hints(keyLength, keyLength, List.of(cribs), Map.of(), Map.of(), null);
	}

	public Candidate best() {
		return this.candidates.get(0);
	}

}
