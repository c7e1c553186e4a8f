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
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Cipher;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Has attacks on one text run for the time that each is given, and not much longer. One
 * thread's, which waits for those that search.
 *
 * @param workers gives a thread at once
 * @param threads how many work on the text
 * @param nanoTime the time, in ns
 * @param cancelled whether nobody waits for the answer any more
 * @param waiting called now and then while an attack runs
 * @param late takes searches of attacks that went on after their time, and what they find
 * yet
 * @param keys counts the keys that are tried
 */
record AttackRunner(ExecutorService workers, int threads, LongSupplier nanoTime, Cryptogram cryptogram,
		Language language, BooleanSupplier cancelled, Runnable waiting, List<Search> late, LongAdder keys) {

	/** An attack that reads letter by letter gets the beginning of a longer text. */
	private static final int LONGEST_PART = 1500;

	/** Candidates that an attack keeps for the final ranking. */
	static final int KEEP = 24;

	/** How long an attack may go on after its time. */
	private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(300);

	private static final Logger logger = LoggerFactory.getLogger(AttackRunner.class);

	/**
	 * What came of an attack.
	 *
	 * @param ended whether it did so in its time
	 */
	record Outcome(List<Candidate> candidates, boolean ended) {
	}

	/** Runs an attack for some types of cipher. */
	Outcome run(Attack attack, Set<String> types, boolean transposes, long nanos) {
		Ciphertext whole = this.cryptogram.ciphertext();
		boolean part = whole.length() > LONGEST_PART && !this.cryptogram.isOfSymbols() && !transposes;
		Search search = new Search(part ? whole.beginning(LONGEST_PART) : whole, this.language, Hints.NONE,
				this.nanoTime, nanos, this.cancelled, KEEP, this.keys);
		boolean ended = run(attack, types, search, nanos);
		if (!ended && !part) {
			this.late.add(search);
		}
		return new Outcome(part ? search.best().stream().flatMap(this::throughout).toList() : search.best(), ended);
	}

	/** What late attacks have found since they were given up. */
	List<Candidate> lateCandidates() {
		return this.late.stream().flatMap((search) -> search.best().stream()).toList();
	}

	private boolean run(Attack attack, Set<String> types, Search search, long nanos) {
		SplittableRandom random = new SplittableRandom(Arrays.hashCode(this.cryptogram.ciphertext().symbols()));
		CountDownLatch done = new CountDownLatch(this.threads);
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
					attack.run(types, search, own, worker, this.threads);
				}
				catch (RuntimeException ex) {
					logger.warn("{} has failed", attack, ex);
				}
				finally {
					MDC.clear();
					done.countDown();
				}
			}));
		}
		boolean ended = await(done, nanos + GRACE);
		if (!ended) {
			// on a machine that is busy, or with a very long text
			logger.info("{} doesn't end in its time; it is left to itself", attack);
			running.forEach((one) -> one.cancel(true));
		}
		return ended;
	}

	/** Waits for an attack, but not much longer than it may take. */
	private boolean await(CountDownLatch done, long nanos) {
		long end = this.nanoTime.getAsLong() + nanos;
		try {
			while (!done.await(100, TimeUnit.MILLISECONDS)) {
				long now = this.nanoTime.getAsLong();
				if (now > end) {
					return false;
				}
				if (this.cancelled.getAsBoolean()) {
					end = Math.min(end, now + GRACE);
				}
				this.waiting.run();
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Deciphers all of the text with a key that was found in a part. */
	private Stream<Candidate> throughout(Candidate found) {
		Cipher cipher = found.cipher();
		Ciphertext whole = this.cryptogram.ciphertext();
		int fitting = whole.length();
		while (!cipher.fits(fitting)) { // pairs have no rest
			fitting--;
		}
		try {
			Readable readable = Readable.of(cipher, whole, this.language);
			int[] read = readable
				.inLanguage(cipher.over(readable.alphabet()).decrypt(Arrays.copyOf(readable.symbols(), fitting)));
			int[] plaintext = IntStream.concat(IntStream.of(read), IntStream.of(whole.symbols()).skip(fitting))
				.toArray();
			return Stream.of(new Candidate(cipher, plaintext, found.score(), found.keyCost()));
		}
		catch (RuntimeException ex) {
			logger.warn("{} was found in a part of a text and deciphers no more of it", cipher, ex);
			return Stream.empty();
		}
	}

}
