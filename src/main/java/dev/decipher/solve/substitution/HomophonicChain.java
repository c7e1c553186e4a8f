package dev.decipher.solve.substitution;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Chain;
import dev.decipher.cipher.Cipher;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * One thread's search for homophones behind simple transpositions. Of the annealings of a
 * text with slips only a few in a hundred find a good part of its key, even behind the
 * right transposition; so all get many short ones, the likeliest the most. The best that
 * are found are gone on from: a key that is right in part says behind which transposition
 * the text is likelier yet, and what went wrong when it was written down.
 */
final class HomophonicChain {

	/** So many transpositions get equally many annealings. */
	private static final int AT_ONCE = 4;

	/**
	 * Steps of a short annealing for each symbol, of which two make a look. In the same
	 * time twice as many of these find three times as many keys as those twice as long.
	 */
	private static final double STEPS = 5_000;

	/** Steps of one that goes on from a key. */
	private static final double MORE_STEPS = 10_000;

	/** Steps of one that tries a slip. */
	private static final double SLIP_STEPS = 3_000;

	private static final int MOST_DOUBLED = 20;

	/** Going on from what was found gets one key for so many that look for more. */
	private static final int LOOKS = 2;

	/** How often that is tried until nothing gets better. */
	private static final int TRIES = 4;

	/** So many nats are for the better. */
	private static final double BETTER = 1;

	/** So many nats more show that there was a slip. */
	private static final double CLEARLY = 5;

	/** So many slips that go well with a key are tried. */
	private static final int SLIPS = 12;

	/** In a shorter text for each of its homophones a wrong key may be found twice. */
	private static final int ENOUGH = 4;

	/** A reading that stands out so much, and isn't bettered any more, is the best. */
	private static final double CERTAIN = 12;

	private static final int IN_VAIN = 8;

	private static final int KEEP = 5;

	private final List<SimpleTransposition> transpositions;

	private final Search outer;

	private final SplittableRandom random;

	private final int[] symbols;

	private final long size;

	/** What was found and not gone on from, the best first. */
	private final PriorityQueue<Reading> found = new PriorityQueue<>(
			Comparator.comparingDouble(Reading::worth).reversed());

	/** Keys that were tried, and how many of them when going on. */
	private long keys;

	private long keysGoingOn;

	/** What annealings find behind transpositions of which nearly all are wrong. */
	private final NullOptima wrong = new NullOptima();

	private @Nullable Reading best;

	/** How often going on from other keys has found no better one. */
	private int inVain;

	/**
	 * A search that has not begun.
	 * @param transpositions the likeliest first
	 */
	HomophonicChain(List<SimpleTransposition> transpositions, Search outer, SplittableRandom random) {
		this.transpositions = transpositions;
		this.outer = outer;
		this.random = random;
		this.symbols = outer.ciphertext().symbols();
		this.size = IntStream.of(this.symbols).distinct().count();
	}

	/**
	 * What was found.
	 *
	 * @param written how the text was written
	 * @param plaintext its plaintext
	 * @param worth what it is worth, in nats
	 * @param standing by how much it stands out from wrong ones
	 * @param sure whether it was found again and again
	 */
	private record Reading(WrittenText written, int[] plaintext, double worth, double standing, boolean sure) {
	}

	/** The likeliest get twice as much each time, and the next ones a little. */
	void run(int worker, int workers) {
		int batches = (this.transpositions.size() + AT_ONCE - 1) / AT_ONCE;
		for (int round = 0; batches > 0 && !this.outer.isOver(); round++) {
			for (int batch = 0; batch <= Math.min(round, batches - 1); batch++) {
				int last = Math.min(this.transpositions.size(), (batch + 1) * AT_ONCE);
				for (long look = 1L << Math.min(MOST_DOUBLED, round - batch); look > 0; look--) {
					for (int number = batch * AT_ONCE; number < last && !this.outer.isOver(); number++) {
						if (number % workers == worker) {
							look(WrittenText.of(this.transpositions.get(number)));
						}
					}
				}
			}
		}
	}

	private void look(WrittenText written) {
		Reading reading = anneal(written, STEPS, 2, null);
		if (reading == null) {
			return;
		}
		this.found.add(reading);
		this.wrong.add(reading.worth);
		if (reading.sure || this.keysGoingOn * (1 + LOOKS) <= this.keys) {
			long before = this.keys;
			goOn(this.found.remove());
			if (this.best != null) {
				goOn(this.best);
			}
			this.keysGoingOn += this.keys - before;
		}
		boolean certain = this.best != null && this.best.standing >= CERTAIN && this.inVain >= IN_VAIN;
		if (reading.sure || certain) {
			this.outer.settle();
		}
	}

	/**
	 * Goes on from a key behind the transposition that it makes likeliest, and then with
	 * slips, as long as that is for the better.
	 */
	private void goOn(Reading found) {
		Reading reading = bettered(likeliest(found));
		this.inVain++;
		while ((this.best == null || reading.worth > this.best.worth) && !this.outer.isOver()) {
			this.best = reading;
			this.inVain = 0;
			reading = mended(reading);
		}
	}

	private Reading bettered(Reading found) {
		Reading best = found;
		for (int tries = 0; tries < TRIES && !this.outer.isOver(); tries++) {
			Reading next = anneal(best.written, MORE_STEPS, 1, best);
			if (next != null && next.worth > best.worth + BETTER) {
				best = next;
				tries = -1;
			}
		}
		return best;
	}

	/** The same key behind the transposition that it makes likeliest. */
	private Reading likeliest(Reading reading) {
		return this.transpositions.stream()
			.map(WrittenText::of)
			.min(Comparator.comparingDouble((written) -> cost(written, reading)))
			.filter((written) -> written.transposition() != reading.written.transposition())
			.map((written) -> anneal(written, MORE_STEPS, 1, reading))
			.filter((other) -> other.worth > reading.worth)
			.orElse(reading);
	}

	/**
	 * The reading with one more slip, if that is clearly likelier. As a key fits the text
	 * that it was found for, each takes an annealing of its own.
	 */
	private Reading mended(Reading reading) {
		return reading.written.withSlip()
			.sorted(Comparator.comparingDouble((written) -> cost(written, reading)))
			.limit(SLIPS)
			.map((written) -> anneal(written, SLIP_STEPS, 1, reading))
			.filter(Objects::nonNull)
			.max(Comparator.comparingDouble(Reading::worth))
			.filter((mended) -> mended.worth > reading.worth + CLEARLY)
			.map(this::bettered)
			.orElse(reading);
	}

	/** What a text costs with a reading's key, in nats. */
	private double cost(WrittenText written, Reading reading) {
		int[] text = written.undo(text(reading));
		return written.nats() + (double) this.outer.language().letters().cost(text) / NGrams.UNITS;
	}

	/** The letters of a reading in the order of the ciphertext. */
	private static int[] text(Reading reading) {
		int[] text = new int[reading.plaintext.length];
		for (int i = 0; i < text.length; i++) {
			text[reading.written.places()[i]] = reading.plaintext[i];
		}
		return text;
	}

	/**
	 * Searches for the key of a text.
	 * @param from a reading whose key to go on from
	 */
	private @Nullable Reading anneal(WrittenText written, double steps, int annealings, @Nullable Reading from) {
		HomophonicSchedule schedule = HomophonicSchedule.IN_PART.with(steps, 1);
		Ciphertext ciphertext = new Ciphertext(this.outer.ciphertext().alphabet(), written.undo(this.symbols), null);
		long most = (long) (annealings * (1 + schedule.last()) * steps * this.size);
		LongAdder tried = new LongAdder();
		// time is measured in keys, so that the same search always comes as far
		Search search = new Search(ciphertext, this.outer.language(), this.outer.hints(), tried::sum, most,
				this.outer::isOver, KEEP, tried);
		HomophonicTask task = new HomophonicTask(search, this.random);
		task.run(false, schedule, (from != null) ? task.key(written.undo(text(from))) : null);
		this.outer.tried(tried.sum());
		this.keys += tried.sum();
		Reading best = null;
		for (Candidate found : search.best()) {
			double worth = found.worth() - written.nats();
			double standing = this.wrong.evidence(worth);
			Candidate chained = new Candidate(
					new Chain(Stream.concat(written.ciphers().stream(), Stream.<Cipher>of(found.cipher())).toList()),
					found.plaintext(), found.score(), found.keyCost() + written.nats(), standing);
			this.outer.offer(chained);
			if (best == null || worth > best.worth) {
				boolean sure = search.isSettled() && this.size * ENOUGH <= this.symbols.length;
				best = new Reading(written, chained.plaintext(), worth, standing, sure);
			}
		}
		return best;
	}

}
