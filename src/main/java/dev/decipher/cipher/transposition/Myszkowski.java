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
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Émile Myszkowski's transposition: a {@link Columnar} in which columns below the same
 * symbol are read together, row by row.
 *
 * @param key two symbols of the alphabet or more, one above each column, or numbers
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("myszkowski")
@Schema(description = "Columnar transposition in which columns below the same symbol are read together, row by row",
		example = "{\"type\": \"myszkowski\", \"key\": \"TOMATO\"}")
@Source("Émile Myszkowski, Cryptographie indéchiffrable, 1902")
public record Myszkowski(@Schema(
		description = "Two symbols of the alphabet or more, one above each column, or numbers, 4 3 2 1 4 3") Key key,
		@Nullable @Block Integer block) implements ColumnarCipher {

	private static final KeyForm REPEATED = new Repeated();

	@Override
	public KeyForm keyForm(String name) {
		return REPEATED;
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return ColumnarCipher.columns(alphabet, ciphertext.length)
			.mapToObj((columns) -> keySpace(alphabet, columns))
			.toList();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> {
			int[] ranks = KeyNumbers.sharedRanks(keys[0]);
			return new Transposition(this.block,
					(length) -> Transposition.inTurn(length, ranks.length, (place) -> ranks[place % ranks.length]));
		};
	}

	/** Ranks of columns, of which several may be the same. */
	private record Repeated() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] numbers = KeyNumbers.read(name, key, alphabet);
			int[] columns = (numbers != null) ? numbers : KeyNumbers.symbols(name, key, alphabet);
			InvalidInput.throwIf(columns.length < 2, "/" + name, "must have at least 2 symbols");
			return columns;
		}

		/** Some of the symbols are the same, as a rule. */
		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			Key.Length length = (left.length() != null) ? left.length() : new Key.Length(4, 8);
			InvalidInput.throwIf(length.max() < 2, "/" + name + "/random/length/1",
					"must be at least 2, for a single column moves nothing");
			int columns = new Key.Length(Math.max(2, length.min()), length.max()).draw(random);
			int[] key;
			do {
				key = part(alphabet, columns).draw(random);
			}
			while (IntStream.of(key).distinct().count() == 1);
			return key;
		}

		@Override
		public Key write(int[] key, Alphabet alphabet) {
			return KeyNumbers.write(key, key, alphabet);
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return new Ranks(KeyPart.numbers(length, Math.min(length, alphabet.size())), KeyPart.columns(length));
		}

	}

	/**
	 * Ranks, any of which may be the same.
	 *
	 * @param numbers what they are
	 * @param columns what they are moved as
	 */
	private record Ranks(KeyPart numbers, KeyPart columns) implements KeyPart {

		@Override
		public int length() {
			return this.numbers.length();
		}

		@Override
		public double nats() {
			return this.numbers.nats();
		}

		@Override
		public int[] draw(RandomGenerator random) {
			return this.numbers.draw(random);
		}

		/** One gets another rank or, more often, columns change places. */
		@Override
		public void change(int[] part, RandomGenerator random) {
			KeyPart changed = (random.nextInt(3) == 0) ? this.numbers : this.columns;
			changed.change(part, random);
		}

	}

}
