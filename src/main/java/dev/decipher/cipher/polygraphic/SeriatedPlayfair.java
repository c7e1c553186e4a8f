package dev.decipher.cipher.polygraphic;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Fillers;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Periodic;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * The seriated Playfair cipher: {@link Playfair} of symbols that stand below one another
 * in two lines as long as the period; then follow the next two lines. The last two lines
 * share the rest. A symbol that would stand below itself waits for the next column, and
 * the filler takes its place.
 *
 * @param key a keyword that the square starts with
 * @param period the symbols of a line, 1 to 10,000
 * @param filler the symbol between two of the same and at the end, null for X or else the
 * alphabet's last
 * @param secondFiller the symbol below the filler itself, null for Q or else the first
 * @param columns how many the square has, null for as many as rows
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("seriated-playfair")
@Schema(description = "Playfair of symbols that stand below one another in lines of one length",
		example = "{\"type\": \"seriated-playfair\", \"key\": \"LOGARITHM\", \"period\": 6}")
@Source("American Cryptogram Association, The ACA and You, 2005")
public record SeriatedPlayfair(@Schema(description = SquareCipher.KEYWORD) Key key,
		@Range(min = 1, max = 10_000) @Schema(description = "How many symbols a line has, 1 to 10,000") Integer period,
		@Nullable @Schema(description = Playfair.FILLER, defaultValue = "X", example = "X") String filler,
		@Nullable @Schema(description = Playfair.SECOND_FILLER, defaultValue = "Q", example = "Q") String secondFiller,
		@Nullable @Columns Integer columns, @Nullable @Omit String omit) implements DigraphicCipher, Periodic {

	private static final int LONGEST_SEARCHED_PERIOD = 15;

	/** Rows and columns go round. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH - Math.log(alphabet.size());
	}

	/** Periods with which a symbol never stands below itself, or else seldom. */
	@Override
	public Stream<SeriatedPlayfair> shapes(Alphabet alphabet, int[] ciphertext) {
		int fewest = periods().map((period) -> doubles(ciphertext, period)).min().orElseThrow();
		return periods().filter((period) -> doubles(ciphertext, period) == fewest)
			.mapToObj((period) -> new SeriatedPlayfair(this.key, period, this.filler, this.secondFiller, this.columns,
					this.omit));
	}

	private static IntStream periods() {
		return IntStream.rangeClosed(2, LONGEST_SEARCHED_PERIOD);
	}

	/** How many symbols stand below themselves. */
	private static int doubles(int[] text, int period) {
		int doubles = 0;
		for (int start = 0; start < text.length; start += 2 * period) {
			int line = Math.min(period, (text.length - start) / 2);
			for (int i = start; i < start + line; i++) {
				doubles += (text[i] == text[i + line]) ? 1 : 0;
			}
		}
		return doubles;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		Square plain = plain(alphabet);
		Doubles split = Doubles.of(Doubles.SPLIT);
		Pairs enciphered = Pairs.of(plain, split, 1);
		Pairs deciphered = Pairs.of(plain, split, -1);
		PairFillers fillers = PairFillers.of(alphabet, this.filler, this.secondFiller);
		return (keys) -> new Lines(Square.of(keys[0], plain.columns()), enciphered, deciphered, fillers, this.period);
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 1, ciphertext.length, false);
		Pairs deciphered = Pairs.of(plain(alphabet), Doubles.of(Doubles.SPLIT), -1);
		IntBinaryOperator first = deciphered::first;
		IntBinaryOperator second = deciphered::second;
		for (int start = 0; start < ciphertext.length; start += 2 * this.period) {
			int line = Math.min(this.period, (ciphertext.length - start) / 2);
			for (int i = start; i < start + line; i++) {
				lookups.set(i, ciphertext[i], ciphertext[i + line], first, 0);
				lookups.set(i + line, ciphertext[i], ciphertext[i + line], second, 0);
			}
		}
		return lookups;
	}

	/**
	 * At work.
	 *
	 * @param enciphered what the places of a pair become
	 * @param deciphered what they come from
	 */
	private record Lines(Square square, Pairs enciphered, Pairs deciphered, PairFillers fillers,
			int period) implements SymbolCipher {

		/** How long the lines are that begin at a position. */
		private int line(int start, int length) {
			return Math.min(this.period, (length - start) / 2);
		}

		@Override
		public int[] prepare(int[] plaintext) {
			int[] prepared = new int[2 * plaintext.length];
			int length = 0;
			for (int start = 0; start < plaintext.length;) {
				// lines shorter than the period are the last ones: as short as can be
				int line = Math.min(this.period, (plaintext.length - start + 1) / 2);
				int used = fill(plaintext, start, line, prepared, length);
				while (line < this.period && start + used < plaintext.length) {
					used = fill(plaintext, start, ++line, prepared, length);
				}
				start += used;
				length += 2 * line;
			}
			return Arrays.copyOf(prepared, length);
		}

		/**
		 * Writes two lines.
		 * @return how many symbols of the plaintext they have
		 */
		private int fill(int[] plaintext, int start, int line, int[] prepared, int to) {
			int next = start + line;
			System.arraycopy(plaintext, start, prepared, to, line);
			for (int i = to; i < to + line; i++) {
				boolean fits = next < plaintext.length && plaintext[next] != prepared[i];
				prepared[i + line] = fits ? plaintext[next++] : this.fillers.beside(prepared[i]);
			}
			return Math.min(next, plaintext.length) - start;
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			return exchange(plaintext, this.enciphered);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return exchange(ciphertext, this.deciphered);
		}

		private int[] exchange(int[] symbols, Pairs pairs) {
			Fillers.require(2, symbols);
			int[] exchanged = new int[symbols.length];
			for (int start = 0; start < symbols.length; start += 2 * this.period) {
				int line = line(start, symbols.length);
				for (int i = start; i < start + line; i++) {
					pairs.exchange(this.square, symbols, i, i + line, exchanged);
				}
			}
			return exchanged;
		}

		@Override
		public void requireCiphertext(int[] ciphertext) {
			for (int start = 0; start < ciphertext.length; start += 2 * this.period) {
				int line = line(start, ciphertext.length);
				for (int i = start; i < start + line; i++) {
					if (ciphertext[i] == ciphertext[i + line]) {
						throw new IllegalArgumentException("symbols " + (i + 1) + " and " + (i + line + 1)
								+ " are a pair of the same, which this cipher never writes");
					}
				}
			}
		}

		/** What stands below a symbol is one of the others. */
		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			int[] plaintext = random.ints(Fillers.roundUp(length, 2), 0, size).toArray();
			for (int start = 0; start < plaintext.length; start += 2 * this.period) {
				int line = line(start, plaintext.length);
				for (int i = start; i < start + line; i++) {
					plaintext[i + line] = (plaintext[i] + 1 + random.nextInt(size - 1)) % size;
				}
			}
			return plaintext;
		}

	}

}
