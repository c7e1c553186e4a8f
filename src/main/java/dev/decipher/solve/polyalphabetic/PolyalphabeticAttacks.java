package dev.decipher.solve.polyalphabetic;

import java.util.List;

import dev.decipher.solve.search.Attack;

/** All attacks on ciphers that change their alphabet from letter to letter. */
public final class PolyalphabeticAttacks {

	private PolyalphabeticAttacks() {
	}

	/** The attacks, those on the commonest ciphers first. */
	public static List<Attack> all() {
		return List.of(PeriodicAttack.repeatingKey(), PeriodicAttack.autokey(), PeriodicAttack.progressiveKey(),
				PeriodicAttack.pairs(), new QuagmireAttack(), new SlidesAttack(), new NicodemusAttack(),
				new InterruptedKeyAttack(), new GromarkAttack(), new CondiAttack(), new RunningKeyAttack());
	}

}
