package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

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
final class SolverRun implements InLanguages.Whole {

	/** The share of the time that is left for the network. */
	private static final double RANKING_SHARE = 0.08;

	/** Quick attacks on types that are less likely are made after others. */
	private static final double UNLIKELY = 0.005;

	/** No type is taken for less likely: those get the time that others leave. */
	private static final double LEAST_PROBABILITY = 1e-4;

	/** The share of the time that each quick attack has at most. */
	private static final double QUICK_SHARE = 0.3;

	/**
	 * So much of the time is for a first round, so that what is found soon isn't found
	 * late for being the less likely type.
	 */
	private static final double FIRST_ROUND = 0.3;

	/**
	 * In a round, an attack that finds nothing becomes less likely by so many factors of
	 * e.
	 */
	private static final double DOUBTS = 6;

	private static final String CAESAR = "caesar";

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

	private final InLanguages inLanguages;

	/** What came of attacks that need not be made again. */
	private final Map<Finished, AttackRunner.Outcome> finished = new HashMap<>();

	private final LongAdder keys = new LongAdder();

	/** The best reading that the listener knows. */
	private int @Nullable [] told;

	/** An attack in a language that has nothing left to try, or was sure. */
	private record Finished(Stage stage, Language language) {
	}

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
		this.inLanguages = new InLanguages(tongues, this.ranking, this);
	}

	Solver.Findings search() {
		this.listener.types(this.types.before());
		asItIs();
		attacks();
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

	private void attacks() {
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
			make(first.get(i), (long) Math.min(left(), QUICK_SHARE * this.length));
		}
		this.inOtherForms = false;
		rest.sort(Comparator.comparingDouble(Stage::probability).reversed());
		round(rest, FIRST_ROUND);
		round(rest, 1);
	}

	/**
	 * Makes the attacks in turn, the likeliest first, each for its share of the time.
	 * @param part how much of the time that is left to take, 0 to 1
	 */
	private void round(List<Stage> stages, double part) {
		double kept = (1 - part) * left();
		double all = left() - kept;
		double[] probabilities = stages.stream()
			.mapToDouble((stage) -> Math.max(stage.probability(), LEAST_PROBABILITY))
			.toArray();
		for (int i = 0; i < stages.size() && !isOver(); i++) {
			double time = left() - kept;
			double[] those = Arrays.copyOfRange(probabilities, i, probabilities.length);
			long own = (long) (time * TimeShares.of(those, DOUBTS * time / all)[0]);
			if (part < 1 && stages.get(i).attack().plansItsTime()) {
				kept += own; // for one piece of time
			}
			else if (own >= AttackRunner.LEAST_TIME || (part == 1 && i == stages.size() - 1)) {
				make(stages.get(i), own);
			}
		}
	}

	private double spentNanos() {
		return this.solver.now() - this.start - this.sources.loadingNanos();
	}

	@Override
	public long now() {
		return this.solver.now();
	}

	@Override
	public long left() {
		return Math.max(0, this.start + this.sources.loadingNanos() + this.length - this.solver.now());
	}

	@Override
	public boolean isCancelled() {
		return this.cancelled.getAsBoolean();
	}

	@Override
	public boolean isOver() {
		return isCancelled() || left() == 0 || (!this.inOtherForms && this.ranking.isSure());
	}

	/** Whether the best reading is one of the text in another form than the first. */
	private boolean isInOtherForm() {
		List<Solver.Ranked> best = this.ranking.best(List.of());
		return !best.isEmpty() && best.get(0).source().cryptogram() != this.cryptograms.get(0);
	}

	private void make(Stage stage, long nanos) {
		if (nanos > 0 && !isOver() && this.inLanguages.run(stage, nanos)) {
			this.types.tried(stage.types(), stage.attack().power());
		}
	}

	@Override
	public AttackRunner.Outcome attack(Stage stage, Language language, long nanos) {
		AttackRunner.Outcome before = this.finished.get(new Finished(stage, language));
		if (before != null) {
			return before;
		}
		AttackRunner.Outcome outcome = this.runner.run(stage.attack(), stage.types(),
				this.sources.of(stage.cryptogram(), stage.ciphertext(), language), nanos);
		if (outcome.finished()) {
			this.finished.put(new Finished(stage, language), outcome);
		}
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
