package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CorpusTests {

	private static Corpus corpus(String text, @Nullable Alphabet alphabet) throws IOException {
		return corpus(text.getBytes(StandardCharsets.UTF_8), alphabet);
	}

	private static Corpus corpus(byte[] text, @Nullable Alphabet alphabet) throws IOException {
		return Corpus.of(() -> new ByteArrayInputStream(text), alphabet);
	}

	private static byte[] stored(Corpus corpus) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		corpus.writeTo(out);
		return out.toByteArray();
	}

	private static String read(Corpus corpus) throws IOException {
		StringBuilder text = new StringBuilder();
		for (byte symbol : stored(corpus)) {
			text.append((symbol == corpus.alphabet().size()) ? " " : corpus.alphabet().symbol(symbol));
		}
		return text.toString();
	}

	@Test
	void readsLettersAndSingleSpaces() throws IOException {
		Corpus corpus = corpus("\ufeff  It's  1851:\r\n\r\n\"Call me—Ishmael.\" ".repeat(10) + "x".repeat(200), null);
		assertThat(corpus.alphabet()).isSameAs(Alphabet.LATIN26);
		assertThat(read(corpus)).startsWith("ITS CALL ME ISHMAEL ITS CALL").endsWith("ISHMAEL " + "X".repeat(200));
		assertThat(corpus.stored().count()).isEqualTo(360);
		// as sha256sum says
		assertThat(corpus("a".repeat(200), null).stored().sha256())
			.isEqualTo("c2a908d98f5df987ade41b5fce213067efbcc21ef2240212a41e54b5e7c28ae5");
	}

	@Test
	void findsTheLettersOfALanguage() throws IOException {
		assertThat(corpus("Straße, Öl und Maß über älteren ".repeat(20), null).alphabet().symbols())
			.isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß");
		assertThat(corpus("Мама мыла раму. ".repeat(20) + "OK", null).alphabet().symbols()).isEqualTo("KOАЛМРУЫ");
		assertThat(corpus("Мама мыла раму. ".repeat(2_000) + "OK", null).alphabet().symbols()).isEqualTo("АЛМРУЫ");
		Alphabet few = Alphabet.of("aB");
		assertThat(read(corpus("Ab c bA".repeat(100), few))).startsWith("aB BaaB");
		assertThat(corpus("\ud835\udd04\ud835\udd05".repeat(200), null).alphabet().symbols())
			.isEqualTo("\ud835\udd04\ud835\udd05");
	}

	@Test
	void refusesWhatIsNoTextInALanguage() {
		for (byte[] text : new byte[][] { {}, "Too short".getBytes(StandardCharsets.UTF_8),
				"1234 ".repeat(1000).getBytes(StandardCharsets.UTF_8), { (byte) 0xff, (byte) 0xfe, 'a' } }) {
			assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> corpus(text, null));
		}
		String many = IntStream.range(0x4e00, 0x4e00 + 300).mapToObj(Character::toString).collect(Collectors.joining());
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> corpus(many, null))
			.withMessageContaining("300 different letters");
	}

	@Test
	void cutsWindowsWithAndWithoutSpaces() throws IOException {
		Corpus corpus = corpus("the cat sat on the mat and the dog sat on the cat ".repeat(100), null);
		CorpusData data = CorpusData.of(new ByteArrayInputStream(stored(corpus)), corpus.alphabet(), 0.2, 7);
		TrainingData.Batches batches = data.batches();
		int space = 26;
		TrainingData.Examples examples = batches.next(200);
		int spaced = 0;
		for (int i = 0; i < 200; i++) {
			int[] input = examples.ciphertexts()[i];
			int[] target = examples.plaintexts()[i];
			assertThat(input).hasSameSizeAs(target);
			assertThat(Arrays.copyOfRange(input, 1, input.length)).isEqualTo(Arrays.copyOf(target, target.length - 1));
			boolean withSpaces = Arrays.stream(target).anyMatch((symbol) -> symbol == space);
			assertThat(input[0]).isEqualTo(withSpaces ? space : space + 1);
			spaced += withSpaces ? 1 : 0;
		}
		assertThat(spaced).isBetween(50, 110);
		TrainingData.Batches others = data.batches();
		others.skip(200);
		assertThat(others.next(5).plaintexts()).isDeepEqualTo(batches.next(5).plaintexts());
		assertThat(data.plaintextAlphabet().size()).isEqualTo(27);
		assertThat(data.format().size()).isEqualTo(28);
	}

}
