package dev.decipher.solve;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.TextCipher;
import dev.decipher.language.English;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AttacksTests {

	/** A key as long as the text, and a pack of cards: no search finds them. */
	private static final Set<String> HOPELESS = Set.of("vernam", "solitaire");

	/** Types of which a search may have nothing to offer so early. */
	private static final Set<String> SLOW = Set.of("fractionated-morse", "monome-dinome", "morbit");

	private static final int LOOKS = 200;

	@Test
	void everyTypeHasAnAttackButThoseThatAreHopeless() {
		Set<String> types = new TreeSet<>(CipherCatalogue.examples().keySet());
		types.removeAll(HOPELESS);
		assertThat(new Attacks(Attacks.known().all()).types()).containsAll(types);
	}

	/** Types whose ciphertexts are made of other symbols than plaintexts. */
	private static Stream<String> typesOfOtherSymbols() {
		return new TreeSet<>(CipherCatalogue.examples().keySet()).stream().filter((type) -> {
			Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(type));
			return !HOPELESS.contains(type)
					&& !example.ciphertextSymbols(example.defaultAlphabet()).equals(example.defaultAlphabet());
		});
	}

	/**
	 * Whatever a search comes to, it is a key that deciphers the text as it was given.
	 */
	@ParameterizedTest
	@MethodSource("typesOfOtherSymbols")
	void keysDecipherTheTextThatTheyWereFoundFor(String type) {
		Cipher example = Objects.requireNonNull(CipherCatalogue.examples().get(type));
		String plaintext = "HARBOURATNIGHTNOBODYCAME" + Solving.PROSE.toUpperCase().replaceAll("[^A-Z]", "");
		String ciphertext = TextCipher.of(example, null, null).encrypt(plaintext);
		Attack attack = Attacks.known()
			.all()
			.stream()
			.filter((one) -> one.types().contains(type))
			.findFirst()
			.orElseThrow();
		Ciphertext read = Objects.requireNonNull(attack.read(ciphertext, English.get()));
		List<Crib> cribs = attack.needsCrib() ? List.of(crib("HARBOURATNIGHTNOBODY")) : List.of();
		Hints hints = new Hints(1, Integer.MAX_VALUE, cribs, Map.of(), Map.of(), attack.needsCrib() ? example : null);
		Search search = new Search(read, English.get(), hints, new AtomicLong()::incrementAndGet, LOOKS, () -> false, 5,
				new LongAdder());
		attack.run(Set.of(type), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().isEmpty()).isIn(false, SLOW.contains(type));
		assertThat(search.best()).allSatisfy((found) -> {
			String text = TextCipher.of(found.cipher(), null, null).decrypt(ciphertext, true);
			String letters = text.toUpperCase().replaceAll("[^A-Z]", "");
			assertThat(letters).isEqualTo(example.determinesPlaintext() ? letters(found) : letters).isNotEmpty();
		});
	}

	private static Crib crib(String word) {
		return new Crib(word.chars().map((letter) -> letter - 'A').toArray(), Crib.ANYWHERE);
	}

	private static String letters(Candidate found) {
		StringBuilder letters = new StringBuilder();
		IntStream.of(found.plaintext()).forEach((letter) -> letters.append(Alphabet.LATIN26.symbol(letter)));
		return letters.toString();
	}

}
