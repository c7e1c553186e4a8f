package dev.decipher.training.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.SymbolCipher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What pairs of a cipher that nobody names show of it, and pairs of none. */
class StructureSearchTests {

	private static final int LENGTH = 32;

	private static final int LETTERS = 26;

	/** Looks at a tenth fewer pairs than there are, since a tenth is held out. */
	private static @Nullable Structure find(MessageSample sample) {
		return new StructureSearch(sample, 1, () -> false).find();
	}

	private static MessageSample sample(SymbolCipher cipher, int pairs, double noise, int... lengths) {
		int size = (cipher instanceof Sized sized) ? sized.size() : LETTERS;
		int symbols = Math.max(size, LETTERS); // of squares one letter is never seen
		SplittableRandom random = new SplittableRandom(pairs);
		List<int[]> ciphertexts = new ArrayList<>();
		List<int[]> plaintexts = new ArrayList<>();
		for (int i = 0; i < pairs; i++) {
			int[] plaintext = cipher.draw(lengths[i % lengths.length], size, random);
			ciphertexts.add(cipher.encrypt(plaintext));
			plaintexts.add(IntStream.of(plaintext)
				.map((symbol) -> (random.nextDouble() < noise) ? random.nextInt(size) : symbol)
				.toArray());
		}
		return new MessageSample(ciphertexts.toArray(int[][]::new), plaintexts.toArray(int[][]::new), symbols, symbols,
				false);
	}

	private static SymbolCipher cipher(String json) {
		Cipher cipher = JsonMapper.shared().readValue(json.replace('\'', '"'), Cipher.class);
		return new Sized(cipher.over(cipher.defaultAlphabet()), cipher.defaultAlphabet().size());
	}

	/**
	 * A cipher over an alphabet.
	 *
	 * @param size the alphabet's
	 */
	private record Sized(SymbolCipher cipher, int size) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return this.cipher.encrypt(plaintext);
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return this.cipher.decrypt(ciphertext);
		}

		@Override
		public int[] draw(int length, int symbols, RandomGenerator random) {
			return this.cipher.draw(length, symbols, random);
		}

	}

	/** Enciphers with one after the other. */
	private record Chain(List<SymbolCipher> steps) implements SymbolCipher {

		static Chain of(String... ciphers) {
			return new Chain(List.of(ciphers).stream().map(StructureSearchTests::cipher).toList());
		}

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] text = plaintext;
			for (SymbolCipher step : this.steps) {
				text = step.encrypt(text);
			}
			return text;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] text = ciphertext;
			for (int step = this.steps.size() - 1; step >= 0; step--) {
				text = this.steps.get(step).decrypt(text);
			}
			return text;
		}

	}

	/** Says how much of fresh messages a structure knows, and gets it all right. */
	private static double known(@Nullable Structure found, SymbolCipher cipher, int... lengths) {
		assertThat(found).isNotNull();
		MessageSample fresh = sample(cipher, 997, 0, lengths);
		int known = 0;
		int symbols = 0;
		for (int message = 0; message < fresh.messages(); message++) {
			int[] plaintext = fresh.plaintexts()[message];
			int[] decrypted = found.decrypt(fresh.ciphertexts()[message]);
			for (int i = 0; i < plaintext.length; i++) {
				symbols++;
				if (decrypted[i] != Structure.UNKNOWN) {
					known++;
					assertThat(decrypted[i]).isEqualTo(plaintext[i]);
				}
			}
		}
		return (double) known / symbols;
	}

	private static int[] lengths(int from, int to) {
		return IntStream.rangeClosed(from, to).toArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'columnar','key':'ZEBRASKY'}", "{'type':'rail-fence','rails':3}",
			"{'type':'double-columnar','key1':'ZEBRAS','key2':'LEMONS'}", "{'type':'scytale','columns':5}" })
	void findsTranspositions(String json) {
		SymbolCipher cipher = cipher(json);
		for (double noise : new double[] { 0, 0.01 }) {
			for (int pairs : new int[] { 10, 27, 90 }) {
				Structure found = find(sample(cipher, pairs, noise, LENGTH));
				assertThat(known(found, cipher, LENGTH)).isEqualTo(1);
				assertThat(found.name()).isEqualTo("transposition");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'columnar','key':'ZEBRASKY'}", "{'type':'rail-fence','rails':3}",
			"{'type':'scytale','columns':5}" })
	void findsTranspositionsOfMessagesOfManyLengths(String json) {
		SymbolCipher cipher = cipher(json);
		for (double noise : new double[] { 0, 0.01 }) {
			Structure found = find(sample(cipher, 90, noise, lengths(20, 60)));
			assertThat(known(found, cipher, lengths(20, 70))).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'hill','key':'HILL'}", "{'type':'hill','key':'GYBNQKURP'}",
			"{'type':'autokey','key':'QUEEN'}" })
	void findsWhatIsComputed(String json) {
		findsWhatIsComputed(cipher(json));
	}

	private static void findsWhatIsComputed(SymbolCipher cipher) {
		for (double noise : new double[] { 0, 0.01 }) {
			for (int pairs : new int[] { 27, 90 }) {
				Structure found = find(sample(cipher, pairs, noise, 30, 36));
				assertThat(known(found, cipher, 30, 36)).isEqualTo(1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'bifid','key':'ZEBRASKY','period':8}",
			"{'type':'bifid','key':'ZEBRASKY','period':5}", "{'type':'bifid','key':'ZEBRASKY','period':32}",
			"{'type':'four-square','key1':'EXAMPLE','key2':'KEYWORD'}",
			"{'type':'two-square','key1':'EXAMPLE','key2':'KEYWORD','direction':'vertical'}",
			"{'type':'two-square','key1':'EXAMPLE','key2':'KEYWORD','direction':'horizontal'}",
			"{'type':'trifid','key':'ZEBRASKY','period':7}" })
	void findsSquaresByCoordinates(String json) {
		SymbolCipher cipher = cipher(json);
		for (double noise : new double[] { 0, 0.01 }) {
			for (int pairs : new int[] { (noise > 0) ? 90 : 27, 270 }) {
				Structure found = find(sample(cipher, pairs, noise, LENGTH));
				assertThat(known(found, cipher, LENGTH)).as(json + pairs + " " + noise).isEqualTo(1);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'vigenere','key':'LEMON'}", "{'type':'beaufort','key':'LEMON'}",
			"{'type':'trithemius'}" })
	void knowsShiftedAlphabetsFromTenPairs(String json) {
		SymbolCipher cipher = cipher(json);
		PeriodAnalysis analysis = new PeriodAnalysis(sample(cipher, 10, 0.01, LENGTH));
		int period = analysis.period();
		assertThat(period).isPositive();
		assertThat(known(analysis.substitution(period), cipher, LENGTH)).isEqualTo(1);
	}

	@Test
	void findsTranspositionsOfBlocks() {
		int[] order = { 3, 0, 4, 1, 2 };
		SymbolCipher blocks = (Recurrence) (plaintext, ciphertext, i) -> 5 * plaintext[i - i % 5 + order[i % 5]] + 8;
		int[] lengths = IntStream.rangeClosed(4, 20).map((number) -> 5 * number).toArray();
		assertThat(known(find(sample(blocks, 40, 0.01, lengths)), blocks, lengths)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.01 })
	void findsPlayfairsSquare(double noise) {
		SymbolCipher cipher = cipher("{'type':'playfair','key':'ZEBRASKY'}");
		for (int pairs : new int[] { 27, 90, 270 }) {
			Structure found = find(sample(cipher, pairs, noise, LENGTH));
			assertThat(known(found, cipher, LENGTH)).isEqualTo(1);
		}
	}

	@Test
	void claimsNoOtherCipher() {
		SymbolCipher chaocipher = cipher(
				"{'type':'chaocipher','left':'HXUCZVAMDSLKPEFJRIGTWOBNYQ','right':'PTLNBQDEOYSFAVZKGJRIHWXUMC'}");
		SymbolCipher products = (Recurrence) (plaintext, ciphertext, i) -> plaintext[i]
				+ ((i < 2) ? i : (1 + ciphertext[i - 1]) * (1 + plaintext[i - 2]));
		for (SymbolCipher cipher : List.of(chaocipher, products)) {
			for (int pairs : new int[] { 3, 10, 27, 90, 270 }) {
				assertThat(find(sample(cipher, pairs, 0, LENGTH))).isNull();
				assertThat(find(sample(cipher, pairs, 0, lengths(20, 60)))).isNull();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 10, 27, 90, 270 })
	void claimsNothingOfPairsThatHaveNothingInCommon(int pairs) {
		SymbolCipher none = (Recurrence) (plaintext, ciphertext, i) -> 31 * Arrays.hashCode(plaintext) >>> (i % 16);
		assertThat(find(sample(none, pairs, 0, LENGTH))).isNull();
		assertThat(find(sample(none, pairs, 0, lengths(2, 60)))).isNull();
		assertThat(find(sample(none, pairs, 0, lengths(32, 36)))).isNull();
		assertThat(find(sample(none, pairs, 0, 1))).isNull();
	}

	@Test
	void findsOtherKeysThatFollowTheMessage() {
		int[] primer = { 16, 20, 4, 4, 13 };
		findsWhatIsComputed(
				(Recurrence) (plaintext, ciphertext, i) -> ((i < 5) ? primer[i] : ciphertext[i - 5]) + plaintext[i]);
		findsWhatIsComputed(
				(Recurrence) (plaintext, ciphertext, i) -> ((i < 5) ? primer[i] : plaintext[i - 5]) - plaintext[i]);
		findsWhatIsComputed(
				(Recurrence) (plaintext, ciphertext, i) -> ((i < 1) ? 7 : ciphertext[i - 1]) - plaintext[i] + 3);
	}

	/** Each ciphertext symbol follows from what stands before it. */
	@FunctionalInterface
	private interface Recurrence extends SymbolCipher {

		int next(int[] plaintext, int[] ciphertext, int i);

		@Override
		default int[] encrypt(int[] plaintext) {
			int[] ciphertext = new int[plaintext.length];
			for (int i = 0; i < plaintext.length; i++) {
				ciphertext[i] = Math.floorMod(next(plaintext, ciphertext, i), LETTERS);
			}
			return ciphertext;
		}

		@Override
		default int[] decrypt(int[] ciphertext) {
			throw new UnsupportedOperationException();
		}

	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'affine','a':5,'b':8}", "{'type':'vigenere','key':'LEMON'}",
			"{'type':'substitution','key':'QWERTYUIOPASDFGHJKLZXCVBNM'}" })
	void findsSubstitutionsOverTranspositions(String json) {
		SymbolCipher before = Chain.of(json, "{'type':'columnar','key':'ZEBRASKY'}");
		SymbolCipher behind = Chain.of("{'type':'columnar','key':'ZEBRASKY'}", json);
		for (double noise : new double[] { 0, 0.01 }) {
			for (SymbolCipher cipher : List.of(before, behind)) {
				assertThat(known(find(sample(cipher, 270, noise, LENGTH)), cipher, LENGTH)).isEqualTo(1);
			}
		}
	}

}
