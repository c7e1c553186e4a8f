package dev.decipher.alphabet;

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
		KnownPairs pairs = new KnownPairs();
		pairs.add("N", "A");
		pairs.add("-", "N");
		assertThat(pairs.alphabets()).isEqualTo(Alphabets.both(Alphabet.LATIN27));
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
		assertRefused("AB", "\udc00B", "/plaintext");
		assertRefused("A\0", "AB", "/ciphertext");
		assertRefused("A\ud800", "AB", "/ciphertext");
		assertRefused("A\0", "A\0", "/ciphertext", "/plaintext");
	}

	private static void assertRefused(String ciphertext, String plaintext, String... pointers) {
		assertThat(faultsOf(() -> alphabetsOf(ciphertext, plaintext))).extracting(Fault::pointer)
			.containsExactly(pointers);
		assertThat(faultsOf(() -> read(ciphertext, plaintext, Alphabets.both(Alphabet.LATIN27))))
			.extracting(Fault::pointer)
			.containsExactly(pointers);
	}

	@Test
	void namesTheAlphabetsOfAllPairs() {
		KnownPairs pairs = new KnownPairs();
		pairs.add("N!", "A!");
		assertThat(pairs.alphabets()).isEqualTo(Alphabets.both(Alphabet.LATIN26));
		pairs.add("1", "2");
		assertThat(pairs.alphabets()).isEqualTo(Alphabets.both(Alphabet.of("!12AN")));
	}

	@Test
	void readsAPair() {
		KnownPairs.Pair pair = read("b, c", "a, b", Alphabets.both(Alphabet.LATIN26));
		assertThat(pair.ciphertext()).containsExactly(1, 2);
		assertThat(pair.plaintext()).containsExactly(0, 1);
	}

	@Test
	void readsEachSideWithItsAlphabet() {
		KnownPairs.Pair pair = read("😀0", "ba", new Alphabets(Alphabet.of("ab"), Alphabet.of("0😀")));
		assertThat(pair.ciphertext()).containsExactly(1, 0);
		assertThat(pair.plaintext()).containsExactly(1, 0);
	}

	@Test
	void refusesPairsThatDoNotMatch() {
		assertThat(faultOf("ABCDE", "ABCDEF")).isEqualTo("ciphertext has 5 symbols, plaintext 6");
		assertThat(faultOf("A B", "AB "))
			.isEqualTo("has a foreign character (U+0020) at position 1 of the ciphertext only");
		assertThat(faultOf("!", "!")).isEqualTo("has no symbols of the alphabet");
		assertThat(faultOf("", "")).isEqualTo("has no symbols of the alphabet");
		assertThat(read("A!", "A?", Alphabets.both(Alphabet.LATIN26)).ciphertext()).containsExactly(0);
	}

	private static KnownPairs.Pair read(String ciphertext, String plaintext, Alphabets alphabets) {
		return KnownPairs
			.read(ciphertext, plaintext, alphabets.plaintext(), new CiphertextFormat(alphabets.ciphertext(), null))
			.pairs()
			.get(0);
	}

	private static String faultOf(String ciphertext, String plaintext) {
		List<Fault> faults = faultsOf(() -> read(ciphertext, plaintext, Alphabets.both(Alphabet.LATIN26)));
		assertThat(faults).extracting(Fault::pointer).containsExactly("");
		return faults.get(0).detail();
	}

	private static Alphabets alphabetsOf(String ciphertext, String plaintext) {
		KnownPairs pairs = new KnownPairs();
		pairs.add(ciphertext, plaintext);
		return pairs.alphabets();
	}

	private static List<Fault> faultsOf(Runnable call) {
		return catchThrowableOfType(InvalidInput.class, call::run).faults();
	}

}
