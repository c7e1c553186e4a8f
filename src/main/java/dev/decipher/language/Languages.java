package dev.decipher.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;

import org.springframework.stereotype.Component;

/**
 * Stands in for the languages until they are there: trigrams of a few pages.
 */
@Component
public class Languages {

	private final Language english = new Trigrams();

	/**
	 * A language by its name.
	 * @param name the name
	 * @return the language
	 * @throws InvalidInput at the empty pointer if there is none
	 */
	public Language find(String name) {
		if (!name.equals("english")) {
			throw InvalidInput.at("", "is no language that is known; known: english");
		}
		return this.english;
	}

	private static final class Trigrams implements Language {

		private final NGrams letters;

		private final NGrams words;

		Trigrams() {
			try (InputStream in = Languages.class.getResourceAsStream("/language/placeholder.txt")) {
				String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s+", " ");
				this.letters = count(text.replace(" ", "").chars().map((c) -> c - 'A').toArray(), 26);
				this.words = count(text.chars().map((c) -> (c == ' ') ? 26 : c - 'A').toArray(), 27);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static NGrams count(int[] text, int size) {
			double[] counts = new double[size * size * size];
			double[] unigrams = new double[size];
			for (int i = 2; i < text.length; i++) {
				counts[(text[i - 2] * size + text[i - 1]) * size + text[i]]++;
				unigrams[text[i]] += 1.0 / text.length;
			}
			byte[] costs = new byte[counts.length];
			for (int context = 0; context < size * size; context++) {
				double sum = Arrays.stream(counts, context * size, (context + 1) * size).sum();
				for (int last = 0; last < size; last++) {
					double p = (counts[context * size + last] + 5 * unigrams[last]) / (sum + 5);
					costs[context * size + last] = (byte) Math.min(255, Math.round(-16 * Math.log(p)));
				}
			}
			return new NGrams(size, 3, costs);
		}

		@Override
		public String name() {
			return "english";
		}

		@Override
		public Alphabet alphabet() {
			return Alphabet.LATIN26;
		}

		@Override
		public NGrams letters() {
			return this.letters;
		}

		@Override
		public NGrams words() {
			return this.words;
		}

		@Override
		public double[] logProbabilities(int[][] texts, boolean spaced) {
			NGrams grams = spaced ? this.words : this.letters;
			return Arrays.stream(texts).mapToDouble((text) -> -(double) grams.cost(text) / NGrams.UNITS).toArray();
		}

		@Override
		public void close() {
			// nothing to free
		}

	}

}
