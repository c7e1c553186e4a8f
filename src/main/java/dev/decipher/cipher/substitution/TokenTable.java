package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a key as they are read, each of which stands for one thing only. Tokens
 * are numbered in the order in which they are added.
 */
final class TokenTable {

	static final int MOST_TOKENS_OF_A_SYMBOL = 256;

	static final int MOST_TOKENS = 4096;

	private static final int LONGEST_TOKEN = 64;

	private final List<String> tokens = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	/** The tokens so far. */
	List<String> tokens() {
		return this.tokens;
	}

	/**
	 * Adds what stands for symbols.
	 * @param name the parameter's
	 * @return how many tokens each symbol has, (size); 0 for one that the table lacks
	 * @throws InvalidInput with a pointer relative to the cipher
	 */
	int[] addSymbols(String name, Map<String, List<String>> table, Alphabet alphabet) {
		SortedMap<Integer, Map.Entry<String, List<String>>> ofSymbols = new TreeMap<>();
		for (Map.Entry<String, List<String>> entry : table.entrySet()) {
			String character = entry.getKey();
			String pointer = "/" + name + JsonPointers.of(character);
			int symbol = (character.codePointCount(0, character.length()) == 1)
					? alphabet.indexOf(character.codePointAt(0)) : -1;
			InvalidInput.throwIf(symbol < 0, pointer, "must be a symbol of the alphabet");
			InvalidInput.throwIf(ofSymbols.put(symbol, entry) != null, pointer, "is the same symbol as another one");
		}
		int[] counts = new int[alphabet.size()];
		ofSymbols.forEach((symbol, entry) -> {
			add("/" + name + JsonPointers.of(entry.getKey()), entry.getValue());
			counts[symbol] = entry.getValue().size();
		});
		return counts;
	}

	/**
	 * Adds tokens that stand for one thing.
	 * @param pointer where the key has them
	 * @throws InvalidInput there or below if they are none, too many, or no tokens
	 */
	void add(String pointer, List<String> added) {
		InvalidInput.throwIf(added.isEmpty() || added.size() > MOST_TOKENS_OF_A_SYMBOL, pointer,
				"must have between 1 and " + MOST_TOKENS_OF_A_SYMBOL + " tokens");
		for (int i = 0; i < added.size(); i++) {
			String fault = faultOf(added.get(i));
			if (fault == null && !this.seen.add(added.get(i))) {
				fault = "must stand for one symbol only, and once";
			}
			if (fault != null) {
				throw InvalidInput.at(pointer + "/" + i, fault);
			}
			this.tokens.add(added.get(i));
		}
	}

	/**
	 * Holds the tokens to how many there may be in all.
	 * @param pointer where to complain
	 */
	void requireSize(String pointer) {
		InvalidInput.throwIf(this.tokens.size() > MOST_TOKENS, pointer,
				"must have at most " + MOST_TOKENS + " tokens in all");
		InvalidInput.throwIf(this.tokens.size() < 2, pointer, "must have at least 2 tokens in all");
	}

	private static @Nullable String faultOf(String token) {
		if (token.isEmpty() || token.codePointCount(0, token.length()) > LONGEST_TOKEN) {
			return "must have between 1 and " + LONGEST_TOKEN + " characters";
		}
		return isWhole(token) ? null : "must not contain white space, NUL or half a surrogate pair";
	}

	/** Whether a text has no character that can't be a part of a token. */
	static boolean isWhole(String token) {
		return token.codePoints()
			.noneMatch((codePoint) -> codePoint == 0 || Character.isWhitespace(codePoint)
					|| Character.isSpaceChar(codePoint) || codePoint == 0x85
					|| Character.getType(codePoint) == Character.SURROGATE);
	}

}
