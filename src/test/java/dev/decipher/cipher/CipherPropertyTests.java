package dev.decipher.cipher;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.polyalphabetic.Vigenere;
import dev.decipher.cipher.substitution.Affine;
import dev.decipher.cipher.substitution.Atbash;
import dev.decipher.cipher.substitution.Caesar;
import dev.decipher.cipher.substitution.Rot47;
import dev.decipher.cipher.substitution.Substitution;
import dev.decipher.cipher.polyalphabetic.RunningKey;
import dev.decipher.cipher.transposition.Transposition;
import dev.decipher.problem.InvalidInput;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CipherPropertyTests {

	@Property
	void caesarDecryptsWhatItEncrypted(@ForAll("alphabets") Alphabet alphabet, @ForAll int shift, @ForAll long seed) {
		verify(new Caesar(shift), alphabet, seed);
	}

	@Property
	void atbashDecryptsWhatItEncrypted(@ForAll("alphabets") Alphabet alphabet, @ForAll long seed) {
		verify(new Atbash(), alphabet, seed);
	}

	@Property
	void affineDecryptsWhatItEncrypted(@ForAll("alphabets") Alphabet alphabet, @ForAll int a, @ForAll int b,
			@ForAll long seed) {
		Assume.that(gcd(a, alphabet.size()) == 1);
		verify(new Affine(a, b), alphabet, seed);
	}

	@Property
	void vigenereDecryptsWhatItEncrypted(@ForAll("alphabets") Alphabet alphabet, @ForAll("lengths") Key.Length length,
			@ForAll long seed) {
		verify(new Vigenere(new Key.Random(length)).withKeyDrawn(alphabet, new Random(seed)), alphabet, seed);
	}

	@Property
	void substitutionDecryptsWhatItEncrypted(@ForAll("alphabets") Alphabet alphabet, @ForAll long seed) {
		verify(new Substitution(new Key.Random(null)).withKeyDrawn(alphabet, new Random(seed)), alphabet, seed);
	}

	/** Each type with keys left to chance, or with another one for every message. */
	private static final List<String> TEMPLATES = List.of("{'type':'rot47'}", "{'type':'substitution','key':R}",
			"{'type':'vigenere','key':R}", "{'type':'variant-vigenere','key':R}", "{'type':'beaufort','key':R}",
			"{'type':'porta','key':R}", "{'type':'gronsfeld','key':R}", "{'type':'autokey','key':R}",
			"{'type':'vigenere','key':{'any':true}}", "{'type':'variant-vigenere','key':{'any':{}}}",
			"{'type':'beaufort','key':{'any':{'length':[3,6]}}}", "{'type':'porta','key':{'any':{'length':[1,1]}}}",
			"{'type':'gronsfeld','key':{'any':{'length':[1,1000]}}}", "{'type':'autokey','key':{'any':true}}",
			"{'type':'progressive','key':{'any':true},'step':-2147483648}", "{'type':'progressive','key':R,'step':3}",
			"{'type':'running-key','text':'01 is the least, and 89 is not much more in this'}", "{'type':'trithemius'}",
			"{'type':'hill','key':R}", "{'type':'hill','key':{'random':{'length':[5,9]}}}",
			"{'type':'hill','key':{'random':{'length':[4,9]}}}", "{'type':'playfair','key':R}",
			"{'type':'playfair','key':{'random':{'length':[3,1000]}}}", "{'type':'bifid','key':R,'period':7}",
			"{'type':'trifid','key':R,'period':7}", "{'type':'four-square','key1':R,'key2':R}",
			"{'type':'two-square','key1':R,'key2':R,'direction':'vertical'}",
			"{'type':'two-square','key1':R,'key2':R,'direction':'horizontal'}", "{'type':'columnar','key':R}",
			"{'type':'columnar','key':{'random':{'length':[1,40]}},'block':13}",
			"{'type':'double-columnar','key1':R,'key2':R}", "{'type':'double-columnar','key1':R,'key2':R,'block':30}",
			"{'type':'rail-fence','rails':2}", "{'type':'rail-fence','rails':5,'block':12}",
			"{'type':'rail-fence','rails':1000}", "{'type':'scytale','columns':7}",
			"{'type':'scytale','columns':1000,'block':3}", "{'type':'nihilist','key':R,'squareKey':R}",
			"{'type':'homophonic','key':R}", "{'type':'homophonic','key':{'random':{'length':[16,16]}}}",
			"{'type':'chaocipher','left':R,'right':R}", "{'type':'enigma','model':'I'}",
			"{'type':'enigma','model':'M3','rotors':R,'reflector':R,'rings':R,'positions':R,'plugboard':R}",
			"{'type':'enigma','model':'M4','plugboard':{'random':{'length':[1,13]}}}",
			"{'type':'enigma','model':'I','positions':{'any':true}}",
			"{'type':'enigma','model':'M4','positions':{'any':{'length':[3,4]}}}");

	/** The longest message that a cipher fills up a single symbol to. */
	private static final int LONGEST_BLOCK = 1000;

	private static final List<Alphabet> ALPHABETS = List.of(Alphabet.LATIN26, Alphabet.LATIN27, Alphabet.LATIN25,
			new Rot47().defaultAlphabet(), Alphabet.of("01"), Alphabet.of("0123"), Alphabet.of("01234"),
			Alphabet.of("0123456789"), Alphabet.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"));

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Provide
	Arbitrary<Cipher> ciphers() {
		return Arbitraries
			.of(Stream
				.concat(TEMPLATES.stream(), CipherVectors.families().flatMap((family) -> family.templates().stream()))
				.toList())
			.map((template) -> JSON.readValue(template.replace("R", "{'random':{}}").replace('\'', '"'), Cipher.class));
	}

	@Property(tries = 2000)
	void everyCipherDecryptsWhatItEncrypted(@ForAll("ciphers") Cipher cipher, @ForAll("suited") Alphabet alphabet,
			@ForAll @IntRange(max = 120) int length, @ForAll long seed) {
		Assume.that(accepts(cipher, alphabet));
		Random random = new Random(seed);
		Cipher drawn = cipher.withKeyDrawn(alphabet, random);
		assertThat(cipher.withKeyDrawn(alphabet, new Random(seed))).isEqualTo(drawn);
		assertThat(drawn.withKeyDrawn(alphabet, random)).isSameAs(drawn);
		assertThat(JSON.readValue(JSON.writeValueAsString(drawn), Cipher.class)).isEqualTo(drawn);

		AnyKey anyKey = drawn.anyKey(alphabet);
		SymbolCipher symbolCipher = (anyKey != null) ? withAnyOf(anyKey, random) : drawn.over(alphabet);
		int wanted = Math.min(length, symbolCipher.maxLength());
		int[] plaintext = symbolCipher.draw(wanted, alphabet.size(), random);
		assertThat(plaintext).hasSizeBetween(wanted, wanted + LONGEST_BLOCK - 1);
		assertThat(symbolCipher.prepare(plaintext)).isEqualTo(plaintext);
		verifyInverse(drawn, symbolCipher, plaintext, alphabet);

		int[] whatever = random.ints(wanted, 0, alphabet.size()).toArray();
		verifyInverse(drawn, symbolCipher, symbolCipher.prepare(whatever), alphabet);
	}

	private static SymbolCipher withAnyOf(AnyKey anyKey, Random random) {
		int[] key = anyKey.draw(random);
		assertThat(key).hasSizeBetween(anyKey.length().min(), anyKey.length().max());
		assertThat(Arrays.stream(key)).allMatch((symbol) -> symbol >= 0 && symbol < anyKey.alphabet().size());
		return anyKey.with(key);
	}

	private static void verifyInverse(Cipher cipher, SymbolCipher symbolCipher, int[] plaintext, Alphabet alphabet) {
		int[] ciphertext = symbolCipher.encrypt(plaintext);
		int symbols = cipher.ciphertextSymbols(alphabet).size();
		if (cipher.keepsLength()) {
			assertThat(ciphertext).hasSameSizeAs(plaintext);
		}
		assertThat(Arrays.stream(ciphertext)).allMatch((symbol) -> symbol >= 0 && symbol < symbols);
		assertThat(symbolCipher.encrypt(plaintext)).isEqualTo(ciphertext);
		int[] deciphered = symbolCipher.decrypt(ciphertext);
		assertThat(symbolCipher.encrypt(deciphered)).isEqualTo(ciphertext);
		if (cipher.determinesPlaintext()) {
			assertThat(deciphered).isEqualTo(plaintext);
		}
		assertThat(cipher.transposes() || !(symbolCipher instanceof Transposition)).isTrue();
		if (cipher.transposes()) {
			assertThat(Arrays.stream(ciphertext).sorted().toArray())
				.isEqualTo(Arrays.stream(plaintext).sorted().toArray());
		}
	}

	private static boolean accepts(Cipher cipher, Alphabet alphabet) {
		try {
			cipher.requireAlphabet(alphabet);
			cipher.withKeyDrawn(alphabet, new Random(0));
			return !(cipher instanceof RunningKey) || alphabet.symbols().contains("0");
		}
		catch (InvalidInput ex) {
			return false;
		}
	}

	@Provide
	Arbitrary<Alphabet> suited() {
		return Arbitraries.of(ALPHABETS);
	}

	@Provide
	Arbitrary<Alphabet> alphabets() {
		Arbitrary<Alphabet> custom = Arbitraries
			.oneOf(Arbitraries.integers().between(0x20, 0x17f), Arbitraries.integers().between(0x1f600, 0x1f64f))
			.set()
			.ofMinSize(2)
			.ofMaxSize(256)
			.map((codePoints) -> {
				StringBuilder symbols = new StringBuilder();
				codePoints.forEach(symbols::appendCodePoint);
				return Alphabet.of(symbols.toString());
			});
		return Arbitraries.oneOf(Arbitraries.of(Alphabet.LATIN26, Alphabet.LATIN27, Alphabet.LATIN25), custom);
	}

	@Provide
	Arbitrary<Key.Length> lengths() {
		return Arbitraries.integers()
			.between(1, 30)
			.flatMap((min) -> Arbitraries.integers().between(min, 60).map((max) -> new Key.Length(min, max)));
	}

	private static void verify(Cipher cipher, Alphabet alphabet, long seed) {
		Random random = new Random(seed);
		int[] plaintext = random.ints(random.nextInt(100), 0, alphabet.size()).toArray();
		SymbolCipher symbolCipher = cipher.over(alphabet);
		int[] ciphertext = symbolCipher.encrypt(plaintext);
		assertThat(ciphertext).hasSameSizeAs(plaintext);
		assertThat(symbolCipher.decrypt(ciphertext)).isEqualTo(plaintext);
	}

	private static long gcd(long one, long other) {
		return (other == 0) ? Math.abs(one) : gcd(other, one % other);
	}

}
