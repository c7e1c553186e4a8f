package dev.decipher.cipher.polyalphabetic;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Key;
import dev.decipher.cipher.KeyForm;
import dev.decipher.cipher.KeyNumbers;
import dev.decipher.cipher.KeyPart;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.KeyedCipher;
import dev.decipher.cipher.Keywords;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.SymbolCipher;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The Condi cipher, of consecutive digraphs: each symbol moves on in a keyed alphabet by
 * the place that the plaintext symbol before it has there, counted from 1.
 *
 * @param key a keyword that the alphabet starts with
 * @param start by how many places the first symbol moves; any integer
 */
@JsonTypeName("condi")
@Schema(description = "Each symbol moves on in a keyed alphabet by the place of the plaintext symbol before it",
		example = "{\"type\": \"condi\", \"key\": \"CRYPTOGRAM\", \"start\": 10}")
@Source("G4EGG, Condi, The Cryptogram, September 2011")
public record Condi(@Schema(description = QuagmireCipher.ALPHABET) Key key, @Schema(
		description = "Places by which the first symbol moves; any integer, modulo the alphabet's size") Integer start)
		implements
			KeyedCipher {

	@Override
	public KeyForm keyForm(String name) {
		return KeyForm.ALPHABET;
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return Keywords.keyNats(keySpace(alphabet).nats(), 0, Parameters.keyedAlphabet("key", this.key, alphabet));
	}

	@Override
	public KeySpace keySpace(Alphabet alphabet) {
		int size = alphabet.size();
		return KeySpace.of((keys) -> new Chained(keys[0], keys[1][0]),
				(keys) -> new Condi(Parameters.key(keys[0], alphabet), keys[1][0]), KeyPart.permutation(size),
				KeyPart.numbers(1, size));
	}

	@Override
	public List<KeySpace> keySpaces(Alphabet alphabet, int[] ciphertext) {
		return List.of(keySpace(alphabet));
	}

	@Override
	public Function<int[][], SymbolCipher> keyed(Alphabet alphabet) {
		int first = Math.floorMod(this.start, alphabet.size());
		return (keys) -> new Chained(keys[0], first);
	}

	/**
	 * At work.
	 *
	 * @param alphabet the keyed one, (size)
	 * @param start places that the first symbol moves by, from 0 to below the size
	 */
	private record Chained(int[] alphabet, int start) implements SymbolCipher {

		@Override
		public int[] encrypt(int[] plaintext) {
			int[] places = KeyNumbers.inverse(this.alphabet);
			int[] ciphertext = new int[plaintext.length];
			int shift = this.start;
			for (int i = 0; i < plaintext.length; i++) {
				int place = places[plaintext[i]];
				ciphertext[i] = this.alphabet[(place + shift) % places.length];
				shift = place + 1;
			}
			return ciphertext;
		}

		@Override
		public int[] decrypt(int[] ciphertext) {
			int[] places = KeyNumbers.inverse(this.alphabet);
			int[] plaintext = new int[ciphertext.length];
			int shift = this.start;
			for (int i = 0; i < ciphertext.length; i++) {
				int place = Math.floorMod(places[ciphertext[i]] - shift, places.length);
				plaintext[i] = this.alphabet[place];
				shift = place + 1;
			}
			return plaintext;
		}

	}

}
