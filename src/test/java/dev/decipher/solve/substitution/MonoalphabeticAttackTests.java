package dev.decipher.solve.substitution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Keyword;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.ExhaustiveAttack;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MonoalphabeticAttackTests {

	private static final Attack FEW_KEYS = new ExhaustiveAttack(Set.of("caesar", "atbash", "affine"));

	private static final Attack BY_NGRAMS = new MonoalphabeticAttack(false);

	private static final Cipher KEYED = new Substitution(new Key.Given("QWERTYUIOPASDFGHJKLZXCVBNM"));

	private static final String SENTENCE = "THE MEETING WAS MOVED TO THURSDAY BECAUSE NOBODY COULD FIND THE KEYS TO THE "
			+ "OLD HALL AND THE NEW ONE IS STILL BEING PAINTED BY THE NEIGHBOURS AND THEIR CHILDREN";

	private final Language english = English.get();

	private static int[] letters(String text) {
		return text.replace(" ", "").chars().map((letter) -> letter - 'A').toArray();
	}

	private static boolean[] wordStarts(String text) {
		int[] letters = letters(text);
		boolean[] starts = new boolean[letters.length];
		int at = 0;
		for (String word : text.split(" ")) {
			starts[at] = true;
			at += word.length();
		}
		return starts;
	}

	private Ciphertext encipher(Cipher cipher, String text, boolean spaced) {
		return new Ciphertext(Alphabet.LATIN26, cipher.over(Alphabet.LATIN26).encrypt(letters(text)),
				spaced ? wordStarts(text) : null);
	}

	private Search search(Ciphertext ciphertext, double seconds) {
		return new Search(ciphertext, this.english, System::nanoTime, (long) (seconds * 1e9), () -> false, 5);
	}

	private List<Candidate> solve(Attack attack, Search search) {
		return solve(attack, attack.types(), search);
	}

	private List<Candidate> solve(Attack attack, Set<String> types, Search search) {
		attack.run(types, search, new SplittableRandom(1), 0, 1);
		int[] ciphertext = search.ciphertext().symbols();
		assertThat(search.best())
			.allSatisfy((candidate) -> assertThat(candidate.cipher().over(Alphabet.LATIN26).decrypt(ciphertext))
				.isEqualTo(candidate.plaintext()));
		return search.best();
	}

	static Stream<Cipher> simple() {
		return Stream.of(new Caesar(3), new Atbash(), new Affine(5, 8));
	}

	@ParameterizedTest
	@MethodSource("simple")
	void namesTheSimplestCipher(Cipher cipher) {
		for (boolean spaced : new boolean[] { false, true }) {
			Search search = search(encipher(cipher, "THE MEETING WAS MOVED", spaced), 60);
			assertThat(solve(FEW_KEYS, search).get(0).cipher()).isEqualTo(cipher);
			assertThat(search.isOver()).isTrue();
		}
	}

	@Test
	void findsAnyKey() {
		for (boolean spaced : new boolean[] { false, true }) {
			Search search = search(encipher(KEYED, SENTENCE, spaced), 60);
			Candidate best = solve(BY_NGRAMS, search).get(0);
			assertThat(best.cipher()).isInstanceOf(Substitution.class);
			assertThat(best.plaintext()).isEqualTo(letters(SENTENCE));
			assertThat(search.isOver()).isTrue();
		}
	}

	@Test
	void namesTheOnlyTypeAskedFor() {
		Candidate best = solve(BY_NGRAMS, Set.of("substitution"), search(encipher(new Caesar(3), SENTENCE, false), 60))
			.get(0);
		assertThat(best.cipher()).isInstanceOf(Substitution.class);
		assertThat(best.plaintext()).isEqualTo(letters(SENTENCE));
	}

	@Test
	void namesAKeyword() {
		Cipher keyword = new Keyword(new Key.Given("MONARCHY"), "K2", null, 5);
		Candidate best = solve(BY_NGRAMS, search(encipher(keyword, SENTENCE, false), 60)).get(0);
		assertThat(best.plaintext()).isEqualTo(letters(SENTENCE));
		assertThat(best.cipher()).isEqualTo(keyword);
	}

	@Test
	void letsTheNetworkJudge() {
		AtomicLong looks = new AtomicLong();
		// looks at the clock for two rounds of annealing and some batches for the network
		Search search = new Search(encipher(KEYED, "THE MEETING WAS MOVED", false), this.english,
				looks::incrementAndGet, 230, () -> false, 5);
		Candidate best = solve(new MonoalphabeticAttack(), search).get(0);
		double byNetwork = this.english.logProbabilities(new int[][] { best.plaintext() }, false)[0];
		double byGrams = -this.english.letters().cost(best.plaintext()) / (double) NGrams.UNITS;
		double byWords = Objects.requireNonNull(this.english.vocabulary())
			.judge(this.english.letters(), best.plaintext().length)
			.logProbability(best.plaintext());
		assertThat(best.score() * best.plaintext().length).isCloseTo(0.5 * byNetwork + 0.3 * byWords + 0.2 * byGrams,
				within(1e-3));
	}

	private List<Candidate> solve(String text, Hints hints) {
		AtomicLong looks = new AtomicLong();
		Search search = new Search(encipher(KEYED, text, false), this.english, hints, looks::incrementAndGet, 3_000,
				() -> false, 5, new LongAdder());
		return solve(BY_NGRAMS, search);
	}

	@Test
	void keepsToWhatIsKnownAndExcluded() {
		// T is enciphered Z, H is I, E is T, A is Q
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(25, 19, 8, 7), Map.of(19, List.of(4, 19)),
				null);
		assertThat(solve("THEMEETINGWASMOVED", hints)).isNotEmpty().allSatisfy((found) -> {
			assertThat(found.plaintext()[0]).isEqualTo(19);
			assertThat(found.plaintext()[1]).isEqualTo(7);
			assertThat(found.plaintext()[2]).isNotIn(4, 19);
		});
	}

	@Test
	void readsAShortTextByACrib() {
		String text = "MEETINGWASMOVEDTOTHURSDAYNIGHT";
		for (int position : new int[] { 10, Crib.ANYWHERE }) {
			Crib crib = new Crib(letters("MOVEDTOTHURSDAY"), position);
			Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(), Map.of(), null);
			assertThat(solve(text, hints).get(0).plaintext()).isEqualTo(letters(text));
		}
	}

	/** A text that is read without it isn't read later because it may stand anywhere. */
	@Test
	void readsALongTextBeforeAllPlacesOfACribAreTried() {
		String text = SENTENCE.replace(" ", "");
		Crib crib = new Crib(letters(text.substring(100, 105)), Crib.ANYWHERE);
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(crib), Map.of(), Map.of(), null);
		AtomicLong looks = new AtomicLong();
		// for fifty rounds of annealing
		Search search = new Search(encipher(KEYED, text, false), this.english, hints, looks::incrementAndGet, 5_000,
				() -> false, 5, new LongAdder());
		assertThat(solve(BY_NGRAMS, search).get(0).plaintext()).isEqualTo(letters(text));
		assertThat(search.isSettled()).isTrue();
	}

	@Test
	void goesOnFromAKey() {
		// the key but for an exchange of A and B
		Cipher start = new Substitution(new Key.Given("WQERTYUIOPASDFGHJKLZXCVBNM"));
		Hints hints = new Hints(1, Integer.MAX_VALUE, List.of(), Map.of(), Map.of(), start);
		AtomicLong looks = new AtomicLong();
		// looks at the clock for one round of annealing
		Search search = new Search(encipher(KEYED, SENTENCE, false), this.english, hints, looks::incrementAndGet, 100,
				() -> false, 5, new LongAdder());
		assertThat(solve(BY_NGRAMS, search).get(0).plaintext()).isEqualTo(letters(SENTENCE));
	}

	@Test
	void bettersTheKeyByAllOfALongText() {
		// a Z, far behind what annealing sees
		String text = (SENTENCE + " ").repeat(12) + "THE PRIZE OF A QUIZ WAS A JAR OF FROZEN PIZZA " + SENTENCE;
		assertThat(solve(BY_NGRAMS, search(encipher(KEYED, text, false), 60)).get(0).plaintext())
			.isEqualTo(letters(text));
	}

	@Test
	void putsUpWithShortTexts() {
		for (String text : List.of("A", "ABC", "AAAAAAAAAA")) {
			for (boolean spaced : new boolean[] { false, true }) {
				assertThat(solve(BY_NGRAMS, search(encipher(KEYED, text, spaced), 0.1))).isNotEmpty();
			}
		}
	}

}
