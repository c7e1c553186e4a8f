package dev.decipher.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.decipher.language.Language;
import dev.decipher.problem.InvalidInput;
import dev.decipher.solve.identify.TypeClass;
import dev.decipher.solve.search.Attack;
import dev.decipher.solve.search.Ciphertext;

/**
 * Chooses the attacks on a text.
 *
 * @param cryptograms the text less its form, the likeliest first
 * @param language the one to begin with
 * @param types what each of the texts may be
 */
record Stages(Attacks attacks, List<Cryptogram> cryptograms, Language language, SolveRequest request, HintReader hints,
		TypeEstimate types) {

	/** The attacks to make. */
	List<Stage> all() {
		List<Stage> stages = new ArrayList<>();
		for (Attack attack : this.attacks.all()) {
			if (!this.hints.suits(attack) || (attack.needsCrib() && this.request.crib().isEmpty())) {
				continue;
			}
			for (int i = 0; i < this.cryptograms.size(); i++) {
				Cryptogram cryptogram = this.cryptograms.get(i);
				Set<String> types = types(attack, i);
				// a text that was turned round has been moved, and a chain would do it
				// again
				boolean again = cryptogram.isTurned() && attack.types().contains(Asked.CHAIN);
				if (types.isEmpty() || isSpecial(attack, types) || again) {
					continue;
				}
				Ciphertext ciphertext = cryptogram.read(attack, this.language);
				if (ciphertext != null && isReadable(attack, ciphertext)) {
					stages.add(new Stage(attack, types, cryptogram, ciphertext, this.types.probability(i, types)));
				}
			}
		}
		return stages;
	}

	private Set<String> types(Attack attack, int cryptogram) {
		Asked asked = this.types.asked(cryptogram);
		return attack.types().stream().filter(asked::contains).collect(Collectors.toSet());
	}

	/** Whether a long attack is on nothing but special cases of what others find. */
	private boolean isSpecial(Attack attack, Set<String> types) {
		return this.request.isAuto() && !attack.isQuick()
				&& types.stream().noneMatch((type) -> TypeClass.of(type).equals(type));
	}

	private boolean isReadable(Attack attack, Ciphertext ciphertext) {
		try {
			this.hints.check(attack, ciphertext, this.language);
			return true;
		}
		catch (InvalidInput ex) {
			return false; // no such reading can be as the hints say
		}
	}

}
