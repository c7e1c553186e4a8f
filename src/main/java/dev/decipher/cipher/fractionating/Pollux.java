package dev.decipher.cipher.fractionating;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Pollux: of the message in Morse, with x between letters and xx between words, each mark
 * becomes any one of the digits that stand for it. Which digit it is follows from the
 * message, so that a message always becomes the same ciphertext.
 *
 * @param key what each of the digits 1 to 9 and 0 stands for: dot, dash or x
 */
@JsonTypeName("pollux")
@Schema(description = "The message in Morse, with x between letters and xx between words, becomes one of several "
		+ "digits for each mark", example = "{\"type\": \"pollux\", \"key\": \"x-..x.--x.\"}")
@Source("American Cryptogram Association, The ACA and You, 2016, Pollux")
public record Pollux(@Schema(description = "For the digits 1 to 9 and then 0 the mark that each stands for: ., - or x, "
		+ "all of which must be there") Key key) implements MorseCipher {

	private static final Alphabet MARKS = Alphabet.of(MorseMarks.MARKS);

	private static final Alphabet DIGITS = Alphabet.of("1234567890");

	@Override
	public Alphabet keyAlphabet(Alphabet alphabet) {
		return MARKS;
	}

	@Override
	public Alphabet ciphertextSymbols(Alphabet alphabet) {
		return DIGITS;
	}

	@Override
	public KeyForm keyForm(String name) {
		return new MarkOfEachDigit();
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		MorseMarks code = new MorseMarks(alphabet);
		return (keys) -> new Choice(code, keys[0].clone());
	}

	/** A mark for each of the digits. */
	private record MarkOfEachDigit() implements KeyForm {

		@Override
		public int[] read(String name, Key key, Alphabet alphabet) {
			int[] marks = Parameters.symbols(name, key, alphabet);
			InvalidInput.throwIf(marks.length != DIGITS.size(), "/" + name,
					"must have " + DIGITS.size() + " marks, one for each digit, not " + marks.length);
			InvalidInput.throwIf(!hasAll(marks), "/" + name, "must have at least one each of ., - and x");
			return marks;
		}

		private static boolean hasAll(int[] marks) {
			return IntStream.of(marks).distinct().count() == MARKS.size();
		}

		@Override
		public int[] draw(String name, Key.Random left, Alphabet alphabet, RandomGenerator random) {
			left.requireLength(name, DIGITS.size(), "which every key has");
			int[] marks;
			do {
				marks = part(alphabet, DIGITS.size()).draw(random);
			}
			while (!hasAll(marks));
			return marks;
		}

		@Override
		public KeyPart part(Alphabet alphabet, int length) {
			return KeyPart.numbers(DIGITS.size(), MARKS.size());
		}

	}

	/**
	 * At work.
	 *
	 * @param marks the mark of each digit: (10)
	 */
	private record Choice(MorseMarks code, int[] marks) implements Marks {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[][] digits = IntStream.range(0, MARKS.size())
				.mapToObj((mark) -> IntStream.range(0, this.marks.length)
					.filter((digit) -> this.marks[digit] == mark)
					.toArray())
				.toArray(int[][]::new);
			SplittableRandom random = SymbolCipher.choices(plaintext);
			return IntStream.of(this.code.write(plaintext, 1))
				.map((mark) -> digits[mark][random.nextInt(digits[mark].length)])
				.toArray();
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return this.code.read(IntStream.of(ciphertext).map((digit) -> this.marks[digit]).toArray());
		}

	}

}
