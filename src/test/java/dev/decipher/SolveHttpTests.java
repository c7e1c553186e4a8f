package dev.decipher;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code /solve} as clients see it.
 */
class SolveHttpTests extends ServiceTest {

	private static final String PLAINTEXT = "The attack begins at dawn, and nobody shall leave the town: "
			+ "\"Keep your powder dry\", said the colonel.";

	private JsonNode solve(Object request) {
		return post("/solve", request).as(200);
	}

	private static String request(String text, String more) {
		return json.createObjectNode().put("text", text).toString().replaceFirst("}$", more + "}");
	}

	private String encrypt(String cipher) {
		return post("/encrypt", request(PLAINTEXT, ", \"cipher\": " + cipher)).as(200).at("/text").asString();
	}

	@Test
	void findsPlaintextKeyAndType() {
		String ciphertext = encrypt("{\"type\": \"caesar\", \"shift\": 9}");
		JsonNode solution = solve(request(ciphertext, ""));
		assertThat(solution.at("/candidates/0/text").asString()).isEqualTo(PLAINTEXT);
		assertThat(solution.at("/candidates/0/cipher").toString()).isEqualTo("{\"type\":\"caesar\",\"shift\":9}");
		assertThat(solution.at("/candidates/0/confidence").doubleValue()).isBetween(0.9, 1.0);
		assertThat(solution.at("/candidates/0/score").doubleValue()).isBetween(-3.0, -1.0);
		assertThat(solution.at("/candidates").size()).isBetween(1, 5);
		assertThat(solution.at("/types/0/type").asString()).isEqualTo("caesar");
		assertThat(solution.at("/types/0/probability").doubleValue()).isBetween(0.9, 1.0);
		assertThat(
				solution.at("/types").valueStream().mapToDouble((type) -> type.at("/probability").doubleValue()).sum())
			.isBetween(0.999, 1.001);
		assertThat(solution.at("/seconds").doubleValue()).isBetween(0.0, 11.0);
		assertThat(solution.propertyNames()).containsExactly("types", "form", "candidates", "keysTried", "seconds");
	}

	@Test
	void candidatesAreRankedAndNoMoreThanWanted() {
		JsonNode solution = solve(request("KHOOR ZRUOG", ", \"cipher\": \"caesar\", \"maxCandidates\": 3"));
		assertThat(solution.at("/candidates")).hasSizeBetween(1, 3);
		assertThat(solution.at("/candidates/0/text").asString()).isEqualTo("HELLO WORLD");
		assertThat(solution.at("/candidates").valueStream().map((one) -> -one.at("/score").doubleValue())).isSorted();
	}

	@Test
	void saysOfAPlaintextThatItIsOne() {
		JsonNode solution = solve(request(PLAINTEXT, ""));
		assertThat(solution.at("/types/0/type").asString()).isEqualTo("plaintext");
		assertThat(solution.at("/candidates/0/text").asString()).isEqualTo(PLAINTEXT);
		assertThat(solution.at("/candidates/0/cipher/shift").intValue()).isZero();
	}

	@Test
	void isNotSureOfRandomLettersNorOfAShortText() {
		for (String text : new String[] { "XQZVKJWPXYBQZKVJXWQGYFZKPXQJVWZKXQPUVXBZQKJ", "QX", "XKCD" }) {
			JsonNode solution = solve(request(text, ", \"maxSeconds\": 1"));
			assertThat(solution.at("/candidates").valueStream().map((one) -> one.at("/confidence").doubleValue()))
				.as(solution.toString())
				.allMatch((confidence) -> confidence < 0.5);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "7", "A", "Привет, как дела сегодня, дорогой друг", "…" })
	void refusesATextWithNothingToSolve(String text) {
		post("/solve", request(text, "")).asFaultAt("/text");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/maxSeconds | \"maxSeconds\": 0.05", "/maxSeconds | \"maxSeconds\": 60.5",
			"/maxSeconds | \"maxSeconds\": 86401, \"async\": true", "/maxSeconds | \"maxSeconds\": \"10\"",
			"/maxCandidates | \"maxCandidates\": 0", "/maxCandidates | \"maxCandidates\": 101",
			"/maxCandidates | \"maxCandidates\": 1.5", "/cipher | \"cipher\": \"solitaire\"",
			"/cipher | \"cipher\": \"\"", "/cipher | \"cipher\": []",
			"/cipher/1 | \"cipher\": [\"caesar\", \"vernam\"]", "/cipher | \"cipher\": \"vernam\"",
			"/keyLength/min | \"keyLength\": {\"min\": 0, \"max\": 3}",
			"/keyLength | \"keyLength\": {\"min\": 4, \"max\": 3}", "/keyLength | \"keyLength\": {}",
			"/spelling | \"spelling\": \"new\"", "/known/X | \"cipher\": \"substitution\", \"known\": {\"X\": \"EE\"}",
			"/known/7 | \"cipher\": \"substitution\", \"known\": {\"7\": \"E\"}",
			"/known | \"cipher\": \"hill\", \"known\": {\"X\": \"E\"}",
			"/excluded/X | \"cipher\": \"substitution\", \"excluded\": {\"X\": \"\"}",
			"/crib/text | \"crib\": {\"text\": \"7\"}",
			"/crib/0/position | \"crib\": [{\"text\": \"AB\", \"position\": -1}]",
			"/crib/1/text | \"crib\": [{\"text\": \"AB\"}, {\"text\": \"\"}]",
			"/excluded/X | \"cipher\": \"substitution\", \"excluded\": {\"X\": \"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"}",
			"/excluded/X | \"cipher\": \"substitution\", \"known\": {\"X\": \"E\"}, \"excluded\": {\"X\": \"ET\"}",
			"/crib/position | \"crib\": {\"text\": \"WORLD\", \"position\": 500}",
			"/crib/position | \"crib\": {\"text\": \"WORLD\", \"position\": 13}",
			"/crib/1/position | \"crib\": [{\"text\": \"AB\"}, {\"text\": \"WORLD\", \"position\": 13}]",
			"/crib/position | \"crib\": {\"text\": \"AB\", \"position\": -1}",
			"/crib/text | \"crib\": {\"text\": \"WELCOMETOTHEWORLDS\"}", "/crib/text | \"crib\": {\"text\": 7}",
			"/crib/text | \"crib\": {\"position\": 7}", "/crib | \"crib\": \"WORLD\"", "/crib/0 | \"crib\": [null]",
			"/crib/1/text | \"crib\": [{\"text\": \"AB\"}, {}]",
			"/known/M | \"cipher\": \"substitution\", \"known\": {\"X\": \"E\", \"M\": \"E\"}",
			"/known/M | \"known\": {\"X\": \"E\", \"M\": \"E\"}",
			"/known/x | \"cipher\": \"substitution\", \"known\": {\"X\": \"E\", \"x\": \"T\"}",
			"/start/type | \"start\": {\"type\": \"nothing\"}", "/language | \"language\": 7",
			"/async | \"async\": \"yes\"", "/key | \"key\": \"LEMON\"" })
	void refusesWhatMakesNoSense(String pointer, String field) {
		post("/solve", request("XFMDPNF UP UIF XPSME", ", " + field)).asFaultAt(pointer);
	}

	@Test
	void refusesALanguageThatNobodyKnows() {
		post("/solve", request("XFMDPNF UP UIF XPSME", ", \"language\": \"klingon\"")).asProblem(404);
		post("/solve", request("XFMDPNF UP UIF XPSME", ", \"language\": \"klingon\", \"async\": true")).asProblem(404);
	}

	@Test
	void refusesARequestThatIsNone() {
		post("/solve", "{}").asFaultAt("/text");
		post("/solve", "{\"text\": null}").asFaultAt("/text");
		post("/solve", "{\"text\": 7}").asFaultAt("/text");
		post("/solve", "{\"text\": \"\\ud800\"}").asFaultAt("/text");
		post("/solve", "[]").asProblem(400);
		post("/solve", "{\"text\"").asProblem(400);
		filter("/solve", "XFMDPNF").asProblem(415);
		get("/solve").asProblem(405);
	}

	@Test
	void refusesATextThatIsTooLong() {
		post("/solve", request("A".repeat(1_000_000), "")).asProblem(413);
	}

	@Test
	void tellsOfEachBetterReading() {
		String body = request(encrypt("{\"type\": \"vigenere\", \"key\": \"LEMON\"}"), ", \"words\": true");
		Answer answer = streamed("/solve", body);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
		List<String> events = answer.body().lines().filter((line) -> line.startsWith("event: ")).toList();
		assertThat(events).startsWith("event: types").endsWith("event: done").contains("event: candidate");
		JsonNode done = json.readTree(answer.body().substring(answer.body().lastIndexOf("data: ") + 6));
		assertThat(done.at("/candidates/0/text").asString()).isEqualTo(PLAINTEXT);
		assertThat(done.at("/candidates/0/language").asString()).isEqualTo("english");
		assertThat(done.at("/candidates/0/words").asString()).isEqualTo(
				"The attack begins at dawn and nobody shall " + "leave the town Keep your powder dry said the colonel");
		streamed("/solve", request("", "")).asFaultAt("/text");
		streamed("/solve", request(PLAINTEXT, ", \"async\": true")).asFaultAt("/async");
	}

	@Test
	void readsALetterInGermanWithoutASetting() {
		String ciphertext = post("/encrypt",
				"""
						{"text": "Der Bote ist in der Nacht über den Fluss gekommen und hat gesagt, dass die Brücke nicht steht.",
						 "cipher": {"type": "caesar", "shift": 5}}""")
			.as(200)
			.at("/text")
			.asString();
		JsonNode solution = solve(request(ciphertext, ""));
		assertThat(solution.at("/candidates/0/text").asString()).startsWith("Der Bote ist in der Nacht");
		assertThat(solution.at("/candidates/0/language").asString()).isEqualTo("german");
		assertThat(solution.at("/candidates/0/confidence").doubleValue()).isGreaterThan(0.9);
	}

	@Test
	void readsLettersOfALanguageOfItsOwn() {
		String text = "Der Bote ist in der Nacht über den Fluss gekommen und hat gesagt, dass die Brücke bei der alten "
				+ "Mühle nicht mehr steht. Wir müssen einen anderen Weg finden, ehe es schön und hell wird.";
		String ciphertext = post("/encrypt",
				json.createObjectNode()
					.put("text", text)
					.set("cipher", json.readTree("{\"type\": \"vigenere\", \"key\": \"BRÜCKE\"}"))
					.toString()
					.replaceFirst("}$", ", \"alphabet\": {\"symbols\": \"ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß\"}}"))
			.as(200)
			.at("/text")
			.asString();
		JsonNode solution = solve(
				request(ciphertext, ", \"language\": [\"german\", \"english\"], \"cipher\": \"vigenere\""));
		// a ß has no upper case of one letter to have been enciphered from
		assertThat(solution.at("/candidates/0/text").asString()).isEqualToIgnoringCase(text);
		assertThat(solution.at("/candidates/0/cipher/key").asString()).isEqualTo("BRÜCKE");
	}

	@Test
	void countsLettersAsALanguageDoes() {
		String text = "LA NIÑA DEL MOLINO SUBIO POR LA MAÑANA A LA MONTAÑA Y VIO QUE EL SEÑOR DE LA CASA DORMIA";
		String ciphertext = post("/encrypt",
				request(text,
						", \"cipher\": {\"type\": \"caesar\", \"shift\": 3}, "
								+ "\"alphabet\": {\"symbols\": \"ABCDEFGHIJKLMNÑOPQRSTUVWXYZ\"}"))
			.as(200)
			.at("/text")
			.asString();
		JsonNode best = solve(request(ciphertext, "")).at("/candidates/0");
		assertThat(best.at("/text").asString()).isEqualTo(text);
		assertThat(best.at("/cipher/type").asString()).isEqualTo("caesar");
		assertThat(best.at("/cipher/shift").intValue()).isEqualTo(3);
		assertThat(best.at("/alphabet/symbols").asString()).isEqualTo("ABCDEFGHIJKLMNÑOPQRSTUVWXYZ");
	}

	@ParameterizedTest
	@CsvSource({ "KHOOR ZRUOG, HELLO WORLD", "Uryyb Jbeyq, Hello World", "OLLEH DLROW, WORLD HELLO",
			"Hello World, Hello World" })
	void readsWhatPeopleTryFirst(String ciphertext, String text) {
		assertThat(solve(request(ciphertext, ", \"maxSeconds\": 6")).at("/candidates/0/text").asString())
			.isEqualTo(text);
	}

	@Test
	void readsTextsOfPunctuationAsWell() {
		for (String text : new String[] { "Meetmeattheharbour,nottomorrow!", "https://www.example.com/search",
				"first_name,last_name,email,phone" }) {
			assertThat(solve(request(text, ", \"maxSeconds\": 0.5")).at("/candidates")).as(text).isNotNull();
		}
	}

	@Test
	void takesSymbolsAsTheyAreSaidToBe() {
		String tokens = "3440223440".repeat(12);
		assertThat(solve(request(tokens, ", \"ciphertext\": {\"tokens\": {\"length\": 2}}, \"maxSeconds\": 0.5"))
			.at("/types")).isNotEmpty();
		post("/solve", request(tokens + "1", ", \"ciphertext\": {\"tokens\": {\"length\": 2}}")).asFaultAt("/text");
		post("/solve", request(tokens, ", \"ciphertext\": {}")).asFaultAt("/ciphertext");
	}

	@Test
	void isNotSureOfATextThatRepeatsItself() {
		JsonNode solution = solve(request("qwertyuiopasdfghjklzxcvbnm".repeat(3), ", \"maxSeconds\": 1"));
		assertThat(solution.at("/candidates").valueStream().map((one) -> one.at("/confidence").doubleValue()))
			.allMatch((confidence) -> confidence < 0.5);
	}

	@Test
	void readsATextThatWasPastedManyTimes() {
		String text = "MEETMEATTHEHARBOURNOW".repeat(12);
		String ciphertext = post("/encrypt", request(text, ", \"cipher\": {\"type\": \"caesar\", \"shift\": 7}"))
			.as(200)
			.at("/text")
			.asString();
		assertThat(solve(request(ciphertext, ", \"maxSeconds\": 8")).at("/candidates/0/text").asString())
			.isEqualTo(text);
	}

	@Test
	void lettersOfSeveralSymbolsAreHomophones() {
		solve(request("XFMDPNF UP UIF XPSME",
				", \"cipher\": \"homophonic\", \"known\": {\"X\": \"E\", \"M\": \"E\"}, \"maxSeconds\": 0.5"));
	}

	@Test
	void takesTheFormOff() {
		JsonNode solution = solve(
				request("R3VyIG5nZ25weCBvcnR2YWYgbmcgcW5qYSwgbmFxIGFib2JxbCBmdW55eSB5cm5pciBndXIgZ2JqYQ==", ""));
		assertThat(solution.at("/candidates/0/text").asString())
			.isEqualTo("The attack begins at dawn, and nobody shall leave the town");
		assertThat(solution.at("/form").toString()).isEqualTo("[\"base64\"]");
		assertThat(solution.at("/ciphertext").asString()).startsWith("Gur nggnpx ortvaf");
	}

	@Test
	void keepsToACrib() {
		String ciphertext = encrypt("{\"type\": \"caesar\", \"shift\": 9}");
		JsonNode right = solve(request(ciphertext, ", \"crib\": {\"text\": \"begins\", \"position\": 9}"));
		assertThat(right.at("/candidates/0/text").asString()).isEqualTo(PLAINTEXT);
		JsonNode wrong = solve(
				request(ciphertext, ", \"cipher\": \"caesar\", \"crib\": {\"text\": \"zebras\"}, \"maxSeconds\": 1"));
		assertThat(wrong.at("/candidates")).isEmpty();
	}

	@Test
	void worksAsAJob() {
		String text = encrypt("{\"type\": \"caesar\", \"shift\": 9}");
		Answer answer = post("/solve", request(text, ", \"async\": true, \"maxSeconds\": 90"));
		JsonNode queued = answer.as(202);
		assertThat(answer.header("Location")).isEqualTo("/jobs/" + queued.at("/id").asString());
		assertThat(queued.at("/kind").asString()).isEqualTo("SOLVE");
		assertThat(queued.at("/request").toString()).isEqualTo(json.createObjectNode()
			.put("text", text)
			.put("cipher", "auto")
			.put("language", "auto")
			.put("maxSeconds", 90.0)
			.put("maxCandidates", 5)
			.put("async", true)
			.toString());
		assertThat(queued.has("model")).isFalse();
		assertThat(queued.has("result")).isFalse();
		JsonNode done = awaitState(queued.at("/id").asString(), "SUCCEEDED");
		assertThat(done.at("/result/candidates/0/text").asString()).isEqualTo(PLAINTEXT);
		assertThat(done.at("/progress").doubleValue()).isEqualTo(1);
		for (String none : new String[] { "model", "version", "epoch", "step", "targetReached", "error" }) {
			assertThat(done.has(none)).as(none).isFalse();
		}
		assertThat(get("/jobs/" + done.at("/id").asString() + "/history").as(200)).isEmpty();
		assertThat(get("/jobs?state=SUCCEEDED").as(200).at("/items/0")).isEqualTo(done);
	}

	@Test
	void doesNotWaitForATraining() {
		String training = train(endless("slow"));
		try {
			String id = post("/solve", request("KHOOR ZRUOG", ", \"async\": true, \"maxSeconds\": 2")).as(202)
				.at("/id")
				.asString();
			awaitState(id, "SUCCEEDED");
			assertThat(job(training).at("/state").asString()).isIn("QUEUED", "RUNNING");
		}
		finally {
			cancel(training);
		}
	}

	/** As many as may be worked on at once; the next one would be refused. */
	@Test
	void stopsWhenNobodyWaitsAnyMore() throws IOException {
		String body = """
				{"text": "%s", "maxSeconds": 60}""".formatted(letters(300, new SplittableRandom(5)));
		String another = """
				{"text": "XFMDPNF UP UIF XPSME PG DJQIFST", "maxSeconds": 0.1}""";
		List<Socket> clients = occupySearches(body, another);
		for (Socket client : clients) {
			client.close();
		}
		await().atMost(Duration.ofSeconds(45)).until(() -> post("/solve", another).status() == 200);
	}

	@Test
	void goesOnForAClientThatAlreadyAsksForMore() {
		String body = """
				{"text": "%s", "maxSeconds": 1, "cipher": "playfair"}"""
			.formatted(letters(300, new SplittableRandom(5)));
		String answers = raw("POST /solve HTTP/1.1", "Host: localhost", "Content-Type: application/json",
				"Content-Length: " + body.length(), "", body + "GET /actuator/health/liveness HTTP/1.1",
				"Host: localhost");
		assertThat(answers).startsWith("HTTP/1.1 200").contains("\"seconds\":", "\"status\":\"UP\"");
	}

}
