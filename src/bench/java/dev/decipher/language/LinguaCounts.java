package dev.decipher.language;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often n-grams occur in 70 to 105 million letters of modern text, as far as the
 * n-grams within words tell that come with Lingua, a library that tells languages apart
 * (Apache-2.0). It has relative frequencies, of which the counts come back exactly: the
 * largest denominator of the single letters is their number, and each longer n-gram's
 * fraction is of the count of the one without its last letter.
 * <p>
 * Words are joined as if they stood in any order. With # for the boundary of words, of an
 * n-gram g within words E(g) = c(g) − Σ c(gx) end a word, S(g) = c(g) − Σ c(xg) begin
 * one, B(g) = S(g) − Σ S(gx) are a whole one, and W = Σ S(x) is the number of words.
 * Letters over a boundary then occur E(left)·S(right)/W times, and a whole word between
 * two boundaries B/W times.
 */
final class LinguaCounts {

	private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

	/** Letters of an n-gram at most. */
	private static final int LONGEST = FILES.size();

	private final int size; // V

	/** Counts of n-grams within words: by length − 1, (Vⁿ). */
	private final float[][] within = new float[LONGEST][];

	/** Those that end a word, begin one, and are one. */
	private final float[][] ending = new float[LONGEST][];

	private final float[][] beginning = new float[LONGEST][];

	private final float[][] whole = new float[LONGEST][];

	private double words;

	/**
	 * Reads the n-grams of a language.
	 * @param iso the language's code
	 * @param letters A to Z, and others
	 * @param spelling how words are written in them
	 * @param longest the letters of the n-grams that are wanted
	 */
	LinguaCounts(String iso, String letters, Spelling spelling, int longest) throws IOException {
		this.size = letters.length();
		for (int n = 0; n < longest; n++) {
			this.within[n] = new float[power(n + 1)];
		}
		read(iso, letters, spelling, longest);
		for (int n = longest - 1; n >= 0; n--) {
			this.ending[n] = this.within[n].clone();
			this.beginning[n] = this.within[n].clone();
			if (n + 1 < longest) {
				float[] longer = this.within[n + 1];
				for (int gram = 0; gram < longer.length; gram++) {
					this.ending[n][gram / this.size] -= longer[gram];
					this.beginning[n][gram % this.beginning[n].length] -= longer[gram];
				}
				this.whole[n] = this.beginning[n].clone();
				for (int gram = 0; gram < longer.length; gram++) {
					this.whole[n][gram / this.size] -= this.beginning[n + 1][gram];
				}
			}
		}
		for (float word : this.beginning[0]) {
			this.words += word;
		}
	}

	private int power(int exponent) {
		return (int) Math.pow(this.size, exponent);
	}

	private void read(String iso, String letters, Spelling spelling, int longest) throws IOException {
		Map<String, Long> shorter = Map.of();
		for (int n = 0; n < longest; n++) {
			Map<String, Long> counts = counts(iso, n, shorter);
			for (Map.Entry<String, Long> entry : counts.entrySet()) {
				add(entry.getKey(), entry.getValue(), letters, spelling, longest);
			}
			shorter = counts;
		}
	}

	private static Map<String, Long> counts(String iso, int n, Map<String, Long> shorter) throws IOException {
		String file = "/language-models/" + iso + "/" + FILES.get(n) + ".json";
		try (InputStream in = LinguaCounts.class.getResourceAsStream(file)) {
			if (in == null) {
				throw new IOException("Lingua is no dependency: -Pbench makes it one");
			}
			JsonNode fractions = JsonMapper.shared().readTree(in).get("ngrams");
			long letters = fractions.propertyNames().stream().mapToLong((name) -> part(name, 1)).max().orElseThrow();
			Map<String, Long> counts = new HashMap<>();
			for (Map.Entry<String, JsonNode> fraction : fractions.properties()) {
				long numerator = part(fraction.getKey(), 0);
				long denominator = part(fraction.getKey(), 1);
				for (String gram : fraction.getValue().asString().split(" ")) {
					long all = (n == 0) ? letters : shorter.getOrDefault(gram.substring(0, n), 0L);
					counts.put(gram,
							BigInteger.valueOf(all)
								.multiply(BigInteger.valueOf(numerator))
								.divide(BigInteger.valueOf(denominator))
								.longValueExact());
				}
			}
			return counts;
		}
	}

	private static long part(String fraction, int index) {
		return Long.parseLong(fraction.split("/")[index]);
	}

	/**
	 * Adds an n-gram as it is written. A written n-gram is counted by the shortest of
	 * those that cover it from where it begins, so that each is counted once.
	 */
	private void add(String gram, long count, String letters, Spelling spelling, int longest) {
		List<Integer> written = new ArrayList<>();
		int first = 0; // letters that the first symbol is written as
		int before = 0; // and all but the last
		for (int i = 0; i < gram.length(); i++) {
			before = written.size();
			String one = spelling.letters(gram.charAt(i));
			if (one.isEmpty()) {
				return;
			}
			one.chars().forEach((letter) -> written.add(letters.indexOf(letter)));
			first = (i == 0) ? one.length() : first;
		}
		for (int start = 0; start < first; start++) {
			int code = 0;
			for (int end = start + 1; end <= Math.min(written.size(), start + longest); end++) {
				code = code * this.size + written.get(end - 1);
				if (end > before) {
					this.within[end - start - 1][code] += count;
				}
			}
		}
	}

	/** How many letters there are. */
	double letters() {
		double letters = 0;
		for (float count : this.within[0]) {
			letters += count;
		}
		return letters;
	}

	/** How many words there are. */
	double words() {
		return this.words;
	}

	/**
	 * Expected counts in a text without spaces: those within a word, and with R(g), how
	 * often g stands where a word begins, those of which the first i letters end one.
	 * @return (Vⁿ)
	 */
	float[] joined(int n) {
		float[][] starting = new float[n][]; // R, by length
		for (int length = 1; length < n; length++) {
			starting[length] = this.beginning[length - 1].clone();
			addParted(starting[length], length, this.whole, starting);
		}
		float[] joined = this.within[n - 1].clone();
		addParted(joined, n, this.ending, starting);
		return joined;
	}

	/** Adds what has a boundary behind its first 1, 2, … letters. */
	private void addParted(float[] counts, int length, float[][] first, float[][] starting) {
		for (int i = 1; i < length; i++) {
			float[] left = first[i - 1];
			float[] right = starting[length - i];
			for (int gram = 0; gram < counts.length; gram++) {
				counts[gram] += (float) (left[gram / right.length] * (right[gram % right.length] / this.words));
			}
		}
	}

	/**
	 * Expected counts in a text with spaces.
	 * @return ((V + 1)ⁿ), the space being the last symbol
	 */
	float[] spaced(int n) {
		float[] spaced = new float[(int) Math.pow(this.size + 1, n)];
		addSpaced(spaced, 0, n, this.words, false, 0, 0);
		return spaced;
	}

	/**
	 * Adds all n-grams with a beginning.
	 * @param gram the beginning
	 * @param left how many symbols are to follow
	 * @param count of what stands before its last word
	 * @param opens whether that word has its first letter
	 * @param code the letters of that word
	 * @param length how many these are
	 */
	private void addSpaced(float[] spaced, int gram, int left, double count, boolean opens, int code, int length) {
		if (left == 0) {
			float[][] table = opens ? this.beginning : this.within;
			spaced[gram] = (float) ((length == 0) ? count : count * table[length - 1][code] / this.words);
			return;
		}
		for (int letter = 0; letter < this.size; letter++) {
			addSpaced(spaced, gram * (this.size + 1) + letter, left - 1, count, opens, code * this.size + letter,
					length + 1);
		}
		if (length > 0 || !opens) {
			float[][] table = opens ? this.whole : this.ending;
			double closed = (length == 0) ? count : count * table[length - 1][code] / this.words;
			if (closed > 0) {
				addSpaced(spaced, gram * (this.size + 1) + this.size, left - 1, closed, true, 0, 0);
			}
		}
	}

}
