package dev.decipher.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Looks at all pairs once: where they are, and which are to be held out. That is decided
 * by a number made of the seed and the ciphertext: those with the least numbers are. So
 * it takes no list of all messages, the order in which they were given plays no part, and
 * no ciphertext stands on both sides, however often it was given.
 */
final class PairSurvey implements PairFormat.Visitor {

	static final int MAX_HELD_OUT = 10_000;

	static final long MAX_HELD_OUT_SYMBOLS = 2_000_000;

	/** Bytes of a block; it ends with the pair that goes beyond. */
	private static final int BLOCK_BYTES = 64 * 1024;

	private final long seed;

	private final List<Long> blocks = new ArrayList<>();

	/** Lengths by number, of the distinct messages with the least numbers. */
	private final TreeMap<Long, Integer> least = new TreeMap<>();

	/** Whether there are distinct messages beside those. */
	private boolean more;

	private int longest;

	PairSurvey(long seed) {
		this.seed = seed;
	}

	@Override
	public void visit(long offset, PairFormat.Cursor pair) {
		if (this.blocks.isEmpty() || offset - this.blocks.get(this.blocks.size() - 1) >= BLOCK_BYTES) {
			this.blocks.add(offset);
		}
		this.longest = Math.max(this.longest, pair.ciphertextLength());
		long number = pair.hash(this.seed);
		if (this.least.size() < MAX_HELD_OUT || number < this.least.lastKey()) {
			this.least.put(number, pair.ciphertextLength());
			if (this.least.size() > MAX_HELD_OUT) {
				this.least.pollLastEntry();
				this.more = true;
			}
		}
		else if (number > this.least.lastKey()) {
			this.more = true;
		}
	}

	/** Symbols of the longest ciphertext, with its prefix. */
	int longest() {
		return this.longest;
	}

	/** Where each block begins and, at the end, where the last one ends. */
	long[] blocks(long end) {
		return LongStream.concat(this.blocks.stream().mapToLong(Long::longValue), LongStream.of(end)).toArray();
	}

	/**
	 * The greatest number that is held out: at least one message is, and at least one is
	 * left.
	 */
	long lastHeldOut(double fraction) {
		double distinct = distinct();
		long wanted = Math.max(1, Math.min((long) distinct - 1, Math.round(distinct * fraction)));
		long last = Long.MIN_VALUE;
		long held = 0;
		long symbols = 0;
		for (Map.Entry<Long, Integer> message : this.least.entrySet()) {
			if (held == wanted || (held > 0 && symbols >= MAX_HELD_OUT_SYMBOLS)) {
				break;
			}
			last = message.getKey();
			held++;
			symbols += message.getValue();
		}
		return last;
	}

	/**
	 * How many distinct messages there are. Where they were too many to be counted, it is
	 * estimated to about a hundredth: of n numbers spread evenly over an interval the
	 * k-th least is near k / n of it (Bar-Yossef et al., "Counting distinct elements in a
	 * data stream", 2002).
	 */
	private double distinct() {
		if (!this.more) {
			return this.least.size();
		}
		double interval = 0x1p64;
		double last = this.least.lastKey() + 0x1p63;
		return (this.least.size() - 1) / (last / interval);
	}

}
