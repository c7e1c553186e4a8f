package dev.decipher.alphabet;

import java.util.List;

/**
 * Symbols of several characters each, set apart by white space: {@code 17 03 99}.
 */
public final class Tokens implements Symbols {

	private final List<String> symbols;

	private Tokens(List<String> symbols) {
		this.symbols = List.copyOf(symbols);
	}

	/**
	 * The given tokens.
	 * @param symbols distinct, without white space in them
	 * @return the tokens
	 */
	public static Tokens of(List<String> symbols) {
		return new Tokens(symbols);
	}

	@Override
	public int size() {
		return this.symbols.size();
	}

	@Override
	public String symbol(int index) {
		return this.symbols.get(index);
	}

	@Override
	public Message read(String text, boolean lineBreaksPass) {
		throw new UnsupportedOperationException("tokens are not read yet");
	}

}
