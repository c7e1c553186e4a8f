package dev.decipher.cipher.transposition;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The Übchi of the German army of 1914: two columnar transpositions with the same key and
 * nulls between them, behind the last row, as many as the key has words. The nulls are X
 * and stand at the end of what is deciphered.
 *
 * @param key a phrase of two symbols of the alphabet or more, or numbers
 * @param nulls how many there are; if null one for each word of the key, which numbers
 * are one of
 */
@JsonTypeName("ubchi")
@Schema(description = "Columnar transposition twice with the same key, and nulls between, one for each of its words",
		example = "{\"type\": \"ubchi\", \"key\": \"DIE WACHT AM RHEIN\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 10")
public record Ubchi(@Schema(description = "A word or a phrase, one symbol above each column, or numbers") Key key,
		@Nullable @Range(min = 0, max = 100) @Schema(
				description = "How many nulls there are, 0 to 100; left out, one for each word of the key",
				example = "4") Integer nulls)
		implements
			ColumnarCipher {

	/** More nulls are not searched for. */
	private static final int MOST_NULLS = 4;

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int number = (this.nulls != null) ? this.nulls : words();
		return (keys) -> {
			IntFunction<int[]> columns = Transposition.columnsUnder(keys[0]);
			return new WithNulls(new Transposition(null, (length) -> {
				int[] first = Arrays.copyOf(columns.apply(length - number), length);
				Arrays.setAll(first, (place) -> (place < length - number) ? first[place] : place);
				return IntStream.of(columns.apply(length)).map((place) -> first[place]).toArray();
			}), number, Fillers.of(alphabet));
		};
	}

	private int words() {
		boolean phrase = this.key instanceof Key.Given given && given.text().matches("(?s).*[^\\d\\s,;].*");
		return phrase ? ((Key.Given) this.key).text().strip().split("\\s+").length : 1;
	}

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH + Math.log(MOST_NULLS);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return IntStream.rangeClosed(1, MOST_NULLS)
			.boxed()
			.flatMap((number) -> spaces(number, alphabet, ciphertext.length))
			.toList();
	}

	private Stream<KeySpace> spaces(int number, Alphabet alphabet, int length) {
		return ColumnarCipher.columns(alphabet, length)
			.filter((columns) -> number < length)
			.mapToObj((columns) -> new Ubchi(this.key, number).keySpace(alphabet, columns));
	}

	/**
	 * A transposition of messages that end with nulls.
	 *
	 * @param nulls how many there are
	 * @param symbol what they are
	 */
	private record WithNulls(Transposition transposition, int nulls, int symbol) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			int length = plaintext.length;
			boolean hasNulls = length >= this.nulls
					&& IntStream.range(length - this.nulls, length).allMatch((i) -> plaintext[i] == this.symbol);
			return (length == 0 || hasNulls) ? plaintext : withNulls(plaintext);
		}

		private int[] withNulls(int[] plaintext) {
			int[] longer = Arrays.copyOf(plaintext, plaintext.length + this.nulls);
			Arrays.fill(longer, plaintext.length, longer.length, this.symbol);
			return longer;
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			require(plaintext);
			return (plaintext.length > 0) ? this.transposition.encrypt(plaintext) : plaintext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			require(ciphertext);
			return (ciphertext.length > 0) ? this.transposition.decrypt(ciphertext) : ciphertext;
		}

		private void require(int[] symbols) {
			if (symbols.length > 0 && symbols.length < this.nulls) {
				throw new IllegalArgumentException(
						symbols.length + " symbols are less than the " + this.nulls + " nulls that the cipher adds");
			}
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return (length == 0) ? new int[0]
					: withNulls(random.ints(Math.max(0, length - this.nulls), 0, size).toArray());
		}

	}

}
