package dev.decipher.solve.identify;

import java.util.stream.IntStream;

import dev.decipher.solve.search.Readings;

import org.jspecify.annotations.Nullable;

/**
 * Features that tell types of cipher apart, whatever a text is made of. What doesn't
 * apply to a text is 0. Safe for use by many threads.
 */
final class CiphertextFeatures {

	/** How many features there are. */
	static final int COUNT = LayoutFeatures.COUNT + 1 + SymbolFeatures.COUNT + LetterFeatures.COUNT + KeyTrials.COUNT
			+ TranspositionTrials.COUNT;

	/** Fewer letters tell nothing. */
	private static final int FEWEST = 8;

	/** A text of letters that has fewer different ones is looked at as signs as well. */
	private static final int FEW_LETTERS = 12;

	/** No language is written in so few: there is no key to try. */
	private static final int TOO_FEW_LETTERS = 6;

	private final LetterProfiles profiles;

	private final KeyTrials keyTrials;

	CiphertextFeatures(LetterProfiles profiles) {
		this.profiles = profiles;
		this.keyTrials = new KeyTrials(profiles);
	}

	/**
	 * All features of a text.
	 * @param text any text
	 * @return (COUNT)
	 */
	float[] of(String text) {
		FeatureList features = new FeatureList();
		TextSymbols symbols = TextSymbols.of(text);
		boolean ofLetters = symbols.kind() == TextSymbols.Kind.LETTERS;
		int[] letters = TextSymbols.letters(text);
		LayoutFeatures.add(text, letters, features);
		int different = (int) IntStream.of(letters).distinct().count();
		features.add(ofLetters);
		int end = features.size() + SymbolFeatures.COUNT;
		if (!ofLetters || different <= FEW_LETTERS) {
			int[] shown = text.codePoints()
				.filter((character) -> !Readings.isSpace(character))
				.map(Character::toUpperCase)
				.toArray();
			SymbolFeatures.add(shown, (symbols.kind() == TextSymbols.Kind.NUMBERS) ? symbols.symbols() : new int[0],
					this.profiles, features);
		}
		features.fill(end);
		if (ofLetters && letters.length >= FEWEST) {
			LetterFeatures.add(letters, this.profiles, features);
			if (different > TOO_FEW_LETTERS) {
				this.keyTrials.add(letters, wordStarts(text, letters.length), features);
				TranspositionTrials.add(letters, this.profiles, features);
			}
		}
		features.fill(COUNT);
		return features.toArray();
	}

	/**
	 * Whether a word begins at each letter, or null where blanks part groups or there are
	 * none.
	 */
	private static boolean @Nullable [] wordStarts(String text, int letters) {
		String[] tokens = text.strip().split("\\s+");
		boolean groups = IntStream.range(1, tokens.length - 1)
			.allMatch((i) -> tokens[i].length() == tokens[0].length());
		if (tokens.length < 3 || groups) {
			return null;
		}
		boolean[] starts = new boolean[letters];
		int place = 0;
		for (String token : tokens) {
			if (place < letters) {
				starts[place] = true;
			}
			place += TextSymbols.letters(token).length;
		}
		return starts;
	}

}
