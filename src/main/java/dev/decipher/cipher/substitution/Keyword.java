package dev.decipher.cipher.substitution;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Simple substitution by alphabets that begin with a keyword. The alphabet of ciphertexts
 * is written below that of plaintexts, {@code shift} places further to the right, and
 * what sticks out comes to the left.
 *
 * @param key the keyword; of K4 that of the plaintext's alphabet
 * @param form which alphabets the keyword begins
 * @param key2 the keyword of the ciphertext's alphabet, for K4
 * @param shift places that the ciphertext's alphabet is moved to the right; any integer
 */
@JsonTypeName("keyword")
@Schema(description = "Simple substitution: each symbol becomes the one below it, in alphabets that begin with a keyword",
		example = "{\"type\": \"keyword\", \"key\": \"KEYBOARD\", \"form\": \"K2\", \"shift\": 4}")
@Source("American Cryptogram Association, The ACA and You, chapter 7")
public record Keyword(
		@Schema(description = "The keyword: its symbols come first, each once, and then the others in their "
				+ "order; of K4 that of the plaintext's alphabet") Key key,
		@Nullable @Schema(
				description = "The alphabets that begin with a keyword: the plaintext's (K1), the ciphertext's (K2), "
						+ "both with the same one (K3), or each with its own (K4)",
				defaultValue = "K2", allowableValues = {
						"K1", "K2", "K3", "K4" }) String form,
		@Nullable @Schema(description = "K4's keyword of the ciphertext's alphabet") Key key2,
		@Nullable @Schema(
				description = "Places that the ciphertext's alphabet is moved to the right; any integer, modulo the "
						+ "alphabet's size, and not 0 for K3",
				defaultValue = "0") Integer shift)
		implements
			KeyedCipher{

	private static final int FORMS = 4;

	public Keyword {
		boolean two = "K4".equals(form);
		InvalidInput.throwIf(two && key2 == null, "/key2", "is required for K4, whose alphabets have a keyword each");
		InvalidInput.throwIf(!two && key2 != null, "/key2", "is for K4 only");
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	@Override
	public String generalType() {
		return "substitution";
	}

	/** Both alphabets of K4 can be turned together. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return (this.key2 != null) ? -KeyPart.logFactorial(alphabet.size()) : 0;
	}

	/**
	 * A message shows what its own symbols become; a short keyword takes less to write
	 * down, with its form and its shift.
	 */
	@Override
	public double keyCost(Alphabet alphabet, int[] ciphertext, int[] plaintext) {
		int unseen = alphabet.size() - (int) IntStream.of(plaintext).distinct().count();
		double shown = keyNats(alphabet) - KeyPart.logFactorial(unseen);
		if (!(this.key instanceof Key.Given keyword) || this.key2 != null) {
			return shown;
		}
		double written = Math.log(FORMS * alphabet.size()) + keyword.text().length() * Math.log(alphabet.size());
		return Math.min(shown, written);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int size = alphabet.size();
		String keyed = Objects.requireNonNullElse(this.form, "K2");
		int places = Math.floorMod(Objects.requireNonNullElse(this.shift, 0), size);
		InvalidInput.throwIf("K3".equals(keyed) && places == 0, "/shift",
				"must not be 0 modulo the alphabet's size for K3, whose alphabets are the same");
		int[] plain = IntStream.range(0, size).toArray();
		return (keys) -> {
			int[] upper = "K2".equals(keyed) ? plain : keys[0];
			int[] lower = "K1".equals(keyed) ? plain : keys[keys.length - 1];
			int[] becomes = new int[size];
			for (int place = 0; place < size; place++) {
				becomes[upper[place]] = lower[Math.floorMod(place - places, size)];
			}
			return new Monoalphabetic(size, (symbol) -> becomes[symbol]);
		};
	}

}
