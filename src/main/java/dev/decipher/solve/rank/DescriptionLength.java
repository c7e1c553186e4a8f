package dev.decipher.solve.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.fractionating.Bifid;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.polyalphabetic.Autokey;
import dev.decipher.cipher.polyalphabetic.Beaufort;
import dev.decipher.cipher.polyalphabetic.Gronsfeld;
import dev.decipher.cipher.polyalphabetic.Porta;
import dev.decipher.cipher.polyalphabetic.VariantVigenere;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.transposition.Columnar;
import dev.decipher.cipher.transposition.DoubleColumnar;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Scytale;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import org.jspecify.annotations.Nullable;

/**
 * Makes what different attacks found comparable, after the principle of minimum
 * description length (Rissanen, Modeling by shortest data description, Automatica 14,
 * 1978): a reading is as good as the text is likely in the language, less what it takes
 * to write its key down. A rich cipher, whose keys can make something of any text, so
 * doesn't win by that. All in nats.
 */
public final class DescriptionLength {

	private final Ciphertext ciphertext;

	private final Language language;

	/** What it takes to write the ciphertext down symbol by symbol. */
	private final double chance;

	/** What it takes to write down where words begin, 0 where that isn't known. */
	private final double spaces;

	public DescriptionLength(Ciphertext ciphertext, Language language) {
		this.ciphertext = ciphertext;
		this.language = language;
		this.chance = information(counts(ciphertext.symbols(), ciphertext.alphabet().size()));
		this.spaces = (ciphertext.wordStarts() != null) ? information(ends(ciphertext.wordStarts())) : 0;
	}

	/**
	 * A candidate and what it is worth.
	 *
	 * @param text ln p of the plaintext, with its spaces
	 * @param key what it takes to write the key down
	 * @param evidence by how much this is less than the ciphertext itself takes
	 */
	public record Scored(Candidate candidate, double text, double key, double evidence) {

		public double total() {
			return this.text - this.key;
		}

	}

	/** Scores by the n-grams, which is quick. */
	public Scored byNGrams(Candidate candidate) {
		boolean spaced = isSpaced(candidate);
		int[] text = text(candidate, spaced);
		NGrams grams = spaced ? this.language.words() : this.language.letters();
		// the first letters are no n-gram's last: they cost as much as any on average
		int counted = Math.max(0, text.length - grams.order() + 1);
		double cost = (double) grams.cost(text) / NGrams.UNITS;
		double mean = (counted > 0) ? cost / counted : Math.log(grams.symbols());
		return scored(candidate, spaced, -cost - mean * (text.length - counted));
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
					scored[places.get(i)] = scored(candidates.get(places.get(i)), spaced, texts[i]);
				}
			}
		}
		return List.of(scored);
	}

	private Scored scored(Candidate candidate, boolean spaced, double text) {
		double whole = spaced ? text : text - this.spaces;
		double key = keyLength(candidate);
		return new Scored(candidate, whole, key, this.chance + this.spaces + whole - key);
	}

	/** What letters change their places in shows no words. */
	private boolean isSpaced(Candidate candidate) {
		return this.ciphertext.wordStarts() != null && !classOf(candidate.cipher()).transposes();
	}

	private int[] text(Candidate candidate, boolean spaced) {
		return spaced ? spaced(candidate.plaintext(), this.ciphertext.wordStarts(), this.language.alphabet().size())
				: candidate.plaintext();
	}

	/** A text with its spaces. */
	static int[] spaced(int[] letters, boolean[] wordStarts, int space) {
		int[] text = new int[2 * letters.length];
		int length = 0;
		for (int i = 0; i < letters.length; i++) {
			if (i > 0 && wordStarts[i]) {
				text[length++] = space;
			}
			text[length++] = letters[i];
		}
		return Arrays.copyOf(text, length);
	}

	public static String typeOf(Cipher cipher) {
		return cipher.getClass().getAnnotation(JsonTypeName.class).value();
	}

	public static TypeClass classOf(Cipher cipher) {
		return TypeClass.of(typeOf(cipher));
	}

	/** Whether a cipher with this key does nothing. */
	public static boolean isIdentity(Cipher cipher) {
		return cipher instanceof Caesar caesar && caesar.shift() == 0;
	}

	/** The logarithm of how many keys there are of that kind. */
	double keyLength(Candidate candidate) {
		Cipher cipher = candidate.cipher();
		double size = this.language.alphabet().size();
		double lengths = Math.log(20); // how many lengths of a key are usual
		double square = logFactorial(25) - Math.log(25); // rows and columns go round
		if (isIdentity(cipher)) {
			return 0;
		}
		if (cipher instanceof Caesar) {
			return Math.log(size);
		}
		if (cipher instanceof Affine) {
			return Math.log(312); // 12 factors, 26 summands
		}
		if (cipher instanceof Substitution) {
			return logFactorial(size) - logFactorial(size - distinct(candidate.plaintext()));
		}
		if (cipher instanceof Vigenere vigenere) {
			return lengths + length(vigenere.key()) * Math.log(size);
		}
		if (cipher instanceof VariantVigenere variant) {
			return lengths + length(variant.key()) * Math.log(size);
		}
		if (cipher instanceof Gronsfeld gronsfeld) {
			return lengths + length(gronsfeld.key()) * Math.log(10);
		}
		if (cipher instanceof Beaufort beaufort) {
			return lengths + length(beaufort.key()) * Math.log(size);
		}
		if (cipher instanceof Porta porta) {
			return lengths + length(porta.key()) * Math.log(size / 2);
		}
		if (cipher instanceof Autokey autokey) {
			return lengths + length(autokey.key()) * Math.log(size);
		}
		if (cipher instanceof Columnar columnar) {
			return lengths + logFactorial(length(columnar.key()));
		}
		if (cipher instanceof DoubleColumnar twice) {
			return 2 * lengths + logFactorial(length(twice.key1())) + logFactorial(length(twice.key2()));
		}
		if (cipher instanceof RailFence || cipher instanceof Scytale) {
			return lengths;
		}
		if (cipher instanceof Hill hill) {
			return length(hill.key()) * Math.log(size);
		}
		if (cipher instanceof Playfair) {
			return square;
		}
		if (cipher instanceof Bifid) {
			return square + lengths;
		}
		if (cipher instanceof FourSquare) {
			return 2 * logFactorial(25);
		}
		if (cipher instanceof Homophonic) {
			return homophones(candidate.plaintext());
		}
		if (cipher instanceof Enigma enigma) {
			int plugs = (int) text(enigma.plugboard()).chars().filter(Character::isLetter).count();
			// rotors, reflector, positions and the two rings that matter
			return Math.log(60 * 3) + 5 * Math.log(26) + plugs * Math.log(26);
		}
		return 0;
	}

	/** Which letter each token stands for, and which token each letter became. */
	private double homophones(int[] plaintext) {
		Set<Long> pairs = new HashSet<>();
		int[] tokens = new int[this.language.alphabet().size()];
		for (int i = 0; i < plaintext.length; i++) {
			if (pairs.add((long) plaintext[i] << 32 | this.ciphertext.symbols()[i])) {
				tokens[plaintext[i]]++;
			}
		}
		double choices = Arrays.stream(plaintext).mapToDouble((letter) -> Math.log(tokens[letter])).sum();
		return pairs.size() * Math.log(tokens.length) + choices;
	}

	private static int length(Key key) {
		return text(key).length();
	}

	private static String text(@Nullable Key key) {
		return (key instanceof Key.Given given) ? given.text() : "";
	}

	private static long distinct(int[] text) {
		return Arrays.stream(text).distinct().count();
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

	private static double logFactorial(double n) {
		double sum = 0;
		for (int i = 2; i <= n; i++) {
			sum += Math.log(i);
		}
		return sum;
	}

}
