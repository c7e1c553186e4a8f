package dev.decipher.solve;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.machine.Enigma;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.language.Language;
import dev.decipher.language.LanguageFinder;
import dev.decipher.language.Languages;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Holds requests to what can be solved, and solves them. */
@Service
class Cryptanalyst {

	private static final Logger logger = LoggerFactory.getLogger(Cryptanalyst.class);

	private final LanguageFinder languages;

	private final SolveProperties limits;

	private final SolveMetrics metrics;

	/** Made when it is first asked: it looks at the keys of every type of cipher. */
	private final SingletonSupplier<Solver> solver;

	Cryptanalyst(LanguageFinder languages, SolveProperties limits, SolveMetrics metrics,
			@Qualifier("solveWorkers") ExecutorService solveWorkers) {
		this.languages = languages;
		this.limits = limits;
		this.metrics = metrics;
		this.solver = SingletonSupplier
			.of(() -> new Solver(Attacks.known(), solveWorkers, limits.threads(), System::nanoTime));
	}

	/** What solves, made now if it wasn't before. */
	Solver solver() {
		return this.solver.obtain();
	}

	/**
	 * Looks whether there is something to solve.
	 * @param request what to solve
	 * @throws InvalidInput if the request makes no sense
	 * @throws Problem 404 or 409 if there is no such language, 413 if the text is too
	 * long
	 */
	void check(SolveRequest request) {
		try (Question question = read(request)) {
			logger.debug("{} can be searched", question);
		}
	}

	/**
	 * Solves a text.
	 * @param request what to solve
	 * @param cancelled whether nobody waits for it any more
	 * @param listener is told how far it has come
	 * @throws InvalidInput if the request makes no sense
	 * @throws Problem 404 or 409 if there is no such language, 413 if the text is too
	 * long
	 */
	Solution solve(SolveRequest request, BooleanSupplier cancelled, SolveListener listener) {
		return this.metrics.measure(cancelled, (keys) -> {
			try (Question question = read(request)) {
				SeveralAlphabets.Search search = (tongues, seconds, told) -> solver().solve(question.cryptograms(),
						tongues, request.within(seconds), cancelled, told);
				return new SeveralAlphabets(question.own(), search, cancelled).solve(question.tongues(),
						request.maxSeconds(), new CountingListener(listener, keys));
			}
		});
	}

	/** Counts keys for the metrics as well. */
	private record CountingListener(SolveListener listener, LongConsumer keys) implements SolveListener {

		@Override
		public void types(List<Solution.Type> types) {
			this.listener.types(types);
		}

		@Override
		public void candidate(Solution.Reading reading) {
			this.listener.candidate(reading);
		}

		@Override
		public void progress(double share, long keysTried, double seconds) {
			this.keys.accept(keysTried);
			this.listener.progress(share, keysTried, seconds);
		}

	}

	/**
	 * A text, and the languages that it may be in, to be given back.
	 *
	 * @param own those whose own letters it has
	 */
	private record Question(List<Cryptogram> cryptograms, Tongues tongues, OwnLetters own) implements AutoCloseable {

		@Override
		public void close() {
			this.tongues.languages().forEach(Language::close);
		}

	}

	private Question read(SolveRequest request) {
		requireTime(request);
		requireTypes(request);
		requireStart(request);
		SolveRequest.Lengths lengths = request.keyLength();
		if (lengths != null) {
			InvalidInput.under("/keyLength", () -> {
				lengths.check();
				return lengths;
			});
		}
		InvalidInput.throwIf(request.text().isBlank(), "/text", "must not be empty");
		boolean old = SolveRequest.OLD_SPELLING.equals(request.spelling());
		List<Cryptogram> cryptograms = Forms.read(request);
		OwnLetters own = own(request);
		Tongues tongues = tongues(request);
		Question question = new Question(cryptograms, old ? tongues.inOldSpelling() : tongues, own);
		try {
			requireReadable(request, question);
			return question;
		}
		catch (RuntimeException ex) {
			question.close();
			throw ex;
		}
	}

	private static OwnLetters own(SolveRequest request) {
		boolean auto = request.language().equals(List.of(SolveRequest.AUTO));
		boolean builtIn = auto || Languages.builtIn().containsAll(request.language());
		boolean letters = request.spelling() == null && request.alphabet() == null && request.ciphertext() == null
				&& request.characters() == null;
		return (builtIn && letters) ? OwnLetters.of(request.text(), auto ? Languages.builtIn() : request.language())
				: OwnLetters.NONE;
	}

	private Tongues tongues(SolveRequest request) {
		List<String> names = request.language();
		InvalidInput.throwIf(names.isEmpty(), "/language", "must name a language, or be left out");
		if (names.equals(List.of(SolveRequest.AUTO))) {
			return Tongues.builtIn(Languages.builtIn(), request.alphabet());
		}
		if (names.size() == 1) {
			Language language = find(names.get(0));
			return Tongues.of((request.alphabet() != null) ? language.over(request.alphabet()) : language);
		}
		for (int i = 0; i < names.size(); i++) {
			InvalidInput.throwIf(!Languages.builtIn().contains(names.get(i)), "/language/" + i,
					"must be one of those built in where there are several: " + String.join(", ", Languages.builtIn()));
		}
		return Tongues.builtIn(names.stream().distinct().toList(), request.alphabet());
	}

	private Language find(String name) {
		try {
			return this.languages.find(name);
		}
		catch (Problem ex) {
			throw (ex.status() != HttpStatus.NOT_FOUND) ? ex : Problem.notFound("There is no language " + name
					+ "; built in are " + String.join(", ", Languages.builtIn()) + ", and GET /languages lists all.");
		}
	}

	private void requireTime(SolveRequest request) {
		if (request.maxSeconds() > SolveRequest.LONGEST_WAIT && !request.async()) {
			throw InvalidInput.at("/maxSeconds",
					"must be at most " + SolveRequest.LONGEST_WAIT + " unless \"async\" is true");
		}
		if (request.async() && request.maxSeconds() > this.limits.maxJobSeconds()) {
			throw InvalidInput.at("/maxSeconds", "must be at most " + this.limits.maxJobSeconds());
		}
	}

	/** A key to go on from has to be one of a type that is searched, and whole. */
	private static void requireStart(SolveRequest request) {
		Cipher start = request.start();
		if (start == null) {
			return;
		}
		InvalidInput.throwIf(!request.isAuto() && !request.cipher().contains(start.type()), "/start/type",
				"must be a type that is searched: " + String.join(", ", request.cipher()));
		InvalidInput.under("/start", () -> (start instanceof Enigma enigma) ? EnigmaScrambler.of(enigma)
				: start.over((request.alphabet() != null) ? request.alphabet() : start.defaultAlphabet()));
	}

	/** Whether there is a reading of the text that some attack can search. */
	private void requireReadable(SolveRequest request, Question question) {
		HintReader hints = new HintReader(request);
		Language language = question.tongues().first();
		int read = 0;
		InvalidInput fault = null;
		Set<String> told = Set.copyOf(solver().identifier().classes());
		List<Attack> attacks = attacks(request).stream()
			.filter((attack) -> !request.isAuto() || !attack.types().contains(Asked.CHAIN))
			.toList();
		for (Cryptogram cryptogram : question.cryptograms()) {
			Asked asked = new Asked(request.isAuto() ? null : request.cipher(),
					cryptogram.isOfLetters(language.alphabet()), told);
			for (Attack attack : attacks) {
				Ciphertext ciphertext = attack.types().stream().anyMatch(asked::contains)
						? cryptogram.read(attack, language) : null;
				if (ciphertext == null) {
					continue;
				}
				requireLength(ciphertext.length());
				try {
					hints.check(attack, ciphertext, language);
					read++;
				}
				catch (InvalidInput ex) {
					fault = ex;
				}
			}
		}
		if (read > 0 && !(request.isAuto() && question.cryptograms().get(0).isInAnotherScript(language.alphabet()))) {
			return;
		}
		if (fault != null) {
			throw fault;
		}
		String letters = language.alphabet().symbols();
		throw InvalidInput.at("/text",
				request.isAuto() ? "has nothing to solve: fewer than two letters of " + letters
						+ ", and no signs that may stand for some. To have any characters taken for the symbols of a "
						+ "cipher, name \"homophonic\" as cipher"
						: "isn't written as a ciphertext of " + String.join(" or ", request.cipher()) + " is");
	}

	private void requireLength(int symbols) {
		if (symbols > this.limits.maxSymbols()) {
			throw Problem.tooLarge("The text has " + symbols + " symbols; at most " + this.limits.maxSymbols()
					+ " can be solved at once. A part of it will do: the key that it gives deciphers the rest.");
		}
	}

	/** Those that were asked for and can use the hints. */
	private List<Attack> attacks(SolveRequest request) {
		HintReader hints = new HintReader(request);
		List<Attack> asked = solver().attacks()
			.all()
			.stream()
			.filter((attack) -> request.isAuto() || request.cipher().stream().anyMatch(attack.types()::contains))
			.toList();
		Set<Hints.Kind> used = EnumSet.noneOf(Hints.Kind.class);
		asked.forEach((attack) -> used.addAll(attack.hints()));
		String unused = hints.unused(used);
		if (unused != null) {
			throw InvalidInput.at(unused, "is of no use for "
					+ (request.isAuto() ? "any type" : String.join(" and ", request.cipher())) + " that is searched");
		}
		List<Attack> suited = asked.stream()
			.filter(hints::suits)
			.filter((attack) -> !attack.needsCrib() || !request.crib().isEmpty())
			.toList();
		InvalidInput.throwIf(suited.isEmpty() && asked.stream().allMatch(Attack::needsCrib), "/crib",
				"is needed: without a word that the plaintext has, " + String.join(" and ", request.cipher())
						+ " can't be solved");
		InvalidInput.throwIf(suited.isEmpty(), hints.given().values().stream().findFirst().orElse("/cipher"),
				(hints.given().size() > 1) ? "can't be used together with the other hints"
						: "is of no use where " + String.join(" and ", request.cipher()) + " is searched");
		return suited;
	}

	private void requireTypes(SolveRequest request) {
		Set<String> known = solver().types();
		List<String> named = request.cipher();
		InvalidInput.throwIf(named.isEmpty(), "/cipher", "must name a type, or be left out");
		for (int i = 0; i < named.size(); i++) {
			if (!request.isAuto() && !known.contains(named.get(i))) {
				throw InvalidInput.at((named.size() > 1) ? "/cipher/" + i : "/cipher",
						"is no type of cipher that can be solved without a key; possible are " + SolveRequest.AUTO
								+ ", " + String.join(", ", known));
			}
		}
	}

}
