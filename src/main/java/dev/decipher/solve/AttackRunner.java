package dev.decipher.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Cipher;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Has attacks on one text run for the time that each is given, and not much longer. One
 * thread's, which waits for those that search.
 */
final class AttackRunner {

	/** An attack that reads letter by letter gets the beginning of a longer text. */
	private static final int LONGEST_PART = 1500;

	/** Candidates that an attack keeps for the final ranking. */
	static final int KEEP = 24;

	/** The least time between two looks at all of a text, in ns. */
	private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

	/** In less time nothing is found, in ns. */
	static final long LEAST_TIME = TimeUnit.MILLISECONDS.toNanos(150);

	/** How long an attack may go on after its time. */
	private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(300);

	private static final Logger logger = LoggerFactory.getLogger(AttackRunner.class);

	private final ExecutorService workers;

	private final int threads;

	private final LongSupplier nanoTime;

	private final BooleanSupplier cancelled;

	private final Consumer<List<Found>> waiting;

	private final LongAdder keys;

	/** Attacks that have run. */
	private int runs;

	/** Searches of attacks that went on after their time, and what they find yet. */
	private final List<Under> late = new ArrayList<>();

	/**
	 * A runner.
	 * @param workers gives a thread at once
	 * @param threads how many work on the text
	 * @param nanoTime the time, in ns
	 * @param cancelled whether nobody waits for the answer any more
	 * @param waiting given now and then what the attack that runs has found so far
	 * @param keys counts the keys that are tried
	 */
	AttackRunner(ExecutorService workers, int threads, LongSupplier nanoTime, BooleanSupplier cancelled,
			Consumer<List<Found>> waiting, LongAdder keys) {
		this.workers = workers;
		this.threads = threads;
		this.nanoTime = nanoTime;
		this.cancelled = cancelled;
		this.waiting = waiting;
		this.keys = keys;
	}

	/** A candidate, and the text that it is a reading of. */
	record Found(Candidate candidate, Source source) {
	}

	/**
	 * A search under way.
	 *
	 * @param part whether it has the beginning of the text only
	 */
	private record Under(Search search, Source source, boolean part) {

		List<Found> found() {
			return found(Integer.MAX_VALUE);
		}

		private List<Found> found(int most) {
			return this.search.best()
				.stream()
				.limit(most)
				.flatMap((found) -> this.part ? throughout(found, this.source) : Stream.of(found))
				.map((candidate) -> new Found(candidate, this.source))
				.toList();
		}

		/** What it has found, of a part of a text the best alone. */
		List<Found> soFar() {
			return found(this.part ? 1 : Integer.MAX_VALUE);
		}

	}

	/**
	 * What came of an attack.
	 *
	 * @param ended whether it did so in its time
	 * @param finished whether it had nothing left to try, or was sure
	 */
	record Outcome(List<Found> found, boolean ended, boolean finished) {
	}

	/** Runs an attack for some types of cipher. */
	Outcome run(Attack attack, Set<String> types, Source source, long nanos) {
		Ciphertext whole = source.ciphertext();
		boolean part = whole.length() > LONGEST_PART && whole.alphabet() == source.language().alphabet()
				&& types.stream()
					.noneMatch((type) -> type.equals(Asked.CHAIN) || TypeClass.transposes(TypeClass.of(type)));
		Search search = new Search(part ? whole.beginning(LONGEST_PART) : whole, source.language(), source.hints(),
				this.nanoTime, nanos, this.cancelled, KEEP, this.keys);
		Under under = new Under(search, source, part);
		boolean ended = run(attack, types, under, nanos);
		if (!ended && !part) {
			this.late.add(under);
		}
		return new Outcome(under.found(), ended, ended && (search.isSettled() || !search.isOver()));
	}

	/** What late attacks have found since they were given up. */
	List<Found> late() {
		return this.late.stream().flatMap((under) -> under.found().stream()).toList();
	}

	private boolean run(Attack attack, Set<String> types, Under under, long nanos) {
		// a search that goes on begins elsewhere
		SplittableRandom random = new SplittableRandom(
				31L * Arrays.hashCode(under.source().ciphertext().symbols()) + this.runs++);
		CountDownLatch done = new CountDownLatch(this.threads);
		AtomicBoolean failed = new AtomicBoolean();
		List<Future<?>> running = new ArrayList<>();
		for (int i = 0; i < this.threads; i++) {
			int worker = i;
			SplittableRandom own = random.split();
			// so that what goes wrong there is found by the request or the job
			Map<String, String> names = MDC.getCopyOfContextMap();
			running.add(this.workers.submit(() -> {
				if (names != null) {
					MDC.setContextMap(names);
				}
				try {
					attack.run(types, under.search(), own, worker, this.threads);
				}
				catch (RuntimeException | OutOfMemoryError | StackOverflowError ex) {
					failed.set(true);
					logger.warn("{} has failed", attack, ex);
				}
				finally {
					MDC.clear();
					done.countDown();
				}
			}));
		}
		boolean ended = await(done, under, nanos + GRACE);
		if (!ended) {
			// on a machine that is busy, or with a very long text
			logger.info("{} doesn't end in its time; it is left to itself", attack);
			running.forEach((one) -> one.cancel(true));
		}
		return ended && !failed.get();
	}

	/** Waits for an attack, but not much longer than it may take. */
	private boolean await(CountDownLatch done, Under under, long nanos) {
		long begin = this.nanoTime.getAsLong();
		long end = begin + nanos;
		long next = begin + INTERVAL;
		try {
			while (!done.await(100, TimeUnit.MILLISECONDS)) {
				long now = this.nanoTime.getAsLong();
				if (now > end) {
					return false;
				}
				if (this.cancelled.getAsBoolean()) {
					end = Math.min(end, now + GRACE);
				}
				boolean look = !under.part() || now - next >= 0;
				next = (look && under.part()) ? now + INTERVAL : next;
				this.waiting.accept(look ? under.soFar() : List.of());
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Deciphers all of the text with a key that was found in a part. */
	private static Stream<Candidate> throughout(Candidate found, Source source) {
		Cipher cipher = found.cipher();
		Ciphertext whole = source.ciphertext();
		int fitting = whole.length();
		while (!cipher.fits(fitting)) { // pairs have no rest
			fitting--;
		}
		try {
			Readable readable = Readable.of(cipher, whole, source.language());
			int[] read = readable.inLanguage(cipher.over(readable.alphabet())
				.inWords(whole::wordLengths)
				.decrypt(Arrays.copyOf(readable.symbols(), fitting)));
			int[] plaintext = IntStream.concat(IntStream.of(read), IntStream.of(whole.symbols()).skip(fitting))
				.toArray();
			double keyCost = cipher.keyCost(readable.alphabet(), readable.symbols(), plaintext);
			return Stream.of(new Candidate(cipher, plaintext, found.score(), Math.max(found.keyCost(), keyCost)));
		}
		catch (RuntimeException ex) {
			logger.warn("{} was found in a part of a text and deciphers no more of it", cipher, ex);
			return Stream.empty();
		}
	}

}
