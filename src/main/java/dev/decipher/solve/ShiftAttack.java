package dev.decipher.solve;

import java.util.Set;
import java.util.SplittableRandom;

import dev.decipher.cipher.Caesar;
import dev.decipher.language.Language;
import dev.decipher.language.NGrams;

/**
 * Tries every shift.
 */
final class ShiftAttack implements Attack {

	@Override
	public Set<String> types() {
		return Set.of("caesar");
	}

	@Override
	public void run(Set<String> types, Ciphertext ciphertext, Language language, Search search, SplittableRandom random,
			int worker, int workers) {
		int size = language.alphabet().size();
		for (int shift = worker; shift < size && !search.isOver(); shift += workers) {
			int[] plaintext = new int[ciphertext.length()];
			for (int i = 0; i < plaintext.length; i++) {
				plaintext[i] = (ciphertext.symbols()[i] + size - shift) % size;
			}
			double cost = (double) language.letters().cost(plaintext) / NGrams.UNITS;
			search.offer(new Candidate(new Caesar(shift), plaintext, -cost / plaintext.length));
		}
	}

}
