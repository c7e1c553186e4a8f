package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.SymbolCipher;

/** How each symbol of an alphabet is written; several may be written alike. */
final class Names {

	private final Map<String, Integer> numbers = new LinkedHashMap<>();

	private final int[] forward;

	/**
	 * Names of symbols.
	 * @param names one for each symbol, in the alphabet's order
	 */
	Names(List<String> names) {
		this.forward = names.stream().mapToInt((name) -> {
			this.numbers.putIfAbsent(name, this.numbers.size());
			return this.numbers.get(name);
		}).toArray();
	}

	/** The tokens of ciphertexts where white space parts the names. */
	Tokens tokens() {
		return Tokens.of(distinct());
	}

	/** The tokens of ciphertexts where each name has the same number of characters. */
	Tokens tokens(int length) {
		return Tokens.ofLength(length, distinct());
	}

	private List<String> distinct() {
		return new ArrayList<>(this.numbers.keySet());
	}

	/** The cipher that writes names for symbols. */
	SymbolCipher cipher() {
		return new ManyToOne(this.forward, this.numbers.size());
	}

}
