package dev.decipher.solve.polygraphic;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polygraphic.Bazeries;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.Solving;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BazeriesAttackTests {

	@Test
	void findsTheNumber() {
		Bazeries cipher = new Bazeries(3752, null, null);
		Enciphering text = Enciphering.of(cipher, Solving.prose(100), new SplittableRandom(1));
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, text.ciphertext(), null), English.get(),
				new AtomicLong()::incrementAndGet, 1_000, () -> false, 5);
		new BazeriesAttack().run(Set.of("bazeries"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).cipher()).isEqualTo(cipher);
		assertThat(search.best().get(0).plaintext()).isEqualTo(text.plaintext());
	}

}
