package dev.decipher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.decipher.alphabet.Alphabet;
import dev.decipher.alphabet.CiphertextLayout;
import dev.decipher.alphabet.CiphertextLayout.KeyPrefix;
import dev.decipher.alphabet.Symbols;
import dev.decipher.alphabet.Tokens;
import dev.decipher.model.ModelRegistry;
import dev.decipher.model.VersionDetails;
import dev.decipher.network.NetworkConfig;
import dev.decipher.network.NetworkTrainer;
import dev.decipher.network.Prediction;
import dev.decipher.network.TrainedNetwork;
import dev.decipher.network.Weights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decrypting what is more than symbols of an alphabet. The networks have learned nothing,
 * so that what each makes of a message tells what it was given.
 */
class LayoutHttpTests extends ServiceTest {

	private static final NetworkConfig NETWORK = new NetworkConfig(4, 8, 1, true, 0, 0, true, false, 0, 0, 0, 0, false,
			false);

	private static final KeyPrefix KEY = new KeyPrefix(Alphabet.LATIN26, 2, 4);

	private static final Tokens TOKENS = Tokens.of(List.of("03", "11", "17", "Aa"));

	@Autowired
	private ModelRegistry registry;

	@Autowired
	private PlatformTransactionManager transactions;

	private Weights weights;

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	@AfterEach
	void deleteTheModel() {
		delete("/models/layout");
	}

	/** Adds the model that decrypts to latin26, and returns its version. */
	private int add(Symbols symbols, CiphertextLayout layout) {
		return new TransactionTemplate(this.transactions).execute((status) -> {
			VersionDetails details = new VersionDetails(Alphabet.LATIN26, symbols, layout, NETWORK, 1,
					JsonNodeFactory.instance.objectNode(), 1, 1L, 1L, 1.0, 1.0, 0.0, List.of(), List.of(), null, null);
			try (NetworkTrainer trainer = NetworkTrainer.of(NETWORK, details.format().size(), 26, 4)) {
				this.weights = trainer.weights();
			}
			return this.registry.add("layout", "none", details, this.weights, true).version();
		});
	}

	/** What the network makes of an input, without its first so many positions. */
	private Prediction predict(int prefixLength, int... input) {
		try (TrainedNetwork network = new TrainedNetwork(this.weights)) {
			return network.predict(new int[][] { input }, new int[] { prefixLength }, 2, (size) -> {
			})[0];
		}
	}

	private static String letters(Prediction prediction) {
		return IntStream.of(prediction.symbols())
			.collect(StringBuilder::new, (text, symbol) -> text.append((char) ('A' + symbol)), StringBuilder::append)
			.toString();
	}

	private JsonNode decrypt(String text, int alternatives) {
		return body(text, alternatives).as(200);
	}

	private Answer body(String text, int alternatives) {
		return post("/decrypt",
				json.createObjectNode().put("text", text).put("model", "layout").put("alternatives", alternatives));
	}

	@Test
	void leavesOutWhatTheNetworkSaysInFront() {
		add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, null));
		try (TrainedNetwork network = new TrainedNetwork(this.weights)) {
			int[][] messages = { { 1, 2, 3 }, { 4, 5, 26, 6, 7 } };
			Prediction[] whole = network.predict(messages, new int[messages.length], 2, (size) -> {
			});
			Prediction[] behind = network.predict(messages, new int[] { 0, 3 }, 2, (size) -> {
			});
			assertThat(behind[0].symbols()).isEqualTo(whole[0].symbols());
			assertThat(behind[1].symbols()).isEqualTo(Arrays.copyOfRange(whole[1].symbols(), 3, 5));
			assertThat(behind[1].confidences()).isEqualTo(Arrays.copyOfRange(whole[1].confidences(), 3, 5));
			assertThat(behind[1].alternatives()).isEqualTo(Arrays.copyOfRange(whole[1].alternatives(), 6, 10));
		}
	}

	@Test
	void decryptsWithAKeyPrefix() {
		add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, null));
		Prediction expected = predict(4, 10, 4, 24, 26, 1, 2, 3);
		String letters = letters(expected);
		assertThat(decrypt("KEY:BCD", 0).at("/text").asString()).isEqualTo(letters);
		assertThat((float) decrypt("KEY:BCD", 0).at("/confidence").doubleValue())
			.isEqualTo((float) expected.confidence());
		JsonNode answer = decrypt(" key :B, Cd", 2);
		assertThat(answer.at("/text").asString())
			.isEqualTo(letters.charAt(0) + ", " + letters.charAt(1) + letters.substring(2).toLowerCase());
		JsonNode symbols = answer.at("/symbols");
		assertThat(symbols.valueStream().map((symbol) -> symbol.at("/ciphertext").asString())).containsExactly("B", ",",
				" ", "C", "d");
		assertThat(symbols.at("/1/confidence").isNull()).isTrue();
		assertThat(symbols.at("/4/alternatives")).hasSize(2);
		assertThat(symbols.at("/4/alternatives/0/plaintext").asString())
			.isEqualTo(String.valueOf((char) ('a' + expected.alternatives()[4])));
		assertThat((float) symbols.at("/3/confidence").doubleValue()).isEqualTo(expected.confidences()[1]);
		assertThat(filter("/decrypt?model=layout", "KEY:BC\r\nD\n").body())
			.isEqualTo(letters.substring(0, 2) + "\r\n" + letters.substring(2) + "\n");
		JsonNode empty = decrypt("KEY:", 2);
		assertThat(empty.at("/text").asString()).isEmpty();
		assertThat(empty.get("confidence").isNull()).isTrue();
		assertThat(empty.at("/symbols")).isEmpty();
		Answer nothing = filter("/decrypt?model=layout", "");
		assertThat(nothing.status()).isEqualTo(200);
		assertThat(nothing.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "BCD", "K:BCD", "KEYED:BCD", "K Y:BCD", "K\u00c4Y:BCD", ":BCD" })
	void refusesAMessageWithoutAProperKey(String text) {
		add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, null));
		body(text, 0).asFaultAt("/text");
		post("/decrypt/batch",
				json.createObjectNode().put("model", "layout").set("texts", json.valueToTree(List.of("KEY:B", text))))
			.asFaultAt("/texts/1");
		if (!text.isEmpty()) {
			assertThat(filter("/decrypt?model=layout", text).asProblem(400).at("/detail").asString()).contains("key");
		}
	}

	@Test
	void decryptsABatchOfKeysAndLengths() {
		add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, null));
		List<String> texts = List.of("AB:CDE", "ABCD:E", "ABC:", "XYZ:!", "AB:CDEFGHIJKLMNOPQRSTUVWXYZ");
		List<String> alone = new ArrayList<>();
		texts.forEach((text) -> alone.add(decrypt(text, 0).at("/text").asString()));
		JsonNode answer = post("/decrypt/batch",
				json.createObjectNode().put("model", "layout").set("texts", json.valueToTree(texts)))
			.as(200);
		assertThat(answer.at("/results").valueStream().map((result) -> result.at("/text").asString()))
			.containsExactlyElementsOf(alone);
		assertThat(alone).extracting(String::length).containsExactly(3, 1, 0, 1, 24);
	}

	@Test
	void readsTokensAndWritesCharacters() {
		add(TOKENS, null);
		String letters = letters(predict(0, 2, 0, 1));
		assertThat(decrypt("17 03 11", 0).at("/text").asString()).isEqualTo(letters);
		JsonNode answer = decrypt("17  03 , 11\n", 1);
		assertThat(answer.at("/text").asString()).isEqualTo(letters.substring(0, 2) + "," + letters.substring(2));
		JsonNode symbols = answer.at("/symbols");
		assertThat(symbols.valueStream().map((symbol) -> symbol.at("/ciphertext").asString())).containsExactly("17",
				"03", ",", "11");
		assertThat(symbols.at("/3/plaintext").asString()).isEqualTo(letters.substring(2));
		assertThat(filter("/decrypt?model=layout", "17 03\n11\n").body())
			.isEqualTo(letters.substring(0, 2) + "\n" + letters.substring(2) + "\n");
		assertThat(decrypt(" ", 0).at("/text").asString()).isEmpty();
		assertThat(get("/models/layout").as(200).at("/ciphertextAlphabet"))
			.isEqualTo(json.readTree("{\"tokens\": \"whitespace\", \"symbols\": [\"03\", \"11\", \"17\", \"Aa\"]}"));
		assertThat(get("/models/layout").as(200).has("layout")).isFalse();
	}

	@Test
	void readsTokensBehindAKey() {
		add(TOKENS, new CiphertextLayout(KEY, null, null));
		// four tokens, then A to Z, then the colon
		String letters = letters(predict(3, 4, 5, 30, 2, 0));
		assertThat(decrypt("ab:17 03", 0).at("/text").asString()).isEqualTo(letters);
	}

	@Test
	void decryptsOneLengthAlone() {
		add(Alphabet.LATIN26, new CiphertextLayout(null, 4, null));
		assertThat(decrypt("AB, CD", 0).at("/text").asString()).hasSize(6);
		assertThat(decrypt("", 0).at("/text").asString()).isEmpty();
		Answer answer = body("ABC", 0);
		answer.asFaultAt("/text");
		assertThat(answer.json().at("/errors/0/detail").asString())
			.isEqualTo("has 3 symbols; this model reads messages of exactly 4 symbols");
	}

	@Test
	void decryptsBlockByBlock() {
		add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, 3));
		Prediction first = predict(3, 0, 1, 26, 2, 3, 4);
		Prediction second = predict(3, 0, 1, 26, 5, 6, 7);
		JsonNode answer = decrypt("AB:CD-EFGH", 2);
		assertThat(answer.at("/text").asString().replace("-", "")).isEqualTo(letters(first) + letters(second));
		assertThat(answer.at("/confidence").doubleValue()).isCloseTo((first.confidence() + second.confidence()) / 2,
				org.assertj.core.data.Offset.offset(1e-6));
		JsonNode last = answer.at("/symbols/6");
		assertThat(last.at("/ciphertext").asString()).isEqualTo("H");
		assertThat((float) last.at("/confidence").doubleValue()).isEqualTo(second.confidences()[2]);
		assertThat(last.at("/alternatives/1/plaintext").asString())
			.isEqualTo(String.valueOf((char) ('A' + second.alternatives()[5])));
		body("AB:CDEF", 0).asFaultAt("/text");
		assertThat(get("/models/layout").as(200).at("/layout"))
			.isEqualTo(json.readTree("{\"key\": {\"alphabet\": \"latin26\", \"min\": 2, \"max\": 4}, \"block\": 3}"));
	}

	@Test
	void goesOnOnlyWithTheSameLayout() {
		String caesar = "{\"cipher\": {\"type\": \"caesar\", \"shift\": 3}}";
		int version = add(Alphabet.LATIN26, new CiphertextLayout(KEY, null, null));
		goOn(version, caesar).asFaultAt("/data/cipher");
		goOn(version, """
				{"pairs": [{"ciphertext": "AB", "plaintext": "CD"}, {"ciphertext": "BC", "plaintext": "DE"}]}""")
			.asFaultAt("/data/pairs/0/ciphertext", "/data/pairs/1/ciphertext");
		goOn(add(Alphabet.LATIN26, new CiphertextLayout(null, 8, null)), caesar).asFaultAt("/data/cipher");
		goOn(add(TOKENS, null), caesar).asFaultAt("/data/cipher");
	}

	private Answer goOn(int version, String data) {
		return post("/train", "{\"model\": \"on\", \"data\": %s, \"from\": {\"model\": \"layout\", \"version\": %d}}"
			.formatted(data, version));
	}

}
