package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Homophonic substitution: each symbol has tokens of its own and becomes any one of them.
 * The oldest known is of Simeone de Crema, Mantua, 1401. Which token it is follows from
 * the message, so that a message always becomes the same ciphertext.
 *
 * @param key the tokens for each symbol of the alphabet
 */
@JsonTypeName("homophonic")
@Schema(description = "Each symbol becomes one of the tokens that stand for it", example = Homophonic.EXAMPLE)
@Source("David Kahn, The Codebreakers, 1967, chapter 3")
public record Homophonic(@Schema(
		description = "For each symbol of the alphabet the tokens that stand for it: at most 256, and 4096 in all. "
				+ "A symbol that is left out can't be enciphered") Homophones key)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "homophonic", "key": {"A": ["05", "27", "41"], "B": ["12"], "C": ["30"], "D": ["08"],
			 "E": ["01", "17", "22", "36"], "F": ["19"], "G": ["33"], "H": ["14", "40"], "I": ["03", "25"],
			 "J": ["38"], "K": ["10"], "L": ["29"], "M": ["06"], "N": ["21", "35"], "O": ["16", "42"],
			 "P": ["31"], "Q": ["09"], "R": ["23", "04"], "S": ["18", "39"], "T": ["02", "28", "34"],
			 "U": ["11"], "V": ["37"], "W": ["26"], "X": ["13"], "Y": ["20"], "Z": ["32"]}}""";

	private static final Key.Length DEFAULT_LENGTH = new Key.Length(1, 4);

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		return (this.key instanceof Homophones.Random left)
				? new Homophonic(draw("key", left, Set.of(), alphabet, random)) : this;
	}

	/**
	 * Draws numbers with as many digits each as the highest needs, two at least.
	 * @param name the parameter's
	 * @param others tokens that already stand for something
	 */
	static Homophones draw(String name, Homophones.Random left, Set<String> others, Alphabet alphabet,
			RandomGenerator random) {
		Key.Length length = (left.length() != null) ? left.length() : DEFAULT_LENGTH;
		int most = Math.min(TokenTable.MOST_TOKENS_OF_A_SYMBOL, TokenTable.MOST_TOKENS / alphabet.size());
		if (length.max() > most) {
			throw InvalidInput.at("/" + name + "/random/length/1",
					"must be at most " + most + ", how many tokens a symbol of this alphabet may have");
		}
		int[] counts = IntStream.range(0, alphabet.size()).map((symbol) -> length.draw(random)).toArray();
		int[] numbers = KeyPart.permutation(IntStream.of(counts).sum() + others.size()).draw(random);
		String format = "%0" + Math.max(2, Integer.toString(numbers.length - 1).length()) + "d";
		Iterator<String> tokens = IntStream.of(numbers)
			.mapToObj(format::formatted)
			.filter((token) -> !others.contains(token))
			.iterator();
		Map<String, List<String>> table = new LinkedHashMap<>();
		for (int symbol = 0; symbol < counts.length; symbol++) {
			List<String> own = new ArrayList<>();
			for (int i = 0; i < counts[symbol]; i++) {
				own.add(tokens.next());
			}
			table.put(alphabet.symbol(symbol), own);
		}
		return new Homophones.Given(table);
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return IntStream.of(counts(new TokenTable(), alphabet)).sum() * Math.log(alphabet.size());
	}

	/**
	 * Which symbol each token stands for, and which of its tokens each symbol became, by
	 * how often it became each.
	 */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		Map<Long, Integer> pairs = new HashMap<>();
		int[] symbols = new int[alphabet.size()];
		for (int i = 0; i < plaintext.length; i++) {
			pairs.merge((long) plaintext[i] << 32 | ciphertext[i], 1, Integer::sum);
			symbols[plaintext[i]]++;
		}
		double choices = IntStream.of(symbols).mapToDouble(Homophonic::information).sum()
				- pairs.values().stream().mapToDouble(Homophonic::information).sum();
		return pairs.size() * Math.log(alphabet.size()) + choices;
	}

	private static double information(int count) {
		return (count > 0) ? count * Math.log(count) : 0;
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[] counts = counts(new TokenTable(), alphabet);
		return new Homophony(alphabet,
				IntStream.range(0, counts.length)
					.flatMap((symbol) -> IntStream.generate(() -> symbol).limit(counts[symbol]))
					.toArray());
	}

	/** Where all tokens are single characters, no blanks are needed between them. */
	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		Symbols tokens = ciphertextSymbols(alphabet);
		boolean single = IntStream.range(0, tokens.size())
			.allMatch((token) -> tokens.symbol(token).codePointCount(0, tokens.symbol(token).length()) == 1);
		return single ? ciphertext.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "))
				: ciphertext;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		TokenTable tokens = new TokenTable();
		counts(tokens, alphabet);
		return Tokens.of(tokens.tokens());
	}

	/**
	 * How many tokens each symbol has, (size).
	 * @param tokens a table to add them to, in the alphabet's order
	 */
	private int[] counts(TokenTable tokens, Alphabet alphabet) {
		if (!(this.key instanceof Homophones.Given given)) {
			throw InvalidInput.at("/key", "must be given");
		}
		int[] counts = tokens.addSymbols("key", given.table(), alphabet);
		tokens.requireSize("/key");
		return counts;
	}

}
