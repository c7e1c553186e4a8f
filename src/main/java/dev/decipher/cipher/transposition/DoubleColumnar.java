package dev.decipher.cipher.transposition;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Double columnar transposition: what {@link Columnar} makes of the message with one key
 * is transposed once more with another.
 *
 * @param key1 the first key, two symbols of the alphabet or more, or numbers
 * @param key2 the second key, likewise
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("double-columnar")
@Schema(description = "Columnar transposition with one key, and of what results with another",
		example = "{\"type\": \"double-columnar\", \"key1\": \"ZEBRAS\", \"key2\": \"STRIPE\"}")
@Source("David Kahn, The Codebreakers, 1967, chapter 16")
public record DoubleColumnar(@Schema(description = "The first key, as of columnar: a word or numbers") Key key1,
		@Schema(description = "The second key, likewise") Key key2,
		@Nullable @Block Integer block) implements ColumnarCipher {

	@Override
	public double shapeNats(Alphabet alphabet) {
		return 2 * KeySpace.LENGTH;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> {
			IntFunction<int[]> first = Transposition.columnsUnder(keys[0]);
			IntFunction<int[]> second = Transposition.columnsUnder(keys[1]);
			return new Transposition(this.block, (length) -> {
				int[] before = first.apply(length);
				return IntStream.of(second.apply(length)).map((place) -> before[place]).toArray();
			});
		};
	}

}
