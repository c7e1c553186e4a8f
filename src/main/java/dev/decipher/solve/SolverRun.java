package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.ExhaustiveAttack;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/**
 * One search: divides the time among the attacks, and makes one list of what they find.
 * One thread's, which waits for those that search.
 */
final class SolverRun {

	/** The share of the time that is left for the network. */
	private static final double RANKING_SHARE = 0.08;

	/** An answer so sure ends the search. */
	private static final double SURE = 0.98;

	/**
	 * Attacks on types that are less likely are only made when all others are through.
	 */
	private static final double UNLIKELY = 0.005;

	/** In less time nothing is found, in ns. */
	private static final long LEAST_TIME = TimeUnit.MILLISECONDS.toNanos(150);

	/** The share of the time that each quick attack has at most. */
	private static final double QUICK_SHARE = 0.3;

	/** The share of an attack's time for a mixture of languages before one is chosen. */
	private static final double ANY_SHARE = 0.5;

	/** A language as likely needs no search with all of them mixed. */
	private static final double KNOWN_LANGUAGE = 0.7;

	private static final String CAESAR = "caesar";

	/** No language that is less likely is searched in. */
	private static final double UNLIKELY_LANGUAGE = 0.04;

	/** No language that is less likely is looked at. */
	private static final double HARDLY_LANGUAGE = 0.003;

	/** A language as likely is searched in before all others are looked at. */
	private static final double SURE_LANGUAGE = 0.97;

	/** Letters from which on a text shows its language once it is read. */
	private static final int TELLING_LETTERS = 60;

	/** The share of an attack's time for a look at each language. */
	private static final double FIRST_SHARE = 0.3;

	/**
	 * In so many languages an attack with few keys is made, which readings have shown.
	 */
	private static final int FEW_LANGUAGES = 2;

	private final Solver solver;

	private final List<Cryptogram> cryptograms;

	private final Tongues tongues;

	private final SolveRequest request;

	private final Stages stages;

	private final BooleanSupplier cancelled;

	private final SolveListener listener;

	private final AttackRunner runner;

	private final long start;

	private final long length;

	/** Whether other forms of the text are searched although a reading is sure. */
	private boolean inOtherForms;

	private final TypeEstimate types;

	private final Sources sources;

	private final Ranking ranking;

	private final LanguageShares shares;

	private final LongAdder keys = new LongAdder();

	/** The best reading that the listener knows. */
	private int @Nullable [] told;

	SolverRun(Solver solver, List<Cryptogram> cryptograms, Tongues tongues, SolveRequest request,
			BooleanSupplier cancelled, SolveListener listener) {
		this.solver = solver;
		this.cryptograms = cryptograms;
		this.tongues = tongues;
		this.request = request;
		this.cancelled = cancelled;
		this.listener = listener;
		this.start = solver.now();
		this.length = (long) (request.maxSeconds() * 1e9 * (1 - RANKING_SHARE));
		this.runner = solver.runner(cancelled, this::tell, this.keys);
		this.types = new TypeEstimate(request.isAuto() ? null : request.cipher(), cryptograms, tongues.first(),
				solver.identifier());
		HintReader hints = new HintReader(request);
		this.stages = new Stages(solver.attacks(), cryptograms, tongues.first(), request, hints, this.types);
		this.sources = new Sources(tongues, hints, solver::now);
		this.ranking = new Ranking(tongues, this.sources, this.types);
		this.shares = new LanguageShares(tongues);
	}

	Solver.Findings search() {
		this.listener.types(this.types.before());
		asItIs();
		attack();
		this.ranking.add(this.runner.late());
		List<Solver.Ranked> byNGrams = this.ranking.byNGrams();
		List<Solver.Ranked> ranked = this.ranking.byNetwork(byNGrams,
				() -> this.cancelled.getAsBoolean() || spentNanos() > this.request.maxSeconds() * 1e9);
		double[] confidences = Ranking.confidences(ranked);
		return new Solver.Findings(this.types.after(ranked, confidences), byNGrams, ranked, confidences,
				this.keys.sum(), spentNanos() / 1e9);
	}

	/** Perhaps nobody has enciphered it, or only turned the text or its words round. */
	private void asItIs() {
		boolean perhaps = this.request.isAuto() || this.request.cipher().contains(CAESAR);
		if (!perhaps || !this.types.asked(0).ofLetters() || !this.request.crib().isEmpty()) {
			return;
		}
		Language language = this.tongues.first();
		for (Cryptogram cryptogram : this.cryptograms) {
			Ciphertext letters = Readings.letters(cryptogram.text(), language.alphabet());
			boolean first = cryptogram == this.cryptograms.get(0);
			boolean reversed = cryptogram.isTurned() && letters != null && letters.wordStarts() != null;
			if (letters != null && (first || reversed)) {
				Source source = this.sources.of(cryptogram, letters, language);
				this.ranking.add(
						List.of(new AttackRunner.Found(new Candidate(new Caesar(0), letters.symbols(), 0, 0), source)));
			}
		}
	}

	private void attack() {
		List<Stage> first = new ArrayList<>();
		List<Stage> rest = new ArrayList<>();
		for (Stage stage : this.stages.all()) {
			boolean quick = stage.attack() instanceof ExhaustiveAttack
					|| (stage.attack().isQuick() && stage.probability() >= UNLIKELY);
			(quick ? first : rest).add(stage);
		}
		for (int i = 0; i < first.size(); i++) {
			// which of several ways a text was turned round is only seen beside the
			// others
			this.inOtherForms = i > 0 && first.get(i).attack() == first.get(i - 1).attack() && isInOtherForm();
			run(first.get(i), (long) Math.min(left(), QUICK_SHARE * this.length));
		}
		this.inOtherForms = false;
		rest.sort(Comparator.comparingDouble(Stage::probability).reversed());
		while (!rest.isEmpty() && !isOver()) {
			Stage next = rest.remove(0);
			double others = rest.stream()
				.mapToDouble(Stage::probability)
				.filter((probability) -> probability >= UNLIKELY)
				.sum();
			double share = Math.max(next.probability(), UNLIKELY);
			long time = (long) (left() * share / (share + others));
			if (time >= LEAST_TIME || rest.isEmpty()) {
				run(next, time);
			}
		}
	}

	private double spentNanos() {
		return this.solver.now() - this.start - this.sources.loadingNanos();
	}

	private long left() {
		return Math.max(0, this.start + this.sources.loadingNanos() + this.length - this.solver.now());
	}

	private boolean isOver() {
		return this.cancelled.getAsBoolean() || left() == 0 || (!this.inOtherForms && isSure());
	}

	/** Whether the best reading is one of the text in another form than the first. */
	private boolean isInOtherForm() {
		List<Solver.Ranked> best = this.ranking.best(List.of());
		return !best.isEmpty() && best.get(0).source().cryptogram() != this.cryptograms.get(0);
	}

	private boolean isSure() {
		List<Solver.Ranked> ranked = this.ranking.best(List.of());
		return !ranked.isEmpty() && Ranking.confidences(ranked)[0] >= SURE;
	}

	/**
	 * Makes an attack: where there are several languages, first with all of them mixed,
	 * and then in those that the readings found so look like.
	 */
	private void run(Stage stage, long nanos) {
		if (nanos <= 0 || isOver()) {
			return;
		}
		long end = this.solver.now() + nanos;
		if (this.tongues.any() == null) {
			if (run(stage, this.tongues.first(), nanos).ended()) {
				this.types.tried(stage.types(), stage.attack().power());
			}
			return;
		}
		double[] shares = this.shares.byCiphertext(stage);
		if (DoubleStream.of(shares).max().orElse(0) < KNOWN_LANGUAGE) {
			List<AttackRunner.Found> found = run(stage, this.tongues.first(), (long) (ANY_SHARE * nanos)).found();
			if (isPlausible(found)) {
				double[] byReadings = this.shares.byReadings(found);
				Arrays.setAll(shares, (i) -> (shares[i] + byReadings[i]) / 2);
			}
		}
		if (inLanguages(stage, shares, end)) {
			this.types.tried(stage.types(), stage.attack().power());
		}
	}

	/** Whether the best reading looks like any language: what it shows of it. */
	private static boolean isPlausible(List<AttackRunner.Found> found) {
		return !found.isEmpty() && found.get(0).candidate().isPlausible(found.get(0).source().language());
	}

	/**
	 * Makes an attack in the likeliest languages, in the first even if a reading is sure:
	 * what was found in a mixture of them has faults that it mends. Where a text is long
	 * enough to show its language once it is read, each gets a little time before any
	 * gets all of its own; that which a reading is surely in then gets the rest.
	 * @return whether it ended in each of them
	 */
	private boolean inLanguages(Stage stage, double[] shares, long end) {
		boolean few = stage.attack().isQuick();
		double[] likely = shares;
		long look = (long) (FIRST_SHARE * (end - this.solver.now()));
		if (!few && stage.ciphertext().length() >= TELLING_LETTERS && look >= LEAST_TIME * shares.length
				&& DoubleStream.of(shares).max().orElse(0) < SURE_LANGUAGE) {
			double[] wider = DoubleStream.of(shares).map(Math::sqrt).toArray();
			inEach(stage, LanguageShares.likeliest(shares, HARDLY_LANGUAGE), wider, this.solver.now() + look);
			List<Solver.Ranked> best = this.ranking.best(List.of());
			if (isSure()) {
				Language language = best.get(0).source().language();
				return run(stage, language, Math.min(left(), end - this.solver.now())).ended();
			}
			double[] seen = this.shares.byWorth(best);
			likely = IntStream.range(0, shares.length).mapToDouble((i) -> (shares[i] + seen[i]) / 2).toArray();
		}
		List<Integer> order = LanguageShares.likeliest(likely, UNLIKELY_LANGUAGE);
		return inEach(stage, few ? order.subList(0, Math.min(FEW_LANGUAGES, order.size())) : order, likely, end);
	}

	private boolean inEach(Stage stage, List<Integer> order, double[] weights, long end) {
		double rest = order.stream().mapToDouble((language) -> weights[language]).sum();
		for (int language : order) {
			long left = Math.min(left(), end - this.solver.now());
			boolean over = (language == order.get(0)) ? this.cancelled.getAsBoolean() : isOver();
			if (left <= 0 || over) {
				return false;
			}
			long nanos = (long) (left * weights[language] / rest);
			if (!run(stage, this.tongues.languages().get(language), nanos).ended()) {
				return false;
			}
			rest -= weights[language];
		}
		return true;
	}

	private AttackRunner.Outcome run(Stage stage, Language language, long nanos) {
		AttackRunner.Outcome outcome = this.runner.run(stage.attack(), stage.types(),
				this.sources.of(stage.cryptogram(), stage.ciphertext(), language), nanos);
		this.ranking.add(outcome.found());
		tell(List.of());
		return outcome;
	}

	/**
	 * Tells the listener how far the search has come, and the best reading if it is
	 * another one.
	 * @param running what the attack that runs has found
	 */
	private void tell(List<AttackRunner.Found> running) {
		this.listener.progress(Math.min(1, spentNanos() / (this.request.maxSeconds() * 1e9)), this.keys.sum(),
				spentNanos() / 1e9);
		List<Solver.Ranked> all = this.ranking.best(running.stream().limit(1).toList());
		if (all.isEmpty() || Arrays.equals(all.get(0).candidate().plaintext(), this.told)) {
			return;
		}
		double confidence = Ranking.confidences(all)[0];
		if (Solver.isShown(all.get(0), confidence)) {
			this.told = all.get(0).candidate().plaintext();
			this.listener.candidate(Solver.reading(all.get(0), confidence, this.request));
		}
	}

}
