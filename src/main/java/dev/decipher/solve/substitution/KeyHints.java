package dev.decipher.solve.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * What hints say of a key that gives each symbol a letter. A crib whose place is known
 * gives its symbols their letters. One that may stand anywhere is laid at each place
 * where it agrees with the repetitions of the symbols; a search tries all these, and goes
 * on with the better half of them each time. One thread's.
 */
final class KeyHints {

	/** So many places of a crib are tried to the end. */
	private static final int LEAST_PLACES = 4;

	/** Types whose keys say what a symbol stands for, wherever it is. */
	private static final Set<String> STARTS = Set.of("substitution", "keyword", "homophonic");

	private final int letters;

	/** The letter of each symbol, or −1, wherever a crib without a place stands. */
	private final int[] anyhow;

	/** Whether a symbol may stand for a letter: (symbols · letters). */
	private final boolean[] admitted;

	/**
	 * The letter of each symbol, or −1, with a crib at one of its places: (places,
	 * symbols).
	 */
	private List<int[]> places;

	/** What the text cost with a crib at each of the places. */
	private int[] costs;

	private int next;

	private final int @Nullable [] start;

	private KeyHints(int letters, boolean[] admitted, int[] anyhow, List<int[]> places, int @Nullable [] start) {
		this.letters = letters;
		this.admitted = admitted;
		this.anyhow = anyhow;
		this.places = places;
		this.costs = new int[places.size()];
		this.start = start;
	}

	/**
	 * The hints of a search.
	 * @param symbols the ciphertext's, by their numbers
	 * @param text the ciphertext in numbers of symbols
	 * @param oneToOne whether no two symbols stand for one letter
	 */
	static KeyHints of(Search search, int[] symbols, int[] text, boolean oneToOne) {
		Hints hints = search.hints();
		int letters = search.language().alphabet().size();
		boolean[] admitted = new boolean[symbols.length * letters];
		int[] known = new int[symbols.length];
		Arrays.fill(known, -1);
		for (int symbol = 0; symbol < symbols.length; symbol++) {
			int count = 0;
			for (int letter = 0; letter < letters; letter++) {
				if (hints.admits(symbols[symbol], letter)) {
					admitted[symbol * letters + letter] = true;
					known[symbol] = (count++ == 0) ? letter : -1;
				}
			}
			if (count == 0) { // nothing is left: no hint at all
				Arrays.fill(admitted, symbol * letters, (symbol + 1) * letters, true);
			}
		}
		KeyHints none = new KeyHints(letters, admitted, known, List.of(known), null);
		int[] placed = known;
		for (Crib crib : hints.cribs()) {
			if (crib.position() != Crib.ANYWHERE) {
				int[] with = none.with(crib, crib.position(), text, placed, oneToOne);
				placed = (with != null) ? with : placed;
			}
		}
		int[] start = (hints.start() != null && STARTS.contains(hints.start().type()))
				? letters(hints.start(), search, symbols) : null;
		return new KeyHints(letters, admitted, placed, none.places(hints.cribs(), text, placed, oneToOne), start);
	}

	/** The places where the longest crib without one may stand. */
	private List<int[]> places(List<Crib> cribs, int[] text, int[] known, boolean oneToOne) {
		Optional<Crib> longest = cribs.stream()
			.filter((crib) -> crib.position() == Crib.ANYWHERE)
			.max(Comparator.comparingInt(Crib::length));
		List<int[]> places = new ArrayList<>();
		for (int place = 0; longest.isPresent() && place <= text.length - longest.get().length(); place++) {
			int[] with = with(longest.get(), place, text, known, oneToOne);
			if (with != null) {
				places.add(with);
			}
		}
		return places.isEmpty() ? List.of(known) : places;
	}

	/** What is known if a crib stands at a place; null if it can't. */
	private int @Nullable [] with(Crib crib, int place, int[] text, int[] known, boolean oneToOne) {
		if (place > text.length - crib.length()) {
			return null;
		}
		int[] with = known.clone();
		for (int i = 0; i < crib.length(); i++) {
			int symbol = text[place + i];
			int letter = crib.letters()[i];
			boolean taken = oneToOne && with[symbol] < 0 && Arrays.stream(with).anyMatch((one) -> one == letter);
			if (taken || !admits(symbol, letter) || (with[symbol] >= 0 && with[symbol] != letter)) {
				return null;
			}
			with[symbol] = letter;
		}
		return with;
	}

	/** What a cipher makes of each symbol, −1 for those that it lacks. */
	private static int[] letters(Cipher cipher, Search search, int[] symbols) {
		Alphabet alphabet = Ciphertext.alphabetOf(cipher, search.language());
		Symbols read = cipher.ciphertextSymbols(alphabet);
		SymbolCipher symbolCipher = cipher.over(alphabet);
		int[] letters = new int[symbols.length];
		for (int number = 0; number < symbols.length; number++) {
			String symbol = search.ciphertext().alphabet().symbol(symbols[number]);
			int index = (read instanceof Tokens tokens) ? tokens.indexOf(symbol)
					: ((Alphabet) read).indexOf(symbol.codePointAt(0));
			letters[number] = (index < 0) ? -1
					: search.language()
						.alphabet()
						.indexOf(alphabet.codePoint(symbolCipher.decrypt(new int[] { index })[0]));
		}
		return letters;
	}

	/** Whether a symbol may stand for a letter. */
	boolean admits(int symbol, int letter) {
		return this.admitted[symbol * this.letters + letter];
	}

	/**
	 * The letters that are known for the next try.
	 * @return the letter of each symbol, −1 where that is to be found; read-only
	 */
	int[] known() {
		return this.places.get(this.next);
	}

	/** The letters that are known wherever a crib without a place stands; read-only. */
	int[] knownAnyhow() {
		return this.anyhow;
	}

	/** Whether so many places are left that a text may be read sooner without them. */
	boolean hasManyPlaces() {
		return this.places.size() > LEAST_PLACES;
	}

	/** Takes note of what the text costs with the letters known last. */
	void found(int cost) {
		this.costs[this.next++] = cost;
		if (this.next < this.costs.length) {
			return;
		}
		this.next = 0;
		int[] sorted = this.costs.clone();
		Arrays.sort(sorted);
		int most = sorted[Math.max(Math.min(LEAST_PLACES, sorted.length), sorted.length / 2) - 1];
		List<int[]> better = new ArrayList<>();
		for (int place = 0; place < this.costs.length; place++) {
			if (this.costs[place] <= most) {
				better.add(this.places.get(place));
			}
		}
		this.places = better;
		this.costs = new int[better.size()];
	}

	/**
	 * The letters of the key to go on from, −1 for symbols that it lacks; null if there
	 * is none.
	 */
	int @Nullable [] start() {
		return this.start;
	}

}
