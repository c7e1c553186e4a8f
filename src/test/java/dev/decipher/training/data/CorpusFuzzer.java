package dev.decipher.training.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A corpus is stored as letters of its alphabet, and single spaces between them, or is
 * refused. The first byte chooses whether an alphabet is named.
 */
public final class CorpusFuzzer {

	private static final @Nullable Alphabet[] ALPHABETS = { null, Alphabet.LATIN26, Alphabet.of("абвгд") };

	private CorpusFuzzer() {
	}

	public static void fuzzerTestOneInput(byte[] input) throws IOException {
		if (input.length == 0) {
			return;
		}
		byte[] text = Arrays.copyOfRange(input, 1, input.length);
		Corpus corpus;
		try {
			corpus = Corpus.of(() -> new ByteArrayInputStream(text),
					ALPHABETS[Math.floorMod(input[0], ALPHABETS.length)]);
		}
		catch (InvalidInput ex) {
			return;
		}
		ByteArrayOutputStream stored = new ByteArrayOutputStream();
		corpus.writeTo(stored);
		int space = corpus.alphabet().size();
		int before = space;
		long letters = 0;
		for (byte symbol : stored.toByteArray()) {
			if (symbol < 0 || symbol > space || symbol == space && before == space) {
				throw new IllegalStateException("stored a " + symbol + " behind a " + before);
			}
			letters += (symbol < space) ? 1 : 0;
			before = symbol;
		}
		if (letters != corpus.stored().count()) {
			throw new IllegalStateException(letters + " letters, and " + corpus.stored().count() + " were counted");
		}
	}

}
