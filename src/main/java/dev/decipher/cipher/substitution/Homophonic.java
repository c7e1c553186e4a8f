package dev.decipher.cipher.substitution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Homophonic substitution: each symbol has tokens of its own and becomes any one of them.
 * Simeone de Crema, Mantua, 1401; described in David Kahn, The Codebreakers, 1967,
 * chapter 3. Which token it is follows from the message, so that a message always becomes
 * the same ciphertext.
 *
 * @param key the tokens for each symbol of the alphabet
 */
@JsonTypeName("homophonic")
@Schema(description = "Each symbol becomes one of the tokens that stand for it", example = Homophonic.EXAMPLE)
public record Homophonic(@Schema(
		description = "For each symbol of the alphabet the tokens that stand for it: at most 256, and 4096 in all") Homophones key)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "homophonic", "key": {"A": ["05", "27", "41"], "B": ["12"], "C": ["30"], "D": ["08"],
			 "E": ["01", "17", "22", "36"], "F": ["19"], "G": ["33"], "H": ["14", "40"], "I": ["03", "25"],
			 "J": ["38"], "K": ["10"], "L": ["29"], "M": ["06"], "N": ["21", "35"], "O": ["16", "42"],
			 "P": ["31"], "Q": ["09"], "R": ["23", "04"], "S": ["18", "39"], "T": ["02", "28", "34"],
			 "U": ["11"], "V": ["37"], "W": ["26"], "X": ["13"], "Y": ["20"], "Z": ["32"]}}""";

	private static final int MOST_TOKENS_OF_A_SYMBOL = 256;

	private static final int MOST_TOKENS = 4096;

	private static final int LONGEST_TOKEN = 100;

	private static final Key.Length DEFAULT_LENGTH = new Key.Length(1, 4);

	/** Numbers with as many digits each as the highest needs, two at least. */
	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.key instanceof Homophones.Random left)) {
			return this;
		}
		Key.Length length = (left.length() != null) ? left.length() : DEFAULT_LENGTH;
		int most = Math.min(MOST_TOKENS_OF_A_SYMBOL, MOST_TOKENS / alphabet.size());
		if (length.max() > most) {
			throw InvalidInput.at("/key/random/length/1",
					"must be at most " + most + ", how many tokens a symbol of this alphabet may have");
		}
		int[] counts = IntStream.range(0, alphabet.size()).map((symbol) -> length.draw(random)).toArray();
		int[] numbers = KeyPart.permutation(IntStream.of(counts).sum()).draw(random);
		String format = "%0" + Math.max(2, Integer.toString(numbers.length - 1).length()) + "d";
		Map<String, List<String>> table = new LinkedHashMap<>();
		int next = 0;
		for (int symbol = 0; symbol < counts.length; symbol++) {
			int[] own = Arrays.copyOfRange(numbers, next, next + counts[symbol]);
			table.put(alphabet.symbol(symbol), IntStream.of(own).mapToObj(format::formatted).toList());
			next += counts[symbol];
		}
		return new Homophonic(new Homophones.Given(table));
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return table(alphabet).stream().mapToInt(List::size).sum() * Math.log(alphabet.size());
	}

	/** Which symbol each token stands for, and which of its tokens each symbol became. */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		Set<Long> pairs = new HashSet<>();
		int[] tokens = new int[alphabet.size()];
		for (int i = 0; i < plaintext.length; i++) {
			if (pairs.add((long) plaintext[i] << 32 | ciphertext[i])) {
				tokens[plaintext[i]]++;
			}
		}
		double choices = IntStream.of(plaintext).mapToDouble((symbol) -> Math.log(tokens[symbol])).sum();
		return pairs.size() * Math.log(tokens.length) + choices;
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] counts = table(alphabet).stream().mapToInt(List::size).toArray();
		int[] starts = new int[counts.length];
		for (int symbol = 1; symbol < starts.length; symbol++) {
			starts[symbol] = starts[symbol - 1] + counts[symbol - 1];
		}
		int[] symbols = IntStream.range(0, counts.length)
			.flatMap((symbol) -> IntStream.generate(() -> symbol).limit(counts[symbol]))
			.toArray();
		return new Choice(starts, counts, symbols);
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return Tokens.of(table(alphabet).stream().flatMap(List::stream).toList());
	}

	/** The tokens of each symbol, in the alphabet's order. */
	private List<List<String>> table(Alphabet alphabet) {
		if (!(this.key instanceof Homophones.Given given)) {
			throw InvalidInput.at("/key", "must be given");
		}
		SortedMap<Integer, List<String>> table = new TreeMap<>();
		Set<String> seen = new HashSet<>();
		given.table().forEach((character, tokens) -> {
			String pointer = "/key" + JsonPointers.of(character);
			int symbol = (character.codePointCount(0, character.length()) == 1)
					? alphabet.indexOf(character.codePointAt(0)) : -1;
			if (symbol < 0) {
				throw InvalidInput.at(pointer, "must be a symbol of the alphabet");
			}
			if (table.containsKey(symbol)) {
				throw InvalidInput.at(pointer, "is the same symbol as another one");
			}
			if (tokens.isEmpty() || tokens.size() > MOST_TOKENS_OF_A_SYMBOL) {
				throw InvalidInput.at(pointer, "must have between 1 and " + MOST_TOKENS_OF_A_SYMBOL + " tokens");
			}
			for (int i = 0; i < tokens.size(); i++) {
				String fault = faultOf(tokens.get(i));
				if (fault == null && !seen.add(tokens.get(i))) {
					fault = "must stand for one symbol only, and once";
				}
				if (fault != null) {
					throw InvalidInput.at(pointer + "/" + i, fault);
				}
			}
			table.put(symbol, tokens);
		});
		if (seen.size() > MOST_TOKENS) {
			throw InvalidInput.at("/key", "must have at most " + MOST_TOKENS + " tokens in all");
		}
		for (int symbol = 0; symbol < alphabet.size(); symbol++) {
			if (!table.containsKey(symbol)) {
				throw InvalidInput.at("/key",
						"must have tokens for " + alphabet.symbol(symbol) + ", as for every symbol of the alphabet");
			}
		}
		return List.copyOf(table.values());
	}

	private static @Nullable String faultOf(String token) {
		if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
			return "must have between 1 and " + LONGEST_TOKEN + " characters";
		}
		boolean whole = token.codePoints()
			.noneMatch((codePoint) -> codePoint == 0 || Character.isWhitespace(codePoint)
					|| Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.SURROGATE);
		return whole ? null : "must not contain white space, NUL or half a surrogate pair";
	}

	/**
	 * At work on tokens that are numbered by symbol.
	 *
	 * @param starts the first token of each symbol: (size)
	 * @param counts how many tokens each symbol has: (size)
	 * @param symbols the symbol of each token: (tokens)
	 */
	private record Choice(int[] starts, int[] counts, int[] symbols) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			SplittableRandom random = new SplittableRandom(Arrays.hashCode(plaintext));
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = this.starts[plaintext[i]] + random.nextInt(this.counts[plaintext[i]]);
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return IntStream.of(ciphertext).map((token) -> this.symbols[token]).toArray();
		}

	}

}
