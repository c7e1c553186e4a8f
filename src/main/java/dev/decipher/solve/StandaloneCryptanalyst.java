package dev.decipher.solve;

import java.util.concurrent.ExecutorService;

import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/** Solves without the running service. */
final class StandaloneCryptanalyst {

	private StandaloneCryptanalyst() {
	}

	/**
	 * One that knows the built-in languages. It gets ready in the background, so that the
	 * first answer comes soon.
	 * @param threads how many work on a text
	 * @param likely the built-in language that the text is likely to be in
	 */
	static Cryptanalyst of(int threads, Language likely) {
		SolveProperties usual = SolveProperties.standard();
		ExecutorService workers = new SolveConfiguration().solveWorkers();
		Cryptanalyst cryptanalyst = new Cryptanalyst(Languages::builtIn,
				new SolveProperties(threads, usual.maxConcurrent(), usual.maxSymbols(), usual.maxJobSeconds()),
				new SolveMetrics(new CompositeMeterRegistry()), workers);
		workers.execute(cryptanalyst::solver);
		workers.execute(() -> Languages.any().letters().shares());
		workers.execute(() -> likely.letters().shares());
		if (likely.hasNetwork()) {
			workers.execute(() -> likely.logProbabilities(new int[][] { { 0 } }, false));
		}
		return cryptanalyst;
	}

}
