package dev.decipher.cipher.substitution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.cipher.Cipher;
import dev.decipher.cipher.Source;
import dev.decipher.cipher.Parameters;
import dev.decipher.cipher.SymbolCipher;
import dev.decipher.problem.InvalidInput;
import dev.decipher.problem.JsonPointers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A nomenclator: tokens for letters, for words, names and syllables, and some that mean
 * nothing. From left to right the longest word that begins at a place is enciphered as
 * one token, whether it stands by itself or within another. Tokens of several for the
 * same thing, and nulls, follow from the message, so that a message always becomes the
 * same ciphertext.
 *
 * @param letters the tokens for symbols of the alphabet; those that are left out can't be
 * enciphered
 * @param words the tokens for words, names and syllables of two symbols or more
 * @param nulls tokens that mean nothing
 */
@JsonTypeName("nomenclator")
@Schema(description = "Tokens for letters, for whole words, names and syllables, and some that mean nothing",
		example = Nomenclator.EXAMPLE)
@Source("David Kahn, The Codebreakers, 1967, chapter 3")
public record Nomenclator(@Schema(
		description = "For each letter the tokens that stand for it; one that is left out can't be enciphered") Homophones letters,
		@Nullable @Schema(
				description = "For words, names and syllables the tokens that stand for each; the longest is taken "
						+ "first, also within a word") Homophones words,
		@Nullable @Schema(
				description = "Tokens that mean nothing; some are put in, and all are left out on the way back") List<String> nulls)
		implements
			Cipher {

	static final String EXAMPLE = """
			{"type": "nomenclator", "letters": {"A": ["12", "31"], "B": ["44"], "C": ["27"], "D": ["40"],
			 "E": ["15", "36", "58"], "F": ["21"], "G": ["53"], "H": ["30"], "I": ["18", "47"], "J": ["60"],
			 "K": ["25"], "L": ["51"], "M": ["34"], "N": ["16", "42"], "O": ["29", "55"], "P": ["13"],
			 "Q": ["62"], "R": ["38"], "S": ["20", "49"], "T": ["24", "57"], "U": ["33"], "V": ["45"],
			 "W": ["17"], "X": ["61"], "Y": ["28"], "Z": ["63"]},
			 "words": {"THE": ["101"], "AND": ["102"], "KING": ["210", "211"], "LONDON": ["305"]},
			 "nulls": ["70", "71"]}""";

	private static final int LONGEST_WORD = 64;

	public Nomenclator {
		nulls = (nulls != null) ? Parameters.list("nulls", nulls) : null;
	}

	@Override
	public boolean keepsLength() {
		return false;
	}

	@Override
	public Cipher withKeyDrawn(Alphabet alphabet, RandomGenerator random) {
		if (!(this.letters instanceof Homophones.Random left)) {
			return this;
		}
		Set<String> others = new HashSet<>(Objects.requireNonNullElse(this.nulls, List.of()));
		wordTable().values().forEach(others::addAll);
		return new Nomenclator(Homophonic.draw("letters", left, others, alphabet, random), this.words, this.nulls);
	}

	@Override
	public double keyNats(Alphabet alphabet) {
		return meanings(alphabet, new TokenTable()).stream().mapToInt((meaning) -> Math.max(1, meaning.length)).sum()
				* Math.log(alphabet.size());
	}

	@Override
	public Symbols ciphertextSymbols(Alphabet alphabet) {
		TokenTable tokens = new TokenTable();
		meanings(alphabet, tokens);
		return Tokens.of(tokens.tokens());
	}

	@Override
	public SymbolCipher over(Alphabet alphabet) {
		return new WordCoder(alphabet, meanings(alphabet, new TokenTable()).toArray(int[][]::new), true);
	}

	/**
	 * The meaning of each token: (tokens, length), no symbol for a null.
	 * @param tokens a table to add the tokens to
	 */
	private List<int[]> meanings(Alphabet alphabet, TokenTable tokens) {
		if (!(this.letters instanceof Homophones.Given given)) {
			throw InvalidInput.at("/letters", "must be given");
		}
		List<int[]> meanings = new ArrayList<>();
		int[] counts = tokens.addSymbols("letters", given.table(), alphabet);
		for (int symbol = 0; symbol < counts.length; symbol++) {
			meanings.addAll(Collections.nCopies(counts[symbol], new int[] { symbol }));
		}
		Set<String> seen = new HashSet<>();
		wordTable().forEach((word, own) -> {
			String pointer = "/words" + JsonPointers.of(word);
			int[] symbols = alphabet.read(word).symbols();
			InvalidInput.throwIf(symbols.length < 2 || symbols.length > LONGEST_WORD, pointer,
					"must have 2 to " + LONGEST_WORD + " symbols of the alphabet; single ones belong to the letters");
			InvalidInput.throwIf(!seen.add(Arrays.toString(symbols)), pointer, "is the same word as another one");
			tokens.add(pointer, own);
			meanings.addAll(Collections.nCopies(own.size(), symbols));
		});
		if (this.nulls != null && !this.nulls.isEmpty()) {
			tokens.add("/nulls", this.nulls);
			meanings.addAll(Collections.nCopies(this.nulls.size(), new int[0]));
		}
		tokens.requireSize("/letters");
		return meanings;
	}

	private Map<String, List<String>> wordTable() {
		InvalidInput.throwIf(this.words instanceof Homophones.Random, "/words", "must be given");
		return (this.words instanceof Homophones.Given given) ? given.table() : Map.of();
	}

}
