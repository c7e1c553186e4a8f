package dev.decipher.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.decipher.language.Language;
import dev.decipher.language.Languages;
import dev.decipher.problem.InvalidInput;
import dev.decipher.system.RequestReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The hints that a command takes, as a request over HTTP has them. */
final class SolveOptions {

	private static final Pattern LENGTHS = Pattern.compile("(\\d{1,9})|(\\d{1,9})?-(\\d{1,9})?");

	private static final Pattern PLACED = Pattern.compile("(?s)(.*)@(\\d{1,9})");

	@Option(names = "--cipher", paramLabel = "TYPE", description = "The type of cipher, or several with commas "
			+ "(vigenere,beaufort); auto, the default, finds that out as well")
	private @Nullable String cipher;

	@Option(names = "--language", paramLabel = "NAME",
			description = "The plaintext's language, or several with commas; any that is built in by default")
	private @Nullable String language;

	@Option(names = "--key-length", paramLabel = "MIN-MAX",
			description = "Bounds of the key's letters, columns, rails or period: 5, 3-10, 3- or -10")
	private @Nullable String keyLength;

	@Option(names = "--crib", paramLabel = "TEXT[@POSITION]",
			description = "A piece of the plaintext, and where it stands, from 0, in letters. May be repeated")
	private List<String> cribs = new ArrayList<>();

	@Option(names = "--known", paramLabel = "SYMBOL=LETTER",
			description = "A letter that a symbol of the ciphertext stands for. May be repeated")
	private Map<String, String> known = new LinkedHashMap<>();

	@Option(names = "--excluded", paramLabel = "SYMBOL=LETTERS",
			description = "Letters that a symbol doesn't stand for. May be repeated")
	private Map<String, String> excluded = new LinkedHashMap<>();

	@Option(names = "--start", paramLabel = "JSON",
			description = "A cipher with a key to go on from, as decrypt takes it")
	private @Nullable String start;

	@Option(names = "--alphabet", paramLabel = "NAME|JSON",
			description = "The plaintext's alphabet, as latin27 or {\"symbols\": \"ABC\"}")
	private @Nullable String alphabet;

	@Option(names = "--ciphertext", paramLabel = "JSON",
			description = "The ciphertext's symbols, as {\"tokens\": \"whitespace\"}")
	private @Nullable String ciphertext;

	@Option(names = "--characters", paramLabel = "RULE",
			description = "all makes every character a symbol, blanks and line breaks too")
	private @Nullable String characters;

	@Option(names = "--spelling", paramLabel = "RULE",
			description = "old, where I and J are one letter, and U and V, as before 1700")
	private @Nullable String spelling;

	@Option(names = "--words", description = "Part the words of a plaintext that came without spaces")
	private boolean words;

	@Option(names = "--max-seconds", paramLabel = "SECONDS", description = "How long to search; 10 by default")
	private @Nullable Double maxSeconds;

	@Option(names = { "--candidates", "--max-candidates" }, paramLabel = "COUNT",
			description = "How many readings to print at most, best first; 1 by default, 5 with --json")
	private @Nullable Integer candidates;

	/** The first that is named, or else the one that most texts are in. */
	Language likelyLanguage() {
		List<String> builtIn = Languages.builtIn();
		String first = (this.language != null) ? this.language.split(",")[0] : "";
		return Languages.builtIn(builtIn.contains(first) ? first : builtIn.get(0));
	}

	/**
	 * The request for a text.
	 * @throws InvalidInput as over HTTP
	 */
	SolveRequest request(String text, boolean json, RequestReader reader) {
		ObjectNode request = reader.json().createObjectNode();
		request.put("text", text);
		request.set("cipher", InvalidInput.under("/cipher", () -> list(this.cipher, reader)));
		request.set("language", InvalidInput.under("/language", () -> list(this.language, reader)));
		request.set("start", InvalidInput.under("/start", () -> reader.value(this.start)));
		request.set("keyLength", lengths(reader));
		request.set("crib", cribs(reader));
		request.set("known", reader.json().valueToTree(this.known));
		request.set("excluded", reader.json().valueToTree(this.excluded));
		request.set("alphabet", InvalidInput.under("/alphabet", () -> reader.value(this.alphabet)));
		request.set("ciphertext", InvalidInput.under("/ciphertext", () -> reader.value(this.ciphertext)));
		request.put("characters", this.characters);
		request.put("spelling", this.spelling);
		request.put("words", this.words);
		request.put("maxSeconds", this.maxSeconds);
		request.put("maxCandidates", (this.candidates == null && !json) ? Integer.valueOf(1) : this.candidates);
		// nobody else waits, so that it may take as long as a job
		request.put("async", true);
		SolveRequest read = reader.read(request, SolveRequest.class);
		read.language().forEach(Languages::requireBuiltIn);
		return read;
	}

	/** One name, several with commas, or JSON; an object stands for its type alone. */
	private static @Nullable JsonNode list(@Nullable String names, RequestReader reader) {
		JsonNode value = reader.value(names);
		if (names == null || value == null || !value.isString()) {
			return (value != null && value.isObject() && value.size() == 1 && value.has("type")) ? value.get("type")
					: value;
		}
		return names.contains(",") ? reader.json().valueToTree(names.split("\\s*,\\s*")) : value;
	}

	private @Nullable JsonNode lengths(RequestReader reader) {
		if (this.keyLength == null) {
			return null;
		}
		Matcher bounds = LENGTHS.matcher(this.keyLength);
		InvalidInput.throwIf(!bounds.matches(), "/keyLength", "must be a number or two bounds: 5, 3-10, 3- or -10");
		String one = bounds.group(1);
		ObjectNode lengths = reader.json().createObjectNode();
		put(lengths, "min", (one != null) ? one : bounds.group(2));
		put(lengths, "max", (one != null) ? one : bounds.group(3));
		return lengths;
	}

	private static void put(ObjectNode object, String name, @Nullable String number) {
		if (number != null) {
			object.put(name, Integer.parseInt(number));
		}
	}

	private JsonNode cribs(RequestReader reader) {
		ArrayNode all = reader.json().createArrayNode();
		for (String crib : this.cribs) {
			Matcher placed = PLACED.matcher(crib);
			ObjectNode one = all.addObject();
			one.put("text", placed.matches() ? placed.group(1) : crib);
			put(one, "position", placed.matches() ? placed.group(2) : null);
		}
		return all;
	}

}
