package dev.decipher.language;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.model.LoadedModel;
import dev.decipher.model.ModelKind;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.ReservedModel;
import dev.decipher.model.VersionId;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.storage.Chunks;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All languages: those built in, and those that jobs have learned. */
@Service
public class Languages implements LanguageFinder {

	/** How many languages' tables are kept; each may take some 60 MB. */
	private static final int KEPT = 2;

	private static final Map<String, BuiltInLanguage> BUILT_IN = Stream
		.of(new BuiltInLanguage(English.NAME, ""), new BuiltInLanguage("german", "ÄÖÜß"),
				new BuiltInLanguage("french", "ÀÂÇÈÉÊËÎÏÔŒÙÛÜ"), new BuiltInLanguage("spanish", "Ñ"),
				new BuiltInLanguage("italian", "ÀÈÉÌÒÙ"), new BuiltInLanguage("latin", ""),
				new BuiltInLanguage("dutch", ""), new BuiltInLanguage("portuguese", "ÀÁÂÃÇÉÊÍÓÔÕÚ"),
				new BuiltInLanguage("polish", "ĄĆĘŁŃÓŚŹŻ"), new BuiltInLanguage("swedish", "ÅÄÖ"),
				new BuiltInLanguage("czech", "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"))
		.collect(Collectors.toMap(Language::name, (language) -> language, (one, other) -> one, LinkedHashMap::new));

	private static final Language ANY = new AnyLanguage();

	private final ModelRegistry models;

	private final Chunks ngrams;

	private final Map<VersionId, Tables> tables = new LinkedHashMap<>(16, 0.75f, true);

	Languages(ModelRegistry models, JdbcClient jdbc) {
		this.models = models;
		this.ngrams = new Chunks(jdbc, "language_ngrams", "model", "version", "spaces");
	}

	/** English is no model, and its name is not for one that decrypts. */
	@Bean
	static ReservedModel english() {
		return new ReservedModel(English.NAME, ModelKind.LANGUAGE);
	}

	private record Tables(NGrams letters, NGrams words) {
	}

	/** The names of the built-in languages, the likeliest first. */
	public static List<String> builtIn() {
		return List.copyOf(BUILT_IN.keySet());
	}

	/**
	 * Holds a request to the built-in languages, where there are no others.
	 * @param name a language, or {@value Plausibility#AUTO}
	 * @throws InvalidInput at {@code /language} for any other
	 */
	public static void requireBuiltIn(String name) {
		InvalidInput.throwIf(!name.equals(Plausibility.AUTO) && !BUILT_IN.containsKey(name), "/language",
				"must be auto or built in: " + String.join(", ", builtIn()));
	}

	/**
	 * A built-in language by its name; needs no closing.
	 * @param name one of {@link #builtIn()}
	 */
	public static Language builtIn(String name) {
		return Objects.requireNonNull(BUILT_IN.get(name), name);
	}

	/**
	 * A language for a text that is in one of the built-in ones, nobody knows which:
	 * 4-grams of A to Z that are the mean of theirs. Needs no closing.
	 */
	public static Language any() {
		return ANY;
	}

	@Override
	public Language find(String name) {
		if (BUILT_IN.containsKey(name) && !isLearned(name)) {
			return builtIn(name);
		}
		LoadedModel model = this.models.borrow(name, null, ModelKind.LANGUAGE);
		try {
			Tables tables = tables(model.id());
			return new LearnedLanguage(name, letters(model.plaintextAlphabet()), tables.letters(), tables.words(),
					model.network(), model::close);
		}
		catch (IOException | RuntimeException ex) {
			model.close();
			throw (ex instanceof RuntimeException runtime) ? runtime
					: new IllegalStateException("the n-grams of " + model.id() + " can't be read", ex);
		}
	}

	private boolean isLearned(String name) {
		return this.models.isKnown(name) && this.models.find(name, null).details().kind() == ModelKind.LANGUAGE;
	}

	/**
	 * All languages that {@link #find} finds by their own names: the built-in ones first.
	 */
	List<LanguageEntry> all() {
		Map<String, LanguageEntry> all = new LinkedHashMap<>();
		BUILT_IN.forEach((name, language) -> all.put(name, LanguageEntry.of(language, language.bitsPerLetter())));
		this.models.active(ModelKind.LANGUAGE)
			.forEach((version) -> all.put(version.model(),
					LanguageEntry.of(version, letters(version.details().alphabet()))));
		return List.copyOf(all.values());
	}

	private synchronized Tables tables(VersionId id) throws IOException {
		Tables found = this.tables.get(id);
		if (found == null) {
			found = new Tables(read(id, false), read(id, true));
			this.tables.put(id, found);
			if (this.tables.size() > KEPT) {
				this.tables.remove(this.tables.keySet().iterator().next());
			}
		}
		return found;
	}

	private NGrams read(VersionId id, boolean spaces) throws IOException {
		return NGramCounts.load(this.ngrams.reader(id.model(), id.version(), spaces)).estimate();
	}

	/**
	 * What a language's network writes.
	 * @param letters without a space
	 * @return the letters, and the space behind them
	 */
	public static Alphabet words(Alphabet letters) {
		return Alphabet.of(letters.symbols() + " ");
	}

	/**
	 * What a language's network reads.
	 * @param letters without a space
	 * @return the letters, the space, and what stands in front of a text without spaces
	 */
	public static Alphabet inputs(Alphabet letters) {
		int start = '^';
		while (letters.indexOf(start) >= 0) {
			start++;
		}
		return Alphabet.of(letters.symbols() + " " + Character.toString(start));
	}

	private static Alphabet letters(Alphabet words) {
		return Alphabet.of(words.symbols().substring(0, words.symbols().length() - 1));
	}

	/**
	 * Stores what belongs to a version beside its weights, in the caller's transaction.
	 * @param id a version whose kind is a language
	 * @param letters counted without spaces
	 * @param words counted with spaces
	 */
	public void add(VersionId id, NGramCounts letters, NGramCounts words) {
		add(id, false, letters);
		add(id, true, words);
	}

	private void add(VersionId id, boolean spaces, NGramCounts counts) {
		try (OutputStream out = this.ngrams.writer(id.model(), id.version(), spaces)) {
			counts.save(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the database throws no such exception", ex);
		}
	}

}
