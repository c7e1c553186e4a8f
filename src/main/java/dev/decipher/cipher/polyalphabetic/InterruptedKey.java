package dev.decipher.cipher.polyalphabetic;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextKeyed;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The interrupted-key cipher: a periodic cipher whose key begins anew behind each
 * occurrence of a plaintext letter, or of a ciphertext letter, or after agreed numbers of
 * letters, or with each word.
 *
 * @param key one symbol of the alphabet or more, repeated where nothing interrupts it
 * @param ciphertextKey a keyword that the cipher alphabet starts with, the plain one
 * being straight as in the Quagmire II cipher; null for straight alphabets
 * @param base the cipher that is interrupted; null for Vigenère's
 * @param plaintextLetter a symbol of the plaintext behind which the key begins anew
 * @param ciphertextLetter a symbol of the ciphertext behind which the key begins anew
 * @param lengths after how many symbols the key begins anew, repeated along the message
 */
@JsonTypeName("interrupted-key")
@Schema(description = "A periodic cipher whose key begins anew at agreed letters or lengths, or with each word",
		example = "{\"type\": \"interrupted-key\", \"key\": \"BUSINESS\", \"plaintextLetter\": \"R\"}")
@Source("William Friedman, Military cryptanalysis, part III, 1939")
public record InterruptedKey(@Schema(description = TextKeyed.KEY) Key key,
		@Nullable @Schema(description = QuagmireCipher.CIPHER_ALPHABET
				+ ", as in quagmire-2; straight alphabets if left out") Key ciphertextKey,
		@Nullable @Schema(description = "The cipher that is interrupted", allowableValues = {
				"vigenere", "variant-vigenere", "beaufort", "porta" }, defaultValue = "vigenere") String base,
		@Nullable @Schema(
				description = "A symbol of the plaintext behind which the key begins anew") String plaintextLetter,
		@Nullable @Schema(
				description = "A symbol of the ciphertext behind which the key begins anew") String ciphertextLetter,
		@Nullable @Schema(description = "After how many symbols the key begins anew, repeated along the message. "
				+ "Without lengths and letters it begins anew with each word of the text") List<Integer> lengths)
		implements
			KeyedCipher{

	private static final int MOST = 10_000;

	public InterruptedKey {
		lengths = (lengths != null) ? Lengths.read("lengths", lengths, MOST) : null;
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		Base.of(this.base).requireAlphabet(alphabet);
	}

	@Override
	public KeyForm keyForm(String name) {
		return name.equals("key") ? KeyForm.TEXT : KeyForm.ALPHABET;
	}

	@Override
	public boolean takesAnyKey(String name) {
		return name.equals("key");
	}

	@Override
	public @Nullable AnyKey anyKey(Alphabet alphabet) {
		if (!(this.key instanceof Key.Any any)) {
			return null;
		}
		Function<int[][], SymbolCipher> keyed = keyed(alphabet);
		int[] straight = IntStream.range(0, alphabet.size()).toArray();
		int[] cipher = (this.ciphertextKey != null)
				? Parameters.keyedAlphabet("ciphertextKey", this.ciphertextKey, alphabet) : straight;
		return AnyKey.text(alphabet, any.length(), (symbols) -> keyed.apply(new int[][] { symbols, cipher }));
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH
				+ ((this.plaintextLetter != null || this.ciphertextLetter != null) ? Math.log(alphabet.size()) : 0);
	}

	/** Nothing says where the key begins anew. */
	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return List.of();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		@Nullable Rule rule = rule(alphabet);
		Base table = Base.of(this.base);
		int size = alphabet.size();
		int[] straight = IntStream.range(0, size).toArray();
		return (keys) -> new Interrupting(keys[0], (keys.length > 1) ? keys[1] : straight, table, rule);
	}

	private @Nullable Rule rule(Alphabet alphabet) {
		int plain = letter("plaintextLetter", this.plaintextLetter, alphabet);
		int cipher = letter("ciphertextLetter", this.ciphertextLetter, alphabet);
		InvalidInput.throwIf(plain >= 0 && cipher >= 0, "/ciphertextLetter", "can't be given beside plaintextLetter");
		if (this.lengths != null) {
			InvalidInput.throwIf(plain >= 0 || cipher >= 0, "/lengths", "can't be given beside a letter");
			return Rule.of(this.lengths.stream().mapToInt(Integer::intValue).toArray());
		}
		return (plain >= 0 || cipher >= 0)
				? (position, plaintext, ciphertext) -> plaintext == plain || ciphertext == cipher : null;
	}

	private static int letter(String name, @Nullable String letter, Alphabet alphabet) {
		return (letter != null) ? Parameters.symbol(name, letter, alphabet) : -1;
	}

	/** Whether the key begins anew behind a position. */
	private interface Rule {

		boolean isLast(int position, int plaintext, int ciphertext);

		static Rule of(int[] lengths) {
			BitSet last = new BitSet();
			int total = 0;
			for (int length : lengths) {
				total += length;
				last.set(total - 1);
			}
			int period = total;
			return (position, plaintext, ciphertext) -> last.get(position % period);
		}

	}

	/**
	 * At work.
	 *
	 * @param key indices of symbols, (length)
	 * @param alphabet the cipher alphabet's symbols, (size)
	 * @param rule null for words, of which there is one unless they are told
	 */
	private record Interrupting(int[] key, int[] alphabet, Base table, @Nullable Rule rule) implements SymbolCipher {

		@Override
		public boolean readsWords() {
			return this.rule == null;
		}

		@Override
		public SymbolCipher inWords(Supplier<int[]> lengths) {
			if (this.rule != null) {
				return this;
			}
			int[] words = lengths.get();
			return (words.length > 1) ? new Interrupting(this.key, this.alphabet, this.table, Rule.of(words)) : this;
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] places = KeyNumbers.inverse(this.alphabet);
			int[] ciphertext = new int[plaintext.length];
			int at = 0;
			for (int i = 0; i < plaintext.length; i++) {
				int keyed = places[this.key[at]];
				ciphertext[i] = this.alphabet[this.table.encipher(plaintext[i], keyed, this.alphabet.length)];
				at = next(at, i, plaintext[i], ciphertext[i]);
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] places = KeyNumbers.inverse(this.alphabet);
			int[] plaintext = new int[ciphertext.length];
			int at = 0;
			for (int i = 0; i < ciphertext.length; i++) {
				int keyed = places[this.key[at]];
				plaintext[i] = this.table.decipher(places[ciphertext[i]], keyed, this.alphabet.length);
				at = next(at, i, plaintext[i], ciphertext[i]);
			}
			return plaintext;
		}

		private int next(int at, int position, int plaintext, int ciphertext) {
			boolean last = this.rule != null && this.rule.isLast(position, plaintext, ciphertext);
			return last ? 0 : (at + 1) % this.key.length;
		}

	}

}
