package dev.decipher.alphabet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.decipher.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Symbols of several characters each: an ordered set of 2 to 4096 of them. Immutable;
 * equal when the symbols and what parts them are equal.
 * <p>
 * Tokens are set apart by white space, {@code 17 03 99}: a text's token is read as itself
 * if it is one of these, else as its upper case, else as its lower case, by Unicode's
 * full case mappings without a locale. Any other token is foreign and passes through.
 * White space does not; it only parts tokens.
 * <p>
 * Or each has the same number of characters, {@code 170399}: then only characters that
 * tokens have are read, in the same cases, and all others, white space too, are dropped.
 * <p>
 * In JSON an object, <code>{"tokens": "whitespace", "symbols": ["01", "17"]}</code> or
 * <code>{"tokens": {"length": 2}, "symbols": ["01", "17"]}</code>.
 */
public final class Tokens implements Symbols {

	static final int MIN_SIZE = 2;

	static final int MAX_SIZE = 4096;

	/** Characters of a token: a text of a million symbols must stay a text. */
	private static final int MAX_LENGTH = 64;

	private final List<String> symbols;

	private final Map<String, Integer> indices;

	/** The characters of each token; 0 where white space parts them. */
	private final int length;

	/** The characters that tokens have; where these are digits, all digits of ASCII. */
	private final BitSet characters = new BitSet();

	/** The characters that tokens of one length have. */
	private final @Nullable Alphabet labels;

	private Tokens(List<String> symbols, int length) {
		this.length = length;
		InvalidInput.throwIf(symbols.size() < MIN_SIZE || symbols.size() > MAX_SIZE, "/symbols",
				"must be between " + MIN_SIZE + " and " + MAX_SIZE + " tokens, not " + symbols.size());
		this.symbols = List.copyOf(symbols);
		this.indices = new HashMap<>();
		for (int index = 0; index < this.symbols.size(); index++) {
			String symbol = this.symbols.get(index);
			String fault = faultOf(symbol);
			if (fault == null && this.indices.putIfAbsent(symbol, index) != null) {
				fault = "is there twice";
			}
			if (fault != null) {
				throw InvalidInput.at("/symbols/" + index, fault);
			}
			InvalidInput.throwIf(length > 0 && symbol.codePointCount(0, symbol.length()) != length, "/symbols/" + index,
					"must have " + length + " characters");
		}
		this.symbols.stream().flatMapToInt(String::codePoints).forEach(this.characters::set);
		if (this.characters.stream().anyMatch(Character::isDigit)) {
			this.characters.set('0', '9' + 1);
		}
		this.labels = (length > 0) ? Alphabet.of(String.join("", this.symbols)
			.codePoints()
			.distinct()
			.mapToObj(Character::toString)
			.collect(Collectors.joining())) : null;
	}

	/**
	 * The given tokens.
	 * @throws InvalidInput at {@code /symbols} unless these are 2 to 4096, at
	 * {@code /symbols/{i}} unless each is distinct and 1 to 64 characters without white
	 * space, NUL and lone surrogates
	 */
	public static Tokens of(List<String> symbols) {
		return new Tokens(symbols, 0);
	}

	/**
	 * Tokens of one length.
	 * @param length the characters of each, at least 1
	 * @throws InvalidInput as {@link #of(List)} does, and at {@code /symbols/{i}} for a
	 * token of another length
	 */
	public static Tokens ofLength(int length, List<String> symbols) {
		return new Tokens(symbols, length);
	}

	/**
	 * All tokens of one length over some characters, in the order of dictionaries: the
	 * first character counts most.
	 * @param labels the characters
	 * @param length how many characters a token has, at least 1
	 * @throws InvalidInput at {@code /symbols} if there are more than 4096
	 */
	public static Tokens all(Alphabet labels, int length) {
		InvalidInput.throwIf(Math.pow(labels.size(), length) > MAX_SIZE, "/symbols",
				"must be at most " + MAX_SIZE + ", and there are more of " + length + " characters");
		List<String> all = List.of("");
		for (int i = 0; i < length; i++) {
			all = all.stream()
				.flatMap((start) -> IntStream.range(0, labels.size()).mapToObj((label) -> start + labels.symbol(label)))
				.toList();
		}
		return new Tokens(all, length);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Tokens fromJson(JsonNode json) {
		InvalidInput.throwIf(!json.isObject(), "", "must be an object with tokens and their symbols");
		Alphabet.requireOnly(Set.of("tokens", "symbols"), json);
		int length = InvalidInput.under("/tokens", () -> TokenForm.fromJson(json.path("tokens"))).length();
		JsonNode symbols = json.path("symbols");
		InvalidInput.throwIf(!symbols.isArray(), "/symbols", "must be an array of strings");
		List<String> texts = new ArrayList<>(symbols.size());
		for (JsonNode symbol : symbols) {
			InvalidInput.throwIf(!symbol.isString(), "/symbols/" + texts.size(), "must be a string");
			texts.add(symbol.stringValue());
		}
		return new Tokens(texts, length);
	}

	@JsonValue
	Map<String, Object> toJson() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("tokens", new TokenForm(this.length).toJson());
		json.put("symbols", this.symbols);
		return json;
	}

	/** Why a text can be no token; else null. */
	static @Nullable String faultOf(String token) {
		if (token.isEmpty()) {
			return "must not be empty";
		}
		if (token.codePointCount(0, token.length()) > MAX_LENGTH) {
			return "must have at most " + MAX_LENGTH + " characters";
		}
		if (Characters.endOfToken(token, 0) < token.length()) {
			return "must not have white space in it";
		}
		return Characters.faultOf(token);
	}

	@Override
	public int size() {
		return this.symbols.size();
	}

	@Override
	public String symbol(int index) {
		return this.symbols.get(index);
	}

	/**
	 * The symbol that a token is read as: itself, else its upper case, else its lower
	 * case.
	 * @return the index of the symbol, or -1 for a foreign token
	 */
	public int indexOf(String token) {
		Integer index = this.indices.get(token);
		if (index == null) {
			index = this.indices.get(token.toUpperCase(Locale.ROOT));
		}
		if (index == null) {
			index = this.indices.get(token.toLowerCase(Locale.ROOT));
		}
		return (index != null) ? index : -1;
	}

	@Override
	public String separator() {
		return (this.length > 0) ? "" : " ";
	}

	@Override
	public boolean dropsForeign() {
		return this.length > 0;
	}

	/** The characters of each token; 0 where white space parts them. */
	public int length() {
		return this.length;
	}

	/**
	 * The characters that tokens of one length have, in the order in which they occur.
	 * @throws NullPointerException if white space parts the tokens
	 */
	public Alphabet labels() {
		return Objects.requireNonNull(this.labels);
	}

	/**
	 * Whether a text that is no token could be taken for one: it has a character that
	 * tokens have, or any digit where they have digits.
	 */
	public boolean resembles(String text) {
		return text.codePoints().anyMatch(this.characters::get);
	}

	@Override
	public Message read(String text, boolean lineBreaksPass) {
		return Message.of(this, text, lineBreaksPass);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Tokens tokens && this.symbols.equals(tokens.symbols) && this.length == tokens.length;
	}

	@Override
	public int hashCode() {
		return this.symbols.hashCode();
	}

	@Override
	public String toString() {
		return String.join(" ", this.symbols) + ((this.length > 0) ? " (of " + this.length + " characters each)" : "");
	}

}
