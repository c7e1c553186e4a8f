package dev.decipher.language;

import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.Problem;

import org.springframework.stereotype.Component;

/**
 * Stands in for the languages until they are there: n-grams alone.
 */
@Component
public class Languages {

	/**
	 * A language by its name.
	 * @param name the name
	 * @return the language
	 * @throws Problem 404 if there is none
	 */
	public Language find(String name) {
		if (!name.equals(English.NAME)) {
			throw Problem.notFound("There is no language " + name + ".");
		}
		return new ByNGrams(English.get());
	}

	private record ByNGrams(Language english) implements Language {

		@Override
		public String name() {
			return this.english.name();
		}

		@Override
		public Alphabet alphabet() {
			return this.english.alphabet();
		}

		@Override
		public NGrams letters() {
			return this.english.letters();
		}

		@Override
		public NGrams words() {
			return this.english.words();
		}

		@Override
		public double[] logProbabilities(int[][] texts, boolean spaced) {
			NGrams grams = spaced ? words() : letters();
			return Arrays.stream(texts).mapToDouble((text) -> -(double) grams.cost(text) / NGrams.UNITS).toArray();
		}

		@Override
		public void close() {
			this.english.close();
		}

	}

}
