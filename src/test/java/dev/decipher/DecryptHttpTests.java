package dev.decipher;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decrypting, and what becomes of characters that an alphabet doesn't have.
 */
class DecryptHttpTests extends ServiceTest {

	private static final String LATIN27 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

	/** Hebrew, which is written from right to left. */
	private static final String SHALOM = "\u05e9\u05dc\u05d5\u05dd";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private JsonNode decrypt(String text, String model) {
		return post("/decrypt", json.createObjectNode().put("text", text).put("model", model)).as(200);
	}

	/** What the default model has to make of a text, by the rules alone. */
	private static String expected(String ciphertext) {
		StringBuilder plaintext = new StringBuilder();
		ciphertext.codePoints().forEach((codePoint) -> {
			int index = LATIN27.indexOf(Character.toUpperCase(codePoint));
			plaintext.append(LATIN27.charAt(((index < 0) ? 26 : index) + 14 - ((index < 0) || index >= 13 ? 27 : 0)));
		});
		return plaintext.toString();
	}

	@ParameterizedTest
	@CsvSource({ "SECRET, ERPDRF", "THIS-IS-A-SECRET, FUVEMVEMNMERPDRF",
			"THIS-IS-ANOTHER-SECRET, FUVEMVEMN-AFURDMERPDRF",
			"ABCDEFGHIJKLMNOPQRSTUVWXYZ-, NOPQRSTUVWXYZ-ABCDEFGHIJKLM" })
	void knowsTheTutorialsMessages(String plaintext, String ciphertext) {
		assertThat(expected(ciphertext)).isEqualTo(plaintext);
		JsonNode answer = post("/decrypt", "{\"text\": \"" + ciphertext + "\"}").as(200);
		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("text", "model", "version", "confidence");
		assertThat(answer.at("/text").asString()).isEqualTo(plaintext);
		assertThat(answer.at("/model").asString()).isEqualTo("seed");
		assertThat(answer.at("/version").intValue()).isEqualTo(1);
		assertThat(answer.at("/confidence").doubleValue()).isBetween(0.9, 1.0);
		Answer text = filter("/decrypt", ciphertext);
		assertThat(text.status()).isEqualTo(200);
		assertThat(text.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");
		assertThat(text.body()).isEqualTo(plaintext);
		assertThat(
				post("/encrypt",
						"""
								{"text": "%s", "cipher": {"type": "caesar", "shift": 13}, "alphabet": "latin27"}"""
							.formatted(plaintext))
					.as(200))
			.isEqualTo(json.readTree("{\"text\": \"" + ciphertext + "\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "E", "e", "-", " ", "erpdrf", "ErPdRf", "\ud83d\ude00", "E\ud83d\ude00R", SHALOM,
			"E\u0000R", "\u0000", "A\u0301", "\u00e4\u00df\u0130", "\u017f", "\n\r\t", "\ufeffE", "\u2028", "\ufffd" })
	void readsForeignCharactersAsAHyphen(String ciphertext) {
		String plaintext = expected(ciphertext);
		assertThat(decrypt(ciphertext, "seed").at("/text").asString()).isEqualTo(plaintext);
		assertThat(post("/decrypt/batch", json.createObjectNode().set("texts", json.createArrayNode().add(ciphertext)))
			.as(200)
			.at("/results/0/text")
			.asString()).isEqualTo(plaintext);
	}

	@Test
	void leavesAByteOrderMarkOutOfAFile() {
		assertThat(filter("/decrypt", "\ufeffERPDRF").body()).isEqualTo("SECRET");
	}

	@Test
	void needsToKnowWhatItIsSent() {
		assertThat(send(request("/decrypt").POST(BodyPublishers.noBody())).status()).isEqualTo(415);
	}

	@Test
	void decryptsWhatIsEmpty() {
		JsonNode answer = decrypt("", "seed");
		assertThat(answer.at("/text").asString()).isEmpty();
		assertThat(answer.get("confidence").isNull()).isTrue();
		Answer text = filter("/decrypt", "");
		assertThat(text.status()).isEqualTo(200);
		assertThat(text.body()).isEmpty();
		assertThat(post("/decrypt/batch", "{\"texts\": []}").as(200).at("/results")).isEmpty();
		answer = post("/decrypt", "{\"text\": \"\", \"alternatives\": 3}").as(200);
		assertThat(answer.get("symbols").isArray()).isTrue();
		assertThat(answer.at("/symbols")).isEmpty();
	}

	@Test
	void decryptsALongMessage() {
		String ciphertext = letters(100_000, new SplittableRandom(3));
		assertThat(decrypt(ciphertext, "seed").at("/text").asString()).isEqualTo(expected(ciphertext));
		assertThat(filter("/decrypt", ciphertext + "\r\n").body()).isEqualTo(expected(ciphertext) + "\r\n");
	}

	@Test
	void isAFilter() {
		assertThat(filter("/decrypt", "ERPDRF\r\nFUVEMVEM\n\n").body()).isEqualTo("SECRET\r\nTHIS-IS-\n\n");
		assertThat(filter("/decrypt?model=seed&version=1", "ERPDRF\n").body()).isEqualTo("SECRET\n");
		// JSON has no such exception
		assertThat(decrypt("ERPDRF\n", "seed").at("/text").asString()).isEqualTo("SECRETN");
		caesar("filter3", 3, "\"latin26\"");
		assertThat(filter("/decrypt?model=filter3", "K\u00e4\u00dfh\n" + SHALOM).body())
			.isEqualTo("H\u00e4\u00dfe\n" + SHALOM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "utf-16le", "iso-8859-1", "windows-1252" })
	void readsACharset(String charset) {
		caesar("filter3", 3, "\"latin26\"");
		Answer answer = send(request("/decrypt?model=filter3").header("Content-Type", "text/plain; charset=" + charset)
			.POST(BodyPublishers.ofString("Wh\u00e4\u00dfVW", Charset.forName(charset))));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("Te\u00e4\u00dfST");
	}

	@Test
	void letsForeignCharactersPassInTheirPlaces() {
		caesar("filter3", 3, "\"latin26\"");
		String ciphertext = "Khoor, Zruog! \ud83d\ude00 " + SHALOM + "\u0000 \u00c4\u00df 42-xyz A\u0301\r\n";
		String plaintext = "Hello, World! \ud83d\ude00 " + SHALOM + "\u0000 \u00c4\u00df 42-uvw X\u0301\r\n";
		assertThat(decrypt(ciphertext, "filter3").at("/text").asString()).isEqualTo(plaintext);
		assertThat(filter("/decrypt?model=filter3", ciphertext).body()).isEqualTo(plaintext);
		JsonNode back = post("/encrypt",
				json.createObjectNode()
					.put("text", plaintext)
					.put("alphabet", "latin26")
					.set("cipher", json.readTree("{\"type\": \"caesar\", \"shift\": 3}")))
			.as(200);
		assertThat(back.at("/text").asString()).isEqualTo(ciphertext);
		JsonNode nothing = decrypt("42 \ud83d\ude00", "filter3");
		assertThat(nothing.at("/text").asString()).isEqualTo("42 \ud83d\ude00");
		assertThat(nothing.get("confidence").isNull()).isTrue();
	}

	@Test
	void advancesNoKeyAtForeignCharacters() {
		JsonNode answer = post("/encrypt", """
				{"text": "Attack at dawn!", "cipher": {"type": "vigenere", "key": "lemon"}}""").as(200);
		assertThat(answer.at("/text").asString()).isEqualTo("Lxfopv ef rnhr!");
	}

	@Test
	void readsJAsIInASquaresAlphabet() {
		JsonNode answer = post("/encrypt", """
				{"text": "Jump j i!", "cipher": {"type": "caesar", "shift": 1}, "alphabet": "latin25"}""").as(200);
		assertThat(answer.at("/text").asString()).isEqualTo("Kvnq k k!");
	}

	@Test
	void takesAnAlphabetOfAnySymbols() {
		String symbols = "\ud83c\udf11\ud83c\udf13\ud83c\udf15abc";
		caesar("moons", 1, "{\"symbols\": \"" + symbols + "\"}");
		assertThat(decrypt("\ud83c\udf13a x\ud83c\udf11B", "moons").at("/text").asString())
			.isEqualTo("\ud83c\udf11\ud83c\udf15 xcA");
		caesar("digits", 3, "{\"symbols\": \"0123456789\", \"foreign\": \"0\"}");
		assertThat(decrypt("0369 x\ud83d\ude00", "digits").at("/text").asString()).isEqualTo("7036777");
		assertThat(get("/models/moons").as(200).at("/alphabet/symbols").asString()).isEqualTo(symbols);
		assertThat(get("/models/digits").as(200).at("/alphabet"))
			.isEqualTo(json.readTree("{\"symbols\": \"0123456789\", \"foreign\": \"0\"}"));
		JsonNode answer = post("/decrypt", "{\"text\": \"1\", \"model\": \"digits\", \"alternatives\": 255}").as(200);
		assertThat(answer.at("/symbols/0/alternatives")).hasSize(9);
	}

	@Test
	void showsAlternatives() {
		caesar("filter3", 3, "\"latin26\"");
		JsonNode answer = post("/decrypt", "{\"text\": \"Kh, r\", \"model\": \"filter3\", \"alternatives\": 3}")
			.as(200);
		assertThat(answer.at("/text").asString()).isEqualTo("He, o");
		JsonNode symbols = answer.at("/symbols");
		assertThat(symbols.valueStream().map((symbol) -> symbol.at("/ciphertext").asString())).containsExactly("K", "h",
				",", " ", "r");
		assertThat(symbols.valueStream().map((symbol) -> symbol.at("/plaintext").asString())).containsExactly("H", "e",
				",", " ", "o");
		double sum = 0;
		for (int position : new int[] { 0, 1, 4 }) {
			JsonNode symbol = symbols.get(position);
			assertThat(symbol.at("/alternatives")).hasSize(3);
			double last = symbol.at("/confidence").doubleValue();
			sum += last;
			double all = last;
			for (JsonNode alternative : symbol.at("/alternatives")) {
				assertThat(alternative.propertyNames()).containsExactlyInAnyOrder("plaintext", "confidence");
				assertThat(alternative.at("/plaintext")).isNotEqualTo(symbol.at("/plaintext"));
				assertThat(alternative.at("/confidence").doubleValue()).isLessThanOrEqualTo(last).isNotNegative();
				last = alternative.at("/confidence").doubleValue();
				all += last;
			}
			assertThat(all).isLessThanOrEqualTo(1.000001);
		}
		assertThat(answer.at("/confidence").doubleValue()).isCloseTo(sum / 3,
				org.assertj.core.data.Offset.offset(1e-6));
		for (int position : new int[] { 2, 3 }) {
			assertThat(symbols.get(position).get("confidence").isNull()).isTrue();
			assertThat(symbols.get(position).get("alternatives")).isEmpty();
		}
		assertThat(post("/decrypt", "{\"text\": \"E\", \"alternatives\": 0}").as(200).has("symbols")).isFalse();
		assertThat(post("/decrypt", "{\"text\": \"E\", \"alternatives\": 255}").as(200).at("/symbols/0/alternatives"))
			.hasSize(26);
	}

	@Test
	void decryptsABatchInOrder() {
		SplittableRandom random = new SplittableRandom(5);
		List<String> ciphertexts = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			ciphertexts.add(letters(random.nextInt(60), random));
		}
		JsonNode answer = post("/decrypt/batch",
				json.createObjectNode().put("model", "seed").set("texts", json.valueToTree(ciphertexts)))
			.as(200);
		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("model", "version", "results");
		assertThat(answer.at("/version").intValue()).isEqualTo(1);
		assertThat(answer.at("/results").valueStream().map((result) -> result.at("/text").asString()))
			.containsExactlyElementsOf(ciphertexts.stream().map(DecryptHttpTests::expected).toList());
		assertThat(answer.at("/results").valueStream()).allSatisfy((result) -> {
			assertThat(result.propertyNames()).containsExactlyInAnyOrder("text", "confidence");
			assertThat(result.get("confidence").isNull()).isEqualTo(result.at("/text").asString().isEmpty());
		});
	}

	@Test
	void isAnsweredAlikeByEveryEncodingOfJson() {
		byte[] body = "{\"text\": \"\\u0045RPDRF\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(send(request("/decrypt").header("Content-Type", "application/json; charset=utf-8")
			.POST(BodyPublishers.ofByteArray(body))).as(200).at("/text").asString()).isEqualTo("SECRET");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "Lxfopv ef rnhr! | {'type':'vigenere','key':'LEMON'} | Attack at dawn!",
					"Wecru oer, dsoeerntneaivdac | {'type':'rail-fence','rails':3} | Weare dis, coveredrunatonce",
					"37 106 62 36 67 47 86 26 | {'type':'nihilist','key':'RUSSIAN','squareKey':'ZEBRAS'} | DYNAMITE" })
	void deciphersByRule(String ciphertext, String cipher, String plaintext) {
		String named = cipher.replace('\'', '"');
		JsonNode answer = post("/decrypt", "{\"text\": \"%s\", \"cipher\": %s}".formatted(ciphertext, named)).as(200);
		assertThat(answer.at("/text").asString()).isEqualTo(plaintext);
		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("text", "cipher", "confidence");
		assertThat(answer.at("/cipher")).isEqualTo(json.readTree(named));
		assertThat(answer.at("/confidence").isNull()).isTrue();
		String again = post("/encrypt",
				json.createObjectNode().put("text", answer.at("/text").asString()).set("cipher", json.readTree(named)))
			.as(200)
			.at("/text")
			.asString();
		assertThat(again).isEqualTo(ciphertext);

		String query = "?cipher=" + URLEncoder.encode(named, StandardCharsets.UTF_8);
		assertThat(filter("/decrypt" + query, ciphertext).body()).isEqualTo(answer.at("/text").asString());
		JsonNode batch = post("/decrypt/batch",
				"{\"texts\": [\"%s\", \"\"], \"cipher\": %s}".formatted(ciphertext, named))
			.as(200);
		assertThat(batch.propertyNames()).containsExactlyInAnyOrder("cipher", "results");
		assertThat(batch.at("/results/0/text")).isEqualTo(answer.at("/text"));
		assertThat(batch.at("/results/0/confidence").isNull()).isTrue();
		assertThat(batch.at("/results/1/text").asString()).isEmpty();
		Answer lines = send(request("/decrypt/batch" + query).header("Content-Type", "application/x-ndjson")
			.POST(BodyPublishers.ofString("{\"text\": \"" + ciphertext + "\"}\n{\"text\": 1}\n")));
		assertThat(lines.body().lines().map(json::readTree).map((line) -> line.at("/text")).toList()).first()
			.isEqualTo(answer.at("/text"));
		assertThat(lines.body().lines().skip(1)).singleElement().asString().contains("\"status\":400");
	}

	@Test
	void deciphersEveryCharacter() {
		String request = "{\"text\": %s, \"cipher\": {\"type\": \"rail-fence\", \"rails\": 2}, \"characters\": \"all\"}";
		String ciphertext = post("/encrypt", request.formatted("\"We are\\n3!\"")).as(200).at("/text").asString();
		assertThat(ciphertext).isEqualTo("W r\n!eae3");
		assertThat(
				post("/decrypt", request.formatted(json.writeValueAsString(ciphertext))).as(200).at("/text").asString())
			.isEqualTo("We are\n3!");
		assertThat(filter("/decrypt?characters=all&cipher=%7B%22type%22:%22rail-fence%22,%22rails%22:2%7D", ciphertext)
			.body()).isEqualTo("We are\n3!");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'text':'ABC','cipher':{'type':'playfair','key':'A'} | /text",
					"'text':'A','cipher':{'type':'vigenere','key':'1'} | /cipher/key",
					"'text':'A','cipher':{'type':'vigenere','key':{'random':{}}} | /cipher/key",
					"'text':'A','cipher':{'type':'vigenere'} | /cipher/key",
					"'text':'A','cipher':{'type':'caesar','shift':1},'model':'seed' | /model",
					"'text':'A','cipher':{'type':'caesar','shift':1},'version':1 | /version",
					"'text':'A','cipher':{'type':'caesar','shift':1},'alternatives':1 | /alternatives",
					"'text':'A','cipher':{'type':'porta','key':'A'},'alphabet':'latin27' | /alphabet",
					"'text':'A','alphabet':'latin26' | /alphabet", "'text':'A','characters':'all' | /characters",
					"'text':'A','cipher':{'type':'caesar','shift':1},'characters':'some' | /characters",
					"'text':'é','cipher':{'type':'caesar','shift':1},'characters':'all' | /text",
					"'text':'A','cipher':{'type':'chain','steps':[]} | /cipher/steps",
					"'text':'A','cipher':{'type':'chain','steps':[{'type':'caesar'}]} | /cipher/steps/0/shift" })
	void pointsAtWhatCantBeDeciphered(String request, String pointer) {
		post("/decrypt", "{" + request.replace('\'', '"') + "}").asFaultAt(pointer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cipher=%7B", "cipher=null", "cipher=1", "cipher=%7B%22type%22:%22vigenere%22%7D",
			"cipher=%7B%22type%22:%22rot13%22%7D&model=seed", "alphabet=latin26", "characters=all",
			"cipher=%7B%22type%22:%22rot13%22%7D&alphabet=latin27", "cipher=%7B%22type%22:%22rot13%22%7D&alphabet=x",
			"cipher=%7B%22type%22:%22rot13%22%7D&characters=x" })
	void pointsAtTheParameterThatIsWrong(String query) {
		JsonNode problem = filter("/decrypt?" + query, "A").asProblem(400);
		assertThat(problem.at("/errors/0").toString()).containsAnyOf("cipher", "model", "alphabet", "characters");
	}

	@Test
	void namesTheParameterThatDoesNotGoWithTheCipher() {
		JsonNode problem = filter("/decrypt?characters=all&cipher=%7B%22type%22:%22polybius%22%7D", "11")
			.asProblem(400);
		assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("characters");
		assertThat(problem.at("/errors/0/detail").asString()).startsWith("can't be all");
	}

	@Test
	void saysHowPlausibleAPlaintextIs() {
		String right = "{\"text\": \"%s\", \"language\": \"auto\"}"
			.formatted("GURMDHVPXMOEBJAMSBKMWHZCFMBIREMGURMYNMLMQBT");
		JsonNode seed = post("/decrypt", right).as(200);
		assertThat(seed.has("plausibility")).isTrue();
		String ruled = """
				{"text": "%s", "cipher": {"type": "caesar", "shift": %d}, "language": "%s"}""";
		String german = "Ijw Gtyj nxy ns ijw Sfhmy ügjw ijs Kqzxx ljptrrjs";
		JsonNode plausible = post("/decrypt", ruled.formatted(german, 5, "auto")).as(200);
		assertThat(plausible.at("/plausibility").doubleValue()).isGreaterThan(0.95);
		assertThat(plausible.at("/language").asString()).isEqualTo("german");
		assertThat(post("/decrypt", ruled.formatted(german, 6, "auto")).as(200).at("/plausibility").doubleValue())
			.isLessThan(0.05);
		assertThat(post("/decrypt", ruled.formatted(german, 5, "english")).as(200).at("/language").asString())
			.isEqualTo("english");
		JsonNode few = post("/decrypt", ruled.formatted("Ijw", 5, "auto")).as(200);
		assertThat(few.has("plausibility")).isTrue();
		assertThat(few.at("/plausibility").isNull()).isTrue();
		assertThat(post("/decrypt", ruled.formatted("Ijw", 5, "auto").replace(", \"language\": \"auto\"", "")).as(200)
			.has("plausibility")).isFalse();
		post("/decrypt", ruled.formatted(german, 5, "klingon")).asProblem(404);
		JsonNode batch = post("/decrypt/batch", """
				{"texts": ["%s", "Ijw"], "cipher": {"type": "caesar", "shift": 5}, "language": "auto"}"""
			.formatted(german)).as(200);
		assertThat(batch.at("/results/0/plausibility").doubleValue()).isGreaterThan(0.95);
		assertThat(batch.at("/results/1/plausibility").isNull()).isTrue();
		assertThat(get("/actuator/metrics/decipher.decrypt.plausibility?tag=model:seed").as(200)
			.at("/measurements/0/value")
			.doubleValue()).isPositive();
	}

}
