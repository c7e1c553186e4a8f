package dev.decipher.alphabet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class MessagePropertyTests {

	@Property
	void writingWhatWasReadGivesBackTheText(@ForAll("texts") String text) {
		Message message = Alphabet.LATIN26.read(text);
		assertThat(message.write(message.symbols(), Alphabet.LATIN26)).isEqualTo(text);
	}

	@Property
	void everyAlphabetGivesBackTheTextWhereForeignCharactersPass(@ForAll("alphabets") Alphabet alphabet,
			@ForAll("texts") String text) {
		Message message = alphabet.read(text);
		assertThat(message.write(message.symbols(), alphabet)).isEqualTo(text);
	}

	@Property
	void whatIsWrittenIsReadAsTheSameSymbols(@ForAll("alphabets") Alphabet alphabet, @ForAll("texts") String text) {
		Message message = alphabet.read(text);
		int[] symbols = message.symbols();
		for (int i = 0; i < symbols.length; i++) {
			symbols[i] = (symbols[i] + 1) % alphabet.size();
		}
		assertThat(alphabet.read(message.write(symbols, alphabet)).symbols()).isEqualTo(symbols);
	}

	@Property
	void aForeignSymbolLeavesOnlySymbols(@ForAll("texts") String text) {
		Message message = Alphabet.LATIN27.read(text);
		String written = message.write(message.symbols(), Alphabet.LATIN27);
		assertThat(written).matches("[A-Z-]*");
		assertThat(written.length()).isEqualTo(message.positions());
	}

	@Property
	void positionsAndSymbolsAgree(@ForAll("alphabets") Alphabet alphabet, @ForAll("texts") String text) {
		assertThat(textOf(alphabet.read(text))).isEqualTo(text);
	}

	/** The text that a message was given as, position by position; its symbols agree. */
	static String textOf(Message message) {
		StringBuilder given = new StringBuilder();
		int next = 0;
		for (int position = 0; position < message.positions(); position++) {
			given.append(message.given(position));
			if (message.symbolAt(position) >= 0) {
				assertThat(message.symbolAt(position)).isEqualTo(next++);
			}
		}
		assertThat(next).isEqualTo(message.length());
		return given.toString();
	}

	/**
	 * Any characters whose case mappings are one-to-one: dotless i, long s and their kind
	 * are read as letters whose own lower case is another character.
	 */
	@Provide
	Arbitrary<String> texts() {
		Arbitrary<Integer> ascii = Arbitraries.integers().between(0, 0x7f);
		Arbitrary<Integer> any = Arbitraries.integers()
			.between(0, Character.MAX_CODE_POINT)
			.filter((codePoint) -> !Characters.isLone(codePoint));
		return Arbitraries.oneOf(ascii, any, Arbitraries.integers().between(0x80, 0x5ff))
			.filter((codePoint) -> determinesPlaintext(codePoint))
			.list()
			.ofMaxSize(60)
			.map(MessagePropertyTests::text);
	}

	@Provide
	Arbitrary<Alphabet> alphabets() {
		return Arbitraries
			.oneOf(Arbitraries.integers().between(0x20, 0x7e), Arbitraries.integers().between(0x391, 0x44f),
					Arbitraries.integers().between(0x10400, 0x1044f))
			.filter((codePoint) -> determinesPlaintext(codePoint))
			.set()
			.ofMinSize(2)
			.ofMaxSize(100)
			.map((codePoints) -> Alphabet.of(text(codePoints)))
			// J is read as I, and so written
			.filter((alphabet) -> !alphabet.equals(Alphabet.LATIN25));
	}

	private static boolean determinesPlaintext(int codePoint) {
		int upper = Character.toUpperCase(codePoint);
		int lower = Character.toLowerCase(codePoint);
		return (codePoint == upper || Character.toLowerCase(upper) == codePoint)
				&& (codePoint == lower || Character.toUpperCase(lower) == codePoint);
	}

	private static String text(Iterable<Integer> codePoints) {
		StringBuilder text = new StringBuilder();
		codePoints.forEach(text::appendCodePoint);
		return text.toString();
	}

}
