package dev.decipher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which series a query of Prometheus asks for.
 */
final class PromQl {

	private static final Pattern TOKEN = Pattern
		.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\[[^]]*]|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][\\w.]*|\\S");

	private static final Pattern NAME = Pattern.compile("[a-zA-Z_:].*");

	/** Are followed by names of labels in parentheses. */
	private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "atan2", "inf", "nan");

	private final List<String> tokens;

	private final List<Selector> selectors = new ArrayList<>();

	private int at;

	/**
	 * A selector of series.
	 *
	 * @param metric its name
	 * @param labels the names of the labels that it is narrowed by
	 */
	record Selector(String metric, Set<String> labels) {
	}

	private PromQl(String query) {
		this.tokens = TOKEN.matcher(query).results().map((match) -> match.group()).toList();
	}

	/** The selectors in a query, in order. */
	static List<Selector> selectors(String query) {
		PromQl reader = new PromQl(query);
		while (reader.at < reader.tokens.size()) {
			reader.read();
		}
		return reader.selectors;
	}

	private void read() {
		String token = next();
		if (GROUPINGS.contains(token)) {
			if (peek().equals("(")) {
				skipTo(")");
			}
		}
		else if (token.equals("{")) {
			throw new IllegalArgumentException("a selector without a name: " + this.tokens);
		}
		else if (NAME.matcher(token).matches() && !WORDS.contains(token.toLowerCase(Locale.ROOT)) && !peek().equals("(")
				&& !GROUPINGS.contains(peek())) {
			this.selectors.add(new Selector(token, peek().equals("{") ? labels() : Set.of()));
		}
	}

	private String next() {
		return this.tokens.get(this.at++);
	}

	private String peek() {
		return (this.at < this.tokens.size()) ? this.tokens.get(this.at) : "";
	}

	private void skipTo(String end) {
		while (!next().equals(end)) {
			// a name of a label
		}
	}

	private Set<String> labels() {
		Set<String> labels = new TreeSet<>();
		for (String token = next(); !token.equals("}"); token = next()) {
			Matcher name = NAME.matcher(token);
			if (name.matches()) {
				labels.add(token);
			}
		}
		return labels;
	}

}
