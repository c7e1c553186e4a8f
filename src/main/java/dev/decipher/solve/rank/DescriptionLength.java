package dev.decipher.solve.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Repetition;

/**
 * Makes what different attacks found comparable, after the principle of minimum
 * description length (Rissanen, Modeling by shortest data description, Automatica 14,
 * 1978): a reading is as good as the text is likely in the language, less what it takes
 * to write its key down. A rich cipher, whose keys can make something of any text, so
 * doesn't win by that. All in nats.
 */
public final class DescriptionLength {

	/**
	 * By so much a letter of a crib speaks for a reading that has it, in nats: about what
	 * a letter of any language takes beside its n-grams' redundancy.
	 */
	private static final double CRIBBED = 1.8;

	/** The key of a cipher that has few takes less, in nats. */
	private static final double FEW_KEYS = 10;

	/** −ln of how often letters in a code were enciphered before: an estimate. */
	private static final double ENCIPHERED_BEFORE = 3;

	/** So much less likely a text is telegraphic, in nats: an estimate. */
	private static final double TELEGRAPHIC = 4;

	/**
	 * Of fewer letters n-grams know too little to say how surely they aren't chance's.
	 */
	private static final int ENOUGH = 10;

	private final Ciphertext ciphertext;

	private final Language language;

	/** The symbols of the ciphertext before it repeats itself, if it does. */
	private final int period;

	/** What it takes to write the ciphertext down symbol by symbol. */
	private final double chance;

	/** What it takes to write down how often each of its letters occurs. */
	private final double frequencies;

	/** What it takes to write down where words begin, 0 where that isn't known. */
	private final double spaces;

	/** What takes nothing, since it is known: the letters of cribs. */
	private final double known;

	/** ln p of the language before the text was read. */
	private final double prior;

	/**
	 * For the readings of one text in one language.
	 * @param share how likely the language is before the text was read
	 */
	public DescriptionLength(Ciphertext ciphertext, Language language, Hints hints, double share) {
		this.ciphertext = ciphertext;
		this.language = language;
		this.prior = Math.log(share);
		this.known = hints.cribs()
			.stream()
			.mapToDouble((crib) -> crib.length() * CRIBBED
					- ((crib.position() == Crib.ANYWHERE) ? Math.log(ciphertext.length()) : 0))
			.map((nats) -> Math.max(0, nats))
			.sum();
		this.period = Repetition.period(withStarts(ciphertext));
		int[] once = Arrays.copyOf(ciphertext.symbols(), this.period);
		int size = ciphertext.alphabet().size();
		this.chance = information(counts(once, size));
		this.frequencies = (once.length >= ENOUGH && size <= language.letters().symbols())
				? Math.min(adaptive(once, size), once.length * Math.log(size)) - this.chance : 0;
		this.spaces = (ciphertext.wordStarts() != null)
				? information(ends(Arrays.copyOf(ciphertext.wordStarts(), this.period))) : 0;
	}

	/**
	 * A candidate and what it is worth.
	 *
	 * @param text ln p of the plaintext, with its spaces
	 * @param evidence by how much this is less than the ciphertext itself takes, or
	 * stands out from what wrong keys make of it
	 * @param frequencies by how much more evidence there is against letters of chance
	 * beside which it has to be written down how often each occurs: what many letters
	 * outweigh
	 * @param usual what a letter of the language usually takes
	 * @param prior ln p of the reading's language, and whatever else was known before
	 * @param letters that count: those before the text repeats itself
	 */
	public record Scored(Candidate candidate, double text, double evidence, double frequencies, double usual,
			double prior, int letters) {

		/** What the reading is worth. */
		public double total() {
			return this.text + this.prior - this.candidate.keyCost();
		}

		/**
		 * With something that was known before, or is known of how it was found, in nats.
		 */
		public Scored plus(double nats) {
			return new Scored(this.candidate, this.text, this.evidence + nats, this.frequencies, this.usual,
					this.prior + nats, this.letters);
		}

	}

	/** Scores by the n-grams, which is quick. */
	public Scored byNGrams(Candidate candidate) {
		boolean spaced = isSpaced(candidate);
		double text = byNGrams(text(candidate, spaced), spaced);
		List<int[]> readings = telegraphic(candidate);
		for (int[] reading : readings) {
			text = Math.max(text, byNGrams(reading, true) - cost(candidate, readings));
		}
		return scored(candidate, spaced, text);
	}

	private double byNGrams(int[] text, boolean spaced) {
		NGrams grams = spaced ? this.language.words() : this.language.letters();
		// the first letters are no n-gram's last: they cost as much as any on average
		int counted = Math.max(0, text.length - grams.order() + 1);
		double cost = (double) grams.cost(text) / NGrams.UNITS;
		double mean = (counted > 0) ? cost / counted : Math.log(grams.symbols());
		return -cost - mean * (text.length - counted);
	}

	private List<int[]> telegraphic(Candidate candidate) {
		return isSpaced(candidate) ? List.of() : Telegraphic.readings(candidate.plaintext(), this.language.alphabet());
	}

	/** Scores by the language's LSTM. */
	public List<Scored> byNetwork(List<Candidate> candidates) {
		Scored[] scored = new Scored[candidates.size()];
		for (boolean spaced : new boolean[] { false, true }) {
			List<Integer> places = new ArrayList<>();
			for (int i = 0; i < scored.length; i++) {
				if (isSpaced(candidates.get(i)) == spaced) {
					places.add(i);
				}
			}
			if (!places.isEmpty()) {
				double[] texts = this.language.logProbabilities(
						places.stream().map((place) -> text(candidates.get(place), spaced)).toArray(int[][]::new),
						spaced);
				for (int i = 0; i < texts.length; i++) {
					Candidate candidate = candidates.get(places.get(i));
					List<int[]> readings = telegraphic(candidate);
					double telegraphic = spaced(readings) - cost(candidate, readings);
					scored[places.get(i)] = scored(candidate, spaced, Math.max(texts[i], telegraphic));
				}
			}
		}
		return List.of(scored);
	}

	/** What it takes to say that a text is telegraphic, and where an X parts nothing. */
	private double cost(Candidate candidate, List<int[]> readings) {
		int left = readings.isEmpty() ? 0 : candidate.plaintext().length - readings.get(0).length;
		return TELEGRAPHIC + left * Math.log(this.language.alphabet().size());
	}

	/** The likeliest of some texts with spaces. */
	private double spaced(List<int[]> texts) {
		return texts.isEmpty() ? Double.NEGATIVE_INFINITY
				: DoubleStream.of(this.language.logProbabilities(texts.toArray(int[][]::new), true))
					.max()
					.orElseThrow();
	}

	private Scored scored(Candidate candidate, boolean spaced, double text) {
		double whole = spaced ? text : text - this.spaces;
		double evidence = chance(candidate) + this.spaces + whole + this.prior + this.known - candidate.keyCost();
		// homophones hide frequencies: right ones may take as much as the text
		evidence = Math.max(evidence, candidate.standing() + this.prior);
		int letters = once(candidate).length;
		return new Scored(candidate, whole, evidence, this.frequencies, this.language.letters().entropy(), this.prior,
				letters);
	}

	/**
	 * What it takes to write the ciphertext down for whoever doesn't read it so. The
	 * letters of a plaintext are as many as those of a text of chance. Those of a code
	 * may have been enciphered before, so that it says nothing that they are letters.
	 */
	private double chance(Candidate candidate) {
		int[] plaintext = candidate.plaintext();
		if (candidate.cipher().transposes() || candidate.keyCost() >= FEW_KEYS) {
			return this.chance;
		}
		if (Arrays.equals(plaintext, this.ciphertext.symbols())) {
			return Math.max(this.chance, asLetters(text(candidate, false)));
		}
		return (plaintext.length < this.ciphertext.length())
				? Math.min(this.chance, asLetters(plaintext) + ENCIPHERED_BEFORE) : this.chance;
	}

	/**
	 * What it takes to write letters down of which each occurs as often as it happens to
	 * or, if they only changed their places, as in the language.
	 */
	private double asLetters(int[] letters) {
		double[] shares = this.language.letters().shares();
		double usual = IntStream.of(letters).mapToDouble((letter) -> -Math.log(shares[letter])).sum();
		return Math.min(adaptive(letters, this.language.letters().symbols()), usual);
	}

	/**
	 * What it takes to write symbols down each of which is as likely as it was so far
	 * (Krichevsky and Trofimov, The performance of universal encoding, 1981).
	 */
	private static double adaptive(int[] symbols, int size) {
		int[] counts = new int[size];
		double nats = 0;
		for (int i = 0; i < symbols.length; i++) {
			nats -= Math.log((counts[symbols[i]]++ + 0.5) / (i + 0.5 * size));
		}
		return nats;
	}

	/** A transposed text shows no words, unless its blanks were moved as well. */
	private boolean isSpaced(Candidate candidate) {
		return isOfAllCharacters(candidate) || candidate.plaintext().length == this.ciphertext.length()
				&& this.ciphertext.wordStarts() != null && !candidate.cipher().transposes();
	}

	/** Whether blanks and other characters were moved like letters. */
	private boolean isOfAllCharacters(Candidate candidate) {
		return candidate.cipher().transposes() && this.ciphertext.alphabet() instanceof Alphabet alphabet
				&& !alphabet.equals(this.language.alphabet());
	}

	private int[] text(Candidate candidate, boolean spaced) {
		if (isOfAllCharacters(candidate)) {
			// to n-grams, whatever is no letter ends a word
			int space = this.language.alphabet().size();
			return IntStream.of(candidate.plaintext()).map((symbol) -> Math.min(symbol, space)).toArray();
		}
		if (spaced) {
			return Ciphertext.spaced(once(candidate), Objects.requireNonNull(this.ciphertext.wordStarts()),
					this.language.alphabet().size(), false);
		}
		return once(candidate);
	}

	/** A plaintext without what it repeats, if the ciphertext repeats it as well. */
	private int[] once(Candidate candidate) {
		int[] plaintext = candidate.plaintext();
		return (this.period < plaintext.length && Repetition.period(plaintext) <= this.period)
				? Arrays.copyOf(plaintext, this.period) : plaintext;
	}

	/** The symbols of a text, and which of them begin words, if that is known. */
	private static int[] withStarts(Ciphertext ciphertext) {
		int[] symbols = ciphertext.symbols();
		boolean[] starts = ciphertext.wordStarts();
		return (starts == null) ? symbols
				: IntStream.range(0, symbols.length)
					.map((i) -> 2 * symbols[i] + ((starts[i] || i == 0) ? 1 : 0))
					.toArray();
	}

	private static int[] counts(int[] symbols, int size) {
		int[] counts = new int[size];
		for (int symbol : symbols) {
			counts[symbol]++;
		}
		return counts;
	}

	private static int[] ends(boolean[] wordStarts) {
		int[] counts = new int[2];
		for (int i = 1; i < wordStarts.length; i++) {
			counts[wordStarts[i] ? 1 : 0]++;
		}
		return counts;
	}

	/** −Σ ln p of what was counted, by its own frequencies. */
	private static double information(int[] counts) {
		double total = Arrays.stream(counts).sum();
		return -Arrays.stream(counts).filter((count) -> count > 0).mapToDouble((c) -> c * Math.log(c / total)).sum();
	}

}
