package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Message;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.language.WordBreaks;
import dev.decipher.solve.identify.TypeIdentifier;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readings;

/** Solves texts: with which attacks, and who works on them. */
final class Solver {

	/** No reading with less confidence is shown: chance gives as many letters as good. */
	private static final double LEAST_CONFIDENCE = 1e-6;

	private final Attacks attacks;

	private final ExecutorService workers;

	private final int threads;

	private final LongSupplier nanoTime;

	private final TypeIdentifier identifier = TypeIdentifier.trained();

	/**
	 * Makes a solver.
	 * @param attacks what it has
	 * @param workers gives a thread at once
	 * @param threads how many work on one text
	 * @param nanoTime the time, in ns
	 */
	Solver(Attacks attacks, ExecutorService workers, int threads, LongSupplier nanoTime) {
		this.attacks = attacks;
		this.workers = workers;
		this.threads = threads;
		this.nanoTime = nanoTime;
	}

	/** The types that it can find, sorted. */
	Set<String> types() {
		return this.attacks.types();
	}

	Attacks attacks() {
		return this.attacks;
	}

	TypeIdentifier identifier() {
		return this.identifier;
	}

	/**
	 * Solves a text.
	 * @param cryptograms the text less its form, the likeliest first
	 * @param tongues the languages that it may be written in
	 * @param request which cipher, how long, how many candidates
	 * @param cancelled whether nobody waits for it any more
	 * @param listener is told how far it has come
	 */
	Solution solve(List<Cryptogram> cryptograms, Tongues tongues, SolveRequest request, BooleanSupplier cancelled,
			SolveListener listener) {
		return solution(search(cryptograms, tongues, request, cancelled, listener), cryptograms, request);
	}

	/** The answer, with the form of the best reading that is shown. */
	static Solution solution(Findings findings, List<Cryptogram> cryptograms, SolveRequest request) {
		List<Solution.Reading> readings = new ArrayList<>();
		Cryptogram read = cryptograms.get(0);
		for (int i = 0; i < findings.ranked().size() && readings.size() < request.maxCandidates(); i++) {
			Ranked one = findings.ranked().get(i);
			double confidence = findings.confidences()[i];
			if (isShown(one, confidence)) {
				read = readings.isEmpty() ? one.source().cryptogram() : read;
				readings.add(reading(one, confidence, request));
			}
		}
		String left = read.text().equals(request.text()) ? null : read.text();
		return new Solution(findings.types(), read.forms(), left, readings, findings.keysTried(), findings.seconds());
	}

	/**
	 * Whether to show a reading. The text as it came is one where it is likelier than
	 * letters of chance; a text that was taken from bytes always is.
	 */
	static boolean isShown(Ranked one, double confidence) {
		Cryptogram cryptogram = one.source().cryptogram();
		boolean asItCame = isIdentity(one.candidate().cipher()) && !cryptogram.isTurned() && !cryptogram.isDecoded();
		return confidence >= LEAST_CONFIDENCE
				&& (!asItCame || confidence >= TypeEstimate.LIKELY || one.scored().evidence() > 0);
	}

	static Solution.Reading reading(Ranked one, double confidence, SolveRequest request) {
		Candidate candidate = one.candidate();
		Language language = one.source().language();
		String text = written(one);
		return new Solution.Reading(text, language.name(), candidate.cipher(),
				(language.alphabet() == Alphabet.LATIN26) ? null : language.alphabet(),
				one.scored().total() / candidate.plaintext().length, confidence,
				Boolean.TRUE.equals(request.words()) ? words(one, text) : null);
	}

	/** The plaintext, with the words of a ciphertext of signs or numbers. */
	private static String written(Ranked one) {
		String text = one.source().cryptogram().write(one.candidate(), one.source().language());
		return (showsWords(one) && text.codePoints().noneMatch(Readings::isSpace)) ? inWords(one) : text;
	}

	/** Whether the ciphertext shows the plaintext's words. */
	private static boolean showsWords(Ranked one) {
		Ciphertext ciphertext = one.source().ciphertext();
		boolean[] starts = ciphertext.wordStarts();
		return starts != null && !ciphertext.alphabet().equals(one.source().language().alphabet())
				&& starts.length == one.candidate().plaintext().length && !one.candidate().cipher().transposes();
	}

	private static String inWords(Ranked one) {
		Language language = one.source().language();
		int space = language.alphabet().size();
		int[] spaced = Ciphertext.spaced(one.candidate().plaintext(),
				Objects.requireNonNull(one.source().ciphertext().wordStarts()), space, false);
		return Languages.words(language.alphabet()).write(spaced);
	}

	private static String words(Ranked one, String text) {
		return showsWords(one) ? inWords(one) : words(text, one.source().language());
	}

	/** The letters of a plaintext with a space between words. */
	private static String words(String text, Language language) {
		Message message = language.alphabet().read(text);
		boolean[] starts = WordBreaks.of(language, message.symbols());
		StringBuilder words = new StringBuilder();
		for (int position = 0; position < message.positions(); position++) {
			int place = message.symbolAt(position);
			if (place >= 0) {
				words.append((starts[place] && place > 0) ? " " : "").append(message.given(position));
			}
		}
		return words.toString();
	}

	/** Solves a text, and shows all that came of it. */
	Findings search(List<Cryptogram> cryptograms, Tongues tongues, SolveRequest request, BooleanSupplier cancelled,
			SolveListener listener) {
		return new SolverRun(this, cryptograms, tongues, request, cancelled, listener).search();
	}

	/** A candidate with what it is worth, and the text that it is a reading of. */
	record Ranked(DescriptionLength.Scored scored, Source source) {

		Candidate candidate() {
			return this.scored.candidate();
		}

	}

	/**
	 * All that came of a search.
	 *
	 * @param byNGrams what was found, as the n-grams rank it
	 * @param ranked the same, as the network ranks it
	 * @param confidences in the latter: (ranked)
	 */
	record Findings(List<Solution.Type> types, List<Ranked> byNGrams, List<Ranked> ranked, double[] confidences,
			long keysTried, double seconds) {
	}

	/** Whether a cipher with this key does nothing. */
	static boolean isIdentity(Cipher cipher) {
		return cipher instanceof Caesar caesar && caesar.shift() == 0;
	}

	/**
	 * Has attacks on a text run.
	 * @see AttackRunner
	 */
	AttackRunner runner(BooleanSupplier cancelled, Consumer<List<AttackRunner.Found>> waiting, LongAdder keys) {
		return new AttackRunner(this.workers, this.threads, this.nanoTime, cancelled, waiting, keys);
	}

	long now() {
		return this.nanoTime.getAsLong();
	}

}
