package dev.decipher.solve.substitution;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.TextCipher;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.language.English;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HomophonicChainTests {

	private static final String TEXT = "THELIGHTHOUSEKEEPERCOUNTEDTHESHIPSEACHEVENINGANDWROTETHEIRNAMESINALEDGERTHATNOBODY"
			+ "WOULDEVERASKHIMTOOPENBECAUSETHEHARBOURHADBEENCLOSEDFORTWENTYYEARSANDTHESHIPSWERESTILLCOMING"
			+ "HEKNEWTHEMBYTHEIRLANTERNSANDBYTHESOUNDOFTHEIRBELLSANDWHENONEOFTHEMWASLATEHEWALKEDDOWNTOTHEBEACH"
			+ "ANDWAITED";

	private static final int COLUMNS = 13;

	/** Two sections of eight rows, and a rest as it stands. */
	private static final Route ROUTE = new Route(COLUMNS, null, "steps", null, "rows", null, 2, 3, 104, "kept");

	/** Symbols for a hundred letters of a text. */
	private static final int SYMBOLS = 34;

	private static final int SHIFTED = 11;

	private final int[] plaintext = TEXT.chars().map((letter) -> letter - 'A').toArray();

	/** The text in homophones, with a row shifted to the right by one. */
	private Ciphertext ciphertext(SplittableRandom random) {
		double[] shares = English.get().letters().shares();
		int[] first = new int[shares.length + 1];
		for (int letter = 0; letter < shares.length; letter++) {
			first[letter + 1] = first[letter] + Math.max(1, (int) Math.round(shares[letter] * SYMBOLS));
		}
		int[] moved = ROUTE.over(Alphabet.LATIN26).encrypt(this.plaintext);
		int[] shifted = moved.clone();
		for (int column = 0; column < COLUMNS; column++) {
			shifted[SHIFTED * COLUMNS + (column + 1) % COLUMNS] = moved[SHIFTED * COLUMNS + column];
		}
		int[] symbols = IntStream.of(shifted)
			.map((letter) -> random.nextInt(first[letter], first[letter + 1]))
			.toArray();
		Tokens tokens = Tokens.of(IntStream.range(0, first[shares.length])
			.mapToObj((number) -> String.format(Locale.ROOT, "%02d", number))
			.toList());
		return new Ciphertext(tokens, symbols, null);
	}

	private static SimpleTransposition route(int length) {
		int[] numbers = IntStream.range(0, length).toArray();
		return new SimpleTransposition(ROUTE, ROUTE.over(Alphabet.LATIN26).decrypt(numbers), 0);
	}

	@Test
	void findsWhichRowWasShifted() {
		Ciphertext ciphertext = ciphertext(new SplittableRandom(1));
		LongAdder keys = new LongAdder();
		Search search = new Search(ciphertext, English.get(), Hints.NONE, keys::sum, 20_000_000, () -> false, 5, keys);
		new HomophonicChain(List.of(route(ciphertext.length())), search, new SplittableRandom(1)).run(0, 1);
		Candidate best = search.best().get(0);
		long wrong = IntStream.range(0, this.plaintext.length)
			.filter((i) -> best.plaintext()[i] != this.plaintext[i])
			.count();
		assertThat(wrong).isLessThanOrEqualTo(this.plaintext.length / 20);
		String text = IntStream.of(ciphertext.symbols())
			.mapToObj(ciphertext.alphabet()::symbol)
			.collect(Collectors.joining(" "));
		String read = IntStream.of(best.plaintext()).mapToObj(Alphabet.LATIN26::symbol).collect(Collectors.joining());
		assertThat(TextCipher.of(best.cipher(), null, null).decrypt(text, false)).isEqualTo(read);
	}

	@Test
	void slipsAreInRowsThatTheTranspositionMoves() {
		WrittenText written = WrittenText.of(route(TEXT.length()));
		assertThat(written.withSlip()).isNotEmpty().allSatisfy((slipped) -> {
			assertThat(slipped.places()).containsExactlyInAnyOrder(written.places())
				.endsWith(IntStream.range(208, TEXT.length()).toArray());
			assertThat(slipped.nats()).isGreaterThan(written.nats());
		});
	}

	@Test
	void theEndOfARowMayBeLeftOut() {
		Route route = new Route(4, null, "steps", null, "rows", null, 1, 2, 8, "kept");
		int[] places = route.over(Alphabet.LATIN26).decrypt(IntStream.range(0, 10).toArray());
		assertThat(places).containsExactly(0, 6, 1, 7, 2, 4, 3, 5, 8, 9);
		assertThat(WrittenText.of(new SimpleTransposition(route, places, 0)).withSlip()).extracting(WrittenText::places)
			.contains(new int[] { 0, 6, 1, 7, 4, 5, 2, 3, 8, 9 });
	}

	@Test
	void theCiphersUndoSlips() {
		WrittenText written = WrittenText.of(route(TEXT.length()));
		assertThat(written.withSlip()).isNotEmpty().allSatisfy((slipped) -> {
			List<Cipher> ciphers = slipped.ciphers();
			int[] text = this.plaintext;
			for (Cipher cipher : ciphers) {
				text = cipher.over(Alphabet.LATIN26).encrypt(text);
			}
			assertThat(slipped.undo(text)).isEqualTo(this.plaintext);
		});
	}

}
