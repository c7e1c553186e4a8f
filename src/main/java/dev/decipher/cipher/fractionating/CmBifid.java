package dev.decipher.cipher.fractionating;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Omit;
import dev.decipher.cipher.Periodic;
import dev.decipher.cipher.PlaceLookups;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Square;
import dev.decipher.cipher.SquareCipher;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The conjugated matrix bifid cipher: {@link Bifid}, save that rows and columns are found
 * in one square and read in another.
 *
 * @param key1 a keyword that the plaintext's square starts with
 * @param key2 a keyword that the ciphertext's square starts with
 * @param period how many symbols are taken together, 2 to 10,000
 * @param omit the letter that squares of 25 lack, null for J
 */
@JsonTypeName("cm-bifid")
@Schema(description = "The rows and then the columns of some symbols in a square are read in pairs as rows and columns of "
		+ "another one", example = CmBifid.EXAMPLE)
@Source("American Cryptogram Association, The ACA and You, 2005")
public record CmBifid(@Schema(description = "The plaintext square's keyword") Key key1,
		@Schema(description = "The ciphertext square's keyword") Key key2, @Period Integer period,
		@Nullable @Omit String omit) implements SquareCipher, Periodic {

	static final String EXAMPLE = """
			{"type": "cm-bifid", "key1": "EXTRAKLMPOHWZQDGVUSIFCBYN", "key2": "NCDRSOBFQUVAGPWEYHMXLTIKZ", "period": 7}""";

	/** The names of rows and columns may be exchanged, alike in both squares. */
	@Override
	public double shapeNats(Alphabet alphabet) {
		return KeySpace.LENGTH - KeyPart.logFactorial(Square.columns(alphabet.size()));
	}

	@Override
	public boolean ranksShapes() {
		return true;
	}

	@Override
	public Stream<CmBifid> shapes(Alphabet alphabet, int[] ciphertext) {
		return new Periods(ciphertext, alphabet.size(), 2).sorted(IntStream.rangeClosed(3, 12))
			.stream()
			.map((period) -> new CmBifid(this.key1, this.key2, period, this.omit));
	}

	@Override
	public PlaceLookups lookups(Alphabet alphabet, int[] ciphertext) {
		return Fractionation.lookups(ciphertext, Square.columns(alphabet.size()), 2, 0, 1, this.period);
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		return (keys) -> new Fractionation(Square.of(keys[0]), Square.of(keys[1]), this.period);
	}

}
