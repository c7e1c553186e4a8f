package dev.decipher.alphabet;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form of a model's ciphertexts beside their symbols: a key before the ciphertext, a
 * length that is not free, which counts the symbols behind the key, and nulls.
 *
 * @param block the length of the blocks that a message is a whole number of, each of them
 * a message of its own for the network; null where a message is not taken apart
 * @param nulls symbols that mean nothing: a ciphertext is read as if they weren't there;
 * null where there are none
 * @param characters {@link CharacterRule#ALL} where a ciphertext with a character that is
 * no symbol as it stands is refused, null where the symbols decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CiphertextLayout", description = "What a ciphertext has to be like beside its symbols")
public record CiphertextLayout(@Nullable @Schema(description = "The key that stands in front") KeyPrefix key,
		@Nullable @Schema(description = "The only length of a message, in symbols", example = "32") Integer length,
		@Nullable @Schema(description = "A message is whole blocks of so many symbols", example = "8") Integer block,
		@Nullable @Schema(description = "Symbols that mean nothing and are left out",
				example = "[\"X\"]") List<String> nulls,
		@Nullable @Schema(
				description = "`all` where every character is a symbol, and one that isn't can't be read") CharacterRule characters) {

	/** No key prefix, and any length. */
	public static final CiphertextLayout FREE = new CiphertextLayout(null, null, null);

	/** A layout without nulls. */
	public CiphertextLayout(@Nullable KeyPrefix key, @Nullable Integer length, @Nullable Integer block) {
		this(key, length, block, null, null);
	}

	/** The same with nulls. */
	public CiphertextLayout with(List<String> nulls) {
		return new CiphertextLayout(this.key, this.length, this.block, nulls, this.characters);
	}

	/** The same with a rule for characters. */
	public CiphertextLayout with(@Nullable CharacterRule characters) {
		return new CiphertextLayout(this.key, this.length, this.block, this.nulls, characters);
	}

	/**
	 * A layout.
	 * @throws InvalidInput with a pointer relative to the layout for lengths that are
	 * none
	 */
	public CiphertextLayout {
		InvalidInput.throwIf(length != null && length < 1, "/length", "must be at least 1");
		InvalidInput.throwIf(block != null && block < 1, "/block", "must be at least 1");
		InvalidInput.throwIf(length != null && block != null, "/block", "must be left out where there is a length");
		InvalidInput.throwIf(nulls != null && nulls.stream().anyMatch(Objects::isNull), "/nulls", "must be strings");
		nulls = (nulls != null && !nulls.isEmpty()) ? List.copyOf(nulls) : null;
		characters = (characters == CharacterRule.ALL) ? characters : null;
	}

	/** A key written before the ciphertext, {@code KEY:CIPHERTEXT}. */
	@Schema(name = "KeyInFront", description = "A key written in front of the ciphertext, KEY:CIPHERTEXT")
	public record KeyPrefix(@Schema(description = "What keys are made of") Alphabet alphabet,
			@Schema(description = "Symbols of the shortest key", example = "3") int min,
			@Schema(description = "Symbols of the longest key", example = "6") int max) {

		/**
		 * A key.
		 * @throws InvalidInput with a pointer relative to the key for an alphabet that is
		 * missing, which JSON may have, and lengths that are none
		 */
		public KeyPrefix {
			InvalidInput.throwIf(alphabet == null, "/alphabet", "must be given");
			InvalidInput.throwIf(min < 1, "/min", "must be at least 1");
			InvalidInput.throwIf(max < min, "/max", "must be at least " + min);
		}

	}

}
