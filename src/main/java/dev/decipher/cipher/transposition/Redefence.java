package dev.decipher.cipher.transposition;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The redefence: a {@link RailFence} whose rails are read in the order of a key's
 * symbols.
 *
 * @param key two symbols of the alphabet or more, one beside each rail from the top, or
 * numbers
 * @param offset how many places of the zigzag are left out before the message, 0 if null
 * @param block the length of a block, or null where a message is one block
 */
@JsonTypeName("redefence")
@Schema(description = "A rail fence whose rails are read in the order of a key's symbols",
		example = "{\"type\": \"redefence\", \"key\": \"213\", \"offset\": 1}")
@Source("American Cryptogram Association, The ACA and You, Redefence")
public record Redefence(@Schema(
		description = "Two symbols of the alphabet or more, one beside each rail from the top, or the rails' numbers") Key key,
		@Nullable @Offset Integer offset, @Nullable @Block Integer block) implements ColumnarCipher {

	/** More rails are not searched for. */
	private static final int MOST_RAILS = 10;

	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH + ((this.offset != null) ? KeySpace.LENGTH : 0);
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int most = Math.min(Math.min(MOST_RAILS, alphabet.size()), Math.max(2, ciphertext.length / 3));
		return IntStream.rangeClosed(2, most).mapToObj((rails) -> keys(alphabet, rails)).toList();
	}

	/**
	 * All orders of so many rails, with every offset before the lowest rail: from there
	 * on, a zigzag is one of those upside down.
	 */
	private KeySpace keys(Alphabet alphabet, int rails) {
		return KeySpace.of((key) -> new Transposition(this.block, Rails.places(key[0], key[1][0])),
				(key) -> new Redefence(KeyForm.COLUMNS.write(key[0], alphabet), (key[1][0] > 0) ? key[1][0] : null,
						this.block),
				KeyPart.columns(rails), KeyPart.numbers(1, rails - 1))
			.plus(KeySpace.LENGTH);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Transposition(this.block, Rails.places(keys[0], (this.offset != null) ? this.offset : 0));
	}

}
