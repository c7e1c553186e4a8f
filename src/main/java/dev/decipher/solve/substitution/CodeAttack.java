package dev.decipher.solve.substitution;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Codes that have no key, only several ways to be written: numbers for letters, Morse,
 * taps, Bacon's alphabet, also hidden in another text, and ROT47. All ways in which a
 * text can be read are tried. Its symbols are its characters.
 *
 * @param type the code
 * @param ways the ways in which a text may have been written
 */
public record CodeAttack(String type, Function<String, List<? extends Cipher>> ways) implements Attack {

	/** Letters from which on the language betrays the right one of few readings. */
	private static final int ENOUGH_LETTERS = 10;

	/** The attacks on all codes. */
	public static List<CodeAttack> all() {
		return List.of(new CodeAttack("morse", Codes::morse), new CodeAttack("a1z26", Codes::numbers),
				new CodeAttack("tap-code", Codes::taps), new CodeAttack("bacon", Codes::bacon),
				new CodeAttack("rot47", Codes::rot47));
	}

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	@Override
	public boolean isQuick() {
		return true;
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		String distinct = text.codePoints().distinct().mapToObj(Character::toString).collect(Collectors.joining());
		try {
			Symbols characters = Alphabet.of(distinct);
			boolean isCode = LetterSearch.isOfLatin(language)
					&& this.ways.apply(text).stream().anyMatch((cipher) -> decipher(cipher, text) != null);
			return isCode ? new Ciphertext(characters, characters.read(text).symbols(), null) : null;
		}
		catch (InvalidInput ex) {
			return null;
		}
	}

	@Override
	public int mostLetters(Ciphertext ciphertext) {
		String text = ciphertext.alphabet().write(ciphertext.symbols());
		return this.ways.apply(text)
			.stream()
			.map((cipher) -> decipher(cipher, text))
			.filter(Objects::nonNull)
			.mapToInt((letters) -> letters.length)
			.max()
			.orElse(0);
	}

	/**
	 * One thread has soon tried all. They make texts of different lengths, of which the
	 * one that is the likeliest beside letters of chance is offered.
	 */
	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (worker > 0) {
			return;
		}
		String text = search.ciphertext().alphabet().write(search.ciphertext().symbols());
		List<? extends Cipher> ways = this.ways.apply(text);
		search.tried(ways.size());
		Candidate best = ways.stream()
			.map((cipher) -> candidate(cipher, text, search))
			.filter(Objects::nonNull)
			.max(Comparator.comparingDouble(CodeAttack::evidence))
			.orElse(null);
		if (best != null && search.offer(best) > 0 && best.plaintext().length >= ENOUGH_LETTERS
				&& search.isPlausible(best)) {
			search.settle();
		}
	}

	private static double evidence(Candidate candidate) {
		return (candidate.score() + Math.log(Alphabet.LATIN26.size())) * candidate.plaintext().length;
	}

	private static @Nullable Candidate candidate(Cipher cipher, String text, Search search) {
		int[] letters = decipher(cipher, text);
		return (letters != null) ? search.candidate(cipher, letters, search.language().letters().score(letters)) : null;
	}

	/** The letters of A to Z that a text stands for, null if it stands for none. */
	private static int @Nullable [] decipher(Cipher cipher, String text) {
		try {
			String plaintext = Objects.requireNonNull(TextCipher.of(cipher, null, null).decrypt(text, true));
			int[] letters = Alphabet.LATIN26.read(plaintext).symbols();
			return (letters.length > 0) ? letters : null;
		}
		catch (InvalidInput ex) {
			return null;
		}
	}

}
