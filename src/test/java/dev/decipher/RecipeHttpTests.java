package dev.decipher;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that names nothing but a model and its data learns its cipher without an
 * error.
 */
class RecipeHttpTests extends ServiceTest {

	private static final int MESSAGES = 2_000;

	private static final int LENGTH = 32;

	// a quote ' stands for " here
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{'type':'caesar','shift':3}", "{'type':'rot13'}", "{'type':'atbash'}",
					"{'type':'affine','a':5,'b':8}", "{'type':'substitution','key':'QWERTYUIOPASDFGHJKLZXCVBNM'}",
					"{'type':'substitution','key':{'random':{}}}", "{'type':'vigenere','key':'SECRET'}" })
	void learnsWithoutAnErrorUnasked(String cipher) {
		awaitDefaultModel();
		JsonNode job = learn("{\"model\": \"bare\", \"data\": {\"cipher\": " + cipher.replace('\'', '"') + "}}");
		assertThat(job.at("/targetReached").booleanValue()).as(job.toString()).isTrue();
		assertThat(job.at("/accuracy").doubleValue()).isEqualTo(1);
		assertThat(job.at("/exactMessages").doubleValue()).isEqualTo(1);
		JsonNode learned = job.at("/request/data/cipher");
		SplittableRandom random = new SplittableRandom(job.at("/id").asString().hashCode());
		List<String> plaintexts = IntStream.range(0, MESSAGES).mapToObj((i) -> letters(LENGTH, random)).toList();
		ArrayNode ciphertexts = json.createArrayNode();
		plaintexts.forEach((plaintext) -> ciphertexts.add(encipher(plaintext, learned)));
		// the cipher as it is written here is the service's
		assertThat(
				post("/encrypt", json.createObjectNode().put("text", plaintexts.get(0)).set("cipher", learned)).as(200)
					.get("text"))
			.isEqualTo(ciphertexts.get(0));
		JsonNode answer = post("/decrypt/batch",
				json.createObjectNode()
					.put("model", "bare")
					.put("version", job.at("/version").intValue())
					.set("texts", ciphertexts))
			.as(200);
		assertThat(answer.at("/results").valueStream().map((result) -> result.at("/text").asString()))
			.containsExactlyElementsOf(plaintexts);
	}

	/** The ciphers, written down once more. */
	private static String encipher(String plaintext, JsonNode cipher) {
		String key = cipher.path("key").asString("");
		StringBuilder ciphertext = new StringBuilder();
		for (int i = 0; i < plaintext.length(); i++) {
			int symbol = plaintext.charAt(i) - 'A';
			int enciphered = switch (cipher.at("/type").asString()) {
				case "caesar" -> symbol + cipher.at("/shift").intValue();
				case "rot13" -> symbol + 13;
				case "atbash" -> 25 - symbol;
				case "affine" -> cipher.at("/a").intValue() * symbol + cipher.at("/b").intValue();
				case "substitution" -> key.charAt(symbol) - 'A';
				case "vigenere" -> symbol + key.charAt(i % key.length()) - 'A';
				default -> throw new AssertionError(cipher);
			};
			ciphertext.append((char) ('A' + enciphered % 26));
		}
		return ciphertext.toString();
	}

}
