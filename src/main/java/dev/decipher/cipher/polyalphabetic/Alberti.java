package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Alberti's disk: the outer ring is the plaintext's alphabet, the inner one, which turns
 * within it, has the ciphertext's symbols. How it turns is the method:
 * <ul>
 * <li>{@code periodic}: on by some places behind every so many symbols, as programs have
 * it;</li>
 * <li>{@code capitals}, Alberti's first: a symbol of the inner ring is the index, and
 * each time the disk turns, the outer symbol that the index then stands under is written
 * into the ciphertext. To decipher takes ring and index alone;</li>
 * <li>{@code digits}, his second: a symbol of the outer ring is the index, and a digit
 * enciphered turns the disk so that what it became stands under the index.</li>
 * </ul>
 * Alberti's own disk is the alphabet {@code ABCDEFGILMNOPQRSTVXZ1234} and a ring such as
 * {@code gklnprtuz&xysomqihfdbace}, its symbols clockwise.
 *
 * @param ring a keyword that the inner ring starts with; or all of the ring, in symbols
 * that may be others than the alphabet's
 * @param method how the disk turns; null for periodic
 * @param index capitals: a symbol of the inner ring, null for its first one; digits: one
 * of the outer, null for its first one
 * @param start places that the inner ring is turned on by at first, null for none
 * @param period symbols between two turns, null for 4
 * @param step periodic: places that the ring is turned on by, null for 1
 * @param capitals capitals: the outer symbols that the index stands under, one after
 * another and again from the first; null for all in their order
 */
@JsonTypeName("alberti")
@Schema(description = "A disk with a keyed inner ring that turns behind some letters, or at letters or digits in the text",
		example = "{\"type\": \"alberti\", \"ring\": \"GKLNPRTUZXYSOMQIHFDBACE\", \"period\": 4, \"step\": 1}")
@Source("Leon Battista Alberti, De componendis cifris, 1466")
public record Alberti(@Schema(
		description = "A keyword that the inner ring starts with; or the whole ring, clockwise, in symbols that "
				+ "may be others than the alphabet's, as gklnprtuz&xysomqihfdbace") Key ring,
		@Nullable @Schema(
				description = "How the disk turns. periodic: by step places behind every period symbols. capitals: "
						+ "behind every period symbols too, the outer symbol that the index then stands under being "
						+ "written into the ciphertext. digits: with each 1, 2, 3 or 4 of the plaintext, so that what "
						+ "it became stands under the index",
				allowableValues = {
						"periodic", "capitals", "digits" },
				defaultValue = "periodic") String method,
		@Nullable @Schema(description = "For capitals a symbol of the inner ring, for digits one of the outer ring, "
				+ "the alphabet; the ring's first one if left out") String index,
		@Nullable @Schema(description = "Places that the inner ring is turned on by at first; any integer, modulo the "
				+ "alphabet's size; not for capitals", defaultValue = "0") Integer start,
		@Nullable @Range(min = 1, max = 10_000) @Schema(
				description = "Symbols between two turns, 1 to 10,000; not " + "for digits",
				defaultValue = "4") Integer period,
		@Nullable @Schema(description = "For periodic: places that the ring is turned on by; any integer, modulo the "
				+ "alphabet's size", defaultValue = "1") Integer step,
		@Nullable @Schema(
				description = "For capitals: the outer symbols that the index stands under one after another, "
						+ "then again from the first; the alphabet if left out. Only enciphering needs them") String capitals)
		implements
			KeyedCipher{

	private static final int USUAL_PERIOD = 4;

	/** Longer periods are unusual, and are not searched for. */
	private static final int LONGEST_SEARCHED = 10;

	/** An alphabet has at most 256 symbols. */
	private static final int MOST_CAPITALS = 128;

	/** Symbols of the outer ring that turn the disk. */
	private static final String DIGITS = "1234";

	private String by() {
		return Objects.requireNonNullElse(this.method, "periodic");
	}

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(by().equals("digits") && digits(alphabet).length == 0, "",
				"must have some of the digits 1, 2, 3 and 4, which turn the disk, as ABCDEFGILMNOPQRSTVXZ1234 has");
		InvalidInput.throwIf(by().equals("capitals") && alphabet.size() > MOST_CAPITALS, "",
				"must have at most " + MOST_CAPITALS + " symbols, each of which is written in two forms");
		InvalidInput.throwIf(by().equals("capitals") && !isRingOfItsOwn(alphabet) && !differ(small(alphabet), alphabet),
				"", "must have capital letters alone, for the ring's symbols are written small; "
						+ "or the ring must have other symbols than the alphabet");
	}

	private boolean isRingOfItsOwn(Alphabet alphabet) {
		return this.ring instanceof Key.Given given
				&& given.text().codePoints().anyMatch((symbol) -> alphabet.indexOf(symbol) < 0);
	}

	private static String small(Alphabet alphabet) {
		return alphabet.symbols().toLowerCase(Locale.ROOT);
	}

	private static boolean differ(String symbols, Alphabet alphabet) {
		return (symbols + alphabet.symbols()).codePoints().distinct().count() == 2L * alphabet.size();
	}

	@Override
	public Alphabet defaultAlphabet() {
		return by().equals("digits") ? Alphabet.of("ABCDEFGILMNOPQRSTVXZ1234") : Alphabet.LATIN26;
	}

	private static int[] digits(Alphabet alphabet) {
		return DIGITS.chars().map(alphabet::indexOf).filter((index) -> index >= 0).toArray();
	}

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	/** The inner ring's symbols: the alphabet's, or the ring itself. */
	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		if (!isRingOfItsOwn(alphabet) || !(this.ring instanceof Key.Given given)) {
			return alphabet;
		}
		int[] symbols = given.text().codePoints().toArray();
		int different = (int) IntStream.of(symbols).distinct().count();
		InvalidInput.throwIf(different != symbols.length || different != alphabet.size(), "/ring",
				"must be a keyword of the alphabet, or " + alphabet.size()
						+ " different symbols, as many as the alphabet has");
		try {
			return Alphabet.of(given.text());
		}
		catch (InvalidInput ex) {
			throw InvalidInput.at("/ring", ex.faults().get(0).detail());
		}
	}

	@Override
	public boolean keepsLength() {
		return !by().equals("capitals");
	}

	/** Capitals are told from the inner ring's symbols: these are small letters then. */
	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		Alphabet inner = keyAlphabet(alphabet);
		if (keepsLength()) {
			return inner;
		}
		String written = differ(inner.symbols(), alphabet) ? inner.symbols() : small(inner);
		InvalidInput.throwIf(!differ(written, alphabet), "/ring",
				"must have other symbols than the alphabet, or letters, which are written small");
		return InvalidInput.under("/ring", () -> Alphabet.of(written + alphabet.symbols()));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		requireUsed();
		Alphabet inner = keyAlphabet(alphabet);
		int size = alphabet.size();
		int first = Math.floorMod((this.start != null) ? this.start : 0, size);
		int length = (this.period != null) ? this.period : USUAL_PERIOD;
		return switch (by()) {
			case "capitals" -> {
				int[] settings = settings(alphabet);
				int under = (this.index != null) ? Parameters.symbol("index", this.index, inner) : -1;
				yield (keys) -> new AlbertiDisk.Capitals(AlbertiDisk.of(keys[0]), (under >= 0) ? under : keys[0][0],
						settings, length);
			}
			case "digits" -> {
				int under = (this.index != null) ? Parameters.symbol("index", this.index, alphabet) : 0;
				int[] turning = digits(alphabet);
				yield (keys) -> new AlbertiDisk.Digits(AlbertiDisk.of(keys[0]), under, first, turning);
			}
			default -> {
				int places = Math.floorMod((this.step != null) ? this.step : 1, size);
				yield (keys) -> AlbertiDisk.of(keys[0]).periodic(first, length, places);
			}
		};
	}

	private int[] settings(Alphabet alphabet) {
		String given = this.capitals;
		if (given == null) {
			return IntStream.range(0, alphabet.size()).toArray();
		}
		return Parameters.symbols("capitals", new Key.Given(given), alphabet, 1);
	}

	/** What a method doesn't use is a mistake. */
	private void requireUsed() {
		requireUsed("index", this.index, "capitals", "digits");
		requireUsed("start", this.start, "periodic", "digits");
		requireUsed("period", this.period, "periodic", "capitals");
		requireUsed("step", this.step, "periodic");
		requireUsed("capitals", this.capitals, "capitals");
	}

	private void requireUsed(String name, @Nullable Object value, String... methods) {
		InvalidInput.throwIf(value != null && !List.of(methods).contains(by()), "/" + name,
				"is of no use for method " + by() + "; it is for " + String.join(" and ", methods));
	}

	/** The ring, how it is turned at first, and how often and how far then. */
	@Override
	public double keyNats(Alphabet alphabet) {
		int[] keyed = Parameters.keyedAlphabet("ring", this.ring, keyAlphabet(alphabet));
		double turns = KeySpace.LENGTH + Math.log(alphabet.size());
		return turns + Math.min(KeyPart.logFactorial(keyed.length), Keywords.nats(keyed) + Math.log(keyed.length));
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		if (!by().equals("periodic") || keyAlphabet(alphabet) != alphabet) {
			return List.of();
		}
		int size = alphabet.size();
		// the ring turned on at first is another ring
		return IntStream.rangeClosed(1, LONGEST_SEARCHED)
			.mapToObj((length) -> KeySpace
				.of((key) -> AlbertiDisk.of(key[0]).periodic(0, length, key[1][0] + 1),
						(key) -> new Alberti(Parameters.key(key[0], alphabet), null, null, null, length, key[1][0] + 1,
								null),
						KeyPart.permutation(size), KeyPart.numbers(1, size - 1))
				.plus(KeySpace.LENGTH))
			.toList();
	}

}
