package dev.decipher.solve.substitution;

import java.util.Comparator;
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
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

class ChainAttackTests {

	private static final Cipher KEYED = new Substitution(new Key.Given("QWERTYUIOPASDFGHJKLZXCVBNM"));

	private static final String TEXT = "THELIGHTHOUSEKEEPERCOUNTEDTHESHIPSEACHEVENINGANDWROTETHEIRNAMESINALEDGERTHATNOBODY"
			+ "WOULDEVERASKHIMTOOPENBECAUSETHEHARBOURHADBEENCLOSEDFORTWENTYYEARSANDTHESHIPSWERESTILLCOMING";

	/** How the Zodiac's second letter was written, but for slips. */
	private static final Route ROUTE = new Route(17, null, "steps", null, "rows", null, 1, 2, 153, "kept");

	private static final int[] PLACES = ROUTE.over(Alphabet.LATIN26).decrypt(IntStream.range(0, 340).toArray());

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
			.contains(ROUTE);
	}

	/** Its second half has slips, which no key undoes. */
	@Test
	void readsTheZodiacsSecondLetterBehindItsTransposition() {
		assertThat(rightInTheBeginning(behindTransposition(null, 11_271))).isGreaterThan(60);
	}

	@Test
	void goesOnFromAKeyThatIsRightInPart() {
		Map<Character, Integer> key = new TreeMap<>();
		for (int i = 0; i < Zodiac340.BEGINNING.length(); i++) {
			char symbol = Zodiac340.CIPHERTEXT.charAt(PLACES[i]);
			int wrong = (symbol % 4 == 0) ? 7 : 0;
			key.put(symbol, (Zodiac340.BEGINNING.charAt(i) - 'A' + wrong) % 26);
		}
		int[] reading = IntStream.of(PLACES).map((place) -> key.get(Zodiac340.CIPHERTEXT.charAt(place))).toArray();
		assertThat(IntStream.rangeClosed(1, 3)
			.mapToObj((seed) -> behindTransposition(reading, seed))
			.max(Comparator.comparingDouble(Candidate::worth))).get()
			.extracting(ChainAttackTests::rightInTheBeginning, LONG)
			.isGreaterThan(100);
	}

	/** One annealing, which may go on from a reading. */
	private Candidate behindTransposition(int @Nullable [] reading, long seed) {
		Ciphertext given = this.attack.read(Zodiac340.CIPHERTEXT, English.get());
		assertThat(given).isNotNull();
		Ciphertext ciphertext = new Ciphertext(given.alphabet(),
				IntStream.of(PLACES).map((place) -> given.symbols()[place]).toArray(), null);
		LongAdder keys = new LongAdder();
		Search search = new Search(ciphertext, English.get(), Hints.NONE, keys::sum,
				14_500L * ciphertext.alphabet().size(), () -> false, 5, keys);
		HomophonicTask task = new HomophonicTask(search, new SplittableRandom(seed));
		task.run(false, HomophonicSchedule.IN_PART.with(10_000, 1), (reading != null) ? task.key(reading) : null);
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
		Map<String, Set<String>> table = new TreeMap<>();
		for (int i = 0; i < Zodiac340.BEGINNING.length(); i++) {
			table.computeIfAbsent(Zodiac340.BEGINNING.substring(i, i + 1), (letter) -> new TreeSet<>())
				.add(Zodiac340.CIPHERTEXT.substring(PLACES[i], PLACES[i] + 1));
		}
		Map<String, List<String>> key = new TreeMap<>();
		table.forEach((letter, symbols) -> key.put(letter, List.copyOf(symbols)));
		Cipher chain = new Chain(List.of(ROUTE, new Homophonic(new Homophones.Given(key))));
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
