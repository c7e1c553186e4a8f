package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pairs whose ciphertexts are more than plain symbols: tokens, keys in front, fixed
 * lengths.
 */
class PairLayoutHttpTests extends ServiceTest {

	private static final String QUICK = """
			"network": {"embedding": 4, "hidden": 8, "headHidden": 0}, "training": {"maxEpochs": 1, "examplesPerEpoch": 64}""";

	private static final String TOKENS = "\"ciphertext\": {\"tokens\": \"whitespace\"}";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static ArrayNode pairs(String... texts) {
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < texts.length; i += 2) {
			pairs.addObject().put("ciphertext", texts[i]).put("plaintext", texts[i + 1]);
		}
		return pairs;
	}

	/** Pairs of a polyalphabetic cipher, each with its key of 3 or 4 letters in front. */
	private static ArrayNode keyed() {
		SplittableRandom random = new SplittableRandom(5);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < 40; i++) {
			String key = letters(3 + i % 2, random);
			String plaintext = letters(8 + i % 3, random);
			StringBuilder ciphertext = new StringBuilder(key).append(':');
			for (int j = 0; j < plaintext.length(); j++) {
				ciphertext.append((char) ('A' + (plaintext.charAt(j) + key.charAt(j % key.length()) - 2 * 'A') % 26));
			}
			pairs.addObject().put("ciphertext", ciphertext.toString()).put("plaintext", plaintext);
		}
		return pairs;
	}

	private static String request(String model, String data, String more) {
		return "{\"model\": \"%s\", \"data\": {%s}, %s}".formatted(model, data, more);
	}

	private static String from(String model) {
		return "\"from\": {\"model\": \"%s\", \"version\": 1}, \"training\": {\"maxEpochs\": 1, \"examplesPerEpoch\": 64}"
			.formatted(model);
	}

	@Test
	void collectsTokens() {
		ArrayNode pairs = pairs("08 05 12 12 15", "HELLO", "01 ! 02", "a!b", "04 05", "DE");
		JsonNode job = learn(request("in-tokens", TOKENS + ", \"pairs\": " + pairs, QUICK));
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin26");
		assertThat(job.at("/request/data/ciphertext/tokens").asString()).isEqualTo("whitespace");
		assertThat(job.at("/request/data/ciphertext/symbols").valueStream().map(JsonNode::asString))
			.containsExactly("01", "02", "04", "05", "08", "12", "15");
		assertThat(post("/decrypt", "{\"text\": \"05 12\", \"model\": \"in-tokens\"}").as(200).at("/text").asString())
			.hasSize(2);
		learn(request("in-tokens", TOKENS + ", \"pairs\": " + pairs("01 02", "AB", "05", "E"), from("in-tokens")));
		post("/train", request("in-tokens", "\"pairs\": " + pairs("01 99", "AB", "05", "E"), from("in-tokens")))
			.asFaultAt("/data/pairs/0");
		post("/train", request("seed", TOKENS + ", \"pairs\": " + pairs("N", "A", "O", "B"), from("seed")))
			.asFaultAt("/data/ciphertext");
	}

	@Test
	void collectsTokensOfAFile() {
		String form = "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
				+ request("tokens-of-file", TOKENS, QUICK)
				+ "\r\n--x\r\nContent-Disposition: form-data; name=\"pairs\"; filename=\"pairs.csv\"\r\n\r\n"
				+ "ciphertext,plaintext\nx1 x2,A-\nx2 x1,-A\nx2 x2,--\n\r\n--x--\r\n";
		JsonNode job = send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(form))).as(202);
		assertThat(job.at("/request/data/ciphertext/symbols").valueStream().map(JsonNode::asString))
			.containsExactly("x1", "x2");
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin27");
		awaitState(job.at("/id").asString(), "SUCCEEDED");
	}

	@Test
	void findsKeysInFront() {
		ArrayNode pairs = keyed();
		JsonNode job = learn(request("keyed-pairs", "\"pairs\": " + pairs, QUICK));
		JsonNode layout = job.at("/request/data/layout");
		assertThat(layout).isEqualTo(json.readTree("{\"key\": {\"alphabet\": \"latin26\", \"min\": 3, \"max\": 4}}"));
		assertThat(get("/models/keyed-pairs/versions/1").as(200).at("/layout")).isEqualTo(layout);
		JsonNode sample = get("/jobs/" + job.at("/id").asString() + "/history").as(200).at("/0/samples/0");
		assertThat(sample.at("/ciphertext").asString()).matches("[A-Z]{3,4}:[A-Z]{8,10}");
		assertThat(sample.at("/decrypted").asString()).hasSameSizeAs(sample.at("/plaintext").asString());
		String decrypted = post("/decrypt", "{\"text\": \"KEY:AB, c\", \"model\": \"keyed-pairs\"}").as(200)
			.at("/text")
			.asString();
		assertThat(decrypted).matches("[A-Z]{2}, [a-z]");
		post("/decrypt", "{\"text\": \"ABC\", \"model\": \"keyed-pairs\"}").asFaultAt("/text");

		JsonNode evaluation = post("/models/keyed-pairs/evaluate",
				json.createObjectNode().set("pairs", pairs("KEY:ABC", letters(decrypted), "ABCD:A", "Q")))
			.as(200);
		assertThat(evaluation.at("/symbols").intValue()).isEqualTo(4);
		assertThat(evaluation.at("/accuracy").doubleValue()).isGreaterThanOrEqualTo(0.75);
		post("/models/keyed-pairs/evaluate",
				json.createObjectNode().set("pairs", pairs("KEY:ABC", "ABC", "ABC", "ABC", "KEY:AB", "ABC")))
			.asFaultAt("/pairs/1/ciphertext", "/pairs/2");
		assertThat(get("/models/keyed-pairs/versions/1/activations?text=KEY:AB").as(200).at("/positions").intValue())
			.isEqualTo(6);

		learn(request("keyed-pairs", "\"pairs\": " + pairs("ABC:DEF", "GHI", "BCDE:F", "G"), from("keyed-pairs")));
		post("/train", request("keyed-pairs", "\"pairs\": " + pairs("ABC:DEF", "GHI", "DEF", "GHI", "LEMON:A", "B"),
				from("keyed-pairs")))
			.asFaultAt("/data/pairs/1/ciphertext", "/data/pairs/2/ciphertext");
	}

	private static String letters(String text) {
		return text.replaceAll("[^A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
	}

	@Test
	void takesNoKeyWhereNotEveryPairHasOne() {
		post("/train", request("not-keyed", "\"pairs\": " + pairs("KEY:ABC", "DEF", "ABC", "DEF"), QUICK))
			.asFaultAt("/data/pairs/0");
		post("/train", request("not-keyed", "\"pairs\": " + pairs("KEY:ABC", "DEF", "KEY:ABC", "DE"), QUICK))
			.asFaultAt("/data/pairs/0", "/data/pairs/1");
		// a colon that is enciphered
		JsonNode job = post("/train", request("not-keyed", "\"pairs\": " + pairs("1:2", "ABC", "2:1", "CBA"), QUICK))
			.as(202);
		awaitState(job.at("/id").asString(), "SUCCEEDED");
		assertThat(job.at("/request/data").has("layout")).isFalse();
	}

	/** By ROT13, in groups of five, with a Z at random that means nothing. */
	private static ArrayNode withNulls() {
		SplittableRandom random = new SplittableRandom(6);
		ArrayNode pairs = json.createArrayNode();
		for (int i = 0; i < 60; i++) {
			String plaintext = letters(12, random).replace('M', 'N');
			String ciphertext = plaintext.chars()
				.map((c) -> 'A' + (c - 'A' + 13) % 26)
				.mapToObj((c) -> Character.toString(c) + ((random.nextInt(5) == 0) ? "Z" : ""))
				.collect(java.util.stream.Collectors.joining());
			pairs.addObject()
				.put("ciphertext", ciphertext.replaceAll("(.{5})(?=.)", "$1 "))
				.put("plaintext", plaintext.substring(0, 5) + ", " + plaintext.substring(5));
		}
		return pairs;
	}

	@Test
	void dropsNullsAndWhatOneSideLacks() {
		JsonNode job = learn(request("nulls", "\"pairs\": " + withNulls(), "\"training\": {\"maxEpochs\": 20}"));
		assertThat(job.at("/request/data/alignment"))
			.isEqualTo(json.readTree("{\"nulls\": [\"Z\"], \"spaces\": true}"));
		assertThat(job.at("/request/data/layout")).isEqualTo(json.readTree("{\"nulls\": [\"Z\"]}"));
		assertThat(get("/models/nulls/versions/1").as(200).at("/layout/nulls/0").asString()).isEqualTo("Z");
		assertThat(
				post("/decrypt", "{\"text\": \"UzRYzzY, B! zZ\", \"model\": \"nulls\"}").as(200).at("/text").asString())
			.isEqualTo("HELl, O! ".toUpperCase(java.util.Locale.ROOT));
		JsonNode evaluation = post("/models/nulls/evaluate",
				json.createObjectNode().set("pairs", pairs("URZYYB ZJBEYQ", "HELLO, WORLD")))
			.as(200);
		assertThat(evaluation.at("/accuracy").doubleValue()).isEqualTo(1);
		learn(request("nulls", "\"pairs\": " + pairs("NZO", "AB", "PQ", "CD"), from("nulls")));
		post("/train", request("nulls", "\"cipher\": {\"type\": \"rot13\"}", from("nulls"))).asFaultAt("/data/cipher");
	}

	/** A five-by-five square, as a spreadsheet saves it. */
	@Test
	void findsTheCharactersOfASymbol() {
		SplittableRandom random = new SplittableRandom(7);
		StringBuilder file = new StringBuilder("\ufeffCiphertext;Plaintext\r\n");
		for (int i = 0; i < 60; i++) {
			String plaintext = letters(12, random).replace('J', 'I');
			plaintext.chars()
				.map((c) -> (c > 'I') ? c - 'B' : c - 'A')
				.forEach((c) -> file.append(c / 5 + 1).append(c % 5 + 1));
			file.append(';').append(plaintext, 0, 5).append(' ').append(plaintext, 5, 12).append("\r\n");
		}
		String form = "--x\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
				+ "{\"model\": \"square\", \"training\": {\"maxEpochs\": 20}}"
				+ "\r\n--x\r\nContent-Disposition: form-data; name=\"pairs\"; filename=\"pairs.txt\"\r\n\r\n" + file
				+ "\r\n--x--\r\n";
		JsonNode job = send(request("/train").header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString(form))).as(202);
		assertThat(job.at("/request/data/alignment")).isEqualTo(json.readTree("{\"ratio\": 2}"));
		assertThat(job.at("/request/data/alphabet").asString()).isEqualTo("latin26");
		assertThat(job.at("/request/data/ciphertext/tokens/length").intValue()).isEqualTo(2);
		awaitState(job.at("/id").asString(), "SUCCEEDED");
		assertThat(post("/decrypt", "{\"text\": \"23 15 31 31 34\", \"model\": \"square\"}").as(200)
			.at("/text")
			.asString()).isEqualTo("HELLO");
		post("/decrypt", "{\"text\": \"231\", \"model\": \"square\"}").asFaultAt("/text");
		assertThat(post("/models/square/evaluate", json.createObjectNode().set("pairs", pairs("2315 31 3134", "HELLO")))
			.as(200)
			.at("/accuracy")
			.doubleValue()).isEqualTo(1);
		learn(request("square",
				"\"ciphertext\": {\"tokens\": {\"length\": 2}}, \"pairs\": " + pairs("2315", "HE", "31", "L"),
				from("square")));
		post("/train", request("square", TOKENS + ", \"pairs\": " + pairs("2315", "HE", "31", "L"), from("square")))
			.asFaultAt("/data/ciphertext");
	}

	/** Texts written backwards. */
	@Test
	void takesAllCharactersForSymbols() {
		ArrayNode pairs = pairs("!b a", "a b!", "a\nb A", "A b\na", "bab", "bab");
		JsonNode job = learn(request("all", "\"characters\": \"all\", \"pairs\": " + pairs, QUICK));
		assertThat(job.at("/request/data/characters").asString()).isEqualTo("all");
		assertThat(job.at("/request/data/alphabet/symbols").asString()).isEqualTo("\n !Aab");
		assertThat(get("/models/all/versions/1").as(200).at("/layout/characters").asString()).isEqualTo("all");
		assertThat(post("/decrypt", "{\"text\": \"a b\\n\", \"model\": \"all\"}").as(200).at("/text").asString())
			.hasSize(4);
		post("/decrypt", "{\"text\": \"a B\", \"model\": \"all\"}").asFaultAt("/text");
		learn(request("all", "\"characters\": \"all\", \"pairs\": " + pairs, from("all")));
		post("/train", request("all", "\"pairs\": " + pairs("a?", "?a", "b", "b"), from("all")))
			.asFaultAt("/data/pairs/0/ciphertext");
		post("/train",
				request("seed", "\"characters\": \"all\", \"pairs\": " + pairs("N", "A", "O", "B"), from("seed")))
			.asFaultAt("/data/characters");
		post("/train",
				request("all", "\"characters\": \"all\", \"cipher\": {\"type\": \"caesar\", \"shift\": 1}", QUICK))
			.asFaultAt("/data/alphabet");
		post("/train",
				request("all",
						"\"characters\": \"all\", \"cipher\": {\"type\": \"homophonic\", "
								+ "\"key\": {\"random\": {}}}, \"alphabet\": \"latin26\"",
						QUICK))
			.asFaultAt("/data/characters");
	}

	/** A rail fence over blanks, digits and both cases. */
	@Test
	void learnsToMoveAllCharacters() {
		JsonNode job = learn(request("fence",
				"\"characters\": \"all\", \"messageLength\": 4, \"cipher\": {\"type\": \"rail-fence\", \"rails\": 2}",
				QUICK));
		assertThat(job.at("/request/data/characters").asString()).isEqualTo("all");
		assertThat(job.at("/request/data/alphabet/symbols").asString()).hasSize(95).startsWith(" !");
		assertThat(post("/decrypt", "{\"text\": \"a 1A\", \"model\": \"fence\"}").as(200).at("/text").asString())
			.hasSize(4);
		post("/decrypt", "{\"text\": \"a \u00e9A\", \"model\": \"fence\"}").asFaultAt("/text");
	}

	@Test
	void goesOnWithPairsOfTheLengthThereWas() {
		learn(request("fixed", "\"cipher\": {\"type\": \"columnar\", \"key\": \"BAC\"}, \"messageLength\": 6", QUICK));
		JsonNode job = learn(
				request("fixed", "\"pairs\": " + pairs("BEADCF", "ABCDEF", "XUTWYZ", "TUVWXY"), from("fixed")));
		assertThat(job.at("/request/data/layout/length").intValue()).isEqualTo(6);
		post("/train", request("fixed", "\"pairs\": " + pairs("BEADCF", "ABCDEF", "ABC", "ABC"), from("fixed")))
			.asFaultAt("/data/pairs/1/ciphertext");
	}

	// a quote ' stands for " here
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "'ciphertext': {'tokens': 'comma'} | {} | /data/ciphertext/tokens",
					"'ciphertext': {'tokens': {'length': 9}} | {} | /data/ciphertext/tokens/length",
					"'ciphertext': {'tokens': {'size': 2}} | {} | /data/ciphertext/tokens",
					"'ciphertext': {'tokens': 'whitespace', 'alphabet': 'latin26'} | {} | /data/ciphertext",
					"'alphabet': 'latin26' | {'attentionHeads': 2} | /network/attentionHeads",
					"'alphabet': 'latin26' | {'attentionHeads': 17} | /network/attentionHeads",
					"'alphabet': 'latin26' | {'attentionHeads': 2, 'attentionReach': 1025} | /network/attentionReach",
					"'alphabet': 'latin26' | {'headLayers': 9} | /network/headLayers",
					"'alphabet': 'latin26' | {'headHidden': 0, 'headLayers': 2} | /network/headLayers",
					"'alphabet': 'latin26' | {'headHidden': 8, 'headLayers': 0} | /network/headLayers",
					"'alphabet': 'latin26' | {'feedback': true, 'bidirectional': true} | /network/feedback",
					"'alphabet': 'latin26' | {'headHidden': 0, 'headProducts': true} | /network/headProducts",
					"'alphabet': 'latin26' | {'headHidden': 0, 'headNorm': true} | /network/headNorm",
					"'alphabet': 'latin26' | {'period': -1} | /network/period" })
	void refuses(String data, String network, String pointer) {
		post("/train", request("refused", data + ", 'pairs': " + pairs("N", "A", "O", "B"), "'network': " + network)
			.replace('\'', '"')).asFaultAt(pointer);
	}

}
