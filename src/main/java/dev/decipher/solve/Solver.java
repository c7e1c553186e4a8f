package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
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
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.language.Language;
import dev.decipher.solve.identify.LetterModel;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.identify.TypeClassifier;
import dev.decipher.solve.rank.Confidence;
import dev.decipher.solve.rank.DescriptionLength;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides the time among the attacks, and makes one list of what they find.
 */
final class Solver {

	/** No reading with less confidence is worth a look. */
	private static final double HOPELESS = 1e-6;

	/**
	 * What is as likely names its class of types; and that nobody has enciphered a text
	 * is only said then.
	 */
	private static final double LIKELY = 0.5;

	/** No type that is less likely is worth a word. */
	private static final double NEGLIGIBLE = 1e-4;

	/** Of a longer text an attack on its letters gets the beginning. */
	private static final int PART = 1500;

	private static final Logger logger = LoggerFactory.getLogger(Solver.class);

	/** What an attack on one text keeps for the final judgement. */
	private static final int KEEP = 24;

	/** What the network judges at most, in readings and in their letters. */
	private static final int JUDGED = 48;

	private static final int JUDGED_LETTERS = 20_000;

	/** Letters that it judges between two looks at the clock. */
	private static final int AT_A_TIME = 2_000;

	/**
	 * How likely it is that what somebody has named a cipher of, or what is made of
	 * symbols, can't be read at all.
	 */
	private static final double AT_RANDOM = 0.2;

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
	private static final double FOR_A_QUICK_ONE = 0.3;

	/** How long an attack may go on after its time. */
	private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(300);

	private final Attacks attacks;

	private final ExecutorService workers;

	private final int threads;

	private final LongSupplier nanoTime;

	private final TypeClassifier classifier = TypeClassifier.trained();

	private volatile @Nullable LetterModel letters;

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
	Solution solve(Cryptogram puzzle, Language language, SolveRequest request, BooleanSupplier cancelled,
			DoubleConsumer progress) {
		Findings findings = search(puzzle, language, request, cancelled, progress);
		List<Solution.Reading> readings = new ArrayList<>();
		for (int i = 0; i < findings.ranked().size() && readings.size() < request.maxCandidates(); i++) {
			DescriptionLength.Scored one = findings.ranked().get(i);
			Candidate candidate = one.candidate();
			double least = DescriptionLength.isIdentity(candidate.cipher()) ? LIKELY : HOPELESS;
			if (findings.confidences()[i] >= least) {
				readings.add(new Solution.Reading(puzzle.write(candidate.plaintext()), candidate.cipher(),
						one.total() / candidate.plaintext().length, findings.confidences()[i]));
			}
		}
		return new Solution(findings.types(), readings, findings.seconds());
	}

	/** Solves a text, and shows all that came of it. */
	Findings search(Cryptogram puzzle, Language language, SolveRequest request, BooleanSupplier cancelled,
			DoubleConsumer progress) {
		// a language is loaded when it is first used, which shall not cost a search its
		// time
		language.letters();
		if (puzzle.ciphertext().wordStarts() != null) {
			language.words();
		}
		language.logProbabilities(new int[][] { { 0 } }, false);
		return new Run(puzzle, language, request, cancelled, progress).search();
	}

	/**
	 * All that came of a search.
	 *
	 * @param byNGrams what was found, as the n-grams rank it
	 * @param ranked the same, as the network ranks it
	 * @param confidences in the latter: (ranked)
	 */
	record Findings(List<Solution.Type> types, List<DescriptionLength.Scored> byNGrams,
			List<DescriptionLength.Scored> ranked, double[] confidences, double seconds) {
	}

	/** What statistics need to know of a language; most texts are in the same one. */
	private LetterModel letters(Language language) {
		LetterModel last = this.letters;
		if (last == null || last.grams() != language.letters()) {
			last = LetterModel.of(language.letters());
			this.letters = last;
		}
		return last;
	}

	private final class Run {

		private final Cryptogram puzzle;

		private final Language language;

		private final SolveRequest request;

		private final BooleanSupplier cancelled;

		private final DoubleConsumer progress;

		private final DescriptionLength scores;

		private final long start = Solver.this.nanoTime.getAsLong();

		private final long length;

		private final List<DescriptionLength.Scored> found = new ArrayList<>();

		/** Attacks that went on after their time, and what they find yet. */
		private final List<Search> late = new ArrayList<>();

		private final Set<String> tried = new HashSet<>(Set.of(TypeClass.PLAINTEXT.label()));

		Run(Cryptogram puzzle, Language language, SolveRequest request, BooleanSupplier cancelled,
				DoubleConsumer progress) {
			this.puzzle = puzzle;
			this.language = language;
			this.request = request;
			this.cancelled = cancelled;
			this.progress = progress;
			this.scores = new DescriptionLength(puzzle.ciphertext(), language);
			this.length = (long) (request.maxSeconds() * 1e9 * (1 - FOR_THE_NETWORK));
		}

		Findings search() {
			Map<TypeClass, Double> prior = prior();
			if (!this.puzzle.isOfSymbols()) {
				add(List.of(asItStands()));
			}
			attack(prior);
			this.late.forEach((search) -> add(search.best()));
			int judged = Math.max(2, Math.min(JUDGED, JUDGED_LETTERS / this.puzzle.ciphertext().length()));
			List<DescriptionLength.Scored> byNGrams = this.found.stream().sorted(BY_WORTH).limit(judged).toList();
			List<DescriptionLength.Scored> ranked = byNetwork(byNGrams);
			double[] confidences = Confidence.of(ranked);
			return new Findings(types(prior, ranked, confidences), byNGrams, ranked, confidences,
					(Solver.this.nanoTime.getAsLong() - this.start) / 1e9);
		}

		/** What n-grams rank last is left out where there is no time for all. */
		private List<DescriptionLength.Scored> byNetwork(List<DescriptionLength.Scored> byNGrams) {
			int some = Math.max(1, AT_A_TIME / this.puzzle.ciphertext().length());
			List<DescriptionLength.Scored> ranked = new ArrayList<>();
			for (int from = 0; from < byNGrams.size() && (from < some || !isLate()); from += some) {
				ranked.addAll(this.scores.byNetwork(
						byNGrams.stream().skip(from).limit(some).map(DescriptionLength.Scored::candidate).toList()));
			}
			ranked.sort(BY_WORTH);
			return ranked;
		}

		private boolean isLate() {
			return Solver.this.nanoTime.getAsLong() - this.start > this.request.maxSeconds() * 1e9;
		}

		private Map<TypeClass, Double> prior() {
			Map<TypeClass, Double> prior = new EnumMap<>(TypeClass.class);
			if (!this.request.cipher().equals(SolveRequest.AUTO)) {
				prior.put(TypeClass.of(this.request.cipher()), 1 - AT_RANDOM);
				prior.put(TypeClass.RANDOM, AT_RANDOM);
			}
			else if (this.puzzle.isOfSymbols()) {
				prior.put(TypeClass.HOMOPHONIC, 1 - AT_RANDOM);
				prior.put(TypeClass.RANDOM, AT_RANDOM);
			}
			else if (this.language.alphabet().size() == Alphabet.LATIN26.size()) {
				prior.putAll(
						Solver.this.classifier.classify(this.puzzle.ciphertext().symbols(), letters(this.language)));
				temper(prior);
			}
			else { // the classifier was trained with 26 letters
				prior.putAll(letters(this.language).types(this.puzzle.ciphertext().symbols()));
			}
			return prior;
		}

		/**
		 * Of texts shorter than those it has learned from the classifier knows less: it
		 * may be that nothing can be told.
		 */
		private void temper(Map<TypeClass, Double> prior) {
			int[] letters = this.puzzle.ciphertext().symbols();
			double known = Math.min(1.0, letters.length / (double) TypeClassifier.SHORTEST)
					* Math.min(1.0, Arrays.stream(letters).distinct().count() / (double) TypeClassifier.FEWEST);
			prior.replaceAll((one, probability) -> known * probability);
			prior.merge(TypeClass.RANDOM, 1 - known, Double::sum);
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
			List<DescriptionLength.Scored> ranked = this.found.stream().sorted(BY_WORTH).limit(KEEP).toList();
			return !ranked.isEmpty() && Confidence.of(ranked)[0] >= SURE;
		}

		private void run(Stage stage, long nanos) {
			if (nanos <= 0 || isOver()) {
				return;
			}
			boolean part = isInPart(stage);
			Ciphertext ciphertext = part ? begin() : this.puzzle.ciphertext();
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
							.run(stage.types(), ciphertext, this.language, search, own, worker, Solver.this.threads);
					}
					catch (RuntimeException ex) {
						logger.warn("{} has failed", stage.attack(), ex);
					}
					finally {
						done.countDown();
					}
				}));
			}
			if (await(done, nanos + GRACE)) {
				this.tried.addAll(stage.types());
			}
			else {
				logger.warn("{} doesn't end in its time; it is left to itself", stage.attack());
				running.forEach((one) -> one.cancel(true));
				if (!part) {
					this.late.add(search);
				}
			}
			add(part ? search.best().stream().flatMap(this::throughout).toList() : search.best());
		}

		/** Letter by letter the beginning says it all, and is sooner read. */
		private boolean isInPart(Stage stage) {
			return this.puzzle.ciphertext().length() > PART && !this.puzzle.isOfSymbols()
					&& stage.types().stream().noneMatch((type) -> TypeClass.of(type).transposes());
		}

		private Ciphertext begin() {
			Ciphertext whole = this.puzzle.ciphertext();
			boolean[] wordStarts = whole.wordStarts();
			return new Ciphertext(whole.alphabet(), Arrays.copyOf(whole.symbols(), PART),
					(wordStarts != null) ? Arrays.copyOf(wordStarts, PART) : null);
		}

		/** Deciphers all of the text with a key that was found in a part. */
		private Stream<Candidate> throughout(Candidate found) {
			Alphabet letters = this.language.alphabet();
			Alphabet own = (letters == Alphabet.LATIN26) ? found.cipher().defaultAlphabet() : letters;
			int[] ciphertext = this.puzzle.ciphertext().symbols();
			int whole = ciphertext.length / 2 * 2; // pairs have no rest
			try {
				int[] read = IntStream.of(ciphertext)
					.limit(whole)
					.map((letter) -> own.indexOf(letters.codePoint(letter)))
					.toArray();
				int[] plaintext = IntStream.of(found.cipher().over(own).decrypt(read))
					.map((letter) -> letters.indexOf(own.codePoint(letter)))
					.toArray();
				return Stream.of(new Candidate(found.cipher(),
						IntStream.concat(IntStream.of(plaintext), IntStream.of(ciphertext).skip(whole)).toArray(),
						found.score()));
			}
			catch (RuntimeException ex) {
				logger.warn("{} was found in a part of a text and deciphers no more of it", found.cipher(), ex);
				return Stream.empty();
			}
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

		/** Of two keys that give one plaintext the shorter one is kept. */
		private void add(List<Candidate> candidates) {
			for (Candidate candidate : candidates) {
				DescriptionLength.Scored one = this.scores.byNGrams(candidate);
				boolean longer = this.found.stream()
					.anyMatch((other) -> isSame(other, candidate) && other.key() <= one.key());
				if (!longer) {
					this.found.removeIf((other) -> isSame(other, candidate));
					this.found.add(one);
				}
			}
		}

		private boolean isSame(DescriptionLength.Scored one, Candidate other) {
			return Arrays.equals(one.candidate().plaintext(), other.plaintext());
		}

		/**
		 * What the statistics say, less what was looked for and not found, and then what
		 * was found.
		 */
		private List<Solution.Type> types(Map<TypeClass, Double> prior, List<DescriptionLength.Scored> ranked,
				double[] confidences) {
			Map<TypeClass, Double> posterior = new EnumMap<>(prior);
			posterior.replaceAll((one, probability) -> probability * (wasTried(one) ? 1 - one.power() * SURE : 1));
			double sum = posterior.values().stream().mapToDouble(Double::doubleValue).sum();
			double found = Math.min(1, DoubleStream.of(confidences).sum());
			posterior.replaceAll((one, probability) -> (1 - found) * probability / sum);
			Map<TypeClass, String> names = new EnumMap<>(TypeClass.class);
			for (int i = 0; i < confidences.length; i++) {
				Cipher cipher = ranked.get(i).candidate().cipher();
				String type = DescriptionLength.isIdentity(cipher) ? TypeClass.PLAINTEXT.label()
						: DescriptionLength.typeOf(cipher);
				posterior.merge(TypeClass.of(type), confidences[i], Double::sum);
				if (confidences[i] >= LIKELY) {
					names.put(TypeClass.of(type), type);
				}
			}
			return posterior.entrySet()
				.stream()
				.map((entry) -> new Solution.Type(name(entry.getKey(), names), entry.getValue()))
				.filter((type) -> type.probability() >= NEGLIGIBLE)
				.sorted(Comparator.comparingDouble(Solution.Type::probability).reversed())
				.toList();
		}

		private boolean wasTried(TypeClass one) {
			boolean named = one.types().contains(this.request.cipher());
			return this.tried.contains(named ? this.request.cipher() : one.label());
		}

		private String name(TypeClass one, Map<TypeClass, String> names) {
			boolean named = one.types().contains(this.request.cipher());
			return names.getOrDefault(one, named ? this.request.cipher() : one.label());
		}

	}

	private static final Comparator<DescriptionLength.Scored> BY_WORTH = Comparator
		.comparingDouble(DescriptionLength.Scored::total)
		.reversed();

}
