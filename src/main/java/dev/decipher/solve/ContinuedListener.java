package dev.decipher.solve;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Hands on what several searches for one text tell, one after the other, as if they were
 * one: keys and seconds go on, types come once, and a reading only if it is worth more
 * than the best of those before.
 */
final class ContinuedListener implements SolveListener {

	private final SolveListener listener;

	private final double maxSeconds;

	private boolean toldTypes;

	private final OwnLetters letters;

	/** The best reading of the searches before, and what it is worth. */
	private double worth = Double.NEGATIVE_INFINITY;

	/** The last reading that the listener was told of. */
	private @Nullable String told;

	/** What the searches before took. */
	private long keysBefore;

	private double secondsBefore;

	private double share;

	/**
	 * Hands on to a listener.
	 * @param maxSeconds how long all searches may take
	 * @param letters what all readings are measured by
	 */
	ContinuedListener(SolveListener listener, double maxSeconds, OwnLetters letters) {
		this.letters = letters;
		this.listener = listener;
		this.maxSeconds = maxSeconds;
	}

	/** A search has ended; its best reading may only have won in the end. */
	void ended(Solution solution) {
		solution.candidates().stream().limit(1).forEach(this::candidate);
		this.keysBefore += solution.keysTried();
		this.secondsBefore += solution.seconds();
		this.worth = Math.max(this.worth, this.letters.worth(solution));
	}

	@Override
	public void types(List<Solution.Type> types) {
		if (!this.toldTypes) {
			this.toldTypes = true;
			this.listener.types(types);
		}
	}

	@Override
	public void candidate(Solution.Reading reading) {
		boolean better = this.secondsBefore == 0 || this.letters.worth(reading) > this.worth;
		if (better && !reading.text().equals(this.told)) {
			this.told = reading.text();
			this.listener.candidate(reading);
		}
	}

	@Override
	public void progress(double share, long keysTried, double seconds) {
		this.share = Math.max(this.share, Math.min(1, (this.secondsBefore + seconds) / this.maxSeconds));
		this.listener.progress(this.share, this.keysBefore + keysTried, this.secondsBefore + seconds);
	}

}
