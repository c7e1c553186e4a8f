package dev.decipher.solve.fractionating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.fractionating.MonomeDinome;
import dev.decipher.cipher.fractionating.StraddlingCheckerboard;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;
import org.jspecify.annotations.Nullable;

/**
 * Boards that write some letters as one digit and others as two: for each two digits that
 * may begin the numbers of two, the text is taken apart, and read as a simple
 * substitution in the order of how uneven the symbols are.
 *
 * @param type monome-dinome, whose two digits begin numbers only, or
 * straddling-checkerboard
 * @param judging whether the LSTM has a say
 */
public record BoardAttack(String type, boolean judging) implements Attack {

	private static final String BOXED = "monome-dinome";

	private static final int DIGITS = 10;

	/** Letters of monome-dinome's box, which lacks J and Z. */
	private static final String BOX = "ABCDEFGHIKLMNOPQRSTUVWXY";

	/** What a checkerboard has beside the letters: a stop and the shift. */
	private static final String BOARD = Alphabet.LATIN26.symbols() + "./";

	/** Share of the time that is left for each two digits. */
	private static final double SHARE = 0.1;

	public BoardAttack(String type) {
		this(type, true);
	}

	@Override
	public Set<String> types() {
		return Set.of(this.type);
	}

	/**
	 * A text taken apart.
	 *
	 * @param rows the digits that begin numbers of two, the lower first
	 * @param symbols numbers below 10, and from 10 on those of two digits: (letters)
	 */
	private record Parsed(int[] rows, int[] symbols, double coincidence) {
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.ciphertext().alphabet().size() != DIGITS || !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		List<Parsed> all = new ArrayList<>();
		for (int pair = 0; pair < DIGITS * DIGITS; pair++) {
			if (pair / DIGITS < pair % DIGITS) {
				Parsed parsed = parse(search.ciphertext().symbols(), pair / DIGITS, pair % DIGITS);
				if (parsed != null) {
					all.add(parsed);
				}
			}
		}
		double usual = Arrays.stream(search.language().letters().shares()).map((share) -> share * share).sum();
		all.sort(Comparator.comparingDouble((parsed) -> Math.abs(parsed.coincidence() - usual)));
		for (int i = worker; i < all.size() && !search.isOver(); i += workers) {
			Parsed parsed = all.get(i);
			LetterSearch.Found found = letters(parsed, search, false, random);
			if (found != null && search.isConvincing(found.candidate())) {
				if (this.judging) {
					letters(parsed, search, true, random);
				}
				search.settle();
			}
		}
	}

	private LetterSearch.@Nullable Found letters(Parsed parsed, Search search, boolean judging,
			SplittableRandom random) {
		return new LetterSearch(search, parsed.symbols()).run(judging, SHARE, random,
				(letters) -> cipher(parsed, letters));
	}

	/** Takes the text apart; null if there are more symbols than the board has. */
	private @Nullable Parsed parse(int[] digits, int one, int other) {
		boolean boxed = this.type.equals(BOXED);
		int[] symbols = new int[digits.length];
		int length = 0;
		for (int i = 0; i < digits.length; i++) {
			boolean ofTwo = digits[i] == one || digits[i] == other;
			if (ofTwo && i + 1 == digits.length) {
				return null;
			}
			boolean inRow = ofTwo && (digits[i + 1] == one || digits[i + 1] == other);
			if (inRow && boxed) {
				return null;
			}
			symbols[length++] = ofTwo ? DIGITS * ((digits[i] == one) ? 1 : 2) + digits[++i] : digits[i];
		}
		int[] text = Arrays.copyOf(symbols, length);
		int[] counts = new int[3 * DIGITS];
		Arrays.stream(text).forEach((symbol) -> counts[symbol]++);
		int distinct = (int) Arrays.stream(counts).filter((count) -> count > 0).count();
		if (distinct > (boxed ? BOX.length() : BOARD.length()) || length < 2) {
			return null;
		}
		double same = Arrays.stream(counts).mapToDouble((count) -> (double) count * (count - 1)).sum();
		return new Parsed(new int[] { one, other }, text, same / ((double) length * (length - 1)));
	}

	private @Nullable Cipher cipher(Parsed parsed, int[] letters) {
		int[] rows = parsed.rows();
		int[] top = IntStream.range(0, DIGITS).filter((digit) -> digit != rows[0] && digit != rows[1]).toArray();
		boolean boxed = this.type.equals(BOXED);
		int[] columns = boxed ? top : IntStream.range(0, DIGITS).toArray();
		int[] places = IntStream
			.concat(Arrays.stream(top),
					IntStream.range(0, 2 * columns.length)
						.map((place) -> DIGITS * (1 + place / columns.length) + columns[place % columns.length]))
			.toArray();
		String key = key(boxed ? BOX : BOARD, places, letters);
		if (key == null) {
			return null;
		}
		if (boxed) {
			String digits = IntStream.concat(Arrays.stream(rows), Arrays.stream(columns))
				.mapToObj(Integer::toString)
				.collect(Collectors.joining());
			return new MonomeDinome(new Key.Given(key), new Key.Given(digits));
		}
		return new StraddlingCheckerboard(new Key.Given(key), "" + rows[0] + rows[1], null, null, null);
	}

	/** The board's symbols by places; null if a letter has no place on it. */
	private static @Nullable String key(String board, int[] places, int[] letters) {
		StringBuilder left = new StringBuilder(board);
		char[] key = new char[places.length];
		for (int place = 0; place < places.length; place++) {
			int letter = (places[place] < letters.length) ? letters[places[place]] : -1;
			if (letter >= 0) {
				char read = Alphabet.LATIN26.symbol(letter).charAt(0);
				// the box reads J as I and Z as Y
				char shown = (board.indexOf(read) >= 0) ? read : (read == 'J') ? 'I' : 'Y';
				int at = left.indexOf(String.valueOf(shown));
				if (at < 0) {
					return null;
				}
				left.deleteCharAt(at);
				key[place] = shown;
			}
		}
		for (int place = 0; place < places.length; place++) {
			if (key[place] == 0) {
				key[place] = left.charAt(left.length() - 1);
				left.deleteCharAt(left.length() - 1);
			}
		}
		return new String(key);
	}

}
