package dev.decipher.solve;

import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TimeSharesTests {

	private static final double EXACT = 1e-12;

	@Test
	void oneHasAllOfIt() {
		assertThat(TimeShares.of(new double[] { 0.2 }, 6)).containsExactly(1);
	}

	@Test
	void whatIsEquallyLikelyHasEqualShares() {
		assertThat(TimeShares.of(new double[] { 0.01, 0.01 }, 6)).containsExactly(new double[] { 0.5, 0.5 },
				within(EXACT));
	}

	@Test
	void allAreEquallyLikelyInTheEnd() {
		double[] probabilities = { 0.05, 0.7, 0.25 };
		double[] shares = TimeShares.of(probabilities, 6);
		assertThat(DoubleStream.of(shares).sum()).isCloseTo(1, within(EXACT));
		assertThat(0.05 * Math.exp(-6 * shares[0])).isCloseTo(0.7 * Math.exp(-6 * shares[1]), within(EXACT));
		assertThat(0.25 * Math.exp(-6 * shares[2])).isCloseTo(0.7 * Math.exp(-6 * shares[1]), within(EXACT));
	}

	@Test
	void whatIsNeverTheLikeliestHasNothing() {
		assertThat(TimeShares.of(new double[] { 0.9, 0.1, 0, 0.001 }, 2)).containsExactly(new double[] { 1, 0, 0, 0 },
				within(EXACT));
		assertThat(TimeShares.of(new double[] { 0.9, 0.2, 0, 0.001 }, 2)[1]).isPositive();
	}

}
