package dev.decipher.cipher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What ciphers ask of their parameters. */
public final class Parameters {

	private Parameters() {
	}

	/** A key stands in every answer that shows its job. */
	private static final int LONGEST_KEY = 1000;

	public static <T> T require(String name, @Nullable T value) {
		if (value == null) {
			throw InvalidInput.at("/" + name, "is required");
		}
		return value;
	}

	/**
	 * A parameter that is a list.
	 * @return its elements, none if there is no list
	 * @throws InvalidInput at an element that is null
	 */
	public static <T> List<T> list(String name, @Nullable List<T> list) {
		if (list == null) {
			return List.of();
		}
		for (int i = 0; i < list.size(); i++) {
			InvalidInput.throwIf(list.get(i) == null, "/" + name + "/" + i, "must not be null");
		}
		return List.copyOf(list);
	}

	/** The text of a key; of numbers, these with blanks between them. */
	public static String given(String name, @Nullable Key key) {
		if (key instanceof Key.Numbers given) {
			return given.numbers().stream().map(String::valueOf).collect(Collectors.joining(" "));
		}
		if (key instanceof Key.Any) {
			throw InvalidInput.at("/" + name, "must be given: another key for each message goes with training");
		}
		if (!(key instanceof Key.Given given)) {
			throw InvalidInput.at("/" + name, "must be given");
		}
		if (given.text().length() > LONGEST_KEY) {
			throw InvalidInput.at("/" + name, "must have at most " + LONGEST_KEY + " characters");
		}
		return given.text();
	}

	/**
	 * The text of a key, each character a symbol. It may be several words: blanks are no
	 * part of it unless the alphabet has a blank.
	 * @return indices of symbols, one for each other character of the key
	 */
	public static int[] symbols(String name, Key key, Alphabet alphabet) {
		int[] symbols = given(name, key).codePoints()
			.filter((character) -> character != ' ' || alphabet.indexOf(character) >= 0)
			.map(alphabet::indexOf)
			.toArray();
		for (int position = 0; position < symbols.length; position++) {
			if (symbols[position] < 0) {
				throw InvalidInput.at("/" + name, "has a character outside the alphabet at position " + position);
			}
		}
		return symbols;
	}

	/** As {@link #symbols(String, Key, Alphabet)}, for a key that has some. */
	public static int[] symbols(String name, Key key, Alphabet alphabet, int least) {
		int[] symbols = symbols(name, key, alphabet);
		if (symbols.length < least) {
			throw InvalidInput.at("/" + name,
					"must have at least " + ((least == 1) ? "one symbol" : least + " symbols"));
		}
		return symbols;
	}

	/**
	 * A parameter that is one symbol.
	 * @return the symbol's index
	 * @throws InvalidInput at the parameter if it is none
	 */
	public static int symbol(String name, String text, Alphabet alphabet) {
		int symbol = (text.codePointCount(0, text.length()) == 1) ? alphabet.indexOf(text.codePointAt(0)) : -1;
		InvalidInput.throwIf(symbol < 0, "/" + name, "must be one symbol of the alphabet");
		return symbol;
	}

	/**
	 * The symbols of a keyword, each once, and then the others in their order. A keyword
	 * may be several words.
	 */
	public static int[] keyedAlphabet(String name, Key key, Alphabet alphabet) {
		return keyedAlphabet(symbols(name, key, alphabet, 1), alphabet.size());
	}

	/**
	 * The symbols of a keyword, each once, and then the others in their order.
	 * @param keyword indices of symbols
	 * @param size how many symbols there are
	 */
	public static int[] keyedAlphabet(int[] keyword, int size) {
		boolean[] used = new boolean[size];
		int[] keyed = new int[size];
		int length = 0;
		for (int i = 0; i < keyword.length + size; i++) {
			int symbol = (i < keyword.length) ? keyword[i] : i - keyword.length;
			if (!used[symbol]) {
				used[symbol] = true;
				keyed[length++] = symbol;
			}
		}
		return keyed;
	}

	/** The text of symbols; {@link #symbols} reads it as the same symbols again. */
	public static Key.Given key(int[] symbols, Alphabet alphabet) {
		StringBuilder text = new StringBuilder(symbols.length);
		for (int symbol : symbols) {
			text.appendCodePoint(alphabet.codePoint(symbol));
		}
		return new Key.Given(text.toString());
	}

}
