package dev.decipher.solve;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.Language;
import dev.decipher.language.LanguageGuess;
import dev.decipher.language.Languages;
import dev.decipher.solve.search.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a plaintext may be written in, all over one alphabet.
 *
 * @param any a mixture of them to search by before more is known, null where there is one
 * only
 * @param order the number of each language among the built-in ones, where there are
 * several
 */
record Tongues(List<Language> languages, @Nullable Language any, List<Integer> order) {

	static Tongues of(Language language) {
		return new Tongues(List.of(language), null, List.of(0));
	}

	/**
	 * Some of the built-in languages.
	 * @param alphabet what plaintexts are written in, null for A to Z
	 */
	static Tongues builtIn(List<String> names, @Nullable Alphabet alphabet) {
		List<String> fitting = (alphabet != null)
				? names.stream().filter((name) -> hasAll(Languages.builtIn(name), alphabet)).toList() : names;
		List<String> chosen = fitting.isEmpty() ? names : fitting;
		List<Language> languages = chosen.stream().map(Languages::builtIn).map((one) -> over(one, alphabet)).toList();
		List<Integer> order = chosen.stream().map(Languages.builtIn()::indexOf).toList();
		return new Tongues(languages, (languages.size() > 1) ? over(Languages.any(), alphabet) : null, order);
	}

	/**
	 * Whether the letters of an alphabet that are none of A to Z are a language's own.
	 */
	private static boolean hasAll(Language language, Alphabet alphabet) {
		return alphabet.symbols()
			.codePoints()
			.filter(Character::isLetter)
			.allMatch((letter) -> language.ownAlphabet().indexOf(letter) >= 0);
	}

	private static Language over(Language language, @Nullable Alphabet alphabet) {
		return (alphabet != null) ? language.over(alphabet) : language;
	}

	/** The same languages with one letter for I and J and one for U and V. */
	Tongues inOldSpelling() {
		return new Tongues(this.languages.stream().map(Language::inOldSpelling).toList(),
				(this.any != null) ? this.any.inOldSpelling() : null, this.order);
	}

	/** The language to begin with. */
	Language first() {
		return (this.any != null) ? this.any : this.languages.get(0);
	}

	/** How likely a language is before anything was read. */
	double share(Language language) {
		return shares(new int[0])[this.languages.indexOf(language)];
	}

	/**
	 * How likely each language is, by a reading that may have faults.
	 * @param plaintext indices of letters
	 * @return in the order of the languages
	 */
	double[] shares(int[] plaintext) {
		if (this.any == null) {
			return new double[] { 1 };
		}
		return ofThese(LanguageGuess.of(latin(plaintext)));
	}

	private double[] ofThese(double[] all) {
		double[] shares = this.order.stream().mapToDouble((language) -> all[language]).toArray();
		double sum = DoubleStream.of(shares).sum();
		return DoubleStream.of(shares).map((share) -> (sum > 0) ? share / sum : 1.0 / shares.length).toArray();
	}

	/**
	 * How likely each language is by a ciphertext alone.
	 * @param ciphertext indices of letters
	 * @param transposes whether the letters only changed their places; they were replaced
	 * otherwise
	 * @return in the order of the languages
	 */
	double[] shares(int[] ciphertext, boolean transposes) {
		int[] letters = latin(ciphertext);
		int[] counts = new int[Alphabet.LATIN26.size()];
		IntStream.of(letters).forEach((letter) -> counts[letter]++);
		return ofThese(transposes ? LanguageGuess.byFrequencies(counts) : LanguageGuess.bySubstitution(letters));
	}

	/** A plaintext's letters of A to Z, which say no more where they are repeated. */
	private int[] latin(int[] plaintext) {
		Alphabet alphabet = first().alphabet();
		int[] once = Repetition.once(plaintext);
		return (alphabet == Alphabet.LATIN26)
				? IntStream.of(once).filter((letter) -> letter < alphabet.size()).toArray()
				: IntStream.of(once)
					.filter((letter) -> letter < alphabet.size())
					.map((letter) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(letter)))
					.filter((letter) -> letter >= 0)
					.toArray();
	}

}
