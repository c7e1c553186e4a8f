package dev.decipher.solve;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.decipher.language.Language;

/**
 * Makes an attack in the languages that a text may be in: first in a mixture of all, and
 * then in those that the readings found so look like.
 *
 * @param tongues the languages
 * @param whole the search that the attack is a part of
 */
record InLanguages(Tongues tongues, Ranking ranking, Whole whole) {

	/** The share of an attack's time for a mixture of languages before one is chosen. */
	private static final double MIXED_SHARE = 0.5;

	/** A language as likely needs no search with all of them mixed. */
	private static final double KNOWN = 0.7;

	/** A language as likely is searched in before all others are looked at. */
	private static final double SURE = 0.97;

	/** No language that is less likely is searched in. */
	private static final double UNLIKELY = 0.04;

	/**
	 * In a language in which nothing was found after so long, in ns, the text is less
	 * likely by e to be, and in all of an attack's time by so many factors of e at least.
	 */
	private static final double DOUBT_TIME = 3e9;

	private static final double DOUBTS = 2;

	/** The evidence of a reading that tells its language, in nats. */
	private static final double EVIDENCE = 12;

	/** Letters from which on a text shows its language once it is read. */
	private static final int TELLING_LETTERS = 60;

	/** The share of an attack's time for a look at each language. */
	private static final double LOOKS_SHARE = 0.3;

	/**
	 * In so many languages an attack with few keys is made, which readings have shown.
	 */
	private static final int FEW = 2;

	/** A search of which attacks are parts. */
	interface Whole {

		/** The time, in ns. */
		long now();

		/** How much time is left for all attacks, in ns. */
		long left();

		/** Whether nobody waits for an answer any more. */
		boolean isCancelled();

		/** Whether nothing more is to be done. */
		boolean isOver();

		/** Makes an attack, and ranks what it finds. */
		AttackRunner.Outcome attack(Stage stage, Language language, long nanos);

	}

	/**
	 * Makes an attack.
	 * @return whether it ended in each of its languages
	 */
	boolean run(Stage stage, long nanos) {
		long end = this.whole.now() + nanos;
		if (this.tongues.any() == null) {
			return this.whole.attack(stage, this.tongues.first(), nanos).ended();
		}
		LanguageShares languages = new LanguageShares(this.tongues);
		double[] shares = languages.byCiphertext(stage);
		boolean shown = languages.isShown(stage);
		if (most(shares) < KNOWN) {
			List<AttackRunner.Found> found = this.whole
				.attack(stage, this.tongues.first(), (long) (MIXED_SHARE * nanos))
				.found();
			if (!found.isEmpty() && isTelling(found.get(0), shown)) {
				shares = mean(shares, languages.byReadings(found));
				shown = true;
			}
		}
		if (stage.attack().isQuick()) {
			return inEach(stage, LanguageShares.likeliest(shares, UNLIKELY).stream().limit(FEW).toList(), shares, end);
		}
		return shown ? afterLooks(stage, languages, shares, end) : unshown(stage, shares, end);
	}

	/**
	 * Whether a reading tells its language: of the wrong keys of a type whose ciphertexts
	 * show nothing of it the best reads a little like one.
	 */
	private static boolean isTelling(AttackRunner.Found found, boolean shown) {
		Language mixed = found.source().language();
		return found.candidate().isPlausible(mixed)
				&& (shown || found.candidate().evidence(mixed.letters().symbols()) > EVIDENCE);
	}

	/**
	 * Where a text is long enough to show its language once it is read, each gets a
	 * little time before any gets all of its own; that which a reading is surely in gets
	 * the rest.
	 */
	private boolean afterLooks(Stage stage, LanguageShares languages, double[] shares, long end) {
		long look = (long) (LOOKS_SHARE * (end - this.whole.now()));
		double[] likely = shares;
		if (stage.ciphertext().length() >= TELLING_LETTERS && look >= AttackRunner.LEAST_TIME * shares.length
				&& most(shares) < SURE) {
			double[] wider = DoubleStream.of(shares).map(Math::sqrt).toArray();
			inEach(stage, LanguageShares.likeliest(shares, 0), wider, this.whole.now() + look);
			List<Solver.Ranked> best = this.ranking.best(List.of());
			if (this.ranking.isSure()) {
				long left = Math.min(this.whole.left(), end - this.whole.now());
				return this.whole.attack(stage, best.get(0).source().language(), left).ended();
			}
			likely = mean(shares, languages.byWorth(best));
		}
		return inEach(stage, LanguageShares.likeliest(likely, UNLIKELY), likely, end);
	}

	/**
	 * Where nothing has shown the language yet, no more than the likeliest are searched
	 * in: what takes many keys isn't found in a little time.
	 */
	private boolean unshown(Stage stage, double[] shares, long end) {
		double[] likely = TimeShares.of(shares, Math.max(DOUBTS, (end - this.whole.now()) / DOUBT_TIME));
		return inEach(stage, LanguageShares.likeliest(likely, UNLIKELY), likely, end);
	}

	/**
	 * Makes an attack in some languages, in the first even if a reading is sure: what was
	 * found in a mixture has faults that it mends.
	 * @param weights the shares of the time, of all languages
	 */
	private boolean inEach(Stage stage, List<Integer> languages, double[] weights, long end) {
		boolean ended = true;
		double rest = languages.stream().mapToDouble((language) -> weights[language]).sum();
		for (int language : languages) {
			long left = Math.min(this.whole.left(), end - this.whole.now());
			boolean over = (language == languages.get(0)) ? this.whole.isCancelled() : this.whole.isOver();
			if (left <= 0 || over) {
				return false;
			}
			long nanos = (long) (left * weights[language] / rest);
			ended &= this.whole.attack(stage, this.tongues.languages().get(language), nanos).ended();
			rest -= weights[language];
		}
		return ended;
	}

	private static double most(double[] shares) {
		return DoubleStream.of(shares).max().orElse(0);
	}

	private static double[] mean(double[] one, double[] other) {
		return IntStream.range(0, one.length).mapToDouble((i) -> (one[i] + other[i]) / 2).toArray();
	}

}
