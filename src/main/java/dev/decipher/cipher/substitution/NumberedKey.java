package dev.decipher.cipher.substitution;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbered key: a phrase, and behind it the symbols that it lacks in their order, are
 * numbered from 00 on; a symbol becomes any number that it has. Which one follows from
 * the message.
 *
 * @param key the phrase, with symbols as often as they occur
 * @param start the number of the phrase's first symbol: what is behind the last number
 * begins with 00 again
 */
@JsonTypeName("numbered-key")
@Schema(description = "A letter becomes one of its numbers in a phrase that is followed by the letters it lacks",
		example = "{\"type\": \"numbered-key\", \"key\": \"You will never win if you never begin\", \"start\": 9}")
@Source("BION, The Numbered Key cipher, The Cryptogram, May and June 2010")
public record NumberedKey(@Schema(
		description = "The phrase, in which letters may occur often; blanks and punctuation don't count") Key key,
		@Nullable @Schema(description = "The number of the phrase's first letter; behind the last number 00 follows",
				defaultValue = "0") Integer start)
		implements
			KeyedCipher {

	private static final KeyForm FORM = new Phrase(false);

	@Override
	public KeyForm keyForm(String name) {
		return FORM;
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		int count = numbered(FORM.read("key", this.key, alphabet), alphabet).length;
		int digits = Math.max(2, Integer.toString(count - 1).length());
		String format = "%0" + digits + "d";
		return Tokens.ofLength(digits, IntStream.range(0, count).mapToObj(format::formatted).toList());
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Homophony(alphabet, numbered(keys[0], alphabet));
	}

	/** The symbol of each number. */
	private int[] numbered(int[] phrase, Alphabet alphabet) {
		int[] all = IntStream
			.concat(IntStream.of(phrase),
					IntStream.range(0, alphabet.size())
						.filter((symbol) -> IntStream.of(phrase).noneMatch((other) -> other == symbol)))
			.toArray();
		int first = Objects.requireNonNullElse(this.start, 0);
		return IntStream.range(0, all.length).map((number) -> all[Math.floorMod(number - first, all.length)]).toArray();
	}

}
