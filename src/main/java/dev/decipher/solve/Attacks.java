package dev.decipher.solve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.polygraphic.DigraphicCipher;
import dev.decipher.solve.fractionating.AdfgvxAttack;
import dev.decipher.solve.fractionating.BoardAttack;
import dev.decipher.solve.fractionating.FractionatedMorseAttack;
import dev.decipher.solve.fractionating.MorseKeyAttack;
import dev.decipher.solve.fractionating.NihilistAttack;
import dev.decipher.solve.fractionating.PolybiusColumnarAttack;
import dev.decipher.solve.fractionating.VicAttack;
import dev.decipher.solve.machine.CylinderAttack;
import dev.decipher.solve.machine.EnigmaAttack;
import dev.decipher.solve.machine.M209Attack;
import dev.decipher.solve.polyalphabetic.PolyalphabeticAttacks;
import dev.decipher.solve.polygraphic.BazeriesAttack;
import dev.decipher.solve.polygraphic.HillAttack;
import dev.decipher.solve.search.AnnealingAttack;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.ExhaustiveAttack;
import dev.decipher.solve.search.Readable;
import dev.decipher.solve.substitution.ChainAttack;
import dev.decipher.solve.substitution.CheckerboardAttack;
import dev.decipher.solve.substitution.CodeAttack;
import dev.decipher.solve.substitution.GrandpreAttack;
import dev.decipher.solve.substitution.HomophonicAttack;
import dev.decipher.solve.substitution.KeyPhraseAttack;
import dev.decipher.solve.substitution.MonoalphabeticAttack;
import dev.decipher.solve.substitution.NomenclatorAttack;
import dev.decipher.solve.substitution.NumberedKeyAttack;
import dev.decipher.solve.substitution.PolybiusAttack;
import dev.decipher.solve.substitution.SyllabaryAttack;
import dev.decipher.solve.substitution.TridigitalAttack;
import dev.decipher.solve.transposition.DoubleColumnarAttack;
import dev.decipher.solve.transposition.TranspositionAttack;
import dev.decipher.solve.transposition.TranspositionPairs;
import dev.decipher.solve.transposition.TranspositionSweep;

/**
 * All searches that there are.
 *
 * @param all in the order in which they are tried where nothing speaks for another
 */
record Attacks(List<Attack> all) {

	/**
	 * A length at which every type has its key spaces, in symbols: also those with whole
	 * squares or columns of 25.
	 */
	private static final int USUAL_LENGTH = 3600;

	/**
	 * Those of the service: of ciphers for which the general attacks are too weak their
	 * own, else the general ones.
	 */
	static Attacks known() {
		List<Attack> all = new ArrayList<>();
		all.add(new MonoalphabeticAttack());
		all.add(new HomophonicAttack());
		all.add(new ChainAttack());
		all.add(new PolybiusAttack());
		all.addAll(PolyalphabeticAttacks.all());
		all.addAll(TranspositionAttack.all());
		all.add(new DoubleColumnarAttack());
		all.add(new HillAttack());
		all.add(new BazeriesAttack());
		all.add(new EnigmaAttack());
		all.add(new CylinderAttack());
		all.add(0, new TranspositionSweep());
		all.add(new TranspositionPairs());
		all.add(new M209Attack());
		all.add(new AdfgvxAttack());
		all.add(new PolybiusColumnarAttack());
		all.add(new MorseKeyAttack("morbit"));
		all.add(new MorseKeyAttack("pollux"));
		all.add(new FractionatedMorseAttack());
		all.add(new BoardAttack("monome-dinome"));
		all.add(new BoardAttack("straddling-checkerboard"));
		all.add(new NihilistAttack());
		all.add(new CheckerboardAttack());
		all.add(new GrandpreAttack());
		all.add(new KeyPhraseAttack());
		all.add(new TridigitalAttack());
		all.add(new VicAttack());
		all.add(new SyllabaryAttack());
		all.add(new NomenclatorAttack());
		all.add(new NumberedKeyAttack());
		Set<String> own = new Attacks(all).types();
		Set<String> few = new LinkedHashSet<>();
		CipherCatalogue.examples().forEach((type, example) -> {
			List<KeySpace> spaces = spaces(example);
			if (own.contains(type) || spaces.isEmpty()) {
				return;
			}
			if (spaces.stream().allMatch(KeySpace::isFew)) {
				few.add(type);
			}
			else {
				all.add(new AnnealingAttack(type));
			}
		});
		all.add(0, new ExhaustiveAttack(few));
		// what a code says is no other text in the form of that code
		all.addAll(0, CodeAttack.all());
		return new Attacks(List.copyOf(all));
	}

	/** What can be searched of a cipher's keys, if its ciphertexts are letters. */
	private static List<KeySpace> spaces(Cipher example) {
		Alphabet alphabet = example.defaultAlphabet();
		boolean letters = (example.keepsLength() || example instanceof DigraphicCipher)
				&& example.ciphertextSymbols(alphabet) == alphabet && Readable.isOf(alphabet, Alphabet.LATIN26);
		return letters ? example.keySpaces(alphabet, new int[USUAL_LENGTH]) : List.of();
	}

	/** The types that can be found, sorted. */
	Set<String> types() {
		Set<String> types = new TreeSet<>();
		this.all.forEach((attack) -> types.addAll(attack.types()));
		return types;
	}

}
