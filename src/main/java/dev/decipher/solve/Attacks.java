package dev.decipher.solve;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.decipher.solve.fractionating.BifidAttack;
import dev.decipher.solve.machine.EnigmaAttack;
import dev.decipher.solve.polyalphabetic.PeriodicAttack;
import dev.decipher.solve.polygraphic.FourSquareAttack;
import dev.decipher.solve.polygraphic.HillAttack;
import dev.decipher.solve.polygraphic.PlayfairAttack;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.substitution.HomophonicAttack;
import dev.decipher.solve.substitution.MonoalphabeticAttack;
import dev.decipher.solve.transposition.ColumnarAttack;
import dev.decipher.solve.transposition.DoubleColumnarAttack;
import dev.decipher.solve.transposition.RouteAttack;

/**
 * All searches that there are.
 *
 * @param all in the order in which they are tried where nothing speaks for another
 */
record Attacks(List<Attack> all) {

	/** Those of the service. */
	static Attacks known() {
		return new Attacks(List.of(new MonoalphabeticAttack(), new HomophonicAttack(), new RouteAttack(),
				PeriodicAttack.repeatingKey(), PeriodicAttack.autokey(), new ColumnarAttack(), new HillAttack(),
				new PlayfairAttack(), new BifidAttack(), new FourSquareAttack(), new DoubleColumnarAttack(),
				new EnigmaAttack()));
	}

	/** The types that can be found, sorted. */
	Set<String> types() {
		Set<String> types = new TreeSet<>();
		this.all.forEach((attack) -> types.addAll(attack.types()));
		return types;
	}

}
