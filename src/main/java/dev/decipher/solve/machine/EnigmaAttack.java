package dev.decipher.solve.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.machine.EnigmaScrambler;
import dev.decipher.language.Language;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.search.Search;

/**
 * Finds the whole key of an Enigma I with few plugs: James J. Gillogly, Ciphertext-only
 * cryptanalysis of Enigma, Cryptologia 19, 1995. First, without plugs, every order of the
 * rotors at every start is given a mark for its text's index of coincidence, for all
 * moments at which the middle rotor may step (where Gillogly looked for the rings
 * afterwards) and then for all at which the left one may. For the best of them plugs are
 * found by climbing: as long as one makes the text likelier. Reflectors B and C.
 */
public final class EnigmaAttack implements Attack {

	/** A shorter text fits too many keys. */
	private static final int SHORTEST = 100;

	private static final List<String> ROTORS = List.of("I", "II", "III", "IV", "V");

	private static final List<String> REFLECTORS = List.of("B", "C");

	@Override
	public Set<String> types() {
		return Set.of("enigma");
	}

	@Override
	public double power() {
		return 0.2;
	}

	@Override
	public void run(Set<String> types, Search search, SplittableRandom random, int worker, int workers) {
		Ciphertext ciphertext = search.ciphertext();
		Language language = search.language();
		if (!Readable.is(Objects.requireNonNull(CipherCatalogue.examples().get("enigma")), ciphertext, language)
				|| ciphertext.length() < SHORTEST) {
			return;
		}
		List<List<String>> orders = orders();
		EnigmaClimb climb = new EnigmaClimb(ciphertext.symbols(), language.letters(), search);
		for (boolean leftSteps : new boolean[] { false, true }) {
			for (String reflector : REFLECTORS) {
				EnigmaSweep sweep = new EnigmaSweep(ciphertext.symbols(), leftSteps, search);
				for (int order = worker; order < orders.size() && !search.isOver(); order += workers) {
					sweep.run(order, EnigmaScrambler.table(orders.get(order), reflector));
				}
				climb.run(sweep.best(), orders, reflector);
			}
		}
	}

	private static List<List<String>> orders() {
		List<List<String>> orders = new ArrayList<>();
		for (String left : ROTORS) {
			for (String middle : ROTORS) {
				for (String right : ROTORS) {
					if (!left.equals(middle) && !left.equals(right) && !middle.equals(right)) {
						orders.add(List.of(left, middle, right));
					}
				}
			}
		}
		return orders;
	}

}
