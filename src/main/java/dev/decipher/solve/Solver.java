package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeIdentifier;
import dev.decipher.solve.rank.Confidence;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;

/** Divides the time among the attacks, and makes one list of what they find. */
final class Solver {

	/** No reading with less confidence is shown. */
	private static final double LEAST_CONFIDENCE = 1e-6;

	/** Bounds of what the network ranks: readings, and their letters. */
	private static final int MOST_RANKED = 48;

	private static final int MOST_RANKED_LETTERS = 20_000;

	/** Letters that it ranks between two looks at the clock. */
	private static final int RANKED_AT_ONCE = 2_000;

	/** The share of the time that is left for the network. */
	private static final double RANKING_SHARE = 0.08;

	/** An answer so sure ends the search. */
	private static final double SURE = 0.98;

	/**
	 * Attacks on types that are less likely are only made when all others are through.
	 */
	private static final double UNLIKELY = 0.005;

	/** The share of the time that each quick attack has at most. */
	private static final double QUICK_SHARE = 0.3;

	private static final Comparator<DescriptionLength.Scored> BY_WORTH = Comparator
		.comparingDouble(DescriptionLength.Scored::total)
		.reversed();

	private final Attacks attacks;

	private final ExecutorService workers;

	private final int threads;

	private final LongSupplier nanoTime;

	private final TypeIdentifier identifier = new TypeIdentifier();

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

	/**
	 * Solves a text.
	 * @param cryptogram the text
	 * @param language what it is written in
	 * @param request which cipher, how long, how many candidates
	 * @param cancelled whether nobody waits for it any more
	 * @param progress is told how far it has come, now and then
	 */
	Solution solve(Cryptogram cryptogram, Language language, SolveRequest request, BooleanSupplier cancelled,
			SolveProgress progress) {
		Findings findings = search(cryptogram, language, request, cancelled, progress);
		List<Solution.Reading> readings = new ArrayList<>();
		for (int i = 0; i < findings.ranked().size() && readings.size() < request.maxCandidates(); i++) {
			DescriptionLength.Scored one = findings.ranked().get(i);
			Candidate candidate = one.candidate();
			double least = isIdentity(candidate.cipher()) ? TypeEstimate.LIKELY : LEAST_CONFIDENCE;
			if (findings.confidences()[i] >= least) {
				readings.add(new Solution.Reading(cryptogram.write(candidate), candidate.cipher(),
						one.total() / candidate.plaintext().length, findings.confidences()[i]));
			}
		}
		return new Solution(findings.types(), readings, findings.keysTried(), findings.seconds());
	}

	/** Solves a text, and shows all that came of it. */
	Findings search(Cryptogram cryptogram, Language language, SolveRequest request, BooleanSupplier cancelled,
			SolveProgress progress) {
		// a language is loaded when it is first used, which shall not cost a search its
		// time
		language.letters().shares();
		if (cryptogram.ciphertext().wordStarts() != null) {
			language.words().shares();
		}
		language.logProbabilities(new int[][] { { 0 } }, false);
		return new Run(cryptogram, language, request, cancelled, progress).search();
	}

	/**
	 * All that came of a search.
	 *
	 * @param byNGrams what was found, as the n-grams rank it
	 * @param ranked the same, as the network ranks it
	 * @param confidences in the latter: (ranked)
	 */
	record Findings(List<Solution.Type> types, List<DescriptionLength.Scored> byNGrams,
			List<DescriptionLength.Scored> ranked, double[] confidences, long keysTried, double seconds) {
	}

	/** Whether a cipher with this key does nothing. */
	static boolean isIdentity(Cipher cipher) {
		return cipher instanceof Caesar caesar && caesar.shift() == 0;
	}

	/** An attack for some of its types, and how likely these are. */
	private record Stage(Attack attack, Set<String> types, double probability) {
	}

	private final class Run {

		private final Cryptogram cryptogram;

		private final SolveRequest request;

		private final BooleanSupplier cancelled;

		private final DescriptionLength scores;

		private final AttackRunner runner;

		private final long start = Solver.this.nanoTime.getAsLong();

		private final long length;

		private final List<DescriptionLength.Scored> found = new ArrayList<>();

		private final TypeEstimate types;

		private final LongAdder keys = new LongAdder();

		Run(Cryptogram cryptogram, Language language, SolveRequest request, BooleanSupplier cancelled,
				SolveProgress progress) {
			this.cryptogram = cryptogram;
			this.request = request;
			this.cancelled = cancelled;
			this.scores = new DescriptionLength(cryptogram.ciphertext(), language);
			this.length = (long) (request.maxSeconds() * 1e9 * (1 - RANKING_SHARE));
			this.runner = new AttackRunner(Solver.this.workers, Solver.this.threads, Solver.this.nanoTime, cryptogram,
					language, cancelled,
					() -> progress.report(Math.min(1, spentNanos() / (request.maxSeconds() * 1e9)), this.keys.sum()),
					new ArrayList<>(), this.keys);
			this.types = new TypeEstimate(isNamed() ? request.cipher() : null, cryptogram, language,
					Solver.this.identifier);
		}

		private boolean isNamed() {
			return !this.request.cipher().equals(SolveRequest.AUTO);
		}

		Findings search() {
			if (this.cryptogram.isOfLetters()) { // perhaps nobody has enciphered it
				add(List.of(new Candidate(new Caesar(0), this.cryptogram.ciphertext().symbols(), 0, 0)));
			}
			attack();
			add(this.runner.lateCandidates());
			int length = this.cryptogram.ciphertext().length();
			int most = Math.max(2, Math.min(MOST_RANKED, MOST_RANKED_LETTERS / length));
			List<DescriptionLength.Scored> byNGrams = this.found.stream().sorted(BY_WORTH).limit(most).toList();
			List<DescriptionLength.Scored> ranked = byNetwork(byNGrams);
			double[] confidences = Confidence.of(ranked);
			return new Findings(this.types.after(ranked, confidences), byNGrams, ranked, confidences, this.keys.sum(),
					spentNanos() / 1e9);
		}

		/** What n-grams rank last is left out where there is no time for all. */
		private List<DescriptionLength.Scored> byNetwork(List<DescriptionLength.Scored> byNGrams) {
			int some = Math.max(1, RANKED_AT_ONCE / this.cryptogram.ciphertext().length());
			List<DescriptionLength.Scored> ranked = new ArrayList<>();
			boolean late = false;
			for (int from = 0; from < byNGrams.size() && !late; from += some) {
				ranked.addAll(this.scores.byNetwork(
						byNGrams.stream().skip(from).limit(some).map(DescriptionLength.Scored::candidate).toList()));
				late = spentNanos() > this.request.maxSeconds() * 1e9;
			}
			ranked.sort(BY_WORTH);
			return ranked;
		}

		private void attack() {
			for (Stage stage : stages(true)) {
				run(stage, (long) Math.min(left(), QUICK_SHARE * this.length));
			}
			List<Stage> rest = new ArrayList<>(stages(false));
			rest.sort(Comparator.comparingDouble(Stage::probability).reversed());
			while (!rest.isEmpty() && !isOver()) {
				Stage next = rest.remove(0);
				double others = rest.stream()
					.mapToDouble(Stage::probability)
					.filter((probability) -> probability >= UNLIKELY)
					.sum();
				double share = Math.max(next.probability(), UNLIKELY);
				run(next, (long) (left() * share / (share + others)));
			}
		}

		/** The attacks to make, the quick ones or the others. */
		private List<Stage> stages(boolean quick) {
			List<Stage> stages = new ArrayList<>();
			for (Attack attack : Solver.this.attacks.all()) {
				Set<String> types = new HashSet<>(attack.types());
				types.removeIf((type) -> !isAsked(type));
				if (!types.isEmpty() && attack.isQuick() == quick) {
					stages.add(new Stage(attack, types, this.types.probability(types)));
				}
			}
			return stages;
		}

		/** Types that can't be told from a text are only searched when they are named. */
		private boolean isAsked(String type) {
			return type.equals(Cryptogram.HOMOPHONIC) == this.cryptogram.isOfSymbols() && (isNamed()
					? type.equals(this.request.cipher())
					: this.cryptogram.isOfSymbols() || Solver.this.identifier.classes().contains(TypeClass.of(type)));
		}

		private double spentNanos() {
			return Solver.this.nanoTime.getAsLong() - this.start;
		}

		private long left() {
			return Math.max(0, this.start + this.length - Solver.this.nanoTime.getAsLong());
		}

		private boolean isOver() {
			return this.cancelled.getAsBoolean() || left() == 0 || isSure();
		}

		private boolean isSure() {
			List<DescriptionLength.Scored> ranked = this.found.stream()
				.sorted(BY_WORTH)
				.limit(AttackRunner.KEEP)
				.toList();
			return !ranked.isEmpty() && Confidence.of(ranked)[0] >= SURE;
		}

		private void run(Stage stage, long nanos) {
			if (nanos <= 0 || isOver()) {
				return;
			}
			boolean transposes = stage.types().stream().anyMatch((type) -> TypeClass.transposes(TypeClass.of(type)));
			AttackRunner.Outcome outcome = this.runner.run(stage.attack(), stage.types(), transposes, nanos);
			if (outcome.ended()) {
				this.types.tried(stage.types(), stage.attack().power());
			}
			add(outcome.candidates());
		}

		/** Of two keys that give one plaintext the shorter one is kept. */
		private void add(List<Candidate> candidates) {
			for (Candidate candidate : candidates) {
				boolean longer = this.found.stream()
					.map(DescriptionLength.Scored::candidate)
					.anyMatch((other) -> isSame(other, candidate) && other.keyCost() <= candidate.keyCost());
				if (!longer) {
					this.found.removeIf((other) -> isSame(other.candidate(), candidate));
					this.found.add(this.scores.byNGrams(candidate));
				}
			}
		}

		private static boolean isSame(Candidate one, Candidate other) {
			return Arrays.equals(one.plaintext(), other.plaintext());
		}

	}

}
