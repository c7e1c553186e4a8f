package dev.decipher.language;

import java.util.stream.DoubleStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.network.TorchEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RewrittenLanguageTests {

	private static final String TEXT = "JUSTASHEWASVERYMUCHINVOLVEDINTHEMAJORSUBJECTOFHISJOURNEY";

	private final Language english = English.get();

	@BeforeAll
	static void start() {
		TorchEngine.start(1);
	}

	private static int[] symbols(Alphabet alphabet, String text) {
		return text.chars().map(alphabet::indexOf).toArray();
	}

	@Test
	void isItselfInItsOwnAlphabet() {
		assertThat(this.english.over(Alphabet.LATIN26)).isSameAs(this.english);
		assertThat(this.english.over(Alphabet.LATIN25).over(Alphabet.LATIN26)).isSameAs(this.english);
	}

	@Test
	void readsOneLetterForTwo() {
		Alphabet classical = Alphabet.of("ABCDEFGHIKLMNOPQRSTVXYZ"); // 23 letters
		int[] written = symbols(classical, TEXT.replace('J', 'I').replace('U', 'V').replace('W', 'V'));
		Language rewritten = this.english.over(classical);
		double before = this.english.letters().logProbability(symbols(Alphabet.LATIN26, TEXT));
		assertThat(rewritten.alphabet()).isEqualTo(classical);
		assertThat(rewritten.name()).isEqualTo("english");
		assertThat(rewritten.words().symbols()).isEqualTo(24);
		assertThat(rewritten.letters().logProbability(written)).isCloseTo(before, within(15.0));
		double sum = 0;
		for (int first = 0; first < 23; first++) {
			sum += Math.exp(rewritten.letters().logProbability(new int[] { first }));
		}
		assertThat(sum).isCloseTo(1, within(1e-6));
	}

	@Test
	void countsASymbolThatIsNoLetterAsTheRarest() {
		Language rewritten = this.english.over(Alphabet.LATIN27);
		int[] text = symbols(Alphabet.LATIN27, "THEMEETING-X");
		int[] other = symbols(Alphabet.LATIN26, "THEMEETINGZX");
		assertThat(rewritten.letters().cost(text)).isEqualTo(this.english.letters().cost(other));
		assertThat(rewritten.hasNetwork()).isTrue();
		assertThat(rewritten.logProbabilities(new int[][] { text }, false))
			.isEqualTo(this.english.logProbabilities(new int[][] { other }, false));
	}

	/** What is derived of an endless text is what the n-grams themselves would make. */
	@Test
	void knowsHowOftenMergedLettersOccur() {
		NGrams merged = this.english.over(Alphabet.of("ABCDEFGHIKLMNOPQRSTUWXYZ")).letters();
		NGrams anew = new NGrams(merged.symbols(), merged.order(), merged.costs());
		assertThat(merged.entropy()).isCloseTo(anew.entropy(), within(0.01));
		for (int letter = 0; letter < merged.symbols(); letter++) {
			assertThat(merged.shares()[letter]).isCloseTo(anew.shares()[letter], within(0.001));
		}
	}

	@Test
	void countsOneOfTwoLettersAsTheOtherInOldSpelling() {
		NGrams old = this.english.inOldSpelling().letters();
		double[] shares = old.shares();
		assertThat(DoubleStream.of(shares).sum()).isCloseTo(1, within(1e-6));
		assertThat(shares['J' - 'A']).isCloseTo(shares['I' - 'A'], within(1e-9));
		assertThat(shares['V' - 'A']).isCloseTo(shares['U' - 'A'], within(1e-9));
		assertThat(old.cost(symbols(Alphabet.LATIN26, TEXT)))
			.isEqualTo(old.cost(symbols(Alphabet.LATIN26, TEXT.replace('J', 'I').replace('V', 'U'))));
	}

}
