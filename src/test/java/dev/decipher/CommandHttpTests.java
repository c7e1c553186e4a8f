package dev.decipher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands beside the service: the same answers, and the same words for what is wrong.
 */
class CommandHttpTests extends ServiceTest {

	private static final String CIPHERTEXT = "Wkh dwwdfn ehjlqv dw gdzq, dqg qrergb vkdoo ohdyh wkh wrzq.";

	private static ObjectNode request() {
		return json.createObjectNode().put("text", CIPHERTEXT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			encrypt | {"type":"rot13"}
			encrypt | {"type":"playfair","key":"MONARCHY"}
			decrypt | {"type":"caesar","shift":3}
			""")
	void answersByRuleAsTheServiceDoes(String command, String cipher) {
		ObjectNode request = request();
		request.set("cipher", json.readTree(cipher));
		assertThat(Cli.filter(CIPHERTEXT, command, "-", "--json", "--cipher", cipher).out())
			.isEqualTo(post("/" + command, request).body() + "\n");
	}

	@Test
	void judgesAsTheServiceDoes() {
		ObjectNode request = request().put("language", "auto");
		request.putObject("cipher").put("type", "caesar").put("shift", 3);
		assertThat(Cli
			.filter(CIPHERTEXT, "decrypt", "-", "--json", "--language", "auto", "--cipher",
					"{\"type\": \"caesar\", \"shift\": 3}")
			.out()).isEqualTo(post("/decrypt", request).body() + "\n");
	}

	@Test
	void identifiesAsTheServiceDoes() {
		assertThat(Cli.filter(CIPHERTEXT, "identify", "-", "--json").out())
			.isEqualTo(post("/identify", request()).body() + "\n");
	}

	@Test
	void solvesAsTheServiceDoes() {
		Cli solved = Cli.filter(CIPHERTEXT, "solve", "-", "--json", "--cipher", "caesar", "--language", "english",
				"--max-seconds", "60");
		assertThat(solved.code()).isZero();
		assertThat(solved.err()).isEmpty();
		JsonNode answer = post("/solve",
				request().put("cipher", "caesar").put("language", "english").put("maxSeconds", 60))
			.as(200);
		assertThat(withoutTime(solved.json())).isEqualTo(withoutTime(answer));
	}

	private static JsonNode withoutTime(JsonNode answer) {
		return ((ObjectNode) answer).put("seconds", 0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"cipher": "latin"} | --cipher latin
					{"maxSeconds": 0.01} | --max-seconds 0.01
					{"cipher": "substitution", "known": {"W": "TH"}} | --cipher substitution --known W=TH
					{"cipher": "caesar", "known": {"W": "T"}, "keyLength": {"min": 3}} | --cipher caesar --known W=T --key-length 3-
					{"alphabet": "latin99"} | --alphabet latin99
					""")
	void refusesInTheWordsOfTheService(String hints, String options) {
		ObjectNode request = request();
		request.setAll((ObjectNode) json.readTree(hints));
		String detail = post("/solve", request).asProblem(400).at("/errors/0/detail").asString();
		Cli refused = Cli.filter(CIPHERTEXT, ("solve - " + options).split(" "));
		assertThat(refused.err()).endsWith(detail + "\n");
		assertThat(refused.code()).isEqualTo(2);
	}

}
