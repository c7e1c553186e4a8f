package dev.decipher.language;

import dev.decipher.alphabet.Alphabet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts that have a language's own letters as symbols. */
class OwnLettersTests {

	private static double bits(NGrams grams, Alphabet alphabet, String text) {
		int[] symbols = text.chars().map(alphabet::indexOf).toArray();
		return -grams.logProbability(symbols) / symbols.length / Math.log(2);
	}

	@ParameterizedTest
	@CsvSource({ "german, 30, WIRMÜSSENMORGENFRÜHÜBERDIEHÄUSERHINAUSINSGRÜNE",
			"spanish, 27, LANIÑADELOSOJOSNEGROSSOÑABACONLASMONTAÑASDELSUR",
			"swedish, 29, PÅMORGONENVARDETSÅMÖRKTATTVIINTESÅGSTÄLLETLÄNGRE",
			"polish, 35, ŻEBYŚMYMOGLISIĘSPOTKAĆTRZEBABYŁOPRZEJŚĆPRZEZRZEKĘ",
			"czech, 41, VEČERJSMESEDĚLIUSTOLUAMLUVILIOTOMCOSEDNESSTALO",
			"french, 40, LÉTÉDERNIERNOUSÉTIONSÀLACAMPAGNEAVECMONPÈRE",
			"portuguese, 38, NÃOHAVIANINGUÉMNARUAEANOITEJÁIAALTA", "italian, 32, PERCHÉNONCÈPIÙNESSUNOINQUESTACITTÀ" })
	void areKnown(String name, int letters, String text) {
		Language language = Languages.builtIn(name);
		Language own = language.over(language.ownAlphabet());
		assertThat(own.alphabet().size()).isEqualTo(letters);
		assertThat(own.name()).isEqualTo(name);
		assertThat(own.hasNetwork()).isFalse();
		assertThat(own.words().symbols()).isEqualTo(letters + 1);
		assertThat(bits(own.letters(), own.alphabet(), text)).isLessThan(3.5);
		assertThat(own.over(Alphabet.LATIN26).letters()).isSameAs(language.letters());
	}

	@Test
	void thoseThatAnAlphabetLacksAreWrittenWithoutAccents() {
		Language german = Languages.builtIn("german");
		Alphabet some = Alphabet.of("abcdefghijklmnopqrstuvwxyzäöü");
		Language rewritten = german.over(some);
		assertThat(rewritten.letters().symbols()).isEqualTo(29);
		assertThat(bits(rewritten.letters(), some, "diegrössteüberraschungwargewissnichtdieverspätung")).isLessThan(3);
	}

	@Test
	void thereAreNoneInEnglishAndLatin() {
		assertThat(English.get().ownAlphabet()).isEqualTo(Alphabet.LATIN26);
		Language latin = Languages.builtIn("latin");
		assertThat(latin.ownAlphabet()).isEqualTo(Alphabet.LATIN26);
		// whoever writes Ä in such a language means A
		Language rewritten = English.get().over(Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZÄ"));
		assertThat(rewritten.letters().cost(new int[] { 19, 7, 26, 13, 10 }))
			.isEqualTo(English.get().letters().cost(new int[] { 19, 7, 0, 13, 10 }));
	}

	@Test
	void oldSpellingTakesOneLetterForAnother() {
		Language latin = Languages.builtIn("latin").inOldSpelling();
		assertThat(latin.alphabet()).isEqualTo(Alphabet.LATIN26);
		assertThat(latin.hasNetwork()).isFalse();
		double modern = bits(latin.letters(), Alphabet.LATIN26, "IUSTITIAESTUIRTUSQUAESUUMCUIQUETRIBUIT");
		assertThat(modern).isLessThan(3.2)
			.isEqualTo(bits(latin.letters(), Alphabet.LATIN26, "JVSTITIAESTVIRTVSQVAESVVMCVIQVETRIBVIT"));
	}

}
