package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

import dev.decipher.cipher.Caesar;
import dev.decipher.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides the time among the attacks, and makes one list of what they find.
 */
final class Solver {

	private static final Logger logger = LoggerFactory.getLogger(Solver.class);

	/** What an attack on one text keeps for the final judgement. */
	private static final int KEEP = 24;

	/** What the network judges at most. */
	private static final int JUDGED = 48;

	/** The share of the time that is left for the network. */
	private static final double FOR_THE_NETWORK = 0.08;

	/** An answer so sure ends the search. */
	private static final double SURE = 0.98;

	/**
	 * Attacks on types that are less likely are only made when all others are through.
	 */
	private static final double UNLIKELY = 0.005;

	/** Types with so few keys that all of them are tried, in next to no time. */
	private static final Set<String> QUICK = Set.of("caesar", "affine", "atbash", "rail-fence", "scytale");

	/** The share of the time that each quick attack has at most. */
	private static final double FOR_A_QUICK_ONE = 0.1;

	/** How long an attack may go on after its time. */
	private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(300);

	private final Attacks attacks;

	private final ExecutorService workers;

	private final int threads;

	private final LongSupplier nanoTime;

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
	 * @param puzzle the text
	 * @param language what it is written in
	 * @param request which cipher, how long, how many candidates; complete
	 * @param cancelled whether nobody waits for it any more
	 * @param progress is told the share of the time that has passed, now and then
	 */
	Solution solve(Puzzle puzzle, Language language, SolveRequest request, BooleanSupplier cancelled,
			DoubleConsumer progress) {
		return new Run(puzzle, language, request, cancelled, progress).solve();
	}

	private final class Run {

		private final Puzzle puzzle;

		private final Language language;

		private final SolveRequest request;

		private final BooleanSupplier cancelled;

		private final DoubleConsumer progress;

		private final Scores scores;

		private final long start = Solver.this.nanoTime.getAsLong();

		private final long length;

		private final List<Scores.Scored> found = new ArrayList<>();

		Run(Puzzle puzzle, Language language, SolveRequest request, BooleanSupplier cancelled,
				DoubleConsumer progress) {
			this.puzzle = puzzle;
			this.language = language;
			this.request = request;
			this.cancelled = cancelled;
			this.progress = progress;
			this.scores = new Scores(puzzle.ciphertext(), language);
			this.length = (long) (request.maxSeconds() * 1e9 * (1 - FOR_THE_NETWORK));
		}

		Solution solve() {
			Map<TypeClass, Double> prior = prior();
			if (!this.puzzle.isOfSymbols()) {
				add(List.of(asItStands()));
			}
			attack(prior);
			List<Scores.Scored> ranked = judged();
			double[] confidences = Confidence.of(ranked);
			List<Solution.Reading> readings = new ArrayList<>();
			for (int i = 0; i < ranked.size() && readings.size() < this.request.maxCandidates(); i++) {
				Scores.Scored one = ranked.get(i);
				int letters = one.candidate().plaintext().length;
				readings.add(new Solution.Reading(this.puzzle.write(one.candidate().plaintext()),
						one.candidate().cipher(), one.total() / letters, confidences[i]));
			}
			return new Solution(types(prior, ranked, confidences), readings,
					(Solver.this.nanoTime.getAsLong() - this.start) / 1e9);
		}

		private Map<TypeClass, Double> prior() {
			Map<TypeClass, Double> prior = new EnumMap<>(TypeClass.class);
			if (!this.request.cipher().equals(SolveRequest.AUTO)) {
				prior.put(TypeClass.of(this.request.cipher()), 1.0);
			}
			else if (this.puzzle.isOfSymbols()) {
				prior.put(TypeClass.HOMOPHONIC, 1.0);
			}
			else {
				for (TypeClass one : TypeClass.values()) {
					prior.put(one, 1.0 / TypeClass.values().length);
				}
			}
			return prior;
		}

		/** Nobody has enciphered it. */
		private Candidate asItStands() {
			return new Candidate(new Caesar(0), this.puzzle.ciphertext().symbols(), 0);
		}

		private void attack(Map<TypeClass, Double> prior) {
			List<Stage> quick = stages(prior, QUICK, true);
			for (Stage stage : quick) {
				run(stage, (long) Math.min(left(), FOR_A_QUICK_ONE * this.length));
			}
			List<Stage> rest = new ArrayList<>(stages(prior, QUICK, false));
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

		/** What to try, without what speaks nothing for. */
		private List<Stage> stages(Map<TypeClass, Double> prior, Set<String> quick, boolean only) {
			List<Stage> stages = new ArrayList<>();
			for (Attack attack : Solver.this.attacks.all()) {
				Set<String> types = new HashSet<>(attack.types());
				if (!this.request.cipher().equals(SolveRequest.AUTO)) {
					types.retainAll(Set.of(this.request.cipher()));
				}
				types.removeIf((type) -> quick.contains(type) != only
						|| (type.equals(TypeClass.HOMOPHONIC.label()) != this.puzzle.isOfSymbols()));
				double probability = prior.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().hasAny(types))
					.mapToDouble(Map.Entry::getValue)
					.sum();
				if (!types.isEmpty()) {
					stages.add(new Stage(attack, types, probability));
				}
			}
			return stages;
		}

		private record Stage(Attack attack, Set<String> types, double probability) {
		}

		private long left() {
			return Math.max(0, this.start + this.length - Solver.this.nanoTime.getAsLong());
		}

		private boolean isOver() {
			return this.cancelled.getAsBoolean() || left() == 0 || isSure();
		}

		private boolean isSure() {
			List<Scores.Scored> ranked = this.found.stream().sorted(BY_WORTH).limit(KEEP).toList();
			return !ranked.isEmpty() && Confidence.of(ranked)[0] >= SURE;
		}

		private void run(Stage stage, long nanos) {
			if (nanos <= 0 || isOver()) {
				return;
			}
			Search search = new Search(Solver.this.nanoTime, nanos, this.cancelled, KEEP);
			SplittableRandom random = new SplittableRandom(Arrays.hashCode(this.puzzle.ciphertext().symbols()));
			CountDownLatch done = new CountDownLatch(Solver.this.threads);
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < Solver.this.threads; i++) {
				int worker = i;
				SplittableRandom own = random.split();
				running.add(Solver.this.workers.submit(() -> {
					try {
						stage.attack()
							.run(stage.types(), this.puzzle.ciphertext(), this.language, search, own, worker,
									Solver.this.threads);
					}
					catch (RuntimeException ex) {
						logger.warn("{} has failed", stage.attack(), ex);
					}
					finally {
						done.countDown();
					}
				}));
			}
			if (!await(done, nanos + GRACE)) {
				logger.warn("{} doesn't end in its time; it is left to itself", stage.attack());
				running.forEach((one) -> one.cancel(true));
			}
			add(search.best());
		}

		/** Waits for an attack, but not much longer than it may take. */
		private boolean await(CountDownLatch done, long nanos) {
			long end = Solver.this.nanoTime.getAsLong() + nanos;
			try {
				while (!done.await(100, TimeUnit.MILLISECONDS)) {
					long now = Solver.this.nanoTime.getAsLong();
					if (now > end) {
						return false;
					}
					if (this.cancelled.getAsBoolean()) {
						end = Math.min(end, now + GRACE);
					}
					this.progress.accept(Math.min(1, (now - this.start) / (this.request.maxSeconds() * 1e9)));
				}
				return true;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		private void add(List<Candidate> candidates) {
			for (Candidate candidate : candidates) {
				boolean known = this.found.stream()
					.anyMatch((one) -> Arrays.equals(one.candidate().plaintext(), candidate.plaintext()));
				if (!known) {
					this.found.add(this.scores.byNGrams(candidate));
				}
			}
		}

		private List<Scores.Scored> judged() {
			List<Candidate> best = this.found.stream()
				.sorted(BY_WORTH)
				.limit(JUDGED)
				.map(Scores.Scored::candidate)
				.toList();
			return this.scores.byNetwork(best).stream().sorted(BY_WORTH).toList();
		}

		/** What the statistics say, and then what was found. */
		private List<Solution.Type> types(Map<TypeClass, Double> prior, List<Scores.Scored> ranked,
				double[] confidences) {
			Map<TypeClass, Double> posterior = new EnumMap<>(TypeClass.class);
			Map<TypeClass, String> names = new EnumMap<>(TypeClass.class);
			double left = 1;
			for (int i = 0; i < confidences.length; i++) {
				String type = Scores.isIdentity(ranked.get(i).candidate().cipher()) ? TypeClass.PLAINTEXT.label()
						: Scores.typeOf(ranked.get(i).candidate().cipher());
				posterior.merge(TypeClass.of(type), confidences[i], Double::sum);
				names.putIfAbsent(TypeClass.of(type), type);
				left -= confidences[i];
			}
			for (Map.Entry<TypeClass, Double> entry : prior.entrySet()) {
				posterior.merge(entry.getKey(), Math.max(0, left) * entry.getValue(), Double::sum);
			}
			Set<TypeClass> classes = new LinkedHashSet<>(posterior.keySet());
			return classes.stream()
				.map((one) -> new Solution.Type(names.getOrDefault(one, one.label()), posterior.get(one)))
				.filter((type) -> type.probability() > 0)
				.sorted(Comparator.comparingDouble(Solution.Type::probability).reversed())
				.toList();
		}

	}

	private static final Comparator<Scores.Scored> BY_WORTH = Comparator.comparingDouble(Scores.Scored::total)
		.reversed();

}
