package dev.decipher.solve.transposition;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import dev.decipher.language.English;
import dev.decipher.solve.PublicCiphertext;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TranspositionPairsTests {

	private final TranspositionPairs attack = new TranspositionPairs();

	@Test
	void readsTheThirdPartOfKryptos() {
		PublicCiphertext kryptos = PublicCiphertext.named("Kryptos 3");
		Search search = search(kryptos.text());
		this.attack.run(this.attack.types(), search, new SplittableRandom(1), 0, 1);
		assertThat(English.get().alphabet().write(search.best().get(0).plaintext())).isEqualTo(kryptos.plaintext());
		assertThat(search.isOver()).isTrue();
	}

	@Test
	void findsNothingInRandomLetters() {
		String random = new SplittableRandom(1).ints(100, 'A', 'Z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		Search search = search(random);
		this.attack.run(this.attack.types(), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best()).isEmpty();
		assertThat(search.isOver()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatIsSimplerIsNoPair(boolean reversed) {
		String plaintext = PublicCiphertext.named("Kryptos 3").plaintext();
		Search search = search(reversed ? new StringBuilder(plaintext).reverse().toString() : plaintext);
		this.attack.run(this.attack.types(), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best()).extracting((found) -> English.get().alphabet().write(found.plaintext()))
			.doesNotContain(plaintext);
	}

	@Test
	void readsLettersOnly() {
		assertThat(this.attack.read("17 03 99 17 03 99", English.get())).isNull();
		assertThat(this.attack.read("A", English.get())).isNull();
	}

	private Search search(String text) {
		Ciphertext ciphertext = this.attack.read(text, English.get());
		assertThat(ciphertext).isNotNull();
		return new Search(ciphertext, English.get(), new AtomicLong()::incrementAndGet, 1_000_000, () -> false, 5);
	}

}
