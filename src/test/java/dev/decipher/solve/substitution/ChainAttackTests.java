package dev.decipher.solve.substitution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Chain;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.substitution.Homophones;
import dev.decipher.cipher.substitution.Homophonic;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Reverse;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.language.English;
import dev.decipher.solve.Zodiac340;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChainAttackTests {

	private static final Cipher KEYED = new Substitution(new Key.Given("QWERTYUIOPASDFGHJKLZXCVBNM"));

	private static final String TEXT = "THELIGHTHOUSEKEEPERCOUNTEDTHESHIPSEACHEVENINGANDWROTETHEIRNAMESINALEDGERTHATNOBODY"
			+ "WOULDEVERASKHIMTOOPENBECAUSETHEHARBOURHADBEENCLOSEDFORTWENTYYEARSANDTHESHIPSWERESTILLCOMING";

	private final ChainAttack attack = new ChainAttack();

	static List<Cipher> transpositions() {
		return List.of(new Reverse(null), new RailFence(4, null, null));
	}

	@ParameterizedTest
	@MethodSource("transpositions")
	void findsATranspositionBeforeASubstitution(Cipher transposition) {
		Chain chain = new Chain(List.of(transposition, KEYED));
		int[] plaintext = TEXT.chars().map((letter) -> letter - 'A').toArray();
		Ciphertext ciphertext = new Ciphertext(Alphabet.LATIN26, chain.over(Alphabet.LATIN26).encrypt(plaintext), null);
		AtomicLong looks = new AtomicLong();
		Search search = new Search(ciphertext, English.get(), looks::incrementAndGet, 1_000_000, () -> false, 5);
		this.attack.run(Set.of("chain"), search, new SplittableRandom(1), 0, 1);
		Candidate best = search.best().get(0);
		assertThat(best.plaintext()).isEqualTo(plaintext);
		assertThat(best.cipher().over(Alphabet.LATIN26).decrypt(ciphertext.symbols())).isEqualTo(plaintext);
		assertThat(search.isOver()).isTrue();
	}

	@Test
	void findsHowTheZodiacsSecondLetterWasWritten() {
		Ciphertext ciphertext = this.attack.read(Zodiac340.CIPHERTEXT, English.get());
		assertThat(ciphertext).isNotNull();
		assertThat(SimpleTransposition.likeliest(ciphertext.symbols(), () -> false).subList(0, 8))
			.extracting(SimpleTransposition::cipher)
			.contains(new Route(17, null, "steps", null, "rows", null, 1, 2, 153, "kept"));
	}

	/** Its second half has slips, which no key undoes. */
	@Test
	void readsTheZodiacsSecondLetterBehindItsTransposition() {
		Ciphertext given = this.attack.read(Zodiac340.CIPHERTEXT, English.get());
		assertThat(given).isNotNull();
		int[] places = new Route(17, null, "steps", null, "rows", null, 1, 2, 153, "kept").over(Alphabet.LATIN26)
			.decrypt(IntStream.range(0, given.length()).toArray());
		Ciphertext ciphertext = new Ciphertext(given.alphabet(),
				IntStream.of(places).map((place) -> given.symbols()[place]).toArray(), null);
		Candidate found = behindTransposition(ciphertext, 10_000, null);
		assertThat(rightInTheBeginning(found)).isGreaterThan(60);
		assertThat(rightInTheBeginning(behindTransposition(ciphertext, 20_000, found))).isGreaterThan(90);
	}

	/** One annealing, which may go on from what another one found. */
	private static Candidate behindTransposition(Ciphertext ciphertext, double steps, @Nullable Candidate found) {
		LongAdder keys = new LongAdder();
		Search search = new Search(ciphertext, English.get(), Hints.NONE, keys::sum,
				(long) (1.45 * steps * ciphertext.alphabet().size()), () -> false, 5, keys);
		HomophonicTask task = new HomophonicTask(search, new SplittableRandom(11_271));
		task.run(false, HomophonicSchedule.IN_PART.with(steps, 1),
				(found != null) ? task.key(found.plaintext()) : null);
		return search.best().get(0);
	}

	private static long rightInTheBeginning(Candidate found) {
		return IntStream.range(0, Zodiac340.BEGINNING.length())
			.filter((i) -> found.plaintext()[i] == Zodiac340.BEGINNING.charAt(i) - 'A')
			.count();
	}

	/** As a reading's cipher deciphers the text by rule, which has no blanks. */
	@Test
	void theKeyOfTheZodiacsSecondLetterDeciphersIt() {
		Cipher route = new Route(17, null, "steps", null, "rows", null, 1, 2, 153, "kept");
		int[] places = route.over(Alphabet.LATIN26).decrypt(IntStream.range(0, 153).toArray());
		Map<String, Set<String>> table = new TreeMap<>();
		for (int i = 0; i < places.length; i++) {
			table.computeIfAbsent(Zodiac340.BEGINNING.substring(i, i + 1), (letter) -> new TreeSet<>())
				.add(Zodiac340.CIPHERTEXT.substring(places[i], places[i] + 1));
		}
		Map<String, List<String>> key = new TreeMap<>();
		table.forEach((letter, symbols) -> key.put(letter, List.copyOf(symbols)));
		Cipher chain = new Chain(List.of(route, new Homophonic(new Homophones.Given(key))));
		assertThat(TextCipher.of(chain, null, null).decrypt(Zodiac340.CIPHERTEXT.substring(0, 153), false))
			.isEqualTo(Zodiac340.BEGINNING);
	}

	@Test
	void readsLettersOrSymbols() {
		assertThat(this.attack.read("Attack at dawn, they said", English.get()))
			.satisfies((text) -> assertThat(text.alphabet()).isEqualTo(Alphabet.LATIN26));
		assertThat(this.attack.read("01 17 22 36 19 01 22 36 19 01 17 22 36 19 01 22 36 19 01 22", English.get()))
			.satisfies((text) -> assertThat(text.alphabet().size()).isEqualTo(5));
	}

	@Test
	void putsUpWithShortTexts() {
		for (int length = 1; length < 6; length++) {
			int[] symbols = new SplittableRandom(1).ints(length, 0, 26).toArray();
			AtomicLong looks = new AtomicLong();
			Search search = new Search(new Ciphertext(Alphabet.LATIN26, symbols, null), English.get(),
					looks::incrementAndGet, 2_000, () -> false, 5);
			this.attack.run(Set.of("chain"), search, new SplittableRandom(1), 0, 1);
			assertThat(search.best()).allSatisfy((found) -> assertThat(found.plaintext()).hasSize(symbols.length));
		}
	}

}
