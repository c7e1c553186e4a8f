package dev.decipher.alphabet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.decipher.problem.InvalidInput;

/** Finds the tokens that ciphertexts are made of where nobody named them. */
public final class TokenCollector {

	/** Tokens of one length that are taken whether they occur or not. */
	private static final int MAX_UNSEEN = 256;

	private final int length;

	private final Set<String> found = new TreeSet<>();

	/** A collector of tokens that white space parts. */
	public TokenCollector() {
		this(0);
	}

	/** A collector of tokens of one length, at least 1. */
	public TokenCollector(int length) {
		this.length = length;
	}

	/**
	 * Adds what a ciphertext has whose tokens are parted by white space, save what passes
	 * through: a token that stands where the plaintext has the same character passing
	 * through.
	 * @param plaintext what it means, as its alphabet reads it
	 * @throws InvalidInput at the empty pointer if the text has a token that can be no
	 * symbol, or there are more than 4096 by now
	 */
	public void add(String ciphertext, Message plaintext) {
		int position = 0;
		for (String token : Characters.tokens(ciphertext)) {
			while (position < plaintext.positions() && plaintext.isSpaceAt(position)) {
				position++;
			}
			if (position >= plaintext.positions() || plaintext.symbolAt(position) >= 0
					|| !plaintext.given(position).equals(token)) {
				addToken(token);
			}
			position++;
		}
	}

	/**
	 * Adds what a ciphertext of tokens of one length has; characters at its end that are
	 * fewer are none.
	 * @throws InvalidInput as {@link #add(String, Message)} does
	 */
	public void add(String ciphertext) {
		int[] characters = ciphertext.codePoints().toArray();
		for (int from = 0; from + this.length <= characters.length; from += this.length) {
			addToken(new String(characters, from, this.length));
		}
	}

	private void addToken(String token) {
		String fault = Tokens.faultOf(token);
		if (fault != null) {
			throw InvalidInput.at("", "has a token that can't be a symbol: it " + fault);
		}
		this.found.add(token);
		InvalidInput.throwIf(this.found.size() > Tokens.MAX_SIZE, "",
				"has more distinct tokens than " + Tokens.MAX_SIZE + " with those before");
	}

	/**
	 * All that were found, sorted by their UTF-16 code units. Of one length it is all
	 * that their characters make if these are but few; letters of the Latin alphabet are
	 * the same in either case if there are no other characters.
	 * @throws InvalidInput at the empty pointer if there are fewer than 2, or more
	 * distinct characters in tokens of one length than an alphabet may have
	 */
	public Tokens tokens() {
		Set<String> tokens = (this.length > 0) ? inOneCase() : this.found;
		InvalidInput.throwIf(tokens.size() < Tokens.MIN_SIZE, "", "have " + tokens.size()
				+ " distinct tokens; at least " + Tokens.MIN_SIZE + " are needed to tell something");
		if (this.length == 0) {
			return Tokens.of(List.copyOf(tokens));
		}
		String characters = tokens.stream()
			.flatMapToInt(String::codePoints)
			.distinct()
			.sorted()
			.mapToObj(Character::toString)
			.collect(Collectors.joining());
		int count = characters.codePointCount(0, characters.length());
		InvalidInput.throwIf(count > Alphabet.MAX_SIZE, "",
				"have " + count + " distinct characters in tokens, more than " + Alphabet.MAX_SIZE);
		return (Math.pow(count, this.length) <= MAX_UNSEEN) ? Tokens.all(Alphabet.of(characters), this.length)
				: Tokens.ofLength(this.length, List.copyOf(tokens));
	}

	private Set<String> inOneCase() {
		boolean latin = this.found.stream()
			.flatMapToInt(String::codePoints)
			.allMatch((codePoint) -> Alphabet.LATIN26.indexOf(codePoint) >= 0);
		return latin ? this.found.stream()
			.map((token) -> token.toUpperCase(Locale.ROOT))
			.collect(Collectors.toCollection(TreeSet::new)) : this.found;
	}

}
