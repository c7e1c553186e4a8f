package dev.decipher.solve.fractionating;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.fractionating.Vic;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import dev.decipher.solve.substitution.LetterSearch;

/**
 * VIC messages of a correspondence whose phrase and checkerboard are known: a start has
 * them, and the date and the agent's number are tried, the start's own first. A crib
 * tells the right ones. Phrases can't be searched: the ten digits that they come to have
 * ten thousand million values, each with other transpositions.
 */
public record VicAttack() implements Attack {

	private static final int AGENTS = 16;

	private static final int DAYS = 31;

	private static final int MONTHS = 12;

	private static final int YEARS = 100;

	/** Keys between two looks at the clock. */
	private static final int STRIDE = 32;

	@Override
	public Set<String> types() {
		return Set.of("vic");
	}

	@Override
	public double power() {
		return 0.5;
	}

	@Override
	public boolean needsCrib() {
		return true;
	}

	@Override
	public Set<Hints.Kind> hints() {
		return Set.of(Hints.Kind.CRIB, Hints.Kind.START);
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (!(search.hints().start() instanceof Vic start) || search.hints().cribs().isEmpty()
				|| search.ciphertext().alphabet().size() != Alphabet.DIGITS.size()
				|| !LetterSearch.isOfLatin(search.language())) {
			return;
		}
		Alphabet alphabet = start.defaultAlphabet();
		List<String> dates = dates(start.date());
		double nats = Math.log((double) dates.size() * AGENTS);
		int keys = AGENTS - 1 + dates.size() * AGENTS;
		for (int number = worker; number < keys; number += workers) {
			if (number / workers % STRIDE == 0) {
				if (search.isOver()) {
					return;
				}
				search.tried(STRIDE);
			}
			// first all agents on the day given, then all days of the agent given
			int further = number - AGENTS;
			String date = (further < 0) ? start.date() : dates.get(further % dates.size());
			int agent = (further < 0) ? number + 1 : 1 + (start.personalNumber() - 1 + further / dates.size()) % AGENTS;
			Vic cipher = new Vic(start.board(), start.phrase(), date, agent, null, start.shift(), start.repeats(),
					start.start(), start.cut());
			int[] letters = decipher(cipher.over(alphabet), search.ciphertext().symbols(), alphabet);
			if (letters.length > 1 && hasCribs(letters, search.hints().cribs())) {
				Candidate found = new Candidate(cipher, letters, search.language().letters().score(letters), nats);
				if (search.offer(found) > 0 && search.isConvincing(found)) {
					search.settle();
				}
			}
		}
	}

	/** A letter in ten may be a copyist's. */
	private static boolean hasCribs(int[] letters, List<Crib> cribs) {
		return cribs.stream()
			.allMatch((crib) -> 10 * new Crib(crib.letters(), Crib.ANYWHERE).mismatches(letters) <= crib.length());
	}

	/** The letters of a plaintext; none if the key can't have written the text. */
	private static int[] decipher(SymbolCipher cipher, int[] digits, Alphabet alphabet) {
		try {
			return IntStream.of(cipher.decrypt(digits))
				.map((symbol) -> Alphabet.LATIN26.indexOf(alphabet.codePoint(symbol)))
				.filter((letter) -> letter >= 0)
				.toArray();
		}
		catch (IllegalArgumentException ex) {
			return new int[0];
		}
	}

	/** Dates of a century in the usual orders, of which the one given is the first. */
	private static List<String> dates(String given) {
		Set<String> dates = new LinkedHashSet<>(List.of(given));
		for (int year = 0; year < YEARS; year++) {
			for (int month = 1; month <= MONTHS; month++) {
				for (int day = 1; day <= DAYS; day++) {
					dates.add("%02d%02d%02d".formatted(day, month, year));
					dates.add("%02d%02d%02d".formatted(month, day, year));
					dates.add("%02d%02d%02d".formatted(year, month, day));
					if (day < 10 && month < 10) {
						dates.add("%d%d19%02d".formatted(day, month, year));
						dates.add("%d%d19%02d".formatted(month, day, year));
					}
				}
			}
		}
		return new ArrayList<>(dates);
	}

}
