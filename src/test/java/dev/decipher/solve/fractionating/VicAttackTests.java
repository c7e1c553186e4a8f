package dev.decipher.solve.fractionating;

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
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VicAttackTests {

	private static final String PROSE = "the lighthouse keeper counted the ships each evening and wrote their names in a "
			+ "ledger that nobody would ever ask him to open";

	private static final String JSON = "{'type': 'vic', 'board': 'AT ONE SIR', 'phrase': 'I dream of Jeannie with the "
			+ "light brown hair', 'date': '%s', 'personalNumber': %d}";

	private static final Crib CRIB = new Crib("KEEPERCOUNTEDTHESHIPS".chars().map((letter) -> letter - 'A').toArray(),
			Crib.ANYWHERE);

	private static Search search(String ciphertext, @Nullable Cipher start) {
		VicAttack attack = new VicAttack();
		Ciphertext read = Objects.requireNonNull(attack.read(ciphertext, English.get()));
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(CRIB), Map.of(), Map.of(), start);
		Search search = new Search(read, English.get(), hints, new AtomicLong()::incrementAndGet, 2_000, () -> false, 5,
				new LongAdder());
		attack.run(attack.types(), search, new SplittableRandom(1), 0, 1);
		return search;
	}

	@ParameterizedTest
	@CsvSource({ "741776, 8, 741776, 3", "120103, 8, 741776, 8" })
	void findsTheAgentOrTheDay(String date, int agent, String supposedDate, int supposedAgent) {
		String ciphertext = TextCipher.of(Enciphering.cipher(JSON.formatted(date, agent)), null, null).encrypt(PROSE);
		Search search = search(ciphertext, Enciphering.cipher(JSON.formatted(supposedDate, supposedAgent)));
		assertThat(search.isSettled()).isTrue();
		Cipher found = search.best().get(0).cipher();
		assertThat(TextCipher.of(found, null, null).decrypt(ciphertext, true))
			.startsWith("THELIGHTHOUSEKEEPERCOUNTEDTHESHIPS");
	}

	@Test
	void findsNothingWithoutThePhrase() {
		String ciphertext = TextCipher.of(Enciphering.cipher(JSON.formatted("741776", 8)), null, null).encrypt(PROSE);
		assertThat(search(ciphertext, null).best()).isEmpty();
	}

}
