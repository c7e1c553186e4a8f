package dev.decipher.solve.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.machine.M209Keys;
import dev.decipher.language.English;
import dev.decipher.solve.Enciphering;
import dev.decipher.solve.SquareAttackTests;
import dev.decipher.solve.search.Candidate;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Crib;
import dev.decipher.solve.search.Hints;
import dev.decipher.solve.search.Search;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class M209AttackTests {

	private static final int[] PLAINTEXT = Arrays.copyOf(SquareAttackTests.letters(Alphabet.LATIN26), 190);

	/** Mark J. Blair's key list FM. */
	private static final Cipher CIPHER = Enciphering
		.cipher("{'type':'m-209','pins':'BCEJOPSTUVXY ACDHJLMNOQRUYZ AEHJLOQRUV DFGILMNPQS CEHIJLNPS ACDFHIMN',"
				+ "'lugs':'1-0 2-0*8 0-3*7 0-4*5 0-5*2 1-5 1-6 3-4 4-5','positions':'GPDUCO'}");

	@Test
	void machineHasPinsAndLugs() {
		boolean[][] set = Arrays.stream(M209Keys.pins()).mapToObj(boolean[]::new).toArray(boolean[][]::new);
		set[0][0] = true;
		set[5][1] = true;
		int[] moved = M209Keys.machine(set, new int[] { 0, 1, 33 }, new int[] { 2, 20, 5 })
			.over(Alphabet.LATIN26)
			.encrypt(new int[3]);
		// the alphabet moves by all bars of wheel 1, then by those with a lug at wheel 6
		assertThat(moved).containsExactly(24, 4, 25);
	}

	@Test
	void findsPinsAndLugsByCribs() {
		Solved solved = solve(List.of(crib(0, 70, 0), crib(120, 12, 120)), 100_000);
		assertThat(solved.text()).isEqualTo(PLAINTEXT);
		assertThat(solved.settled()).isTrue();
	}

	@Test
	void offersNothingThatContradictsTheCrib() {
		assertThat(solve(List.of(crib(0, 20, 7)), 100).text()).isNull();
	}

	private static Crib crib(int start, int length, int position) {
		return new Crib(Arrays.copyOfRange(PLAINTEXT, start, start + length), position);
	}

	/** The best reading, if there is one, and whether the search was sure. */
	private record Solved(int[] text, boolean settled) {
	}

	private static Solved solve(List<Crib> cribs, int looks) {
		int[] ciphertext = CIPHER.over(Alphabet.LATIN26).encrypt(PLAINTEXT);
		AtomicLong clock = new AtomicLong();
		Search search = new Search(new Ciphertext(Alphabet.LATIN26, ciphertext, null), English.get(),
				new Hints(1, Integer.MAX_VALUE, cribs, Map.of(), Map.of(), null), clock::incrementAndGet, looks,
				() -> false, 5, new LongAdder());
		new M209Attack().run(Set.of("m-209"), search, new SplittableRandom(1), 0, 1);
		List<Candidate> best = search.best();
		return new Solved(best.isEmpty() ? null : best.get(0).plaintext(), search.isSettled());
	}

}
