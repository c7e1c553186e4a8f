package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.rank.Confidence;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import org.jspecify.annotations.Nullable;

/**
 * One search: divides the time among the attacks, and makes one list of what they find.
 * One thread's, which waits for those that search.
 */
final class SolverRun {

	/** Bounds of what the network ranks: readings, and their letters. */
	private static final int MOST_RANKED = 48;

	private static final int MOST_RANKED_LETTERS = 20_000;

	/** Readings that are kept, of which most are ranked. */
	private static final int MOST_KEPT = 2 * MOST_RANKED;

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

	/** So long the loading of languages costs a search no time, in ns. */
	private static final long MOST_LOADING = TimeUnit.SECONDS.toNanos(3);

	/** In less time nothing is found, in ns. */
	private static final long LEAST_TIME = TimeUnit.MILLISECONDS.toNanos(150);

	/** The share of the time that each quick attack has at most. */
	private static final double QUICK_SHARE = 0.3;

	/** The share of an attack's time for a mixture of languages before one is chosen. */
	private static final double ANY_SHARE = 0.2;

	/** A language as likely needs no search with all of them mixed. */
	private static final double KNOWN_LANGUAGE = 0.7;

	private static final String CAESAR = "caesar";

	private static final String SUBSTITUTION = "substitution";

	/** No language that is less likely is searched in. */
	private static final double UNLIKELY_LANGUAGE = 0.04;

	/**
	 * In so many languages an attack with few keys is made, which readings have shown.
	 */
	private static final int FEW_LANGUAGES = 2;

	/** Readings by which a language is chosen. */
	private static final int TELLING = 3;

	private static final Comparator<Solver.Ranked> BY_WORTH = Comparator
		.comparingDouble((Solver.Ranked one) -> one.scored().total())
		.reversed();

	private final Solver solver;

	private final List<Cryptogram> cryptograms;

	private final Tongues tongues;

	private final SolveRequest request;

	private final HintReader hints;

	private final BooleanSupplier cancelled;

	private final SolveListener listener;

	private final AttackRunner runner;

	private final long start;

	/** How long it took to load languages. */
	private long loading;

	private final long length;

	private final List<Solver.Ranked> found = new ArrayList<>();

	private final Map<List<Object>, Source> sources = new HashMap<>();

	private final TypeEstimate types;

	private final LongAdder keys = new LongAdder();

	/** The best reading that the listener knows. */
	private int @Nullable [] told;

	SolverRun(Solver solver, List<Cryptogram> cryptograms, Tongues tongues, SolveRequest request,
			BooleanSupplier cancelled, SolveListener listener) {
		this.solver = solver;
		this.cryptograms = cryptograms;
		this.tongues = tongues;
		this.request = request;
		this.hints = new HintReader(request);
		this.cancelled = cancelled;
		this.listener = listener;
		this.start = solver.now();
		this.length = (long) (request.maxSeconds() * 1e9 * (1 - RANKING_SHARE));
		this.runner = solver.runner(cancelled, this::tell, this.keys);
		this.types = new TypeEstimate(request.isAuto() ? null : request.cipher(), cryptograms, tongues.first(),
				solver.identifier());
	}

	Solver.Findings search() {
		this.listener.types(this.types.before());
		asItIs();
		attack();
		add(this.runner.late());
		List<Solver.Ranked> byNGrams = best(most());
		List<Solver.Ranked> ranked = byNetwork(byNGrams);
		double[] confidences = confidences(ranked);
		return new Solver.Findings(this.types.after(ranked, confidences), byNGrams, ranked, confidences,
				this.keys.sum(), spentNanos() / 1e9);
	}

	private List<Solver.Ranked> best(int most) {
		return this.found.stream().sorted(BY_WORTH).limit(most).toList();
	}

	private static double[] confidences(List<Solver.Ranked> ranked) {
		return Confidence.of(ranked.stream().map(Solver.Ranked::scored).toList());
	}

	private int most() {
		int longest = this.found.stream().mapToInt((one) -> one.candidate().plaintext().length).max().orElse(1);
		return Math.max(2, Math.min(MOST_RANKED, MOST_RANKED_LETTERS / longest));
	}

	/** Perhaps nobody has enciphered it. */
	private void asItIs() {
		Cryptogram cryptogram = this.cryptograms.get(0);
		Language first = this.tongues.first();
		Ciphertext letters = Readings.letters(cryptogram.text(), first.alphabet());
		boolean perhaps = this.request.isAuto() || this.request.cipher().contains(CAESAR);
		if (letters != null && perhaps && this.types.asked().ofLetters() && this.request.crib().isEmpty()) {
			Source source = source(cryptogram, letters, first);
			add(List.of(new AttackRunner.Found(new Candidate(new Caesar(0), letters.symbols(), 0, 0), source)));
		}
	}

	/**
	 * What n-grams rank last is left out where there is no time for all. Where the best
	 * is in a language that has no network, n-grams have the last word: what a network
	 * says can't be compared with what they say.
	 */
	private List<Solver.Ranked> byNetwork(List<Solver.Ranked> byNGrams) {
		if (byNGrams.isEmpty() || this.cancelled.getAsBoolean() || !byNGrams.get(0).source().language().hasNetwork()) {
			return byNGrams;
		}
		List<Solver.Ranked> ranked = new ArrayList<>();
		Map<Source, List<Candidate>> bySource = new LinkedHashMap<>();
		byNGrams.forEach(
				(one) -> bySource.computeIfAbsent(one.source(), (source) -> new ArrayList<>()).add(one.candidate()));
		bySource.forEach((source, candidates) -> {
			int some = Math.max(1, RANKED_AT_ONCE / source.ciphertext().length());
			boolean late = false;
			for (int from = 0; from < candidates.size() && !late; from += some) {
				source.scores()
					.byNetwork(candidates.stream().skip(from).limit(some).toList())
					.forEach((scored) -> ranked.add(new Solver.Ranked(scored, source)));
				late = spentNanos() > this.request.maxSeconds() * 1e9;
			}
		});
		ranked.sort(BY_WORTH);
		return ranked;
	}

	private void attack() {
		List<Stage> first = new ArrayList<>();
		List<Stage> rest = new ArrayList<>();
		for (Stage stage : stages()) {
			boolean quick = stage.attack().isQuick() && stage.probability() >= UNLIKELY;
			(quick ? first : rest).add(stage);
		}
		first.forEach((stage) -> run(stage, (long) Math.min(left(), QUICK_SHARE * this.length)));
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

	/** The attacks to make. */
	private List<Stage> stages() {
		List<Stage> stages = new ArrayList<>();
		for (Attack attack : this.solver.attacks().all()) {
			Set<String> asked = new HashSet<>(attack.types());
			asked.removeIf((type) -> !this.types.asked().contains(type));
			boolean special = this.request.isAuto() && !attack.isQuick()
					&& asked.stream().noneMatch((type) -> TypeClass.of(type).equals(type));
			if (asked.isEmpty() || special || !this.hints.suits(attack)
					|| (attack.needsCrib() && this.request.crib().isEmpty())) {
				continue;
			}
			for (int i = 0; i < this.cryptograms.size(); i++) {
				Cryptogram cryptogram = this.cryptograms.get(i);
				Ciphertext ciphertext = cryptogram.read(attack, this.tongues.first());
				if (ciphertext != null && isReadable(ciphertext)) {
					stages.add(new Stage(attack, asked, cryptogram, ciphertext,
							this.types.probability(asked) * this.types.share(i)));
				}
			}
		}
		return stages;
	}

	private boolean isReadable(Ciphertext ciphertext) {
		try {
			this.hints.read(ciphertext, this.tongues.first());
			return true;
		}
		catch (InvalidInput ex) {
			return false; // a symbol that is known is none of this reading
		}
	}

	private double spentNanos() {
		return this.solver.now() - this.start - this.loading;
	}

	private long left() {
		return Math.max(0, this.start + this.loading + this.length - this.solver.now());
	}

	private boolean isOver() {
		return this.cancelled.getAsBoolean() || left() == 0 || isSure();
	}

	private boolean isSure() {
		List<Solver.Ranked> ranked = best(AttackRunner.KEEP);
		return !ranked.isEmpty() && confidences(ranked)[0] >= SURE;
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
		double[] shares = byCiphertext(stage);
		if (DoubleStream.of(shares).max().orElse(0) < KNOWN_LANGUAGE) {
			List<AttackRunner.Found> found = run(stage, this.tongues.first(), (long) (ANY_SHARE * nanos)).found();
			double[] byReadings = byReadings(found);
			Arrays.setAll(shares, (i) -> (shares[i] + byReadings[i]) / 2);
		}
		if (!isOver() && inLanguages(stage, shares, end)) {
			this.types.tried(stage.types(), stage.attack().power());
		}
	}

	/** How likely each language is by the statistics that a cipher leaves. */
	private double[] byCiphertext(Stage stage) {
		boolean letters = stage.ciphertext().alphabet().equals(this.tongues.first().alphabet());
		boolean transposes = stage.types().stream().allMatch(TypeClass::transposes);
		boolean replaces = stage.types().stream().allMatch((type) -> TypeClass.of(type).equals(SUBSTITUTION));
		return (letters && (transposes || replaces)) ? this.tongues.shares(stage.ciphertext().symbols(), transposes)
				: this.tongues.shares(new int[0]);
	}

	/**
	 * Makes an attack in the likeliest languages.
	 * @return whether it ended in each of them
	 */
	private boolean inLanguages(Stage stage, double[] shares, long end) {
		List<Integer> order = IntStream.range(0, shares.length)
			.boxed()
			.filter((language) -> shares[language] >= UNLIKELY_LANGUAGE)
			.sorted(Comparator.comparingDouble((Integer language) -> -shares[language]))
			.limit(stage.attack().isQuick() ? FEW_LANGUAGES : shares.length)
			.toList();
		double rest = order.stream().mapToDouble((language) -> shares[language]).sum();
		for (int language : order) {
			long left = Math.min(left(), end - this.solver.now());
			if (left <= 0 || isOver()) {
				return false;
			}
			AttackRunner.Outcome outcome = run(stage, this.tongues.languages().get(language),
					(long) (left * shares[language] / rest));
			if (!outcome.ended()) {
				return false;
			}
			rest -= shares[language];
		}
		return true;
	}

	private AttackRunner.Outcome run(Stage stage, Language language, long nanos) {
		AttackRunner.Outcome outcome = this.runner.run(stage.attack(), stage.types(),
				source(stage.cryptogram(), stage.ciphertext(), language), nanos);
		add(outcome.found());
		tell(List.of());
		return outcome;
	}

	/** How likely each language is by the best readings of an attack. */
	private double[] byReadings(List<AttackRunner.Found> found) {
		double[] shares = new double[this.tongues.languages().size()];
		List<AttackRunner.Found> telling = found.stream().limit(TELLING).toList();
		for (AttackRunner.Found one : telling) {
			double[] own = this.tongues.shares(one.candidate().plaintext());
			Arrays.setAll(shares, (i) -> shares[i] + own[i] / telling.size());
		}
		if (telling.isEmpty()) {
			return this.tongues.shares(new int[0]);
		}
		return shares;
	}

	/** A language is loaded when it is first used, which costs a search no time. */
	private Source source(Cryptogram cryptogram, Ciphertext ciphertext, Language language) {
		return this.sources.computeIfAbsent(
				List.of(cryptogram, ciphertext.alphabet(), Arrays.hashCode(ciphertext.symbols()), language.name()),
				(key) -> {
					long before = this.solver.now();
					language.letters().shares();
					if (ciphertext.wordStarts() != null) {
						language.words().shares();
					}
					if (language.hasNetwork()) {
						language.logProbabilities(new int[][] { { 0 } }, false);
					}
					this.loading = Math.min(MOST_LOADING, this.loading + this.solver.now() - before);
					return Source.of(cryptogram, ciphertext, language, this.hints.read(ciphertext, language),
							(language == this.tongues.any()) ? 1 : this.tongues.share(language));
				});
	}

	/** Of two keys that give one plaintext the better one is kept. */
	private void add(List<AttackRunner.Found> candidates) {
		judged(candidates).forEach((one) -> {
			List<Solver.Ranked> same = this.found.stream().filter((other) -> isSame(other, one)).toList();
			if (same.stream().allMatch((other) -> other.scored().total() < one.scored().total())) {
				this.found.removeAll(same);
				this.found.add(one);
			}
		});
		if (this.found.size() > MOST_KEPT) {
			List<Solver.Ranked> best = best(MOST_KEPT);
			this.found.clear();
			this.found.addAll(best);
		}
	}

	/**
	 * What readings are worth. The best few that a mixture of languages has found are
	 * judged by the language that each looks like.
	 */
	private Stream<Solver.Ranked> judged(List<AttackRunner.Found> candidates) {
		return candidates.stream()
			.limit((!candidates.isEmpty() && candidates.get(0).source().language() == this.tongues.any()) ? TELLING
					: Integer.MAX_VALUE)
			.map((found) -> {
				Source source = inLikeliest(found);
				return new Solver.Ranked(source.scores().byNGrams(found.candidate()), source);
			});
	}

	private Source inLikeliest(AttackRunner.Found found) {
		Source source = found.source();
		if (source.language() != this.tongues.any()) {
			return source;
		}
		double[] shares = this.tongues.shares(found.candidate().plaintext());
		int likeliest = IntStream.range(0, shares.length)
			.reduce((one, other) -> (shares[other] > shares[one]) ? other : one)
			.orElseThrow();
		return source(source.cryptogram(), source.ciphertext(), this.tongues.languages().get(likeliest));
	}

	private static boolean isSame(Solver.Ranked one, Solver.Ranked other) {
		return Arrays.equals(one.candidate().plaintext(), other.candidate().plaintext());
	}

	/**
	 * Tells the listener how far the search has come, and the best reading if it is
	 * another one.
	 * @param running what the attack that runs has found
	 */
	private void tell(List<AttackRunner.Found> running) {
		this.listener.progress(Math.min(1, spentNanos() / (this.request.maxSeconds() * 1e9)), this.keys.sum(),
				spentNanos() / 1e9);
		List<Solver.Ranked> all = Stream.concat(this.found.stream(), judged(running.stream().limit(1).toList()))
			.sorted(BY_WORTH)
			.limit(AttackRunner.KEEP)
			.toList();
		if (all.isEmpty() || Arrays.equals(all.get(0).candidate().plaintext(), this.told)) {
			return;
		}
		double confidence = confidences(all)[0];
		if (Solver.isShown(all.get(0).candidate(), confidence)) {
			this.told = all.get(0).candidate().plaintext();
			this.listener.candidate(Solver.reading(all.get(0), confidence, this.request));
		}
	}

}
