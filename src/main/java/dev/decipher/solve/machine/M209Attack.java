package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds pins and lugs of an M-209 by a part of the plaintext: the letters that are known
 * tell how far the alphabet was moved, and the rest of the text confirms the key. All
 * cribs with a place are used together; where none has one, the longest is tried at each
 * place in turn.
 */
public final class M209Attack implements Attack {

	/** Letters of a longer text that are enough to settle the pins. */
	private static final int ENOUGH = 400;

	/** Changes that the first pass from a random key tries; where a place is known… */
	private static final long FIRST_STEPS = 5_000_000;

	/** …and where each place gets a few. */
	private static final long FIRST_STEPS_ANYWHERE = 1_000_000;

	private static final long LANGUAGE_STEPS = 150_000;

	/** Places by which the alphabet may be moved wrongly for a letter known. */
	private static final double ALMOST = 0.35;

	@Override
	public Set<String> types() {
		return Set.of("m-209");
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
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		if (search.hints().cribs().isEmpty()
				|| !Readable.is(Objects.requireNonNull(CipherCatalogue.examples().get("m-209")), search.ciphertext(),
						search.language())) {
			return;
		}
		int[] ciphertext = search.ciphertext().symbols();
		List<int[]> known = known(search.hints().cribs(), ciphertext.length);
		int last = known.stream().mapToInt((letters) -> lastOf(letters)).max().orElse(0);
		int length = Math.min(ciphertext.length, Math.max(ENOUGH, last + 1));
		M209Annealing annealing = new M209Annealing(Arrays.copyOf(ciphertext, length), search, random);
		long steps = (known.size() == 1) ? FIRST_STEPS : FIRST_STEPS_ANYWHERE;
		for (int turn = (known.size() == 1) ? 0 : worker; !search.isOver()
				&& !known.isEmpty(); turn += (known.size() == 1) ? 1 : workers) {
			annealing.expect(known.get(turn % known.size()));
			int missed = annealing.anneal(steps << Math.min(4, turn / known.size() / 4));
			if (missed <= ALMOST * annealing.known()) {
				annealing.annealByLanguage(LANGUAGE_STEPS);
				Candidate found = search.read(annealing.machine());
				if (search.offer(found) > 0 && search.isConvincing(found)) {
					search.settle();
				}
			}
		}
	}

	private static int lastOf(int[] letters) {
		int last = letters.length - 1;
		while (last > 0 && letters[last] < 0) {
			last--;
		}
		return last;
	}

	/** What may be known of each letter of the plaintext, -1 for nothing. */
	private static List<int[]> known(List<Crib> cribs, int length) {
		int[] placed = new int[length];
		Arrays.fill(placed, -1);
		boolean any = false;
		Crib longest = cribs.get(0);
		for (Crib crib : cribs) {
			longest = (crib.length() > longest.length()) ? crib : longest;
			for (int i = 0; crib.position() != Crib.ANYWHERE && i < crib.length(); i++) {
				if (crib.position() < length - i) {
					placed[crib.position() + i] = crib.letters()[i];
					any = true;
				}
			}
		}
		if (any) {
			return List.of(placed);
		}
		List<int[]> known = new ArrayList<>();
		for (int place = 0; place + longest.length() <= length; place++) {
			int[] letters = placed.clone();
			System.arraycopy(longest.letters(), 0, letters, place, longest.length());
			known.add(letters);
		}
		return known;
	}

}
