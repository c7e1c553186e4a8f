package dev.decipher.training.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.cipher.AnyKey;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.training.data.TrainingData.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What training gets of ciphers whose ciphertexts are more than plain symbols.
 */
class CipherDataTests {

	private static final CiphertextFormat ANY_KEY = new CiphertextFormat(Alphabet.LATIN26,
			CipherSource.layout(anyVigenere(), false, null, 10));

	private static CipherData vigenere(long seed) {
		return CipherData.of(CipherData.Keyed.any(anyVigenere()), Alphabet.LATIN26, ANY_KEY, 10, seed);
	}

	private static CipherData swap(CiphertextLayout layout, int length) {
		return CipherData.of((random) -> new CipherData.Keyed(new int[0], new Swap()), Alphabet.LATIN26,
				new CiphertextFormat(Alphabet.LATIN26, layout), length, 7);
	}

	@Test
	void putsAKeyPrefixOfEachMessage() {
		CipherData data = vigenere(7);
		Set<String> keys = new HashSet<>();
		for (Examples examples : List.of(data.batches().next(100), data.validation(), data.test(100, 0))) {
			assertAreVigenere(examples, 10, keys);
		}
		assertThat(keys).hasSizeGreaterThan(500);
		assertThat(keys.stream().map(String::length)).containsOnly(2, 3, 4);
		List<Examples> others = data.otherLengths();
		assertThat(others).extracting((examples) -> examples.plaintexts()[0].length)
			.containsExactly(8, 32, 64, 256, 1024, 4096);
		others.forEach((examples) -> assertAreVigenere(examples, examples.plaintexts()[0].length, keys));
	}

	private static void assertAreVigenere(Examples examples, int length, Set<String> keys) {
		for (int i = 0; i < examples.plaintexts().length; i++) {
			int[] plaintext = examples.plaintexts()[i];
			assertThat(plaintext).hasSize(length);
			String[] written = ANY_KEY.write(examples.ciphertexts()[i], length).split(":");
			assertThat(examples.ciphertexts()[i]).hasSize(written[0].length() + 1 + length);
			SymbolCipher cipher = new Vigenere(new Key.Given(written[0])).over(Alphabet.LATIN26);
			assertThat(Alphabet.LATIN26.read(written[1]).symbols()).isEqualTo(cipher.encrypt(plaintext));
			keys.add(written[0]);
		}
	}

	@Test
	void drawsTheSameFromTheSameSeed() {
		Examples one = vigenere(7).batches().next(9);
		Examples again = vigenere(7).batches().next(9);
		Examples other = vigenere(8).batches().next(9);
		assertThat(again.ciphertexts()).isDeepEqualTo(one.ciphertexts());
		assertThat(Arrays.deepEquals(other.ciphertexts(), one.ciphertexts())).isFalse();
	}

	@Test
	void eachSourceOfMessagesIsByItself() {
		CipherData data = vigenere(7);
		TrainingData.Batches one = data.batches();
		TrainingData.Batches other = data.batches();
		int[][] first = one.next(9).ciphertexts();
		int[][] tested = data.test(9, 0).ciphertexts();
		int[][] second = one.next(9).ciphertexts();
		other.skip(9);
		assertThat(other.next(9).ciphertexts()).isDeepEqualTo(second);
		assertThat(data.test(9, 0).ciphertexts()).isDeepEqualTo(tested);
		assertThat(data.otherLengths().get(1).ciphertexts()).isDeepEqualTo(data.otherLengths().get(1).ciphertexts());
		Set<List<Integer>> all = new HashSet<>();
		for (int[][] messages : List.of(first, second, tested, data.test(9, 1).ciphertexts(),
				data.validation().ciphertexts())) {
			Arrays.stream(messages).map((message) -> Arrays.stream(message).boxed().toList()).forEach(all::add);
		}
		assertThat(all).hasSize(4 * 9 + 500);
		assertThat(data.longest()).isEqualTo(15);
	}

	@Test
	void beginsWithShortMessages() {
		CipherData data = vigenere(7);
		TrainingData.Batches batches = data.curriculum();
		TrainingData.Batches skipped = data.curriculum();
		Set<String> keys = new HashSet<>();
		int length = 0;
		while (!batches.isWhole()) {
			Examples easy = batches.next(64);
			assertAreVigenere(easy, easy.plaintexts()[0].length, keys);
			assertThat(easy.plaintexts()[0].length).isGreaterThan(length);
			length = easy.plaintexts()[0].length;
			assertThat(easy.plaintexts()).hasDimensions(640 / length, length);
			batches.harder();
			skipped.skip(64);
			skipped.harder();
		}
		assertThat(keys).hasSizeGreaterThan(640);
		Examples all = batches.next(64);
		assertThat(skipped.next(64).ciphertexts()).isDeepEqualTo(all.ciphertexts());
		assertAreVigenere(all, 10, keys);
		assertThat(all.plaintexts()).hasDimensions(64, 10);
		assertThat(data.batches().isWhole()).isTrue();
		assertThatIllegalStateException().isThrownBy(data.batches()::harder);
		assertThat(swap(null, 10).curriculum()).isNull();
	}

	@Test
	void drawsNoLengthThatTheCipherCannotDo() {
		String text = "CALLMEISHMAELSOMEYEARSAGONEVERMINDHOWLONGPRECISELY";
		CipherData data = CipherData.of(CipherData.Keyed.of(new RunningKey(text), Alphabet.LATIN26), Alphabet.LATIN26,
				new CiphertextFormat(Alphabet.LATIN26, null), 10, 7);
		assertThat(data.otherLengths()).extracting((examples) -> examples.plaintexts()[0].length)
			.containsExactly(8, 32);
	}

	@Test
	void hasTheLengthsThatTheCipherDraws() {
		CipherData data = swap(null, 9);
		Examples examples = data.batches().next(1);
		assertThat(examples.plaintexts()[0]).hasSize(10);
		assertThat(examples.ciphertexts()[0]).isEqualTo(new Swap().encrypt(examples.plaintexts()[0]));
	}

	@ParameterizedTest
	@CsvSource({ "10,", ", 10" })
	void hasNoOtherLengthsWhereOneIsFixed(Integer length, Integer block) {
		CipherData data = swap(new CiphertextLayout(null, length, block), 10);
		assertThat(data.otherLengths()).isEmpty();
		assertThat(data.test(3, 0).ciphertexts()).hasDimensions(3, 10);
	}

	/** Vigenère with a key of 2 to 4 letters for each message. */
	private static AnyKey anyVigenere() {
		return new AnyKey(Alphabet.LATIN26, new Key.Length(2, 4),
				(random) -> random.ints(random.nextInt(2, 5), 0, 26).toArray(), CipherDataTests::vigenere);
	}

	private static SymbolCipher vigenere(int[] key) {
		String text = IntStream.of(key)
			.collect(StringBuilder::new, (letters, symbol) -> letters.append((char) ('A' + symbol)),
					StringBuilder::append)
			.toString();
		return new Vigenere(new Key.Given(text)).over(Alphabet.LATIN26);
	}

	/** Swaps neighbours, so that its messages are of an even length. */
	private static final class Swap implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			return IntStream.range(0, plaintext.length).map((i) -> plaintext[i ^ 1]).toArray();
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			return encrypt(ciphertext);
		}

		@Override
		public int[] draw(int length, int size, RandomGenerator random) {
			return random.ints(length + length % 2, 0, size).toArray();
		}

	}

}
