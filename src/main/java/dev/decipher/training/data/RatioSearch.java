package dev.decipher.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.alphabet.Lacking;
import dev.decipher.alphabet.TokenCollector;
import org.jspecify.annotations.Nullable;

/**
 * Finds how to read pairs whose ciphertexts have a number of characters, always the same,
 * for each symbol of their plaintexts: which characters count on either side, and how
 * many of them are a token. What doesn't count is dropped.
 */
final class RatioSearch {

	private static final int MAX_RATIO = 8;

	private final PairInput input;

	private final @Nullable Alphabet alphabet;

	private final CharacterRule characters;

	/** Ways to read ciphertexts; the first that fits is taken. */
	private final List<Reading> ciphertexts = new ArrayList<>();

	private final List<Reading> plaintexts = new ArrayList<>();

	/** A way to read texts: by an alphabet, or without some characters. */
	private record Reading(@Nullable Alphabet alphabet, Lacking lacking) {

		String symbols(String text) {
			return (this.alphabet != null) ? this.alphabet.write(this.alphabet.read(text).symbols())
					: this.lacking.drop(text);
		}

		int count(String text) {
			String symbols = symbols(text);
			return symbols.codePointCount(0, symbols.length());
		}

	}

	RatioSearch(DataRequest asked, PairInput input) {
		this.input = input;
		this.alphabet = asked.alphabet();
		this.characters = asked.isOfAllCharacters() ? CharacterRule.ALL : CharacterRule.LETTERS;
		Alphabet named = (asked.ciphertext() != null) ? asked.ciphertext().alphabet() : null;
		if (named != null) {
			this.ciphertexts.add(new Reading(named, Lacking.NOTHING));
		}
		else {
			this.ciphertexts.add(new Reading(null, Lacking.PUNCTUATION));
			this.ciphertexts.add(new Reading(null, Lacking.SPACES));
		}
		if (this.alphabet != null) {
			this.plaintexts.add(new Reading(this.alphabet, Lacking.NOTHING));
		}
		else {
			for (Lacking lacking : (this.characters == CharacterRule.ALL) ? List.of(Lacking.NOTHING)
					: List.of(Lacking.values())) {
				this.plaintexts.add(new Reading(null, lacking));
			}
		}
	}

	/** With any number of characters that fits, at least 2; null if there is none. */
	@Nullable PairTexts any() throws IOException {
		int[][] ratios = ratios();
		for (int i = 0; i < ratios.length; i++) {
			for (int j = 0; j < ratios[i].length; j++) {
				if (ratios[i][j] > 1 && ratios[i][j] <= MAX_RATIO) {
					return texts(this.ciphertexts.get(i), this.plaintexts.get(j), ratios[i][j]);
				}
			}
		}
		return null;
	}

	/** With a given number of characters, whether that fits or not. */
	PairTexts of(int ratio) throws IOException {
		int[][] ratios = ratios();
		for (int i = 0; i < ratios.length; i++) {
			for (int j = 0; j < ratios[i].length; j++) {
				if (ratios[i][j] == ratio) {
					return texts(this.ciphertexts.get(i), this.plaintexts.get(j), ratio);
				}
			}
		}
		return texts(this.ciphertexts.get(0), this.plaintexts.get(this.plaintexts.size() - 1), ratio);
	}

	/** The ratio that all pairs have by each two readings, -1 where it isn't one. */
	private int[][] ratios() throws IOException {
		int[][] ratios = new int[this.ciphertexts.size()][this.plaintexts.size()];
		this.input.forEach((ciphertext, plaintext) -> {
			int[] meant = this.plaintexts.stream().mapToInt((reading) -> reading.count(plaintext)).toArray();
			for (int i = 0; i < ratios.length; i++) {
				int symbols = this.ciphertexts.get(i).count(ciphertext);
				for (int j = 0; j < meant.length; j++) {
					int ratio = (meant[j] > 0 && symbols % meant[j] == 0) ? symbols / meant[j] : -1;
					ratios[i][j] = (ratios[i][j] == 0 || ratios[i][j] == ratio) ? ratio : -1;
				}
			}
		});
		return ratios;
	}

	private PairTexts texts(Reading ciphertexts, Reading plaintexts, int ratio) throws IOException {
		KnownPairs known = new KnownPairs(plaintexts.lacking(), this.characters);
		TokenCollector collector = new TokenCollector(ratio);
		this.input.forEach((ciphertext, plaintext) -> {
			collector.add(ciphertexts.symbols(ciphertext));
			known.addInTokens(ciphertext, ciphertexts.count(ciphertext) / ratio, plaintext);
		});
		return new PairTexts((this.alphabet != null) ? this.alphabet : known.alphabets().plaintext(),
				new CiphertextFormat(collector.tokens(), null));
	}

}
