package dev.decipher.solve;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;

/**
 * Languages whose own letters a ciphertext has, such as Ä or Ñ: these may be symbols of
 * the cipher, or stand as they were among letters of A to Z that alone were enciphered.
 */
final class OwnLetters {

	/** Of a text's letters at least so many are no letters of A to Z. */
	private static final double SHARE = 0.01;

	/** So many languages are searched in, those with the fewest letters. */
	private static final int MOST = 2;

	private OwnLetters() {
	}

	/**
	 * Languages over their own alphabets, which have all letters of a text; none if it
	 * has hardly any beyond A to Z.
	 * @param names of built-in languages
	 */
	static List<Tongues> of(String text, List<String> names) {
		List<Integer> letters = text.codePoints()
			.filter(Character::isLetter)
			.map(Character::toUpperCase)
			.boxed()
			.toList();
		Set<Integer> own = letters.stream()
			.filter((letter) -> Alphabet.LATIN26.indexOf(letter) < 0)
			.collect(Collectors.toSet());
		long count = letters.stream().filter(own::contains).count();
		if (count == 0 || count < SHARE * letters.size()) {
			return List.of();
		}
		return names.stream()
			.map(Languages::builtIn)
			.filter((language) -> own.stream().allMatch((letter) -> language.ownAlphabet().indexOf(letter) >= 0))
			.sorted(Comparator.comparingInt((Language language) -> language.ownAlphabet().size()))
			.limit(MOST)
			.map((language) -> Tongues.of(language.over(language.ownAlphabet())))
			.toList();
	}

}
