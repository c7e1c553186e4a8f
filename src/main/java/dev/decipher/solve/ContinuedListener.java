package dev.decipher.solve;

import java.util.List;

/**
 * Hands on what several searches for one text tell, one after the other, as if they were
 * one: keys and seconds go on, types come once, and a reading only if it is surer than
 * all before.
 */
final class ContinuedListener implements SolveListener {

	private final SolveListener listener;

	private final double maxSeconds;

	private boolean toldTypes;

	private double confidence = -1;

	/** What the searches before took. */
	private long keysBefore;

	private double secondsBefore;

	private double share;

	/**
	 * Hands on to a listener.
	 * @param maxSeconds how long all searches may take
	 */
	ContinuedListener(SolveListener listener, double maxSeconds) {
		this.listener = listener;
		this.maxSeconds = maxSeconds;
	}

	/** A search has ended. */
	void ended(Solution solution) {
		this.keysBefore += solution.keysTried();
		this.secondsBefore += solution.seconds();
		this.confidence = Math.max(this.confidence, solution.confidence());
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
		if (this.secondsBefore == 0 || reading.confidence() > this.confidence) {
			this.listener.candidate(reading);
		}
	}

	@Override
	public void progress(double share, long keysTried, double seconds) {
		this.share = Math.max(this.share, Math.min(1, (this.secondsBefore + seconds) / this.maxSeconds));
		this.listener.progress(this.share, this.keysBefore + keysTried, this.secondsBefore + seconds);
	}

}
