package dev.decipher.solve.transposition;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Transpositions that move blanks and punctuation as well.
 */
class AllCharactersTests {

	private static final String TEXT = "“Well,” said the miller, “there's no harm in asking; but the road to town is "
			+ "long, and I have only one horse.” He sat down again.";

	private static Stream<Arguments> ciphers() {
		return Stream.of(arguments(new TranspositionAttack("columnar"), "{'type': 'columnar', 'key': 'ZEBRASKIN'}"),
				arguments(new TranspositionAttack("amsco"), "{'type': 'amsco', 'key': '41325'}"),
				arguments(new TranspositionSweep(), "{'type': 'rail-fence', 'rails': 5, 'offset': 2}"),
				arguments(new TranspositionSweep(), "{'type': 'reverse'}"),
				arguments(new TranspositionSweep(), "{'type': 'scytale', 'columns': 9}"));
	}

	@ParameterizedTest
	@MethodSource("ciphers")
	void readsWhatBlanksBetray(Attack attack, String json) {
		Cipher cipher = Enciphering.cipher(json);
		String ciphertext = TextCipher.of(cipher, null, CharacterRule.ALL).encrypt(TEXT);
		Search search = search(ciphertext, Hints.NONE);
		attack.run(Set.of(cipher.type()), search, new SplittableRandom(1), 0, 1);
		Cipher found = search.best().get(0).cipher();
		// with its columns begun one mark later an amsco reads as well
		String turned = "." + TEXT.substring(0, TEXT.length() - 1);
		assertThat(TextCipher.of(found, null, CharacterRule.ALL).decrypt(ciphertext, false)).isIn(TEXT, turned);
	}

	private static Search search(String ciphertext, Hints hints) {
		Alphabet alphabet = Alphabet.of(ciphertext.codePoints()
			.distinct()
			.sorted()
			.mapToObj(Character::toString)
			.collect(Collectors.joining()));
		int[] symbols = ciphertext.codePoints().map(alphabet::indexOf).toArray();
		AtomicLong clock = new AtomicLong();
		return new Search(new Ciphertext(alphabet, symbols, null), English.get(), hints, clock::incrementAndGet, 5_000,
				() -> false, 5, new LongAdder());
	}

}
