package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.Problem;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** Holds requests to what can be solved, and solves them. */
@Service
class Cryptanalyst {

	private final Languages languages;

	private final SolveProperties limits;

	private final SolveMetrics metrics;

	/** Made when it is first asked: it looks at the keys of every type of cipher. */
	private final SingletonSupplier<Solver> solver;

	Cryptanalyst(Languages languages, SolveProperties limits, SolveMetrics metrics,
			@Qualifier("solveWorkers") ExecutorService solveWorkers) {
		this.languages = languages;
		this.limits = limits;
		this.metrics = metrics;
		this.solver = SingletonSupplier
			.of(() -> new Solver(Attacks.known(), solveWorkers, limits.threads(), System::nanoTime));
	}

	/**
	 * Looks whether there is something to solve.
	 * @param request what to solve
	 * @throws InvalidInput if the request makes no sense
	 * @throws Problem 404 or 409 if there is no such language, 413 if the text is too
	 * long
	 */
	void check(SolveRequest request) {
		requireSense(request);
		try (Language language = this.languages.find(request.language())) {
			read(request, language);
		}
	}

	/**
	 * Solves a text.
	 * @param request what to solve
	 * @param cancelled whether nobody waits for it any more
	 * @param progress is told the share of the time that has passed, now and then
	 * @throws InvalidInput if the request makes no sense
	 * @throws Problem 404 or 409 if there is no such language, 413 if the text is too
	 * long
	 */
	Solution solve(SolveRequest request, BooleanSupplier cancelled, DoubleConsumer progress) {
		return this.metrics.measure(cancelled, (keys) -> {
			requireSense(request);
			try (Language language = this.languages.find(request.language())) {
				return this.solver.obtain()
					.solve(read(request, language), language, request, cancelled, (share, keysTried) -> {
						keys.accept(keysTried);
						progress.accept(share);
					});
			}
		});
	}

	private void requireSense(SolveRequest request) {
		requireType(request.cipher());
		if (request.maxSeconds() > SolveRequest.LONGEST_WAIT && !request.async()) {
			throw InvalidInput.at("/maxSeconds",
					"must be at most " + SolveRequest.LONGEST_WAIT + " unless \"async\" is true");
		}
		if (request.async() && request.maxSeconds() > this.limits.maxJobSeconds()) {
			throw InvalidInput.at("/maxSeconds", "must be at most " + this.limits.maxJobSeconds());
		}
	}

	private Cryptogram read(SolveRequest request, Language language) {
		Cryptogram cryptogram = InvalidInput.under("/text",
				() -> Cryptogram.read(request.text(), request.cipher(), language.alphabet()));
		int symbols = cryptogram.ciphertext().length();
		if (symbols > this.limits.maxSymbols()) {
			throw Problem.tooLarge("The text has " + symbols + " symbols; at most " + this.limits.maxSymbols()
					+ " can be solved at once. A part of it will do: the key that it gives deciphers the rest.");
		}
		return cryptogram;
	}

	private void requireType(String cipher) {
		if (!cipher.equals(SolveRequest.AUTO) && !this.solver.obtain().types().contains(cipher)) {
			List<String> known = new ArrayList<>(List.of(SolveRequest.AUTO));
			known.addAll(this.solver.obtain().types());
			throw InvalidInput.at("/cipher",
					"is no type of cipher that can be solved without a key; possible are " + String.join(", ", known));
		}
	}

}
