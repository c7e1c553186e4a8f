package dev.decipher.cipher.machine;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SearchableCipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cylinder M-94 (CSP-488): disks with an alphabet each on an axle. Those of a line
 * are turned until it reads as the plaintext, and another line, a generatrix, is sent.
 * Jefferson's and Bazeries's cylinders and the strips of an M-138 are other disks.
 *
 * @param order the disks from left to right, by number or as a keyword numbers them
 * @param generatrices how many places further on each line of the ciphertext is read, one
 * for a line of the message after the other, from the first again behind the last
 * @param disks the alphabet of each disk
 */
@JsonTypeName("m-94")
@Source("William F. Friedman, Military Cryptanalysis, Part II, 1938")
@Schema(description = "Each letter is sought on a disk of its own, and one some places further on is sent",
		example = "{\"type\": \"m-94\", \"order\": \"CHINESE LAUNDRY\", \"generatrices\": [6, 13]}")
public record M94(@Schema(
		description = "The disks from left to right: all 25 by number (\"13 2 7 …\"), or a keyword that is repeated to 25 "
				+ "letters, whose rank in the alphabet is the disk's number; of disks of one's own some are enough",
		example = "CHINESE LAUNDRY") Key order,
		@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Schema(
				description = "How many places further along the disks each line is read; one number for all lines, or "
						+ "one for each in turn, 1 to 25",
				example = "[6, 13]") List<Integer> generatrices,
		@Nullable @Schema(description = "The disks' alphabets, where they are others than the M-94's 25: any number of "
				+ "strings, each of all symbols of the alphabet once") List<String> disks)
		implements
			SearchableCipher {

	private static final List<String> DISKS = List.of("ABCEIGDJFVUYMHTQKZOLRXSPWN", "ACDEHFIJKTLMOUVYGZNPQXRWSB",
			"ADKOMJUBGEPHSCZINXFYQRTVWL", "AEDCBIFGJHLKMRUOQVPTNWYXZS", "AFNQUKDOPITJBRHCYSLWEMZVXG",
			"AGPOCIXLURNDYZHWBJSQFKVMET", "AHXJEZBNIKPVROGSYDULCFMQTW", "AIHPJOBWKCVFZLQERYNSUMGTDX",
			"AJDSKQOIVTZEFHGYUNLPMBXWCR", "AKELBDFJGHONMTPRQSVZUXYWIC", "ALTMSXVQPNOHUWDIZYCGKRFBEJ",
			"AMNFLHQGCUJTBYPZKXISRDVEWO", "ANCJILDHBMKGXUZTSWQYVORPFE", "AODWPKJVIUQHZCTXBLEGNYRSMF",
			"APBVHIYKSGUENTCXOWFQDRLJZM", "AQJNUBTGIMWZRVLXCSHDEOKFPY", "ARMYOFTHEUSZJXDPCWGQIBKLNV",
			"ASDMCNEQBOZPLGVJRKYTFUIWXH", "ATOJYLFXNGWHVCMIRBSEKUPDZQ", "AUTRZXQLYIOVBPESNHJWMDGFCK",
			"AVNKHRGOXEYBFSJMUDQCLZWTIP", "AWVSFDLIEBHKNRJQZGMXPUCOTY", "AXKWREVDTUFOYHMLSIQNJCPGBZ",
			"AYJPXMVKBQWUGLOSTECHNZFRID", "AZDNBUHYFWJLVGRCQMPSOEXTKI");

	/** Lists stand in every answer that shows their job. */
	private static final int LONGEST_LIST = 1000;

	/** So many lines are searched for a generatrix of their own. */
	private static final int MOST_LINES = 60;

	@Override
	public void requireAlphabet(Alphabet alphabet) {
		InvalidInput.throwIf(this.disks == null && !alphabet.symbols().equals(Alphabet.LATIN26.symbols()), "",
				"must be the letters A to Z, which the disks have");
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.order instanceof Key.Random left)) {
			return this;
		}
		InvalidInput.throwIf(left.length() != null && !left.length().contains(allDisks().size()),
				"/order/random/length", "must allow " + allDisks().size() + ", how many disks there are");
		return with(KeyPart.permutation(allDisks().size()).draw(random), this.generatrices);
	}

	/** The disks in another order, numbered from 0. */
	private M94 with(int[] disksInOrder, List<Integer> lines) {
		return new M94(new Key.Given(Arrays.stream(disksInOrder)
			.mapToObj((disk) -> Integer.toString(disk + 1))
			.collect(Collectors.joining(" "))), lines, this.disks);
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		return keySpace(alphabet, this.generatrices.size());
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		int lines = (ciphertext.length - 1) / allDisks().size() + 1;
		return List.of(keySpace(alphabet, Math.min(lines, MOST_LINES)));
	}

	private KeySpace keySpace(Alphabet alphabet, int lines) {
		int[][] alphabets = readDisks(alphabet);
		return KeySpace.of((key) -> new Cylinder(alphabets, key[0], further(key[1])),
				(key) -> with(key[0], IntStream.of(further(key[1])).boxed().toList()),
				KeyPart.permutation(alphabets.length), KeyPart.numbers(lines, alphabet.size() - 1));
	}

	/** No line is the plaintext itself. */
	private static int[] further(int[] lines) {
		return IntStream.of(lines).map((line) -> line + 1).toArray();
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		int[][] alphabets = readDisks(alphabet);
		return new Cylinder(alphabets, readOrder(alphabet), readGeneratrices(alphabet.size()));
	}

	private List<String> allDisks() {
		return (this.disks != null) ? this.disks : DISKS;
	}

	/** (disks, size). */
	private int[][] readDisks(Alphabet alphabet) {
		List<String> all = allDisks();
		InvalidInput.throwIf(all.isEmpty() || all.size() > LONGEST_LIST, "/disks",
				"must have at least one disk, and at most " + LONGEST_LIST);
		int[][] alphabets = new int[all.size()][];
		for (int disk = 0; disk < alphabets.length; disk++) {
			String symbols = all.get(disk);
			alphabets[disk] = (symbols != null) ? symbols.codePoints().map(alphabet::indexOf).toArray() : new int[0];
			long different = IntStream.of(alphabets[disk]).filter((symbol) -> symbol >= 0).distinct().count();
			InvalidInput.throwIf(alphabets[disk].length != alphabet.size() || different != alphabet.size(),
					"/disks/" + disk, "must have each of the alphabet's " + alphabet.size() + " symbols once");
		}
		return alphabets;
	}

	/** The disks by number from 0, from left to right. */
	private int[] readOrder(Alphabet alphabet) {
		String text = Parameters.given("order", this.order);
		int count = allDisks().size();
		if (text.chars().anyMatch(Character::isDigit)) {
			String[] parts = text.strip().split("[\\s,;-]+");
			InvalidInput.throwIf(!Stream.of(parts).allMatch((part) -> part.matches("\\d{1,3}")), "/order",
					"must be numbers with spaces between them, or a keyword");
			int[] numbers = Stream.of(parts).mapToInt((part) -> Integer.parseInt(part) - 1).toArray();
			InvalidInput.throwIf(
					IntStream.of(numbers).anyMatch((disk) -> disk < 0 || disk >= count)
							|| IntStream.of(numbers).distinct().count() != numbers.length
							|| this.disks == null && numbers.length != count,
					"/order", (this.disks != null) ? "must be numbers of disks, 1 to " + count + ", each once at most"
							: "must have each of the numbers 1 to " + count + " once");
			return numbers;
		}
		int[] keyword = Parameters.symbols("order", new Key.Given(text.replaceAll("\\s", "")), alphabet, 1);
		return KeyNumbers.ranks(IntStream.range(0, count).map((place) -> keyword[place % keyword.length]).toArray());
	}

	private int[] readGeneratrices(int size) {
		int lines = this.generatrices.size();
		InvalidInput.throwIf(lines < 1 || lines > LONGEST_LIST, "/generatrices",
				"must have at least one number, and at most " + LONGEST_LIST);
		for (int line = 0; line < lines; line++) {
			Integer further = this.generatrices.get(line);
			InvalidInput.throwIf(further == null || further <= -size || further >= size || further == 0,
					"/generatrices/" + line,
					"must be between 1 and " + (size - 1) + ", or negative for a line before the plaintext");
		}
		return this.generatrices.stream().mapToInt(Integer::intValue).toArray();
	}

	/**
	 * Disks on their axle.
	 *
	 * @param alphabets of all disks: (disks, size)
	 * @param order the disks from left to right: (places)
	 * @param generatrices how many places further on each line is read: (lines)
	 */
	private record Cylinder(int[][] alphabets, int[] order, int[] generatrices) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return read(plaintext, 1);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return read(ciphertext, -1);
		}

		private int[] read(int[] symbols, int direction) {
			int[] read = new int[symbols.length];
			for (int i = 0; i < read.length; i++) {
				int[] disk = this.alphabets[this.order[i % this.order.length]];
				int further = this.generatrices[i / this.order.length % this.generatrices.length];
				int place = 0;
				while (disk[place] != symbols[i]) {
					place++;
				}
				read[i] = disk[Math.floorMod(place + direction * further, disk.length)];
			}
			return read;
		}

	}

}
