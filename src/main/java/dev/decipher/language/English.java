package dev.decipher.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.Safetensors;
import dev.decipher.network.TrainedNetwork;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * English, as it was learned before from WordNet's glosses, the State of the Union
 * addresses, Jane Austen's novels and Moby Dick; see docs/language.md. Each part is
 * loaded when it is first used, once for the process. Safe for use by many threads.
 */
public final class English implements Language {

	/** What requests call it. */
	public static final String NAME = "english";

	private static final English ENGLISH = new English();

	private static final SingletonSupplier<NGrams> LETTERS = SingletonSupplier.of(() -> load("letters.ngrams"));

	private static final SingletonSupplier<NGrams> WORDS = SingletonSupplier.of(() -> load("words.ngrams"));

	private static final SingletonSupplier<TrainedNetwork> NETWORK = SingletonSupplier.of(English::loadNetwork);

	private English() {
	}

	/** The one there is. */
	public static Language get() {
		return ENGLISH;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Alphabet alphabet() {
		return Alphabet.LATIN26;
	}

	@Override
	public NGrams letters() {
		return LETTERS.obtain();
	}

	@Override
	public NGrams words() {
		return WORDS.obtain();
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		return LearnedLanguage.logProbabilities(NETWORK.obtain(), alphabet().size(), texts, spaced);
	}

	/** Does nothing: it stays for whoever comes next. */
	@Override
	public void close() {
	}

	private static NGrams load(String resource) {
		try {
			return NGramCounts.load(open(resource)).estimate();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TrainedNetwork loadNetwork() {
		try (InputStream in = open("network.safetensors")) {
			return new TrainedNetwork(Safetensors.read(in).weights());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream open(String resource) throws IOException {
		return new ClassPathResource("/language/english/" + resource, English.class).getInputStream();
	}

}
