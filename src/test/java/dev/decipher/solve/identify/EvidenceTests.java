package dev.decipher.solve.identify;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is shown of a text's statistics. */
class EvidenceTests {

	@Test
	void countsLettersWithoutTheirCaseAndAccents() {
		Evidence evidence = Evidence.of(TextSymbols.of("Élève, élevé!"));
		assertThat(evidence.length()).isEqualTo(10);
		assertThat(evidence.symbols()).isEqualTo(3);
		assertThat(evidence.frequencies()).startsWith(new Evidence.Frequency("E", 6));
		// 6·5 + 2·1 + 2·1 of 10·9
		assertThat(evidence.indexOfCoincidence()).isCloseTo(34 / 90.0, within(1e-12));
	}

	@Test
	void showsAPeriodByItsColumns() {
		Evidence evidence = Evidence.of(TextSymbols.of("ABCABCABCABC"));
		assertThat(evidence.periods()).hasSize(5).contains(new Evidence.Period(3, 1));
		assertThat(evidence.periods().get(0)).isEqualTo(new Evidence.Period(2, 6 / 30.0));
	}

	@Test
	void findsRepeatsThatNoLongerOneHolds() {
		assertThat(Evidence.of(TextSymbols.of("XQVARSQVARTQVAZ")).repeats())
			.containsExactly(new Evidence.Repeat("QVAR", List.of(1, 6)), new Evidence.Repeat("QVA", List.of(1, 6, 11)));
	}

	@Test
	void readsNumbersThatAreParted() {
		Evidence evidence = Evidence.of(TextSymbols.of("7-15 3 7-15 3, 22"));
		assertThat(evidence.length()).isEqualTo(7);
		assertThat(evidence.symbols()).isEqualTo(4);
		assertThat(evidence.repeats()).containsExactly(new Evidence.Repeat("7 15 3", List.of(0, 3)));
	}

	@Test
	void readsDigitsInGroupsOneByOne() {
		Evidence evidence = Evidence.of(TextSymbols.of("12345 12345 12"));
		assertThat(evidence.length()).isEqualTo(12);
		assertThat(evidence.symbols()).isEqualTo(5);
	}

	@Test
	void twoSymbolsAreEnough() {
		Evidence evidence = Evidence.of(TextSymbols.of("AB"));
		assertThat(evidence.periods()).isEmpty();
		assertThat(evidence.repeats()).isEmpty();
		assertThat(evidence.indexOfCoincidence()).isZero();
	}

	@Test
	void looksAtEachRepetitionOnce() {
		Evidence evidence = Evidence.of(TextSymbols.of("A".repeat(20_000)));
		assertThat(evidence.repeats()).hasSize(20)
			.allSatisfy((repeat) -> assertThat(repeat.positions()).startsWith(0, 1));
	}

}
