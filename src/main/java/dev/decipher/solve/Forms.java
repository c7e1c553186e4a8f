package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.TokenForm;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.form.FormReader;
import dev.decipher.solve.form.Stripped;

/** Reads the text of a request. */
final class Forms {

	/** How likely a text was written backwards as well. */
	private static final double REVERSED = 0.1;

	private Forms() {
	}

	/**
	 * The text less the form in which it came, the likeliest first. Where the request
	 * says what its symbols or its type are, nothing is guessed beyond encodings.
	 * @throws InvalidInput at {@code /text} for a lone surrogate, or where it isn't made
	 * of the symbols that the request names
	 */
	static List<Cryptogram> read(SolveRequest request) {
		// refuses a lone surrogate
		InvalidInput.under("/text", () -> Alphabet.LATIN26.read(request.text()));
		if (request.ciphertext() != null) {
			return List.of(Cryptogram.of(inSymbols(request.text(), request.ciphertext())));
		}
		if (request.characters() == CharacterRule.ALL) {
			return List.of(new Cryptogram(request.text(), List.of(), CharacterRule.ALL, 1), new Cryptogram(
					FormReader.reversed(request.text()), List.of(FormReader.REVERSED), CharacterRule.ALL, REVERSED));
		}
		List<Cryptogram> cryptograms = new ArrayList<>();
		for (Stripped one : FormReader.read(request.text())) {
			cryptograms.add(new Cryptogram(one.text(), one.forms(), one.allCharacters() ? CharacterRule.ALL : null,
					one.share()));
		}
		boolean asItIs = cryptograms.get(0).text().equals(request.text()) && cryptograms.get(0).characters() == null;
		if (!request.isAuto() && !asItIs) {
			// a symbol's makers know what they have made
			cryptograms.add(0, new Cryptogram(request.text(), List.of(), null, 1));
		}
		return List.copyOf(cryptograms);
	}

	/**
	 * Writes symbols so that they can be told apart: without what is none, and with
	 * blanks between tokens.
	 */
	private static String inSymbols(String text, SolveRequest.Signs signs) {
		Alphabet alphabet = signs.alphabet();
		if (alphabet != null) {
			return text.codePoints()
				.filter((codePoint) -> alphabet.indexOf(codePoint) >= 0)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
		}
		TokenForm tokens = signs.tokens();
		if (tokens == null || !tokens.isFixed()) {
			return text;
		}
		int[] shown = text.codePoints().filter((codePoint) -> !Character.isWhitespace(codePoint)).toArray();
		InvalidInput.throwIf(shown.length % tokens.length() != 0, "/text", "has " + shown.length
				+ " characters without white space; " + tokens.length() + " of them are a symbol");
		StringBuilder parted = new StringBuilder();
		for (int i = 0; i < shown.length; i++) {
			parted.append((i > 0 && i % tokens.length() == 0) ? " " : "").appendCodePoint(shown[i]);
		}
		return parted.toString();
	}

}
