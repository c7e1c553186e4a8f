package dev.decipher.solve.substitution;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NullOptimaTests {

	private static final int SEARCHES = 400;

	private final SplittableRandom random = new SplittableRandom(1);

	private final NullOptima optima = new NullOptima();

	@Test
	void aRightKeyStandsOutAlthoughOthersHaveFoundItToo() {
		for (int i = 0; i < SEARCHES; i++) {
			this.optima.add((i % 40 == 0) ? -1400 : wrong());
		}
		assertThat(this.optima.evidence(-1400)).isBetween(5.0, 12.0);
	}

	@Test
	void theBestWrongKeySeldomStandsOut() {
		int standing = 0;
		for (int trial = 0; trial < 100; trial++) {
			NullOptima optima = new NullOptima();
			double best = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < SEARCHES; i++) {
				double worth = wrong();
				best = Math.max(best, worth);
				optima.add(worth);
			}
			standing += (optima.evidence(best) > Double.NEGATIVE_INFINITY) ? 1 : 0;
		}
		assertThat(standing).isLessThanOrEqualTo(3);
	}

	@Test
	void fewSearchesSayNothing() {
		for (int i = 0; i < 10; i++) {
			this.optima.add(wrong());
		}
		assertThat(this.optima.evidence(-1000)).isEqualTo(Double.NEGATIVE_INFINITY);
	}

	/** Gumbel, with a scale of 9 nats. */
	private double wrong() {
		return -1540 - 9 * Math.log(-Math.log(this.random.nextDouble()));
	}

}
