package dev.decipher.training.structure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.CipherCatalogue;
import dev.decipher.cipher.KeySpace;
import dev.decipher.cipher.SymbolCipher;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's transpositions with few keys, such as rail fences and routes, all of
 * which are tried.
 *
 * @param sample the messages to explain
 * @param cancelled asked before each key; the search then ends without a result
 */
record CataloguedPlaces(MessageSample sample, BooleanSupplier cancelled) {

	/** Symbols that each key of the catalogue's transpositions is tried on. */
	private static final int MAX_CATALOGUED_SYMBOLS = 4_000;

	/** The first that explains the messages; null if none does. */
	@Nullable Places find() {
		MessageSample some = this.sample.first(PlaceAnalysis.MAX_MESSAGES / 4);
		int longest = some.longest();
		if (longest < 2 || longest > PlaceAnalysis.MAX_LENGTH) {
			return null;
		}
		some = some.first(Math.max(PlaceAnalysis.MIN_MESSAGES, MAX_CATALOGUED_SYMBOLS / longest));
		for (Cipher cipher : CipherCatalogue.examples().values()) {
			if (!cipher.transposes()) {
				continue;
			}
			for (KeySpace keys : cipher.keySpaces(Alphabet.LATIN26, new int[longest])) {
				if (keys.isFew() && !keys.parts().isEmpty()) {
					int[][] key = keys.first();
					do {
						if (this.cancelled.getAsBoolean()) {
							return null;
						}
						Places places = places(keys.symbolCipher().apply(key));
						if (explains(places, some)) {
							return places;
						}
					}
					while (keys.next(key));
				}
			}
		}
		return null;
	}

	/**
	 * Where a transposition puts symbols, which it is shown by numbers in place of them;
	 * nowhere in messages of a length that it can't take.
	 */
	private static Places places(SymbolCipher transposition) {
		Map<Integer, Optional<int[]>> byLength = new HashMap<>();
		return (length) -> byLength.computeIfAbsent(length, (all) -> places(transposition, all)).orElse(null);
	}

	private static Optional<int[]> places(SymbolCipher transposition, int length) {
		int[] numbers = Objects.requireNonNull(Places.SAME.of(length));
		if (transposition.prepare(numbers).length != length) {
			return Optional.empty();
		}
		int[] from = transposition.encrypt(numbers);
		int[] places = new int[length];
		for (int place = 0; place < length; place++) {
			places[from[place]] = place;
		}
		return Optional.of(places);
	}

	private static boolean explains(Places places, MessageSample some) {
		MessageSample restored = places.restore(some);
		int[][] counts = new int[some.ciphertextSymbols()][some.plaintextSymbols()];
		int symbols = 0;
		for (int message = 0; message < restored.messages(); message++) {
			int[] ciphertext = restored.ciphertexts()[message];
			for (int i = 0; i < ciphertext.length; i++) {
				counts[ciphertext[i]][restored.plaintexts()[message][i]]++;
			}
			symbols += ciphertext.length;
		}
		return symbols > 0 && PlaceAnalysis.right(counts) >= PlaceAnalysis.MIN_SHARE * symbols;
	}

}
