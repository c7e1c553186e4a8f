package dev.decipher.cipher.substitution;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Coprimes;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The affine cipher: the symbol with index x becomes that with index ax + b, modulo the
 * alphabet's size.
 *
 * @param a the factor, coprime to the alphabet's size; any integer, modulo that size
 * @param b what is added; any integer
 */
@JsonTypeName("affine")
@Schema(description = "The symbol at index x becomes the one at index a·x + b, modulo the alphabet's size",
		example = "{\"type\": \"affine\", \"a\": 5, \"b\": 8}")
@Source("Abraham Sinkov, Elementary Cryptanalysis: A Mathematical Approach, 1966")
public record Affine(
		@Schema(description = "The factor, which has no divisor in common with the alphabet's size; any such integer, "
				+ "modulo the size") Integer a,
		@Schema(description = "The summand; any integer, modulo the alphabet's size") Integer b)
		implements
			SearchableCipher {

	/** As many factors are legible in a sentence. */
	private static final int MOST_LISTED = 40;

	@Override
	public String generalType() {
		return "substitution";
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		int size = alphabet.size();
		int[] factors = Coprimes.of(size);
		return KeySpace.of((key) -> new Affine(factors[key[0][0]], key[1][0]), alphabet,
				KeyPart.numbers(1, factors.length), KeyPart.numbers(1, size));
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int size = alphabet.size();
		// otherwise two symbols would become the same one
		if (!Coprimes.areCoprime(this.a, size)) {
			throw InvalidInput.at("/a", "has no inverse modulo the alphabet's size, " + size + "; " + invertible(size)
					+ ", and so has what is one of these modulo " + size);
		}
		int factor = Math.floorMod(this.a, size);
		int summand = Math.floorMod(this.b, size);
		return new Monoalphabetic(size, (symbol) -> (factor * symbol + summand) % size);
	}

	/** The numbers that have an inverse, in words. */
	private static String invertible(int size) {
		int[] factors = Coprimes.of(size);
		if (factors.length > MOST_LISTED) {
			return "numbers below " + size + " that have no divisor in common with it have one";
		}
		if (factors.length == 1) {
			return "1 has one";
		}
		return IntStream.of(factors)
			.limit(factors.length - 1L)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(", ", "", " and " + factors[factors.length - 1] + " have one"));
	}

}
