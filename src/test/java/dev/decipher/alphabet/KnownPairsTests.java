package dev.decipher.alphabet;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.decipher.alphabet.KnownPairs.Alphabets;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.InvalidInput.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class KnownPairsTests {

	@Test
	void lettersAreLatin26() {
		assertThat(alphabetsOf("Uryyb, jbeyq!", "Hello, world!")).isEqualTo(Alphabets.both(Alphabet.LATIN26));
		assertThat(alphabetsOf("N", "A")).isEqualTo(Alphabets.both(Alphabet.LATIN26));
	}

	@Test
	void aHyphenThatIsEncipheredIsLatin27() {
		assertThat(alphabetsOf("FUVEMVEMNMERPDRF", "THIS-IS-A-SECRET")).isEqualTo(Alphabets.both(Alphabet.LATIN27));
		assertThat(alphabetsOf("fuv-n", "this-")).isEqualTo(Alphabets.both(Alphabet.LATIN27));
		assertThat(KnownPairs.alphabetsOf(List.of("N", "-"), List.of("A", "N")))
			.isEqualTo(Alphabets.both(Alphabet.LATIN27));
	}

	@Test
	void otherCharactersMakeAnAlphabetOfTheirOwn() {
		assertThat(alphabetsOf("B C", "A B")).isEqualTo(Alphabets.both(Alphabet.LATIN26));
		assertThat(alphabetsOf("B C", "AB.")).isEqualTo(Alphabets.both(Alphabet.of(" .ABC")));
		assertThat(alphabetsOf("3😀", "13")).isEqualTo(Alphabets.both(Alphabet.of("13😀")));
		assertThat(alphabetsOf("1 2", "A B")).isEqualTo(Alphabets.both(Alphabet.of(" 12AB")));
	}

	@Test
	void sidesWithoutACommonCharacterHaveTwoAlphabets() {
		assertThat(alphabetsOf("0213", "abca")).isEqualTo(new Alphabets(Alphabet.of("abc"), Alphabet.of("0123")));
	}

	@Test
	void refusesTooFewAndTooManyCharacters() {
		assertThat(faultsOf(() -> alphabetsOf("1111", "abca"))).extracting(Fault::pointer).containsExactly("");
		assertThat(faultsOf(() -> alphabetsOf("1", "1"))).extracting(Fault::pointer).containsExactly("");
		String many = IntStream.range(0, 257)
			.mapToObj((i) -> Character.toString(0x4e00 + i))
			.collect(Collectors.joining());
		assertThat(faultsOf(() -> alphabetsOf(many, many))).singleElement()
			.satisfies((fault) -> assertThat(fault.detail()).contains("257"));
	}

	@Test
	void refusesNulAndLoneSurrogates() {
		List<String> ciphertexts = List.of("AB", "A\0", "A\ud800");
		List<String> plaintexts = List.of("\udc00B", "AB", "AB");
		String[] pointers = { "/0/plaintext", "/1/ciphertext", "/2/ciphertext" };
		assertThat(faultsOf(() -> KnownPairs.alphabetsOf(ciphertexts, plaintexts))).extracting(Fault::pointer)
			.containsExactly(pointers);
		assertThat(faultsOf(() -> KnownPairs.read(ciphertexts, plaintexts, Alphabets.both(Alphabet.LATIN27))))
			.extracting(Fault::pointer)
			.containsExactly(pointers);
	}

	@Test
	void readsPairs() {
		KnownPairs pairs = KnownPairs.read(List.of("b, c", "D"), List.of("a, b", "c"),
				Alphabets.both(Alphabet.LATIN26));
		assertThat(pairs.size()).isEqualTo(2);
		assertThat(pairs.ciphertexts()).isDeepEqualTo(new int[][] { { 1, 2 }, { 3 } });
		assertThat(pairs.plaintexts()).isDeepEqualTo(new int[][] { { 0, 1 }, { 2 } });
	}

	@Test
	void readsEachSideWithItsAlphabet() {
		KnownPairs pairs = KnownPairs.read(List.of("😀0"), List.of("ba"),
				new Alphabets(Alphabet.of("ab"), Alphabet.of("0😀")));
		assertThat(pairs.ciphertexts()).isDeepEqualTo(new int[][] { { 1, 0 } });
		assertThat(pairs.plaintexts()).isDeepEqualTo(new int[][] { { 1, 0 } });
	}

	@Test
	void refusesPairsThatDoNotMatch() {
		List<String> ciphertexts = List.of("ABCDE", "AB", "A B", "!", "", "A!");
		List<String> plaintexts = List.of("ABCDEF", "AB", "AB ", "!", "", "A?");
		assertThat(faultsOf(() -> KnownPairs.read(ciphertexts, plaintexts, Alphabets.both(Alphabet.LATIN26))))
			.containsExactly(new Fault("/0", "ciphertext has 5 symbols, plaintext 6"),
					new Fault("/2", "has a foreign character (U+0020) at position 1 of the ciphertext only"),
					new Fault("/3", "has no symbols of the alphabet"),
					new Fault("/4", "has no symbols of the alphabet"));
	}

	@Test
	void tellsTheFirstTwentyFaults() {
		List<String> ciphertexts = Collections.nCopies(1000, "A\0");
		List<String> plaintexts = Collections.nCopies(1000, "A\0");
		assertThat(faultsOf(() -> KnownPairs.alphabetsOf(ciphertexts, plaintexts))).hasSize(20);
		List<String> longer = Collections.nCopies(1000, "AB");
		List<String> shorter = Collections.nCopies(1000, "A");
		assertThat(faultsOf(() -> KnownPairs.read(longer, shorter, Alphabets.both(Alphabet.LATIN26)))).hasSize(20)
			.last()
			.isEqualTo(new Fault("/19", "ciphertext has 2 symbols, plaintext 1"));
	}

	private static Alphabets alphabetsOf(String ciphertext, String plaintext) {
		return KnownPairs.alphabetsOf(List.of(ciphertext), List.of(plaintext));
	}

	private static List<Fault> faultsOf(Runnable call) {
		return catchThrowableOfType(InvalidInput.class, call::run).faults();
	}

}
