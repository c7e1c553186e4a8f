package dev.decipher.training.data;

import java.io.IOException;
import java.util.BitSet;
import java.util.stream.Collectors;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CharacterRule;
import dev.decipher.alphabet.CiphertextFormat;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.KnownPairs;
import dev.decipher.alphabet.Lacking;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.TokenCollector;
import dev.decipher.alphabet.TokenForm;
import dev.decipher.alphabet.Tokens;
import dev.decipher.model.ModelVersion;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * How the texts of pairs are read: as a version to go on from does; without one, with the
 * symbols that are named or, where they are not, found in the pairs, and with a key in
 * front where every pair has one.
 */
record PairTexts(Alphabet alphabet, CiphertextFormat format) {

	private static final char COLON = ':';

	/**
	 * Finds out how to read pairs.
	 * @param lacking what one side may lack, of no account where the alphabets are given
	 * @throws InvalidInput with pointers into the request
	 */
	static PairTexts of(DataRequest data, PairInput source, Lacking lacking, @Nullable ModelVersion from)
			throws IOException {
		DataRequest.Ciphertext ciphertext = data.ciphertext();
		TokenForm tokens = (ciphertext != null) ? ciphertext.tokens() : null;
		Alphabet named = (ciphertext != null) ? ciphertext.alphabet() : null;
		InvalidInput.throwIf(tokens != null && named != null, "/data/ciphertext",
				"must have either alphabet or tokens");
		if (from != null) {
			InvalidInput.throwIf(
					data.isOfAllCharacters() && from.details().format().layout().characters() != CharacterRule.ALL,
					"/data/characters",
					"must be left out, as " + from.id() + " doesn't take all characters for symbols");
			return asBefore(data.alphabet(), named, tokens, from);
		}
		try {
			return (tokens != null && tokens.isFixed()) ? new RatioSearch(data, source).of(tokens.length())
					: new Finder(source, data.alphabet(), (named != null) ? named : data.alphabet(), tokens != null,
							lacking, data.isOfAllCharacters() ? CharacterRule.ALL : CharacterRule.LETTERS)
						.find();
		}
		catch (InvalidInput ex) {
			throw ex.under("/data/pairs");
		}
	}

	private static PairTexts asBefore(@Nullable Alphabet alphabet, @Nullable Alphabet ciphertext,
			@Nullable TokenForm tokens, ModelVersion from) {
		InvalidInput.throwIf(alphabet != null && !alphabet.equals(from.details().alphabet()), "/data/alphabet",
				"must be the one of " + from.id());
		Symbols before = from.details().ciphertextAlphabet();
		InvalidInput.throwIf(
				(ciphertext != null && !ciphertext.equals(before))
						|| (tokens != null && !(before instanceof Tokens known && known.length() == tokens.length())),
				"/data/ciphertext", "must have the ciphertext symbols of " + from.id());
		return new PairTexts(from.details().alphabet(), from.details().format());
	}

	/**
	 * Reads a pair and holds it to what training needs.
	 * @throws InvalidInput with pointers relative to the pair
	 */
	KnownPairs.Match read(String ciphertext, String plaintext) {
		return KnownPairs.read(ciphertext, plaintext, this.alphabet, this.format);
	}

	/**
	 * Looks at pairs, as often as it takes.
	 *
	 * @param ciphertext what ciphertexts are made of, null to find it
	 */
	private record Finder(PairInput source, @Nullable Alphabet plaintext, @Nullable Alphabet ciphertext, boolean tokens,
			Lacking lacking, CharacterRule characters) {

		PairTexts find() throws IOException {
			KnownPairs whole = new KnownPairs(this.lacking, this.characters);
			Keys keys = new Keys();
			KnownPairs bodies = new KnownPairs(this.lacking, this.characters);
			this.source.forEach((text, meaning) -> {
				add(whole, text, meaning);
				if (keys.add(text, meaning)) {
					add(bodies, body(text), meaning);
				}
			});
			PairTexts keyed = keys.areThere() ? keyed(bodies, keys) : null;
			if (keyed != null) {
				return keyed;
			}
			KnownPairs.Alphabets alphabets = alphabets(whole, false);
			return new PairTexts(alphabets.plaintext(),
					new CiphertextFormat(alphabets.ciphertext(), layout(CiphertextLayout.FREE)));
		}

		/** White space parts tokens, whatever else is a symbol. */
		private CiphertextLayout layout(CiphertextLayout layout) {
			return this.tokens ? layout : layout.with(this.characters);
		}

		private void add(KnownPairs pairs, String text, String meaning) {
			if (this.tokens) {
				pairs.addInTokens(text, meaning);
			}
			else {
				pairs.add(text, meaning);
			}
		}

		private static String body(String text) {
			return text.substring(text.indexOf(COLON) + 1);
		}

		/** With keys in front, if all that is behind them goes with the plaintexts. */
		private @Nullable PairTexts keyed(KnownPairs bodies, Keys keys) throws IOException {
			try {
				KnownPairs.Alphabets alphabets = alphabets(bodies, true);
				CiphertextFormat format = new CiphertextFormat(alphabets.ciphertext(), layout(keys.layout(alphabets)));
				boolean[] match = { true };
				this.source.forEach(
						(text, meaning) -> match[0] = match[0] && KnownPairs.match(body(text), meaning, alphabets));
				return match[0] ? new PairTexts(alphabets.plaintext(), format) : null;
			}
			catch (InvalidInput ex) {
				return null; // what comes of it without keys tells the client
			}
		}

		private KnownPairs.Alphabets alphabets(KnownPairs pairs, boolean keyed) throws IOException {
			Alphabet alphabet = (this.plaintext != null) ? this.plaintext : pairs.alphabets().plaintext();
			if (this.tokens) {
				TokenCollector collector = new TokenCollector();
				this.source.forEach((text, meaning) -> collector.add(keyed ? body(text) : text,
						alphabet.read(this.lacking.drop(meaning))));
				return new KnownPairs.Alphabets(alphabet, collector.tokens());
			}
			return new KnownPairs.Alphabets(alphabet,
					(this.ciphertext != null) ? this.ciphertext : pairs.alphabets().ciphertext());
		}

	}

	/** The texts in front of ciphertexts that may be keys. */
	private static final class Keys {

		private final BitSet characters = new BitSet();

		private boolean everywhere = true;

		private int shortest = Integer.MAX_VALUE;

		private int longest;

		/**
		 * Adds the key of a pair.
		 * @return whether all pairs have one so far
		 */
		boolean add(String ciphertext, String plaintext) {
			String key = ciphertext.substring(0, Math.max(0, ciphertext.indexOf(COLON))).strip();
			this.everywhere = this.everywhere && !key.isEmpty() && plaintext.indexOf(COLON) < 0;
			int length = key.codePointCount(0, key.length());
			this.shortest = Math.min(this.shortest, length);
			this.longest = Math.max(this.longest, length);
			key.codePoints().forEach(this.characters::set);
			return this.everywhere;
		}

		boolean areThere() {
			return this.everywhere && this.longest > 0;
		}

		/**
		 * Keys of the ciphertext's alphabet or, where that is none, of the plaintext's;
		 * of one of their own where they have other characters.
		 */
		CiphertextLayout layout(KnownPairs.Alphabets alphabets) {
			Alphabet alphabet = (alphabets.ciphertext() instanceof Alphabet ciphertext) ? ciphertext
					: alphabets.plaintext();
			boolean others = this.characters.stream().anyMatch((codePoint) -> alphabet.indexOf(codePoint) < 0);
			return new CiphertextLayout(new CiphertextLayout.KeyPrefix(others
					? Alphabet.of(this.characters.stream().mapToObj(Character::toString).collect(Collectors.joining()))
					: alphabet, this.shortest, this.longest), null, null);
		}

	}

}
