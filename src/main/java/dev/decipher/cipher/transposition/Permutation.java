package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The permutation cipher: the symbols of each block in another order, always the same
 * one. The last block is filled up with X.
 *
 * @param order for each place of a block of ciphertext the place in that of plaintext,
 * from 0 or from 1; or a word, whose letters in their order in the alphabet say the
 * places
 */
@JsonTypeName("permutation")
@Schema(description = "Each block of the message gets another order, always the same; the last one is filled up with X",
		example = "{\"type\": \"permutation\", \"order\": [2, 4, 0, 5, 3, 1]}")
@Source("Douglas Stinson, Cryptography: theory and practice, 1995, cryptosystem 1.6")
public record Permutation(@Schema(description = "For each place of a block of ciphertext the place in that of "
		+ "plaintext, from 0 or from 1, each once; or a word, whose letters in the alphabet's order say the "
		+ "places") Key order) implements TranspositionCipher, KeyedCipher {

	private static final KeyForm PLACES = new Places();

	@Override
	public KeyForm keyForm(String name) {
		return PLACES;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> Filled.blocks(keys[0], alphabet);
	}

	/** Each of its blocks is a message for a network; null as long as it isn't known. */
	@Override
	public @Nullable Integer block() {
		return (this.order instanceof Key.Numbers given) ? given.numbers().size() : null;
	}

	@Override
	public boolean fits(int length) {
		return blocks(length).findAny().isPresent();
	}

	private static IntStream blocks(int length) {
		return IntStream.rangeClosed(2, Transposition.MOST_SEARCHED).filter((block) -> length % block == 0);
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return blocks(ciphertext.length).mapToObj((block) -> keySpace(alphabet, block)).toList();
	}

	/** Places in a block, from 0, each once. */
	private record Places() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] numbers = KeyNumbers.read(name, key, alphabet);
			int[] places = (numbers != null) ? KeyNumbers.eachOnce(name, numbers)
					: KeyNumbers.order(KeyNumbers.symbols(name, key, alphabet));
			InvalidInput.throwIf(places.length < 2, "/" + name, "must have at least 2 places");
			return places;
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			Key.Length length = (left.length() != null) ? left.length() : new Key.Length(4, 8);
			InvalidInput.throwIf(length.max() < 2, "/" + name + "/random/length/1",
					"must be at least 2, for in a single place nothing moves");
			return KeyPart.columns(new Key.Length(Math.max(2, length.min()), length.max()).draw(random)).draw(random);
		}

		@Override
		public Key write(int[] key, Alphabet alphabet) {
			return new Key.Numbers(IntStream.of(key).boxed().toList());
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.columns(length);
		}

	}

}
