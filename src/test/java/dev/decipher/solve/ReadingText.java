package dev.decipher.solve;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;

/**
 * An attack on a ciphertext of any make.
 *
 * @param ciphertext as it was written
 * @param settled whether it was sure
 * @param candidates what it found, best first
 */
public record ReadingText(String ciphertext, boolean settled, List<Candidate> candidates) {

	/** Enciphers and attacks, with so many looks at the clock. */
	public static ReadingText of(Attack attack, String cipher, String plaintext, int looks, Crib... cribs) {
		return of(attack, TextCipher.of(Enciphering.cipher(cipher), null, null).encrypt(plaintext), looks, cribs);
	}

	/** Attacks until it is sure, or has looked at the clock so many times. */
	public static ReadingText of(Attack attack, String ciphertext, int looks, Crib... cribs) {
		Ciphertext read = Objects.requireNonNull(attack.read(ciphertext, English.get()), "the text isn't read");
		AtomicLong clock = new AtomicLong();
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(cribs), Map.of(), Map.of(), null);
		Search search = new Search(read, English.get(), hints, clock::incrementAndGet, looks, () -> false, 5,
				new LongAdder());
		attack.run(attack.types(), search, new SplittableRandom(1), 0, 1);
		return new ReadingText(ciphertext, search.isSettled(), search.best());
	}

	/** The letters of the best reading. */
	public String letters() {
		return IntStream.of(this.candidates.get(0).plaintext())
			.mapToObj((letter) -> Character.toString('A' + letter))
			.collect(Collectors.joining());
	}

	/** What the key that was found deciphers the text to. */
	public String deciphered() {
		return TextCipher.of(this.candidates.get(0).cipher(), null, null).decrypt(this.ciphertext, true);
	}

}
