package dev.decipher.training.structure;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Looks for a structure in pairs. Each analysis gets most of them; its explanation is
 * taken if it deciphers the others. The same pairs and seed always give the same.
 */
public final class StructureSearch {

	/** One message in so many is left out, to try an explanation on. */
	private static final int LEFT_OUT = 8;

	/** The share of symbols that an explanation must get right, of those it knows. */
	private static final double MIN_SHARE_RIGHT = 0.9;

	/** The share of symbols that it must know. */
	private static final double MIN_SHARE_KNOWN = 0.5;

	/** Symbols that show that it isn't luck. */
	private static final int MIN_SYMBOLS = 16;

	private final MessageSample sample;

	private final long seed;

	private final BooleanSupplier cancelled;

	/**
	 * A search.
	 * @param sample messages to learn from
	 * @param cancelled asked between steps of the search, which then ends without an
	 * explanation
	 */
	public StructureSearch(MessageSample sample, long seed, BooleanSupplier cancelled) {
		this.sample = sample;
		this.seed = seed;
		this.cancelled = cancelled;
	}

	/** Finds an explanation; null if there is none. */
	public @Nullable Structure find() {
		if (!this.sample.isAligned() || this.sample.longest() < 2) {
			return null;
		}
		MessageSample most = this.sample.where((message) -> message % LEFT_OUT != 0);
		MessageSample others = this.sample.where((message) -> message % LEFT_OUT == 0);
		for (StructureAnalysis analysis : analyses()) {
			if (this.cancelled.getAsBoolean()) {
				return null;
			}
			Structure found = analysis.explain(most);
			if (found != null && explains(found, others)) {
				Structure ofAll = analysis.explain(this.sample);
				return (ofAll != null && explains(ofAll, others)) ? ofAll : found;
			}
		}
		return null;
	}

	private List<StructureAnalysis> analyses() {
		return List.of((pairs) -> new PlaceAnalysis(pairs, this.cancelled).explain(),
				(pairs) -> new LinearAnalysis(pairs, random(), this.cancelled).explain(),
				(pairs) -> new CoordinateAnalysis(pairs, this.cancelled).explain(),
				(pairs) -> new DigraphAnalysis(pairs, random(), this.cancelled).explain());
	}

	private SplittableRandom random() {
		return new SplittableRandom(this.seed);
	}

	/** Whether a structure deciphers messages that it wasn't found by. */
	static boolean explains(Structure structure, MessageSample messages) {
		long symbols = 0;
		long known = 0;
		long right = 0;
		for (int message = 0; message < messages.messages(); message++) {
			int[] plaintext = messages.plaintexts()[message];
			int[] decrypted = structure.decrypt(messages.ciphertexts()[message]);
			for (int i = 0; i < plaintext.length; i++) {
				symbols++;
				known += (decrypted[i] != Structure.UNKNOWN) ? 1 : 0;
				right += (decrypted[i] == plaintext[i]) ? 1 : 0;
			}
		}
		return known >= MIN_SYMBOLS && known >= MIN_SHARE_KNOWN * symbols && right >= MIN_SHARE_RIGHT * known;
	}

}
