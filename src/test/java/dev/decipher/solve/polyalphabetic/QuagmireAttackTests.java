package dev.decipher.solve.polyalphabetic;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.polyalphabetic.Quagmire1;
import dev.decipher.cipher.polyalphabetic.Quagmire2;
import dev.decipher.cipher.polyalphabetic.Quagmire3;
import dev.decipher.language.English;
import dev.decipher.solve.polyalphabetic.SlidingAlphabets.Keyed;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ciphers with keyed alphabets and a period. */
class QuagmireAttackTests {

	private static final int PASSES = 20;

	/** Of all sets of letters each worker tries a share: that of this one has KRYPTOS. */
	private static final int WORKER = 4;

	private static final int WORKERS = 16;

	private static final String PLAINTEXT = "THESHIPLEFTTHEHARBOURBEFOREDAWNANDNOBODYONTHEQUAYHEARD"
			+ "HERGOEXCEPTANOLDWATCHMANWHOLIFTEDHISLANTERNANDCALLEDAWARNINGTOTHECREW";

	/** The letters of its keyword are found first, and then their order. */
	@Test
	void readsTheSecondPartOfKryptos() {
		int[] symbols = Alphabet.LATIN26.read(Kryptos.SECOND).symbols();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, symbols, null), English.get(),
				new AtomicLong()::incrementAndGet, Long.MAX_VALUE, () -> false, 1);
		int[] letters = IntStream.range(0, 26).toArray();
		SlidingAlphabets.Text text = SlidingAlphabets.Text.periodic(Arrays.copyOf(symbols, 200), letters, 8);
		int[] set = Parameters.keyedAlphabet("key", key("KOPRSTY"), Alphabet.LATIN26);
		assertThat(new KeywordSets(text, Keyed.SAME, 8, search).best(7, WORKER, WORKERS)).contains(set);
		SlidingAlphabets alphabets = new SlidingAlphabets(text, Keyed.SAME, true, search);
		SplittableRandom random = new SplittableRandom(1);
		for (int pass = 0; pass < PASSES; pass++) {
			alphabets.passFrom(new int[][] { set, new int[8] }, 7, 1024, random);
			search.offer(search.read(QuagmireKeys.name(Keyed.SAME, alphabets.key(), Alphabet.LATIN26, letters,
					English.get().letters())));
		}
		Candidate best = search.best().get(0);
		assertThat(best.cipher()).isEqualTo(new Quagmire3(key("KRYPTOS"), key("ABSCISSA"), "K"));
		assertThat(Alphabet.LATIN26.write(best.plaintext())).startsWith(Kryptos.SECOND_BEGINS).endsWith("WESTIDBYROWS");
		assertThat(search.isConvincing(best)).isTrue();
	}

	/**
	 * A word as the keyword is found among all the language's by single letters, in
	 * columns of twelve.
	 */
	@Test
	void readsATextByAWordOfTheLanguage() {
		int[] plaintext = Alphabet.LATIN26.read(PLAINTEXT).symbols();
		for (Keyed keyed : List.of(Keyed.SAME, Keyed.PLAIN, Keyed.CIPHER)) {
			int[] symbols = enciphering(keyed).over(Alphabet.LATIN26).encrypt(plaintext);
			Search search = new Search(new Ciphertext(Alphabet.LATIN26, symbols, null), English.get(),
					new AtomicLong()::incrementAndGet, Long.MAX_VALUE, () -> false, 1);
			int[] letters = IntStream.range(0, 26).toArray();
			SlidingAlphabets alphabets = new SlidingAlphabets(SlidingAlphabets.Text.periodic(symbols, letters, 10),
					keyed, true, search);
			int[] found = KeywordList.of(English.get(), Alphabet.LATIN26, 0, 1).best(alphabets, 1, search).get(0);
			assertThat(found).isEqualTo(Parameters.keyedAlphabet("key", key("CHILDREN"), Alphabet.LATIN26));
			alphabets.passFromSlid(found, 8, 2_000, new SplittableRandom(1));
			Cipher named = QuagmireKeys.name(keyed, alphabets.key(), Alphabet.LATIN26, letters,
					English.get().letters());
			assertThat(search.read(named).plaintext()).isEqualTo(plaintext);
		}
	}

	private static Cipher enciphering(Keyed keyed) {
		Key indicator = key("ABSCISSATE");
		return switch (keyed) {
			case PLAIN -> new Quagmire1(key("CHILDREN"), indicator, null);
			case CIPHER -> new Quagmire2(key("CHILDREN"), indicator, null);
			default -> new Quagmire3(key("CHILDREN"), indicator, null);
		};
	}

	/** Found by the attack itself, and as no other word is: sure, so that it ends. */
	@Test
	void endsWhenAWordIsFound() {
		int[] plaintext = Alphabet.LATIN26.read(PLAINTEXT).symbols();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26,
				enciphering(Keyed.SAME).over(Alphabet.LATIN26).encrypt(plaintext), null), English.get(),
				new AtomicLong()::incrementAndGet, Long.MAX_VALUE, () -> false, 1);
		new QuagmireAttack().run(Set.of("quagmire-3"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.isSettled()).isTrue();
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
		assertThat(search.best().get(0).cipher()).hasFieldOrPropertyWithValue("alphabetKey", key("CHILDREN"));
	}

	@Test
	void readsTheFirstPartOfKryptosByItsKeys() {
		Cipher cipher = new Quagmire3(key("KRYPTOS"), key("PALIMPSEST"), "K");
		assertThat(Alphabet.LATIN26
			.write(cipher.over(Alphabet.LATIN26).decrypt(Alphabet.LATIN26.read(Kryptos.FIRST).symbols())))
			.isEqualTo(Kryptos.FIRST_READ);
	}

	/** Every third letter of an alphabet makes another one of the same effect. */
	@Test
	void namesTheShortestKeywordOfTheSameEffect() {
		int[] alphabet = Parameters.keyedAlphabet("key", key("KRYPTOS"), Alphabet.LATIN26);
		int[] third = new int[alphabet.length];
		Arrays.setAll(third, (place) -> alphabet[(3 * place + 5) % alphabet.length]);
		int[] shifts = { 9, 0, 17, 4, 22 };
		int[] ninth = Arrays.stream(shifts).map((shift) -> 9 * shift % alphabet.length).toArray();
		int[] letters = new int[alphabet.length];
		Arrays.setAll(letters, (letter) -> letter);
		Cipher named = QuagmireKeys.name(Keyed.SAME, new int[][] { third, ninth }, Alphabet.LATIN26, letters,
				English.get().letters());
		Cipher same = QuagmireKeys.name(Keyed.SAME, new int[][] { alphabet, shifts }, Alphabet.LATIN26, letters,
				English.get().letters());
		assertThat(named).isEqualTo(same).hasFieldOrPropertyWithValue("alphabetKey", key("KRYPTOS"));
	}

	@Test
	void aKeyCostsWhatItsKeywordCosts() {
		double keyworded = new Quagmire3(key("KRYPTOS"), key("ABSCISSA"), "K").keyNats(Alphabet.LATIN26);
		double mixed = new Quagmire3(key("QJZXKVBWPYGUMCFLDHSIRNOATE"), key("ABSCISSA"), null)
			.keyNats(Alphabet.LATIN26);
		assertThat(keyworded).isBetween(50.0, 60.0);
		assertThat(mixed).isBetween(80.0, 90.0);
		assertThat(Keywords.length(Parameters.keyedAlphabet("key", key("KRYPTOS"), Alphabet.LATIN26))).isEqualTo(7);
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
