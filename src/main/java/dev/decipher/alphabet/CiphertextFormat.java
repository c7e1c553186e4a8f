package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How a model's ciphertexts become what its network reads, by their symbols and their
 * layout. The network's symbols are the ciphertext's and, with a key prefix, those of the
 * key's alphabet that are not among them, and then the colon between the two.
 * <p>
 * In what the network reads, everything up to and with the colon is the <em>prefix</em>,
 * for which there is no plaintext.
 */
public final class CiphertextFormat {

	private static final String COLON = ":";

	private static final int[] NO_PREFIX = {};

	private final Symbols symbols;

	private final CiphertextLayout layout;

	/** The network's symbols behind those of the ciphertext. */
	private final List<String> more = new ArrayList<>();

	/** The network's symbol for each symbol of the key's alphabet. */
	private final int[] keySymbols;

	/** The symbols that mean nothing. */
	private final BitSet nulls = new BitSet();

	/**
	 * A format.
	 * @param layout what they have to be like, null for {@link CiphertextLayout#FREE}
	 * @throws InvalidInput at the empty pointer if there is a key prefix and a colon
	 * among the symbols, or a null that is none of them
	 */
	public CiphertextFormat(Symbols symbols, @Nullable CiphertextLayout layout) {
		this.symbols = symbols;
		this.layout = (layout != null) ? layout : CiphertextLayout.FREE;
		if (this.layout.nulls() != null) {
			for (String symbol : this.layout.nulls()) {
				Message read = symbols.read(symbol);
				InvalidInput.throwIf(read.length() != 1, "", "must have the null " + symbol + " among its symbols");
				this.nulls.set(read.symbols()[0]);
			}
		}
		CiphertextLayout.KeyPrefix key = this.layout.key();
		if (key == null) {
			this.keySymbols = NO_PREFIX;
			return;
		}
		List<String> all = new ArrayList<>();
		for (int index = 0; index < symbols.size(); index++) {
			all.add(symbols.symbol(index));
		}
		this.keySymbols = new int[key.alphabet().size()];
		for (int index = 0; index < this.keySymbols.length; index++) {
			String symbol = key.alphabet().symbol(index);
			this.keySymbols[index] = all.indexOf(symbol);
			if (this.keySymbols[index] < 0) {
				this.keySymbols[index] = all.size();
				all.add(symbol);
			}
		}
		InvalidInput.throwIf(all.contains(COLON), "",
				"must not have a colon, which stands between the key and the ciphertext");
		all.add(COLON);
		this.more.addAll(all.subList(symbols.size(), all.size()));
	}

	/**
	 * A text in symbols.
	 *
	 * @param body the ciphertext without its prefix
	 * @param inputs what the network reads: the message, or each of its blocks; none for
	 * a body without symbols
	 * @param prefixLength how many symbols of each input are its prefix
	 */
	public record Reading(Message body, int[][] inputs, int prefixLength) {
	}

	/** The number of the network's symbols. */
	public int size() {
		return this.symbols.size() + this.more.size();
	}

	/** The symbols of ciphertexts, without those that only a key has. */
	public Symbols symbols() {
		return this.symbols;
	}

	/** The layout, {@link CiphertextLayout#FREE} where there is nothing to say. */
	public CiphertextLayout layout() {
		return this.layout;
	}

	/** The most symbols that a prefix has, 0 without a key prefix. */
	public int maxPrefixLength() {
		return (this.layout.key() != null) ? this.layout.key().max() + 1 : 0;
	}

	/**
	 * Reads a text. Its key is what stands before its first colon, without white space
	 * around it. In a plain text document that is empty there is no message, and so no
	 * key is missing. Nulls are no part of the body.
	 * @param lineBreaksPass whether CR and LF pass through whatever the symbols are, as
	 * they do in a plain text document
	 * @throws InvalidInput at the empty pointer for a lone surrogate, a key that is
	 * missing or is none, or a length that the model does not read, or a character that
	 * is no symbol where all are
	 */
	public Reading read(String text, boolean lineBreaksPass) {
		if (this.layout.key() == null || (lineBreaksPass && text.isEmpty())) {
			return reading(NO_PREFIX, body(text, lineBreaksPass));
		}
		int colon = text.indexOf(COLON);
		if (colon < 0) {
			throw InvalidInput.at("", "must have a key in front of the ciphertext, KEY:CIPHERTEXT");
		}
		int[] prefix = prefix(key(text.substring(0, colon).strip(), this.layout.key()));
		return reading(prefix, body(text.substring(colon + 1), lineBreaksPass));
	}

	private Message body(String text, boolean lineBreaksPass) {
		boolean all = this.layout.characters() == CharacterRule.ALL;
		// line breaks pass through in a document, unless they are symbols like all others
		boolean pass = lineBreaksPass && !(all && this.symbols.read("\n").length() == 1);
		Message read = this.symbols.read(text, pass);
		Message body = this.nulls.isEmpty() ? read : this.symbols.read(read.textWithout(this.nulls), pass);
		if (all) {
			body.requireAll(this.symbols, pass);
		}
		return body;
	}

	/**
	 * Reads a text in which line breaks are like any other character.
	 * @throws InvalidInput as {@link #read(String, boolean)} does
	 */
	public Reading read(String text) {
		return read(text, false);
	}

	private static int[] key(String text, CiphertextLayout.KeyPrefix key) {
		int length = text.codePointCount(0, text.length());
		if (length < key.min() || length > key.max()) {
			String lengths = (key.min() == key.max()) ? String.valueOf(key.min()) : key.min() + " to " + key.max();
			throw InvalidInput.at("", "has a key of " + symbols(length) + " before the colon; this model reads keys of "
					+ lengths + " symbols");
		}
		int[] codePoints = text.codePoints().toArray();
		int[] symbols = Arrays.stream(codePoints).map(key.alphabet()::indexOf).toArray();
		for (int position = 0; position < length; position++) {
			if (symbols[position] < 0) {
				throw InvalidInput.at("", "has a key with a character outside of its alphabet ("
						+ Characters.show(codePoints[position]) + ") at position " + position + " before the colon");
			}
		}
		return symbols;
	}

	private Reading reading(int[] prefix, Message body) {
		int[] symbols = body.symbols();
		int length = symbols.length;
		Integer block = this.layout.block();
		if (length == 0) {
			return new Reading(body, new int[0][], prefix.length);
		}
		if (this.layout.length() != null && this.layout.length() != length) {
			throw InvalidInput.at("", "has " + symbols(length) + "; this model reads messages of exactly "
					+ symbols(this.layout.length()));
		}
		if (block == null) {
			return new Reading(body, new int[][] { join(prefix, symbols) }, prefix.length);
		}
		if (length % block != 0) {
			throw InvalidInput.at("",
					"has " + symbols(length) + "; this model reads messages of whole blocks of " + symbols(block));
		}
		int[][] inputs = new int[length / block][];
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = join(prefix, Arrays.copyOfRange(symbols, i * block, (i + 1) * block));
		}
		return new Reading(body, inputs, prefix.length);
	}

	static String symbols(int count) {
		return count + ((count == 1) ? " symbol" : " symbols");
	}

	private int[] prefix(int[] key) {
		int[] prefix = new int[key.length + 1];
		for (int i = 0; i < key.length; i++) {
			prefix[i] = this.keySymbols[key[i]];
		}
		prefix[key.length] = colon();
		return prefix;
	}

	private int colon() {
		return size() - 1;
	}

	private static int[] join(int[] prefix, int[] ciphertext) {
		if (prefix.length == 0) {
			return ciphertext;
		}
		int[] joined = Arrays.copyOf(prefix, prefix.length + ciphertext.length);
		System.arraycopy(ciphertext, 0, joined, prefix.length, ciphertext.length);
		return joined;
	}

	/**
	 * The network's input for a ciphertext that is in symbols already.
	 * @param key indices into the key's alphabet; of no account without a key prefix
	 * @param ciphertext indices into the ciphertext's symbols, (length)
	 */
	public int[] input(int[] key, int[] ciphertext) {
		return (this.layout.key() != null) ? join(prefix(key), ciphertext) : ciphertext;
	}

	/**
	 * Writes what a network read as people write it; the opposite of {@link #input}.
	 * @param limit how many symbols to write of what is behind the prefix
	 * @return the text, {@code KEY:CIPHERTEXT} with a key prefix
	 */
	public String write(int[] input, int limit) {
		StringBuilder text = new StringBuilder();
		int begin = 0;
		if (this.layout.key() != null) {
			do {
				text.append(symbol(input[begin]));
			}
			while (input[begin++] != colon());
		}
		for (int position = begin; position < Math.min(input.length, begin + limit); position++) {
			if (position > begin) {
				text.append(this.symbols.separator());
			}
			text.append(symbol(input[position]));
		}
		return text.toString();
	}

	private String symbol(int index) {
		return (index < this.symbols.size()) ? this.symbols.symbol(index) : this.more.get(index - this.symbols.size());
	}

}
