package dev.decipher.cipher;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Ciphers one after the other. A step takes the ciphertext of the one before, symbol by
 * symbol. Where each symbol of that is a fixed number of characters, as with a Polybius
 * square, the next step takes the characters one by one; where it is a token, as with
 * homophones, the token is moved or replaced as a whole.
 *
 * @param steps in the order in which they encipher, 1 to 10
 */
@JsonTypeName("chain")
@Schema(description = "Ciphers one after the other, each of which takes the ciphertext of the one before",
		example = Chain.EXAMPLE)
@Source("Claude Shannon, Communication theory of secrecy systems, 1949: products of secrecy systems")
public record Chain(@Schema(
		description = "The ciphers, 1 to 10 of them and no chains, in the order in which they encipher") List<Cipher> steps)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "chain", "steps": [{"type": "vigenere", "key": "LEMON"}, {"type": "columnar", "key": "ZEBRAS"}]}""";

	private static final int MOST_STEPS = 10;

	public Chain {
		steps = Parameters.list("steps", steps);
		InvalidInput.throwIf(steps.isEmpty() || steps.size() > MOST_STEPS, "/steps",
				"must be 1 to " + MOST_STEPS + " ciphers");
		for (int i = 0; i < steps.size(); i++) {
			InvalidInput.throwIf(steps.get(i) instanceof Chain, "/steps/" + i,
					"must not be a chain by itself: its steps belong in its place");
		}
	}

	/** The first alphabet of a step that all steps can use, else the first step's. */
	@Override
	public Alphabet defaultAlphabet() {
		return this.steps.stream()
			.map(Cipher::defaultAlphabet)
			.filter(this::joins)
			.findFirst()
			.orElse(this.steps.get(0).defaultAlphabet());
	}

	private boolean joins(Alphabet alphabet) {
		try {
			this.steps.get(0).requireAlphabet(alphabet);
			links(alphabet);
			return true;
		}
		catch (InvalidInput ex) {
			return false;
		}
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		this.steps.get(0).requireAlphabet(alphabet);
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		List<Cipher> drawn = new ArrayList<>();
		ChainLinks links = new ChainLinks(alphabet);
		for (int i = 0; i < this.steps.size(); i++) {
			Cipher step = this.steps.get(i);
			drawn.add(links.add(step, (taken) -> step.withKeyDrawn(taken, random)));
		}
		return drawn.equals(this.steps) ? this : new Chain(drawn);
	}

	private ChainLinks links(Alphabet alphabet) {
		ChainLinks links = new ChainLinks(alphabet);
		this.steps.forEach((step) -> links.add(step, (taken) -> step));
		return links;
	}

	@Override
	public boolean transposes() {
		return this.steps.stream().allMatch(Cipher::transposes);
	}

	@Override
	public boolean dependsOnLength() {
		return this.steps.stream().anyMatch((step) -> step.dependsOnLength() && step.block() == null);
	}

	@Override
	public boolean fits(int length) {
		return this.steps.stream().allMatch((step) -> step.fits(length));
	}

	@Override
	public boolean keepsLength() {
		return this.steps.stream().allMatch(Cipher::keepsLength);
	}

	@Override
	public boolean determinesPlaintext() {
		return this.steps.stream().allMatch(Cipher::determinesPlaintext);
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return links(alphabet).keyNats();
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		return links(alphabet).ciphertextSymbols();
	}

	@Override
	public String readable(String ciphertext, Alphabet alphabet) {
		return links(alphabet).readable(ciphertext);
	}

	@Override
	public String written(String ciphertext) {
		return this.steps.get(this.steps.size() - 1).written(ciphertext);
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return links(alphabet).symbolCipher();
	}

}
