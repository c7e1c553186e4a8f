package dev.decipher.solve.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CribTests {

	@Test
	void differsThroughoutBehindTheText() {
		int[] text = { 0, 1, 2 };
		assertThat(new Crib(new int[] { 0, 1 }, Integer.MAX_VALUE).mismatches(text)).isEqualTo(2);
		assertThat(new Crib(new int[] { 2, 0 }, 2).mismatches(text)).isEqualTo(1);
		assertThat(new Crib(new int[] { 1, 2 }, Crib.ANYWHERE).mismatches(text)).isZero();
	}

}
