package dev.decipher.solve.transposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.decipher.cipher.Chain;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.transposition.RailFence;
import dev.decipher.cipher.transposition.Reverse;
import dev.decipher.cipher.transposition.Route;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Readings;
import dev.decipher.solve.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Tries all pairs of two simple transpositions, one after the other: reversal, rail
 * fences, and rows or columns of a grid, in either direction or in turns, from each of
 * its corners. So the third part of Kryptos was written: a sheet is turned twice.
 */
public record TranspositionPairs() implements Attack {

	private static final int MOST_RAILS = 20;

	private static final int MOST_COLUMNS = 60;

	/** Letters from which on the language betrays the right one of all pairs. */
	private static final int ENOUGH_LETTERS = 30;

	/** A text is given up by its first letters: so many, and then so many more. */
	private static final int[] LOOKS = { 24, 60 };

	private static final String[] WAYS = { "rows", "alternating-rows", "columns", "alternating-columns" };

	private static final String[] CORNERS = { "top-left", "top-right", "bottom-left", "bottom-right" };

	@Override
	public Set<String> types() {
		return Set.of("chain");
	}

	@Override
	public boolean isQuick() {
		return true;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB);
	}

	@Override
	public @Nullable Ciphertext read(String text, Language language) {
		return Readings.lettersAlone(text, language.alphabet());
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		MovedText moved = MovedText.of(search);
		if (moved == null || moved.length() < ENOUGH_LETTERS) {
			return;
		}
		List<Moves> all = all(moved);
		Set<Integer> orders = orders(all, moved.length());
		int[] inner = new int[moved.length()];
		int[] text = new int[moved.length()];
		long best = Long.MAX_VALUE;
		for (int last = worker; last < all.size() && !search.isOver(); last += workers) {
			for (int i = 0; i < inner.length; i++) {
				inner[i] = moved.symbols()[all.get(last).places[i]];
			}
			for (Moves first : all) {
				if (!isPromising(moved, first, inner, text) || !orders.add(order(first, all.get(last)))) {
					continue;
				}
				int cost = moved.cost(text);
				if (cost < best) {
					best = cost;
					search.offer(moved.read(new Chain(List.of(first.cipher, all.get(last).cipher))));
				}
			}
			search.tried(all.size());
		}
		List<Candidate> found = search.best();
		if (!found.isEmpty() && search.isConvincing(found.get(0))) {
			search.settle();
		}
	}

	/** The orders of a text that take no pair: as it is, and one transposition's. */
	private static Set<Integer> orders(List<Moves> all, int length) {
		return Stream.concat(Stream.of(IntStream.range(0, length).toArray()), all.stream().map(Moves::places))
			.map(Arrays::hashCode)
			.collect(Collectors.toCollection(HashSet::new));
	}

	/** The order that two transpositions make together. */
	private static int order(Moves first, Moves last) {
		return Arrays.hashCode(IntStream.of(first.places).map((place) -> last.places[place]).toArray());
	}

	/**
	 * Undoes the first transposition as far as the text reads like the language.
	 * @param inner the ciphertext without the last transposition: (length)
	 * @param text gets the plaintext: (length)
	 * @return whether all of it does
	 */
	private static boolean isPromising(MovedText moved, Moves first, int[] inner, int[] text) {
		NGrams grams = moved.grams();
		int length = text.length;
		byte[] costs = grams.costs();
		int base = grams.symbols();
		int order = grams.order();
		int beyond = costs.length;
		int gram = 0;
		int cost = 0;
		int look = 0;
		for (int i = 0; i < length; i++) {
			int symbol = inner[first.places[i]];
			text[i] = symbol;
			gram = gram * base + symbol - ((i >= order) ? text[i - order] * beyond : 0);
			if (i >= order - 1) {
				cost += costs[gram] & 0xff;
			}
			if (look < LOOKS.length && i + 1 == Math.min(LOOKS[look], length)) {
				if (!grams.isPlausible(cost, i + 2 - order)) {
					return false;
				}
				look++;
			}
		}
		return grams.isPlausible(cost, length + 1 - order);
	}

	/** All simple transpositions of this length that differ. */
	private static List<Moves> all(MovedText moved) {
		int length = moved.length();
		List<Cipher> ciphers = new ArrayList<>(List.of(new Reverse(null)));
		for (int rails = 2; rails <= Math.min(MOST_RAILS, length / 2); rails++) {
			ciphers.add(new RailFence(rails, null, null));
		}
		for (int columns = 2; columns <= Math.min(MOST_COLUMNS, length / 2); columns++) {
			for (String way : WAYS) {
				for (String corner : CORNERS) {
					ciphers.add(new Route(columns, null, "rows", null, way, corner, null, null, null, null));
				}
			}
		}
		int[] numbers = IntStream.range(0, length).toArray();
		Set<Integer> orders = new HashSet<>(Set.of(Arrays.hashCode(numbers)));
		List<Moves> all = new ArrayList<>();
		for (Cipher cipher : ciphers) {
			int[] places = cipher.over(moved.keyAlphabet()).decrypt(numbers);
			if (orders.add(Arrays.hashCode(places))) {
				all.add(new Moves(cipher, places));
			}
		}
		return all;
	}

	/**
	 * A transposition.
	 *
	 * @param places the place in the ciphertext of each symbol of the plaintext: (length)
	 */
	private record Moves(Cipher cipher, int[] places) {
	}

}
