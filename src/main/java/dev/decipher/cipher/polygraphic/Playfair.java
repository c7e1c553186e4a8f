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
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The Playfair cipher: of two symbols in a square, those in one row become their right
 * neighbours, those in one column the ones below them, any others the other corners of
 * their rectangle, each in its own row. Charles Wheatstone, 1854. Of those who left pairs
 * of one symbol as they were, some did so with a symbol left over at the end as well;
 * such a message is deciphered.
 *
 * @param key a keyword that the square starts with
 * @param filler the symbol between two of the same and at the end of an odd message, null
 * for X or else the alphabet's last
 * @param secondFiller the symbol beside the filler itself, null for Q or else the first
 * @param doubles what becomes of two of the same, null for {@code split}
 * @param columns how many the square has, null for as many as rows
 * @param omit the letter that a square of 25 lacks, null for J
 */
@JsonTypeName("playfair")
@Schema(description = "Two symbols at a time become the other corners of their rectangle in a square",
		example = "{\"type\": \"playfair\", \"key\": \"PLAYFAIREXAMPLE\"}")
@Source("Helen Fouché Gaines, Cryptanalysis, 1939, chapter XXI")
public record Playfair(@Schema(description = SquareCipher.KEYWORD) Key key,
		@Nullable @Schema(description = Playfair.FILLER, defaultValue = "X", example = "X") String filler,
		@Nullable @Schema(description = Playfair.SECOND_FILLER, defaultValue = "Q", example = "Q") String secondFiller,
		@Nullable @Schema(
				description = "Two of the same symbol in a pair: split has the filler between them; keep leaves them "
						+ "as they are, right, down and diagonal move both one place to the right, down, or both. "
						+ "Unless they are split, a symbol left over at the end of a ciphertext stays as it is",
				defaultValue = Doubles.SPLIT, allowableValues = {
						Doubles.SPLIT, Doubles.KEEP, Doubles.RIGHT, Doubles.DOWN, Doubles.DIAGONAL },
				example = Doubles.SPLIT) String doubles,
		@Nullable @Columns Integer columns, @Nullable @Omit String omit) implements DigraphicCipher{

	/** Describes the filler. */
	static final String FILLER = "The symbol put between two of the same and at the end of an odd message; where the "
			+ "alphabet has no X, its last symbol by default";

	/** Describes the second filler. */
	static final String SECOND_FILLER = "The symbol put beside the filler itself; where the alphabet has no Q, its first "
			+ "symbol by default";

	/** Rows and columns go round; pairs of one symbol are taken in five ways. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return Math.log(Doubles.UNSPLIT.size() + 1) - Math.log(alphabet.size());
	}

	/** Where pairs of one symbol are split, no ciphertext has such a pair or a rest. */
	@Override
	public Stream<Playfair> shapes(Alphabet alphabet, int[] ciphertext) {
		boolean isSplit = fits(ciphertext.length) && IntStream.range(0, ciphertext.length / 2)
			.noneMatch((pair) -> ciphertext[2 * pair] == ciphertext[2 * pair + 1]);
		return (isSplit ? Stream.of(Doubles.SPLIT) : Doubles.UNSPLIT.stream()).map((rule) -> new Playfair(this.key,
				this.filler, this.secondFiller, isSplit ? null : rule, this.columns, this.omit));
	}

	@Override
	public boolean fits(int length) {
		return length % 2 == 0 || !Doubles.of(this.doubles).areSplit();
	}

	@Override
	public boolean typeFits(int length) {
		return true;
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		Square plain = plain(alphabet);
		Doubles rule = Doubles.of(this.doubles);
		Pairs enciphered = Pairs.of(plain, rule, 1);
		Pairs deciphered = Pairs.of(plain, rule, -1);
		PairFillers fillers = PairFillers.of(alphabet, this.filler, this.secondFiller);
		return (keys) -> new Corners(Square.of(keys[0], plain.columns()), enciphered, deciphered, fillers,
				rule.areSplit());
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		PlaceLookups lookups = new PlaceLookups(alphabet.size(), 1, ciphertext.length, false);
		Pairs deciphered = Pairs.of(plain(alphabet), Doubles.of(this.doubles), -1);
		IntBinaryOperator first = deciphered::first;
		IntBinaryOperator second = deciphered::second;
		for (int i = 0; i + 1 < ciphertext.length; i += 2) {
			lookups.set(i, ciphertext[i], ciphertext[i + 1], first, 0);
			lookups.set(i + 1, ciphertext[i], ciphertext[i + 1], second, 0);
		}
		if (ciphertext.length % 2 != 0) {
			int left = ciphertext.length - 1;
			lookups.set(left, ciphertext[left], ciphertext[left], (place, same) -> place, 0);
		}
		return lookups;
	}

	/**
	 * At work.
	 *
	 * @param enciphered what the places of a pair become
	 * @param deciphered what they come from
	 * @param splits whether fillers keep two of the same apart
	 */
	private record Corners(Square square, Pairs enciphered, Pairs deciphered, PairFillers fillers,
			boolean splits) implements SymbolCipher {

		@Override
		public int[] prepare(int[] plaintext) {
			int[] prepared = new int[2 * plaintext.length];
			int length = 0;
			for (int i = 0; i < plaintext.length;) {
				int first = plaintext[i++];
				prepared[length++] = first;
				boolean pair = i < plaintext.length && (plaintext[i] != first || !this.splits);
				prepared[length++] = pair ? plaintext[i++] : this.fillers.beside(first);
			}
			return Arrays.copyOf(prepared, length);
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			Fillers.require(2, plaintext);
			return exchange(plaintext, this.enciphered);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			if (this.splits) {
				Fillers.require(2, ciphertext);
			}
			return exchange(ciphertext, this.deciphered);
		}

		private int[] exchange(int[] symbols, Pairs pairs) {
			int[] exchanged = symbols.clone();
			for (int i = 0; i + 1 < symbols.length; i += 2) {
				pairs.exchange(this.square, symbols, i, i + 1, exchanged);
			}
			return exchanged;
		}

		@Override
		public void requireCiphertext(int[] ciphertext) {
			for (int i = 0; this.splits && i + 1 < ciphertext.length; i += 2) {
				if (ciphertext[i] == ciphertext[i + 1]) {
					throw new IllegalArgumentException("symbols " + (i + 1) + " and " + (i + 2)
							+ " are a pair of the same, which this cipher writes only if \"doubles\" are not split");
				}
			}
		}

		/** The second symbol of a split pair is one of those that the first is not. */
		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			int[] plaintext = new int[Fillers.roundUp(length, 2)];
			for (int i = 0; i < plaintext.length; i += 2) {
				plaintext[i] = random.nextInt(size);
				plaintext[i + 1] = this.splits ? (plaintext[i] + 1 + random.nextInt(size - 1)) % size
						: random.nextInt(size);
			}
			return plaintext;
		}

	}

}
