package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Ragbaby cipher: in each word the symbols move on in a keyed alphabet, the first one
 * by the word's number, counted from 1, each further one by one place more. Words are
 * what blanks part, as ciphertexts keep them; an apostrophe or a hyphen parts none.
 * <p>
 * The keyed alphabet has 24 letters, without J, which is I, and X, which is W, as long as
 * the alphabet has these four.
 *
 * @param key a keyword that the alphabet starts with
 * @param letters 24 or 26, where all of the alphabet's symbols are used; null for 24
 * @param wordLengths how many symbols each word has, repeated along the message; null for
 * the words of the text
 */
@JsonTypeName("ragbaby")
@Schema(description = "Each symbol moves on in a keyed alphabet by the number of its word and its place there",
		example = "{\"type\": \"ragbaby\", \"key\": \"GROSBEAK\"}")
@Source("SHERLAC, Ragbaby, The Cryptogram, July 1955")
public record Ragbaby(@Schema(description = QuagmireCipher.ALPHABET) Key key,
		@Nullable @Schema(description = "24: J is I and X is W, as the American Cryptogram Association has it; 26: the "
				+ "alphabet's symbols are used as they are", defaultValue = "24") Integer letters,
		@Nullable @Schema(description = "How many symbols each word has, repeated along the message, for a text that "
				+ "lacks its blanks; the words of the text if left out") List<Integer> wordLengths)
		implements
			KeyedCipher {

	private static final int MOST_WORDS = 10_000;

	private static final int ALL = 26;

	/** What is left out, and what stands for it. */
	private static final String LEFT_OUT = "JX";

	private static final String STANDING_FOR_IT = "IW";

	public Ragbaby {
		InvalidInput.throwIf(letters != null && letters != 24 && letters != ALL, "/letters", "must be 24 or 26");
		wordLengths = (wordLengths != null) ? Lengths.read("wordLengths", wordLengths, MOST_WORDS) : null;
	}

	@Override
	public KeyForm keyForm(String name) {
		return new Folded();
	}

	/** The letters that count. */
	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return isFolded(alphabet) ? Alphabet.of(alphabet.symbols().replaceAll("[" + LEFT_OUT + "]", "")) : alphabet;
	}

	private boolean isFolded(Alphabet alphabet) {
		return (this.letters == null || this.letters != ALL)
				&& (LEFT_OUT + STANDING_FOR_IT).chars().allMatch((letter) -> alphabet.symbols().indexOf(letter) >= 0);
	}

	/** It is the same alphabet where it begins elsewhere. */
	@Override
	public double keyNats(Alphabet alphabet) {
		Alphabet counting = keyAlphabet(alphabet);
		int[] keyed = keyForm("key").read("key", this.key, counting);
		return Math.min(KeyPart.logFactorial(keyed.length) - Math.log(keyed.length), Keywords.nats(keyed));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		Alphabet counting = keyAlphabet(alphabet);
		int[] written = IntStream.range(0, counting.size())
			.map((symbol) -> alphabet.indexOf(counting.codePoint(symbol)))
			.toArray();
		int[] read = IntStream.range(0, alphabet.size())
			.map((symbol) -> counting
				.indexOf(isFolded(alphabet) ? folded(alphabet.codePoint(symbol)) : alphabet.codePoint(symbol)))
			.toArray();
		int[] words = (this.wordLengths != null) ? this.wordLengths.stream().mapToInt(Integer::intValue).toArray()
				: new int[0];
		return (keys) -> {
			int[] keyed = IntStream.of(keys[0]).map((symbol) -> written[symbol]).toArray();
			int[] places = KeyNumbers.inverse(keys[0]);
			return new Words(keyed, IntStream.of(read).map((symbol) -> places[symbol]).toArray(), words,
					this.wordLengths == null);
		};
	}

	private static int folded(int letter) {
		int left = LEFT_OUT.indexOf(letter);
		return (left < 0) ? letter : STANDING_FOR_IT.charAt(left);
	}

	/**
	 * At work.
	 *
	 * @param alphabet the keyed one: symbols of the plaintext's alphabet, (letters)
	 * @param places for each symbol of the plaintext's alphabet its place in the keyed
	 * one, (size)
	 * @param words how many symbols each has; none where the message is one word
	 * @param asks whether the text's words count
	 */
	private record Words(int[] alphabet, int[] places, int[] words, boolean asks) implements SymbolCipher {

		@Override
		public boolean readsWords() {
			return this.asks;
		}

		@Override
		public SymbolCipher inWords(Supplier<int[]> lengths) {
			return this.asks ? new Words(this.alphabet, this.places, lengths.get(), true) : this;
		}

		@Override
		public int[] prepare(int[] plaintext) {
			return IntStream.of(plaintext).map((symbol) -> this.alphabet[this.places[symbol]]).toArray();
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return prepare(random.ints(length, 0, size).toArray());
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return moved(plaintext, 1);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return moved(ciphertext, -1);
		}

		private int[] moved(int[] symbols, int direction) {
			int[] moved = new int[symbols.length];
			int number = 1;
			int within = 0;
			for (int i = 0; i < symbols.length; i++) {
				if (this.words.length > 0 && within == this.words[(number - 1) % this.words.length]) {
					number++;
					within = 0;
				}
				int place = this.places[symbols[i]] + direction * ((number + within++) % this.alphabet.length);
				moved[i] = this.alphabet[Math.floorMod(place, this.alphabet.length)];
			}
			return moved;
		}

	}

	/** A keyword whose letters that don't count are those that stand for them. */
	private record Folded() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet counting) {
			String text = Parameters.given(name, key);
			StringBuilder folded = new StringBuilder();
			text.codePoints()
				.map((letter) -> (counting.indexOf(letter) >= 0) ? letter : folded(upper(letter)))
				.forEach(folded::appendCodePoint);
			return ALPHABET.read(name, new Key.Given(folded.toString()), counting);
		}

		private static int upper(int letter) {
			return Character.toString(letter).toUpperCase(Locale.ROOT).codePointAt(0);
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet counting, RandomGenerator random) {
			return ALPHABET.draw(name, left, counting, random);
		}

		@Override
		public KeyPart part(Alphabet counting, int length) {
			return ALPHABET.part(counting, length);
		}

	}

}
