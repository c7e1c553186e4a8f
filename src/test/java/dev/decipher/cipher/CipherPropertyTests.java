package dev.decipher.cipher;

import java.util.Random;

import dev.decipher.alphabet.Alphabet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
