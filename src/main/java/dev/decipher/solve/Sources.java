package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.decipher.language.Language;
import dev.decipher.solve.search.Ciphertext;

/** The texts of one search in each of their languages. Not thread-safe. */
final class Sources {

	/** So long the loading of languages costs a search no time, in ns. */
	private static final long MOST_LOADING = TimeUnit.SECONDS.toNanos(3);

	private final Tongues tongues;

	private final HintReader hints;

	private final LongSupplier nanoTime;

	private final Map<List<Object>, Source> sources = new HashMap<>();

	private long loading;

	Sources(Tongues tongues, HintReader hints, LongSupplier nanoTime) {
		this.tongues = tongues;
		this.hints = hints;
		this.nanoTime = nanoTime;
	}

	/** A language is loaded when it is first used, which costs a search no time. */
	Source of(Cryptogram cryptogram, Ciphertext ciphertext, Language language) {
		return this.sources.computeIfAbsent(
				List.of(cryptogram, ciphertext.alphabet(), Arrays.hashCode(ciphertext.symbols()), language.name()),
				(key) -> {
					load(language, ciphertext.wordStarts() != null);
					return Source.of(cryptogram, ciphertext, language, this.hints.read(ciphertext, language),
							(language == this.tongues.any()) ? 1 : this.tongues.share(language));
				});
	}

	/** Loads the parts of a language at once. */
	private void load(Language language, boolean spaced) {
		long before = this.nanoTime.getAsLong();
		List<Runnable> parts = new ArrayList<>();
		parts.add(() -> language.letters().shares());
		if (spaced) {
			parts.add(() -> language.words().shares());
		}
		if (language.hasNetwork()) {
			parts.add(() -> language.logProbabilities(new int[][] { { 0 } }, false));
		}
		parts.parallelStream().forEach(Runnable::run);
		this.loading = Math.min(MOST_LOADING, this.loading + this.nanoTime.getAsLong() - before);
	}

	/** How long it took to load languages, as far as that costs a search no time. */
	long loadingNanos() {
		return this.loading;
	}

}
