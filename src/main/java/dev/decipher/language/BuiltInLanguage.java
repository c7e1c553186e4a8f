package dev.decipher.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Properties;
import java.util.function.Supplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.Safetensors;
import dev.decipher.network.TrainedNetwork;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * A language that is part of the application: see docs/language.md. Each part is loaded
 * when it is first used, once for the process; n-grams may be dropped when memory is
 * short, and are then loaded again. Safe for use by many threads.
 */
final class BuiltInLanguage implements Language {

	private static final String VOCABULARY = "words.list";

	private static final String NETWORK = "network.safetensors";

	private static final SingletonSupplier<Properties> BITS = SingletonSupplier.of(BuiltInLanguage::loadBits);

	private final String name;

	private final String ownLetters;

	private final Loaded<NGrams> letters = new Loaded<>(() -> load("letters.ngrams"));

	private final Loaded<NGrams> words = new Loaded<>(() -> load("words.ngrams"));

	private final Loaded<Vocabulary> vocabulary = new Loaded<>(this::loadVocabulary);

	private final Loaded<Language> inOldSpelling = new Loaded<>(Language.super::inOldSpelling);

	private final SingletonSupplier<Language> withOwnLetters = SingletonSupplier.of(OwnLetters::new);

	private final SingletonSupplier<Boolean> hasVocabulary = SingletonSupplier.of(() -> resource(VOCABULARY).exists());

	private final SingletonSupplier<Boolean> hasNetwork = SingletonSupplier.of(() -> resource(NETWORK).exists());

	private final SingletonSupplier<TrainedNetwork> network = SingletonSupplier.of(this::loadNetwork);

	/**
	 * A language.
	 * @param ownLetters those with accents that it counts as letters, beside A to Z
	 */
	BuiltInLanguage(String name, String ownLetters) {
		this.name = name;
		this.ownLetters = ownLetters;
	}

	String ownLetters() {
		return this.ownLetters;
	}

	/**
	 * How many bits the n-grams took for a letter of works that they were not learned
	 * from.
	 */
	double bitsPerLetter() {
		return Double.parseDouble(BITS.obtain().getProperty(this.name));
	}

	private static Properties loadBits() {
		try {
			return PropertiesLoaderUtils
				.loadProperties(new ClassPathResource("/language/bits.properties", BuiltInLanguage.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A table that is loaded by one thread while the others wait.
	 *
	 * @param <T> of what kind
	 */
	private static final class Loaded<T> {

		private final Supplier<T> source;

		private volatile SoftReference<T> loaded = new SoftReference<>(null);

		Loaded(Supplier<T> source) {
			this.source = source;
		}

		T get() {
			T known = this.loaded.get();
			return (known != null) ? known : load();
		}

		private synchronized T load() {
			@Nullable T known = this.loaded.get();
			if (known == null) {
				known = this.source.get();
				this.loaded = new SoftReference<>(known);
			}
			return known;
		}

	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Alphabet alphabet() {
		return Alphabet.LATIN26;
	}

	@Override
	public NGrams letters() {
		return this.letters.get();
	}

	@Override
	public NGrams words() {
		return this.words.get();
	}

	@Override
	public @Nullable Vocabulary vocabulary() {
		return this.hasVocabulary.obtain() ? this.vocabulary.get() : null;
	}

	@Override
	public Alphabet ownAlphabet() {
		return this.ownLetters.isEmpty() ? alphabet() : this.withOwnLetters.obtain().alphabet();
	}

	/** Letters of its own in the alphabet are letters of the n-grams too. */
	@Override
	public Language over(Alphabet alphabet) {
		return hasOwnLetters(alphabet) ? this.withOwnLetters.obtain().over(alphabet) : Language.super.over(alphabet);
	}

	private boolean hasOwnLetters(Alphabet alphabet) {
		return this.ownLetters.codePoints().anyMatch((letter) -> alphabet.indexOf(letter) >= 0);
	}

	@Override
	public Language inOldSpelling() {
		return this.inOldSpelling.get();
	}

	@Override
	public boolean hasNetwork() {
		return this.hasNetwork.obtain();
	}

	@Override
	public double[] logProbabilities(int[][] texts, boolean spaced) {
		return hasNetwork() ? LearnedLanguage.logProbabilities(this.network.obtain(), alphabet().size(), texts, spaced)
				: Language.super.logProbabilities(texts, spaced);
	}

	private NGrams load(String resource) {
		try {
			return NGramCounts.load(resource(resource).getInputStream()).estimate();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Vocabulary loadVocabulary() {
		try {
			return Vocabulary.load(resource(VOCABULARY).getInputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private TrainedNetwork loadNetwork() {
		try (InputStream in = resource(NETWORK).getInputStream()) {
			return new TrainedNetwork(Safetensors.read(in).weights());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ClassPathResource resource(String file) {
		return new ClassPathResource("/language/" + this.name + "/" + file, BuiltInLanguage.class);
	}

	/** The language with the letters that it counts as its own. */
	private final class OwnLetters implements Language {

		private final Alphabet alphabet = Alphabet
			.of(BuiltInLanguage.this.alphabet().symbols() + BuiltInLanguage.this.ownLetters);

		private final Loaded<NGrams> letters = new Loaded<>(() -> load("own-letters.ngrams"));

		private final Loaded<NGrams> words = new Loaded<>(() -> load("own-words.ngrams"));

		@Override
		public String name() {
			return BuiltInLanguage.this.name;
		}

		@Override
		public Alphabet alphabet() {
			return this.alphabet;
		}

		@Override
		public NGrams letters() {
			return this.letters.get();
		}

		@Override
		public NGrams words() {
			return this.words.get();
		}

		@Override
		public Language over(Alphabet alphabet) {
			return hasOwnLetters(alphabet) ? Language.super.over(alphabet) : BuiltInLanguage.this.over(alphabet);
		}

	}

}
