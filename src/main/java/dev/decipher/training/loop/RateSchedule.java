package dev.decipher.training.loop;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

/**
 * The learning rate, which is halved when validation stalls. Its fields are what a
 * checkpoint keeps of it.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class RateSchedule {

	/**
	 * With an accuracy from here on the rate is halved each time that validation stalls:
	 * what is left is fine work. Below it something has not been found yet, and a lower
	 * rate would but make the search longer.
	 */
	static final double FINE_WORK_ACCURACY = 0.98;

	/** Validation has stalled after so many epochs without a better loss. */
	private static final int EPOCHS_TO_STALL = 8;

	/** The stalls after which the rate is halved below that, if messages never end. */
	private static final int STALLS_TO_HALVE = 6;

	/** The least learning rate, as a share of the first one. */
	private static final double MIN_RATE_SHARE = 1.0 / 64;

	/** A loss is better when it is below this share of the best one. */
	private static final double BETTER_LOSS_SHARE = 0.99;

	private double first;

	private double rate;

	private double bestLoss = Double.POSITIVE_INFINITY;

	private int epochsSinceBetter;

	private int stalls;

	private int halvings;

	RateSchedule(double first) {
		this.first = first;
		this.rate = first;
	}

	/**
	 * Looks at a validation.
	 * @param bestAccuracy of all validations
	 * @param endless whether messages never end, so that none can be learned by heart
	 * @param shortness how many epochs go into one of the usual length
	 */
	void adapt(double loss, double bestAccuracy, boolean endless, int shortness) {
		if (loss < BETTER_LOSS_SHARE * this.bestLoss) {
			this.bestLoss = loss;
			this.epochsSinceBetter = 0;
			this.stalls = 0;
		}
		else if (++this.epochsSinceBetter >= EPOCHS_TO_STALL * shortness) {
			this.epochsSinceBetter = 0;
			this.stalls++;
			if (!endless || bestAccuracy >= FINE_WORK_ACCURACY || this.stalls % STALLS_TO_HALVE == 0) {
				this.halvings++;
				this.rate = Math.max(this.rate / 2, MIN_RATE_SHARE * this.first);
			}
		}
	}

	double rate() {
		return this.rate;
	}

	double bestLoss() {
		return this.bestLoss;
	}

	/** How often validation has stalled since it was last better. */
	int stalls() {
		return this.stalls;
	}

	/**
	 * Whether validation has stalled at the least rate.
	 * @param times how often it must have stalled, compared with what it takes to get
	 * there
	 */
	boolean isExhausted(int times) {
		return this.halvings > times * Math.round(Math.log(1 / MIN_RATE_SHARE) / Math.log(2));
	}

}
