package dev.decipher.alphabet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.CiphertextFormat.Reading;
import dev.decipher.alphabet.CiphertextLayout.KeyPrefix;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class CiphertextFormatPropertyTests {

	private static final Tokens TOKENS = Tokens
		.of(IntStream.range(0, 100).mapToObj((i) -> "%02d".formatted(i)).toList());

	@Property
	void whatIsWrittenInTokensIsReadAsTheSameSymbols(@ForAll("texts") String text) {
		Message plaintext = Alphabet.LATIN26.read(text);
		String ciphertext = plaintext.write(plaintext.symbols(), TOKENS);
		assertThat(ciphertext).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
		Message read = TOKENS.read(ciphertext);
		assertThat(read.symbols()).isEqualTo(plaintext.symbols());
		assertThat(read.write(read.symbols(), Alphabet.LATIN26)).isEqualTo(withoutSpaces(text));
		assertThat(KnownPairs.mismatch(read, plaintext))
			.isEqualTo((plaintext.length() == 0) ? "has no symbols of the alphabet" : null);
	}

	@Property
	void tokensAreWhatStandsBetweenWhiteSpace(@ForAll("texts") String text, @ForAll boolean lineBreaksPass) {
		Message message = TOKENS.read(text, lineBreaksPass);
		String given = MessagePropertyTests.textOf(message);
		assertThat(withoutSpaces(given)).isEqualTo(withoutSpaces(text));
		assertThat(given.chars().filter((c) -> c == '\n' || c == '\r').count())
			.isEqualTo(lineBreaksPass ? text.chars().filter((c) -> c == '\n' || c == '\r').count() : 0);
	}

	@Property
	void aMessageIsReadAsWhatTrainingHasOfIt(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 25) Integer> key,
			@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 25) Integer> ciphertext, @ForAll boolean tokens) {
		Symbols symbols = tokens ? TOKENS : Alphabet.LATIN26;
		CiphertextFormat format = new CiphertextFormat(symbols,
				new CiphertextLayout(new KeyPrefix(Alphabet.LATIN26, 1, 6), null, null));
		int[] input = format.input(array(key), array(ciphertext));
		Reading reading = format.read(format.write(input, input.length));
		assertThat(reading.inputs()).isDeepEqualTo(new int[][] { input });
		assertThat(reading.prefixLength()).isEqualTo(key.size() + 1);
		assertThat(reading.body().symbols()).isEqualTo(array(ciphertext));
		assertThat(Arrays.stream(input).max().orElseThrow()).isEqualTo(format.size() - 1);
	}

	@Property
	void blocksAreTheMessage(@ForAll @IntRange(min = 1, max = 9) int block,
			@ForAll @Size(max = 9) List<@IntRange(max = 25) Integer> some) {
		CiphertextFormat format = new CiphertextFormat(Alphabet.LATIN26, new CiphertextLayout(null, null, block));
		int[] symbols = IntStream.range(0, block * some.size()).map((i) -> some.get(i / block) ^ (i & 1)).toArray();
		Reading reading = format.read(new CiphertextFormat(Alphabet.LATIN26, null).write(symbols, symbols.length));
		assertThat(List.of(reading.inputs())).hasSize(some.size()).allMatch((input) -> input.length == block);
		assertThat(Arrays.stream(reading.inputs()).flatMapToInt(Arrays::stream).toArray()).isEqualTo(symbols);
	}

	private static int[] array(List<Integer> symbols) {
		return symbols.stream().mapToInt(Integer::intValue).toArray();
	}

	private static String withoutSpaces(String text) {
		return text.codePoints()
			.filter((codePoint) -> !Characters.isSpace(codePoint))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/** Upper-case letters, since tokens have no letter case, and anything foreign. */
	@Provide
	Arbitrary<String> texts() {
		Arbitrary<Character> any = Arbitraries.chars()
			.filter((c) -> !Character.isSurrogate(c) && Alphabet.LATIN26.indexOf(c) < 0);
		return Arbitraries
			.oneOf(Arbitraries.chars().range('A', 'Z').map(String::valueOf), any.map(String::valueOf),
					Arbitraries.of(" ", "\n", "\r\n", "\t", "17 ", " 03", ", ", "\ud83d\ude00"))
			.list()
			.ofMaxSize(40)
			.map((parts) -> String.join("", parts));
	}

}
