package dev.decipher.solve.substitution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SyllabaryAttackTests {

	private static final String PROSE = "thelighthousekeepercountedtheshipseacheveningandwrotetheirnamesinaledgerthat"
			+ "nobodywouldeveraskhimtoopenbecausetheharbourhadbeenclosedfortwentyyearsandthelastofthecaptainswhoknew"
			+ "thewayinhadgonetolivewithhissister";

	/** The key's syllables are known. */
	@Test
	void findsRowsAndColumns() {
		String cipher = "{'type': 'syllabary', 'key': 'SE C RE T', 'rows': '7854320196', 'columns': '8905673214'}";
		String ciphertext = TextCipher.of(Enciphering.cipher(cipher), null, null).encrypt(PROSE);
		SyllabaryAttack attack = new SyllabaryAttack();
		Ciphertext read = Objects.requireNonNull(attack.read(ciphertext, English.get()));
		AtomicLong clock = new AtomicLong();
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(),
				Enciphering.cipher("{'type': 'syllabary', 'key': 'SE C RE T'}"));
		Search search = new Search(read, English.get(), hints, clock::incrementAndGet, 30_000, () -> false, 5,
				new LongAdder());
		attack.run(attack.types(), search, new SplittableRandom(1), 0, 1);
		Candidate best = search.best().get(0);
		Cipher found = best.cipher();
		assertThat(TextCipher.of(found, null, null).decrypt(ciphertext, true)).isEqualTo(PROSE.toUpperCase());
		assertThat(search.isSettled()).isTrue();
	}

}
