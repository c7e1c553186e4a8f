package dev.decipher.solve;

import java.util.Set;
import java.util.TreeSet;

import dev.decipher.cipher.CipherCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttacksTests {

	/** A key as long as the text, and a pack of cards: no search finds them. */
	private static final Set<String> HOPELESS = Set.of("vernam", "solitaire");

	@Test
	void everyTypeHasAnAttackButThoseThatAreHopeless() {
		Set<String> types = new TreeSet<>(CipherCatalogue.examples().keySet());
		types.removeAll(HOPELESS);
		assertThat(new Attacks(Attacks.known().all()).types()).containsAll(types);
	}

}
