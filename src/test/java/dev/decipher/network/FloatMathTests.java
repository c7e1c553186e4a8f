package dev.decipher.network;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The functions that a network on the heap needs of {@link Math}, at single precision.
 */
class FloatMathTests {

	@Test
	void computesItsFunctionsToSinglePrecision() {
		for (float x = -20; x < 20; x += 0.0007f) {
			assertThat(FloatMath.tanh(x)).isCloseTo((float) Math.tanh(x), within(4e-7f));
		}
		for (float x = -100; x <= 0; x += 0.0007f) {
			assertThat(FloatMath.exp(x)).isCloseTo((float) Math.exp(x), within(4e-7f));
		}
		assertThat(FloatMath.exp(0)).isEqualTo(1);
		assertThat(FloatMath.tanh(Float.NaN)).isNaN();
	}

}
