package dev.decipher.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.fractionating.Bifid;
import dev.decipher.cipher.fractionating.Trifid;
import dev.decipher.cipher.polygraphic.FourSquare;
import dev.decipher.cipher.polygraphic.Hill;
import dev.decipher.cipher.polygraphic.Playfair;
import dev.decipher.language.English;
import dev.decipher.language.Language;
import dev.decipher.solve.machine.EnigmaAttack;
import dev.decipher.solve.polygraphic.HillAttack;
import dev.decipher.solve.search.AnnealingAttack;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The attacks on ciphers of digraphs and on bifid, with passages that the language model
 * never saw.
 */
public class SquareAttackTests {

	static final String PASSAGE = """
			In the morning the ferry was late again, and the people on the pier had begun to talk with one another
			about the weather, the price of bread and the new teacher, who was said to have come from the mountains
			with two suitcases full of books and a small grey dog.""";

	/** As many looks at the clock as some seconds have. */
	private static final int LOOKS = 20_000;

	@ParameterizedTest
	@MethodSource
	void findsTextAndKey(Attack attack, Cipher cipher) {
		Alphabet alphabet = cipher.defaultAlphabet();
		SymbolCipher keyed = cipher.over(alphabet);
		int[] plaintext = keyed.prepare(letters(alphabet));
		int[] ciphertext = keyed.encrypt(plaintext);
		Search search = solve(attack, inLatin26(ciphertext, alphabet));
		assertThat(search.best()).isNotEmpty();
		Candidate best = search.best().get(0);
		assertThat(text(best.plaintext(), Alphabet.LATIN26)).isEqualTo(text(plaintext, alphabet));
		assertThat(best.cipher().over(alphabet).decrypt(ciphertext)).isEqualTo(plaintext);
		assertThat(best.score()).isGreaterThan(-2.6);
	}

	static Stream<Arguments> findsTextAndKey() {
		return Stream.of(
				Arguments.of(new AnnealingAttack("playfair"),
						new Playfair(key("MONARCHY"), null, null, null, null, null)),
				Arguments.of(new AnnealingAttack("four-square"),
						new FourSquare(key("ZEPHYR"), key("BUCKLING"), null, null)),
				Arguments.of(new AnnealingAttack("bifid"), new Bifid(key("QUARTZSPHINX"), 7, null)),
				Arguments.of(new AnnealingAttack("bifid"), new Bifid(key("QUARTZSPHINX"), 500, null)),
				Arguments.of(new HillAttack(), new Hill(key("HILL"))));
	}

	/** The ciphertext has the full stop of the cube among its symbols. */
	@Test
	void findsACubeInItsOwnAlphabet() {
		Trifid cipher = new Trifid(key("QUARTZSPHINX"), 5);
		Alphabet alphabet = cipher.defaultAlphabet();
		int[] plaintext = (PASSAGE + Solving.PROSE).toUpperCase()
			.chars()
			.filter(Character::isLetter)
			.map(alphabet::indexOf)
			.toArray();
		int[] ciphertext = cipher.over(alphabet).encrypt(plaintext);
		assertThat(ciphertext).contains(alphabet.indexOf('.'));
		Search search = new Search(new Ciphertext(alphabet, ciphertext, null), English.get(),
				new Hints(5, 5, List.of(), Map.of(), Map.of(), null), new AtomicLong()::incrementAndGet, LOOKS,
				() -> false, 5, new LongAdder());
		new AnnealingAttack("trifid").run(Set.of("trifid"), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best().get(0).plaintext()).isEqualTo(plaintext);
	}

	/**
	 * David Kahn, The Codebreakers, 1967: pairs of one letter, and a letter left over.
	 */
	@Test
	void readsTheCoastwatcher() {
		String text = "XELWAOHWUWYZMWIHOMNEOBTFWMSSPIAJLUOEAONGOOFCMFEXTTCWCFZYIPTFEOBHMWEMOCSAWCZSNYNWMGXELHEZCU"
				+ "FNZYLNSBTBDANFKOPEWMSSHBKGCWFVEKMUE";
		int[] crib = "SURVIVORS".chars().map((letter) -> letter - 'A').toArray();
		Search search = search(text.chars().map((letter) -> letter - 'A').toArray(),
				new Hints(1, 100, List.of(new Crib(crib, 6)), Map.of(), Map.of(), null), LOOKS);
		Candidate best = search.best().get(0);
		String plaintext = "ELEVENSURVIVORSPTBOATONGROSSISXHAVESENTFOODANDLETTERADVISINGSENIORCOMEHERE"
				+ "WITHOUTDELAYXWARNAVIATIONOFCANOESCROSSINGFERGUSONRE";
		assertThat(text(best.plaintext(), Alphabet.LATIN26)).isEqualTo(plaintext);
		assertThat(TextCipher.of(best.cipher(), null, null).decrypt(text, false)).isEqualTo(plaintext);
	}

	/** A key in which letters have changed places is bettered without a search. */
	@Test
	void goesOnFromAKeyThatIsNearlyRight() {
		Playfair cipher = new Playfair(key("MONARCHY"), null, null, null, null, null);
		Playfair nearly = new Playfair(key("MONARCHYBDEFGKILPQSTUVZXW"), null, null, null, null, null);
		int[] plaintext = Arrays.copyOf(cipher.over(Alphabet.LATIN25).prepare(letters(Alphabet.LATIN25)), 100);
		int[] ciphertext = inLatin26(cipher.over(Alphabet.LATIN25).encrypt(plaintext), Alphabet.LATIN25);
		Search search = search(ciphertext, new Hints(1, 100, List.of(), Map.of(), Map.of(), nearly), LOOKS / 30);
		assertThat(text(search.best().get(0).plaintext(), Alphabet.LATIN26))
			.isEqualTo(text(plaintext, Alphabet.LATIN25));
	}

	@Test
	void findsASquareBySixtyLetters() {
		Playfair cipher = new Playfair(key("MONARCHY"), null, null, null, null, null);
		int[] passage = letters(Alphabet.LATIN25);
		int[] plaintext = cipher.over(Alphabet.LATIN25).prepare(Arrays.copyOfRange(passage, 42, passage.length));
		plaintext = Arrays.copyOf(plaintext, 60);
		int[] ciphertext = inLatin26(cipher.over(Alphabet.LATIN25).encrypt(plaintext), Alphabet.LATIN25);
		Search search = search(ciphertext, Hints.NONE, LOOKS);
		assertThat(text(search.best().get(0).plaintext(), Alphabet.LATIN26))
			.isEqualTo(text(plaintext, Alphabet.LATIN25));
	}

	@Test
	void looksOnlyForPeriodsThatMayBe() {
		Bifid cipher = new Bifid(key("QUARTZSPHINX"), 7, null);
		int[] ciphertext = inLatin26(cipher.over(Alphabet.LATIN25).encrypt(letters(Alphabet.LATIN25)),
				Alphabet.LATIN25);
		AnnealingAttack attack = new AnnealingAttack("bifid");
		assertThat(attack.hints()).contains(Hints.Kind.KEY_LENGTH);
		assertThat(new AnnealingAttack("playfair").hints()).doesNotContain(Hints.Kind.KEY_LENGTH);
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(),
				new Hints(20, 30, List.of(), Map.of(), Map.of(), null), new AtomicLong()::incrementAndGet, LOOKS,
				() -> false, 5, new LongAdder());
		attack.run(attack.types(), search, new SplittableRandom(1), 0, 1);
		assertThat(search.best()).isEmpty();
	}

	/** I stands for J in the plaintext, and the crib is found with it. */
	@Test
	void findsAShorterTextByACrib() {
		Playfair cipher = new Playfair(key("MONARCHY"), null, null, null, null, null);
		int[] plaintext = "IOHNSONSAYSTHATALMOSTNOBODYCAMETOTHEMARKETINTHERAIN".chars()
			.map(Alphabet.LATIN25::indexOf)
			.limit(50)
			.toArray();
		int[] ciphertext = inLatin26(cipher.over(Alphabet.LATIN25).encrypt(plaintext), Alphabet.LATIN25);
		int[] crib = "JOHNSONSAYSTHATALMOST".chars().map((letter) -> letter - 'A').toArray();
		Search search = search(ciphertext, new Hints(1, 100, List.of(new Crib(crib, 0)), Map.of(), Map.of(), null),
				LOOKS / 10);
		assertThat(text(search.best().get(0).plaintext(), Alphabet.LATIN26)).startsWith("IOHNSONSAYSTHATALMOST");
	}

	private static Search search(int[] ciphertext, Hints hints, int looks) {
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(), hints,
				new AtomicLong()::incrementAndGet, looks, () -> false, 5, new LongAdder());
		new AnnealingAttack("playfair").run(Set.of("playfair"), search, new SplittableRandom(1), 0, 1);
		return search;
	}

	@Test
	void findsNothingWhereNoPairsAre() {
		int[] odd = Arrays.copyOf(letters(Alphabet.LATIN26), 61);
		assertThat(solve(new AnnealingAttack("four-square"), odd).best()).isEmpty();
		assertThat(solve(new HillAttack(), odd).best()).isEmpty();
	}

	@Test
	void stopsWhenTheSearchIsOver() {
		int[] text = Arrays.copyOf(letters(Alphabet.LATIN26), 60);
		for (Attack attack : List.of(new AnnealingAttack("playfair"), new AnnealingAttack("bifid"), new HillAttack())) {
			assertThat(solve(attack, text, System::nanoTime, 0, () -> true).best()).isEmpty();
		}
		assertThat(solve(new EnigmaAttack(), letters(Alphabet.LATIN26), System::nanoTime, 0, () -> true).best())
			.isEmpty();
	}

	private static Search solve(Attack attack, int[] ciphertext) {
		return solve(attack, ciphertext, new AtomicLong()::incrementAndGet, LOOKS, () -> false);
	}

	private static Search solve(Attack attack, int[] ciphertext, LongSupplier clock, long nanos,
			BooleanSupplier cancelled) {
		Language language = English.get();
		Search search = new Search(new Ciphertext(language.alphabet(), ciphertext, null), language, clock, nanos,
				cancelled, 5);
		attack.run(attack.types(), search, new SplittableRandom(1), 0, 1);
		return search;
	}

	public static int[] letters(Alphabet alphabet) {
		return PASSAGE.codePoints().map(alphabet::indexOf).filter((letter) -> letter >= 0).toArray();
	}

	private static int[] inLatin26(int[] text, Alphabet alphabet) {
		return Arrays.stream(text).map((letter) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(letter))).toArray();
	}

	private static String text(int[] letters, Alphabet alphabet) {
		StringBuilder text = new StringBuilder();
		for (int letter : letters) {
			text.append(alphabet.symbol(letter));
		}
		return text.toString();
	}

	private static Key key(String text) {
		return new Key.Given(text);
	}

}
